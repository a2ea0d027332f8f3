import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapF1 } from '../../src/evaluate/bootstrap.ts';

const right = { right: 1, predicted: 1, gold: 1 };
const wrong = { right: 0, predicted: 1, gold: 1 };

describe('bootstrapF1(documents)', () => {
  it('has no width where all documents agree', () => {
    expect(bootstrapF1([right, right, right])).toEqual([1, 1]);
  });

  it('is about two standard errors to each side', () => {
    const half = Array.from({ length: 100 }, (_, index) => (index % 2 ? right : wrong));
    expect(bootstrapF1(half).map((end) => end.toFixed(2))).toEqual(['0.40', '0.59']);
  });

  it('gives the same each time', () => {
    const documents = [right, wrong, wrong, right, right];
    expect(bootstrapF1(documents)).toEqual(bootstrapF1(documents));
  });

  it('is empty without documents', () => {
    expect(bootstrapF1([])).toEqual([0, 0]);
  });

  it('stays between 0 and 1, the low end first', () => {
    const tally = fc
      .tuple(fc.nat(5), fc.nat(5), fc.nat(5))
      .map(([right, more, missed]) => ({ right, predicted: right + more, gold: right + missed }));
    fc.assert(
      fc.property(fc.array(tally, { maxLength: 8 }), (documents) => {
        const [low, high] = bootstrapF1(documents);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });
});
