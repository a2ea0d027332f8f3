import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '../../graph/derive.ts';
import { difference } from '../../graph/difference.ts';
import type { Extraction } from '../../graph/schema.ts';
import { paper } from './paper.ts';

const facts = (id: string, text: string): Extraction =>
  paper(id, {
    text,
    entities: [...text.matchAll(/[A-Z]\w+/g)].map(([name]) => [name, 'Method'] as const),
  });

describe('difference(before, after)', () => {
  it('tells what came, what went and what is another now, by sorted keys', () => {
    const before = derive([facts('a', 'Adam'), facts('b', 'Muon and Adam')]);
    const after = derive([facts('a', 'Adam'), facts('b', 'Lion and Muon'), facts('c d', 'Zeta')]);
    expect(difference(before, after)).toEqual({
      added: [
        'lion',
        'paper:b MENTIONS lion b',
        'paper:c d',
        'paper:c%20d MENTIONS zeta c%20d',
        'zeta',
      ],
      removed: ['paper:b MENTIONS adam b'],
      changed: ['adam', 'paper:b', 'paper:b MENTIONS muon b'],
    });
  });

  it('takes every graph to any other one', () => {
    const library = fc
      .uniqueArray(
        fc.record({
          id: fc.constantFrom('a', 'b', 'c d', '%e'),
          text: fc.constantFrom('Adam', 'Adam and Muon', 'Muon', 'Lion or Adam'),
        }),
        { selector: ({ id }) => id },
      )
      .map((papers) => derive(papers.map(({ id, text }) => facts(id, text))));
    fc.assert(
      fc.property(library, library, (before, after) => {
        const keys = ({ graph }: typeof before) => [...graph.nodes(), ...graph.edges()];
        const { added, removed, changed } = difference(before, after);
        const kept = keys(before).filter((key) => !removed.includes(key));
        expect([...kept, ...added].sort()).toEqual(keys(after).sort());
        expect(kept).toEqual(expect.arrayContaining([...changed]));
        expect(difference(after, after)).toEqual({ added: [], removed: [], changed: [] });
      }),
    );
  });
});
