import { describe, expect, it } from 'vitest';
import type { ExtractedEntity, ExtractedRelation } from '../../graph/schema.ts';
import { addSalience } from '../../src/extract/salience.ts';

const text = 'Large language models fail. We propose DeskCraft, and DeskCraft beats LLMs on MMLU.';
const entity = (name: string, type: ExtractedEntity['type']): ExtractedEntity => ({
  name,
  type,
  aliases: [],
  mentions: [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
    field: 'text' as const,
    start: index,
    end: index + name.length,
  })),
  confidence: 1,
});
const relation = (source: string, target: string): ExtractedRelation => ({
  source,
  type: source === 'Paper' ? 'PROPOSES' : 'EVALUATED_ON',
  target,
  evidence: { field: 'text', start: 0, end: text.length },
  by: 'model',
  confidence: 1,
});

function salience(names: ExtractedEntity[], relations: ExtractedRelation[] = []) {
  const facts = { entities: names, relations, results: [], statistics: [], dropped: {} };
  return addSalience(facts, { id: 'a', text }).entities.map((one) => one.salience ?? -1);
}

describe('addSalience(facts, document)', () => {
  it('puts what the paper is about above terms for classes', () => {
    const names = [entity('DeskCraft', 'Method'), entity('LLMs', 'Model')];
    const [own = 0, general = 1] = salience(names, [
      relation('Paper', 'DeskCraft'),
      relation('DeskCraft', 'MMLU'),
    ]);
    expect(own).toBeGreaterThan(general + 0.2);
  });

  it('gives probabilities with two decimals', () => {
    for (const value of salience([entity('MMLU', 'Benchmark'), entity('fail', 'Task')])) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(1);
      expect(value).toBe(Math.round(value * 100) / 100);
    }
  });

  it('rises with what is said of a name', () => {
    const names = [entity('MMLU', 'Benchmark')];
    const [alone = 1] = salience(names);
    const [related = 0] = salience(names, [relation('DeskCraft', 'MMLU')]);
    expect(related).toBeGreaterThan(alone);
  });
});
