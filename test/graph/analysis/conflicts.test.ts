import { describe, expect, it } from 'vitest';
import { conflicts } from '../../../graph/analysis/conflicts.ts';
import { contradictions } from '../../../graph/analysis/contradictions.ts';
import { wordingOf } from '../../../graph/analysis/wording.ts';
import type { Extraction } from '../../../graph/schema.ts';
import { literature, page, saidOf, scored } from './literature.ts';

const sentences = (...papers: readonly Extraction[]) =>
  wordingOf(new Map(papers.map(({ id, document }) => [id, document]))).words;

describe('conflicts(graph, options)', () => {
  it('finds other values of one subject, benchmark and metric in other papers', () => {
    const graph = literature(
      scored('1', 'Alpha', '81.5'),
      scored('2', 'Alpha', '79'),
      scored('3', 'Beta', '60'),
    );
    expect(conflicts(graph)).toMatchObject([
      {
        subject: { name: 'Alpha' },
        benchmark: { name: 'MATH' },
        metric: { name: 'accuracy' },
        spread: 2.5,
        values: [{ label: '81.5 %' }, { label: '79 %' }],
      },
    ]);
  });

  it.each([
    ['two settings of one paper', [both('1', '81.5', '79')]],
    ['a value that the other paper has too', [both('1', '81.5', '79'), scored('2', 'Alpha', '79')]],
    ['a rounded value', [scored('1', 'Alpha', '81.46'), scored('2', 'Alpha', '81.5')]],
    [
      'a bound that holds',
      [scored('1', 'Alpha', '81'), scored('2', 'Alpha', '80', { qualifier: 'over' })],
    ],
    ['another unit', [scored('1', 'Alpha', '81'), scored('2', 'Alpha', '79', { unit: null })]],
    ['a gain', [scored('1', 'Alpha', '81'), scored('2', 'Alpha', '3', { kind: 'gain' })]],
  ])('takes %s for none', (_, pages) => {
    expect(conflicts(literature(...pages))).toEqual([]);
  });

  it('takes a bound that does not hold for one', () => {
    const graph = literature(
      scored('1', 'Alpha', '81'),
      scored('2', 'Alpha', '90', { qualifier: 'over' }),
    );
    expect(conflicts(graph)).toMatchObject([
      { reasons: [{ kind: 'qualifier', sides: ['over', null] }] },
    ]);
  });

  it('takes a number that is said of two metrics for a value by each', () => {
    const about = { subject: 'Alpha', benchmark: 'MATH' };
    const text = 'Alpha reaches an accuracy and WER of 12% on MATH.';
    const metrics = ['accuracy', 'WER'].map((metric) => ({ ...about, metric }));
    const shared = page('1', { text, numbers: saidOf('12', ...metrics) });
    expect(conflicts(literature(shared))).toEqual([]);
    const others = [scored('2', 'Alpha', '12'), scored('3', 'Alpha', '14', { metric: 'WER' })];
    expect(conflicts(literature(shared, ...others))).toMatchObject([
      { metric: { name: 'WER' }, values: [{ label: '14 %' }, { label: '12 %' }] },
    ]);
  });

  it('puts the widest first', () => {
    const graph = literature(
      scored('1', 'Alpha', '81'),
      scored('2', 'Alpha', '80'),
      scored('3', 'Beta', '81'),
      scored('4', 'Beta', '40'),
    );
    expect(conflicts(graph).map(({ subject }) => subject.name)).toEqual(['Beta', 'Alpha']);
    expect(conflicts(graph, { subject: 'alpha' })).toHaveLength(1);
    expect(conflicts(graph, { benchmark: 'osworld' })).toEqual([]);
  });

  it('says what in the sentences may explain it', () => {
    const about = { subject: 'Alpha', metric: 'accuracy', benchmark: 'MATH', unit: '%' } as const;
    const small = page('1', {
      text: 'Alpha with 7B reaches 60 accuracy on MATH zero-shot.',
      date: '2025-01-01',
      numbers: [{ number: '60', ...about }],
    });
    const large = page('2', {
      text: 'With 72B we lift Alpha from 70 accuracy on MATH.',
      date: '2026-01-01',
      relations: [['Paper', 'PROPOSES', 'Alpha']],
      numbers: [{ number: '70', ...about }],
    });
    const [found] = conflicts(literature(small, large), { sentenceOf: sentences(small, large) });
    expect(found?.reasons).toEqual([
      { kind: 'starting point', sides: ['what an improvement starts from', null] },
      { kind: 'size', sides: ['72b', '7b'] },
      { kind: 'setting', sides: [null, 'zero-shot'] },
      { kind: 'reporter', sides: ['own', 'other'] },
      { kind: 'date', sides: ['2026-01-01', '2025-01-01'] },
    ]);
  });
});

/** Two values of Alpha in one paper. */
function both(id: string, first: string, second: string): Extraction {
  return page(id, {
    text: `Alpha reaches ${first} and ${second} accuracy on MATH.`,
    numbers: [first, second].map((number) => ({
      number,
      ...{ subject: 'Alpha', metric: 'accuracy', benchmark: 'MATH', unit: '%' },
    })),
  });
}

describe('contradictions(graph)', () => {
  const says = (id: string, winner: string, loser: string) =>
    page(id, {
      text: `We propose ${winner}, which beats ${loser}.`,
      relations: [
        ['Paper', 'PROPOSES', winner],
        [winner, 'OUTPERFORMS', loser],
      ],
    });

  it('finds two of which each is said to outperform the other', () => {
    const graph = literature(
      says('1', 'Alpha', 'Beta'),
      says('2', 'Beta', 'Alpha'),
      says('3', 'Alpha', 'Gamma'),
    );
    expect(contradictions(graph)).toMatchObject([
      {
        a: { name: 'Alpha' },
        b: { name: 'Beta' },
        aWins: [{ paper: { id: '1' }, reporter: 'own' }],
        bWins: [{ paper: { id: '2' }, reporter: 'own' }],
      },
    ]);
  });

  it('takes what papers agree on for none', () => {
    const graph = literature(says('1', 'Alpha', 'Beta'), says('2', 'Alpha', 'Beta'));
    expect(contradictions(graph)).toEqual([]);
  });

  it('takes a paper that says both for none', () => {
    const both = page('1', {
      text: 'Alpha and Beta can outperform one another.',
      relations: [
        ['Alpha', 'OUTPERFORMS', 'Beta'],
        ['Beta', 'OUTPERFORMS', 'Alpha'],
      ],
    });
    expect(contradictions(literature(both, says('2', 'Alpha', 'Beta')))).toEqual([]);
  });
});
