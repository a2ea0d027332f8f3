import { describe, expect, it } from 'vitest';
import { claims } from '../../../graph/analysis/claims.ts';
import { refutedClaims } from '../../../graph/analysis/own-numbers.ts';
import { literature, page, type Reported } from './literature.ts';

const about = { metric: 'accuracy', benchmark: 'MATH', unit: '%' } as const;

/** Alpha is said to be better than Beta, with numbers of both. */
const says = (...numbers: readonly Reported[]) =>
  page('1', {
    text: 'Alpha outperforms Beta on MATH, accuracy: 70, 75, 80; by WER 5, 9; on OSWorld 11.',
    relations: [['Alpha', 'OUTPERFORMS', 'Beta']],
    numbers: numbers.map((number) => ({ ...about, ...number })),
  });

describe('refutedClaims(graph)', () => {
  it('finds claims whose paper has worse values of the better one', () => {
    const graph = literature(
      says({ number: '70', subject: 'Alpha' }, { number: '80', subject: 'Beta' }),
    );
    expect(refutedClaims(graph)).toMatchObject([
      {
        winner: { name: 'Alpha' },
        loser: { name: 'Beta' },
        evidence: { paper: '1' },
        numbers: [
          {
            metric: { name: 'accuracy' },
            benchmark: { name: 'MATH' },
            better: 'higher',
            winner: [{ label: '70 %' }],
            loser: [{ label: '80 %' }],
          },
        ],
      },
    ]);
  });

  it('knows that less may be better', () => {
    const error = { metric: 'WER' };
    const graph = literature(
      says({ number: '5', subject: 'Alpha', ...error }, { number: '9', subject: 'Beta', ...error }),
    );
    expect(refutedClaims(graph)).toEqual([]);
  });

  it.each<[string, readonly Reported[]]>([
    ['nothing', []],
    [
      'better values',
      [
        { number: '80', subject: 'Alpha' },
        { number: '70', subject: 'Beta' },
      ],
    ],
    [
      'a value in between',
      [
        { number: '70', subject: 'Alpha' },
        { number: '80', subject: 'Alpha' },
        { number: '75', subject: 'Beta' },
      ],
    ],
    [
      'another benchmark',
      [
        { number: '11', subject: 'Alpha', benchmark: 'OSWorld' },
        { number: '80', subject: 'Beta' },
      ],
    ],
    [
      'another measure by which it is better',
      [
        { number: '70', subject: 'Alpha' },
        { number: '80', subject: 'Beta' },
        { number: '5', subject: 'Alpha', metric: 'WER' },
        { number: '9', subject: 'Beta', metric: 'WER' },
      ],
    ],
    [
      'a bound',
      [
        { number: '70', subject: 'Alpha', qualifier: 'over' },
        { number: '80', subject: 'Beta' },
      ],
    ],
  ])('takes %s for no contradiction', (_, numbers) => {
    expect(refutedClaims(literature(says(...numbers)))).toEqual([]);
  });

  it('holds a number that is said of two metrics against another by both', () => {
    const metrics = ['accuracy', 'WER'] as const;
    const said = (number: string, subject: string) =>
      metrics.map((metric) => ({ number, subject, metric }));
    const graph = literature(says(...said('9', 'Alpha'), { number: '80', subject: 'Beta' }));
    expect(refutedClaims(graph)).toMatchObject([
      { numbers: [{ metric: { name: 'accuracy' }, winner: [{ label: '9 %' }] }] },
    ]);
    const both = literature(says(...said('9', 'Alpha'), ...said('80', 'Beta')));
    // Less of WER is better, so that the claim is borne out by one of the two.
    expect(refutedClaims(both)).toEqual([]);
  });

  it('takes a number that is said of both for no contradiction', () => {
    const numbers = ['Alpha', 'Beta'].map((subject) => ({ number: '70', subject }));
    const graph = literature(says(...numbers, { number: '80', subject: 'Beta' }));
    expect(refutedClaims(graph)).toEqual([]);
  });

  it('marks the claim, and counts it for nobody', () => {
    const graph = literature(
      says({ number: '70', subject: 'Alpha' }, { number: '80', subject: 'Beta' }),
      page('2', { text: 'Alpha runs.' }),
    );
    const found = claims(graph, 'alpha', 'beta');
    expect(found.aWins).toMatchObject([{ against: [{ better: 'higher' }] }]);
    expect(found.independent).toEqual({ aWins: 0, bWins: 0 });
  });
});
