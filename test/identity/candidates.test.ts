import { describe, expect, it } from 'vitest';
import { derive } from '../../graph/derive.ts';
import { findCandidates } from '../../src/identity/candidates.ts';
import { paper, type Sketch } from '../graph/paper.ts';

function candidates(...sketches: readonly Sketch[]) {
  const facts = sketches.map((sketch, index) => paper(`p${index}`, sketch));
  return findCandidates(derive(facts), new Map(facts.map(({ id, document }) => [id, document])));
}
const method = (name: string, ...aliases: string[]): Sketch => ({
  text: `First. Then ${name} came.`,
  entities: [[name, 'Method', ...aliases]],
});

describe('findCandidates(derived, documents)', () => {
  it('lists a long name whose initials are an acronym, with both sentences', () => {
    const [first, ...others] = candidates(method('MoE'), method('Mixture of Experts'));
    expect(first).toEqual({
      a: 'mixtureofexpert',
      b: 'moe',
      reason: expect.stringContaining('long form'),
      sentences: ['Then Mixture of Experts came.', 'Then MoE came.'],
    });
    expect(others).toEqual([]);
  });

  it('lists things of one name', () => {
    const found = candidates(
      method('SCALE', 'Selective Context Attention Loss Estimation'),
      method('SCALE', 'Sparse Causal Layers'),
    );
    expect(found.map(({ a, b }) => [a, b])).toEqual([['scale', 'scale@p1']]);
  });

  it.each([
    ['words that begin alike', [method('RL'), method('Rollback'), method('ReCal')]],
    [
      'things of other types',
      [
        method('MoE'),
        { text: 'Mixture of Experts', entities: [['Mixture of Experts', 'Task']] } satisfies Sketch,
      ],
    ],
  ])('passes over %s', (_, sketches) => {
    expect(candidates(...sketches)).toEqual([]);
  });
});
