import { expect, it } from 'vitest';
import { addNouns } from '../../src/extract/nouns.ts';

/** The names of a text whose tags are in brackets. */
function names(text: string): string[] {
  const source = text.replaceAll(/[[\]]/g, '');
  const spans: (readonly [number, number])[] = [];
  for (const { 0: whole, index } of text.matchAll(/\[[^\]]*\]/g)) {
    const start = index - 2 * spans.length;
    spans.push([start, start + whole.length - 2]);
  }
  const tagged = spans.map((span) => ({ span, type: 'Method', confidence: 1 }) as const);
  return addNouns(tagged, source).map(({ span }) => source.slice(...span));
}

it.each([
  ['We use [factuality-oriented] metrics.', ['factuality-oriented metrics']],
  ['A [GhostConv-based] backbone is small.', ['GhostConv-based backbone']],
  ['[LLM-only] and RAG baselines', ['LLM-only']],
  ['[prompt-based] approaches, [SFT] models', ['prompt-based approaches', 'SFT']],
  ['[Query-Driven] Proactive Interaction', ['Query-Driven']],
  ['a [flow-based] model-free agent', ['flow-based']],
  ['an [RL-based] [agents]', ['RL-based', 'agents']],
])('addNouns: "%s"', (text, expected) => {
  expect(names(text)).toEqual(expected);
});
