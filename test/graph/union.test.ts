import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unite } from '../../graph/union.ts';
import { paper } from './paper.ts';

const arbitraryPaper = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c'),
    text: fc.constantFrom('one', 'two', 'three'),
    date: fc.constantFrom(undefined, '2026-01-01', '2026-02-01'),
    extractor: fc.constantFrom('2+aa', '10+aa'),
  })
  .map(({ id, text, date, extractor }) =>
    paper(id, { text, extractor, ...(date === undefined ? {} : { date }) }),
  );
const facts = fc.array(arbitraryPaper, { maxLength: 6 });

describe('unite(facts)', () => {
  it('gives a line a paper, sorted by id', () => {
    const united = unite([
      paper('b', { text: 'x' }),
      paper('a', { text: 'y' }),
      paper('b', { text: 'x' }),
    ]);
    expect(united.facts.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(united.replaced).toEqual([]);
  });

  it('keeps the text with the later date and reports the other', () => {
    const old = paper('a', { text: 'old', date: '2026-01-01' });
    const undated = paper('a', { text: 'undated' });
    const late = paper('a', { text: 'late', date: '2026-02-01' });
    const united = unite([late, old, undated]);
    expect(united.facts).toEqual([late]);
    expect(united.replaced).toEqual(
      [old.hash, undated.hash].sort().map((gone) => ({ id: 'a', kept: late.hash, gone })),
    );
  });

  it('keeps the greater hash of two texts with one date', () => {
    const papers = [paper('a', { text: 'x' }), paper('a', { text: 'y' })];
    const greater = papers.toSorted((a, b) => (a.hash < b.hash ? 1 : -1))[0];
    expect(unite(papers).facts).toEqual([greater]);
  });

  it('keeps the reading of the later extractor, by number', () => {
    const papers = ['9+ff', '10+00'].map((extractor) => paper('a', { text: 'x', extractor }));
    expect(unite(papers).facts[0]?.extractor).toBe('10+00');
  });

  it('is commutative', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        expect(unite([...a, ...b])).toEqual(unite([...b, ...a]));
      }),
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(facts, facts, facts, (a, b, c) => {
        const left = unite([...unite([...a, ...b]).facts, ...c]).facts;
        const right = unite([...a, ...unite([...b, ...c]).facts]).facts;
        expect(left).toEqual(right);
      }),
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(facts, (a) => {
        const once = unite(a).facts;
        expect(unite([...once, ...once])).toEqual({ facts: once, replaced: [] });
        expect(unite([...once, ...a]).facts).toEqual(once);
      }),
    );
  });
});
