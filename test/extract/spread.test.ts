import { describe, expect, it } from 'vitest';
import type { Group } from '../../src/extract/group.ts';
import type { Span } from '../../src/extract/read.ts';
import { spread } from '../../src/extract/spread.ts';

const VOTES = { Method: 1, Model: 0, Benchmark: 0, Dataset: 0, Metric: 0, Task: 0 };

/** Spreads the parts of a text that stand between bars, each a group of its own; spans are shown as `start:words`. */
function spreadOver(marked: string): string[][] {
  const parts = marked.split('|');
  const source = parts.join('');
  const groups = parts.flatMap((part, index): Group[] => {
    const start = parts.slice(0, index).join('').length;
    const span: Span = [start, start + part.length];
    if (index % 2 === 0) return [];
    return [{ name: span, mentions: [span], votes: VOTES, confidence: 0.5, joins: [] }];
  });
  return spread(groups, { source, words: [], numbers: [] }).map(({ mentions }) =>
    mentions.map((span) => `${span[0]}:${source.slice(...span)}`),
  );
}

describe('spread(groups, reading)', () => {
  it('finds a name wherever else it stands, in the order of the text', () => {
    expect(spreadOver('GRPO? |GRPO| and (GRPO).')).toEqual([['0:GRPO', '6:GRPO', '16:GRPO']]);
  });

  it('takes a plural, another case of a long name, and hyphens as they come', () => {
    expect(spreadOver('|reward model| and Reward-Models')).toEqual([
      ['0:reward model', '17:Reward-Models'],
    ]);
  });

  it('keeps the case of a short name with capitals', () => {
    expect(spreadOver('|SAM| runs on sam, not SAMba')).toEqual([['0:SAM']]);
  });

  it('leaves longer names and what is tagged already whole', () => {
    expect(spreadOver('|Qwen| and |Qwen VL|: Qwen VL, Qwen')).toEqual([
      ['0:Qwen', '27:Qwen'],
      ['9:Qwen VL', '18:Qwen VL'],
    ]);
  });

  it('takes a gap as wide as it comes, in time', () => {
    const gap = ' '.repeat(40);
    expect(spreadOver(`|Deep${gap}Net|, Deep${gap}${gap}Nets and deep${gap}networks`)).toEqual([
      [`0:Deep${gap}Net`, `49:Deep${gap}${gap}Nets`],
    ]);
  });

  it('takes signs in a name for what they are', () => {
    expect(spreadOver('|C++ (v1.0)| or C++ (v1.0), not Cpp (v110)')).toEqual([
      ['0:C++ (v1.0)', '14:C++ (v1.0)'],
    ]);
  });

  it('gives no mention to a single letter', () => {
    expect(spreadOver('|J| and J')).toEqual([['0:J']]);
  });
});
