import { describe, expect, it } from 'vitest';
import { claims } from '../../../graph/analysis/claims.ts';
import { similar } from '../../../graph/analysis/similar.ts';
import { literature, page, scored } from './literature.ts';

describe('similar(graph, key, limit)', () => {
  const graph = literature(
    page('1', {
      text: 'Alpha and Beta run on MATH and CIFAR for planning; so do LLMs. Gamma runs on MATH.',
      entities: [['LLMs', 'Model']],
      relations: [
        ...['Alpha', 'Beta', 'Gamma', 'LLMs'].map(
          (name) => [name, 'EVALUATED_ON', 'MATH'] as const,
        ),
        ...['Alpha', 'Beta'].map((name) => [name, 'EVALUATED_ON', 'CIFAR'] as const),
        ...['Alpha', 'Beta'].map((name) => [name, 'ADDRESSES', 'planning'] as const),
      ],
    }),
    scored('2', 'Delta', '5', { benchmark: 'CIFAR' }),
  );

  it('finds what is related to the same things, with the reasons', () => {
    const [beta, ...others] = similar(graph, 'alpha');
    expect(beta).toMatchObject({ name: 'Beta', type: 'Method', papers: 1 });
    expect(beta?.reasons.map(({ relation, name }) => `${relation} ${name}`)).toEqual([
      'ADDRESSES planning',
      'EVALUATED_ON CIFAR',
      'EVALUATED_ON MATH',
    ]);
    expect(others.map(({ name }) => name)).toEqual(['Delta', 'Gamma']);
    expect(similar(graph, 'alpha', 1)).toEqual([beta]);
  });

  it('weighs what few share more, and adds up', () => {
    const [beta] = similar(graph, 'alpha');
    const weights = beta?.reasons.map(({ weight }) => weight) ?? [];
    // 1 / ln(3): Beta alone; 1 / ln(4): Beta and Delta, or Beta and Gamma.
    expect(weights).toEqual([0.9102, 0.7213, 0.7213]);
    expect(beta?.score).toBeCloseTo(2.3528, 4);
  });

  it('finds benchmarks by those that were tested on them', () => {
    expect(similar(graph, 'math').map(({ name }) => name)).toEqual(['CIFAR']);
  });

  it('knows nothing like a paper', () => {
    expect(similar(graph, 'paper:1')).toEqual([]);
  });
});

describe('claims(graph, a, b)', () => {
  const wins = (id: string, winner: string, loser: string, own: boolean) =>
    page(id, {
      text: `${winner} beats ${loser} by 10.2 on MATH.`,
      relations: [
        [winner, 'OUTPERFORMS', loser],
        ...(own ? [['Paper', 'PROPOSES', winner] as const] : []),
      ],
      numbers: [
        { number: '10.2', subject: winner, baseline: loser, benchmark: 'MATH', kind: 'gain' },
      ],
    });

  it('says who says so, where, by how much, and who of them is another paper', () => {
    const graph = literature(
      wins('1', 'Alpha', 'Beta', true),
      wins('2', 'Alpha', 'Beta', false),
      wins('3', 'Beta', 'Alpha', true),
    );
    const found = claims(graph, 'alpha', 'beta');
    expect(found.independent).toEqual({ aWins: 1, bWins: 0 });
    expect(
      found.aWins.map(({ paper, reporter, margins: [margin] }) => [
        paper.id,
        reporter,
        margin?.label,
        margin?.benchmark?.name,
      ]),
    ).toEqual([
      ['1', 'own', '+10.2', 'MATH'],
      ['2', 'other', '+10.2', 'MATH'],
    ]);
    expect(found.bWins.map(({ paper }) => paper.id)).toEqual(['3']);
  });

  it('takes a gain over a baseline for a claim', () => {
    const graph = literature(
      scored('1', 'Alpha', '3', { kind: 'gain', baseline: 'Beta' }),
      scored('2', 'Alpha', '80', { baseline: 'Beta' }),
    );
    expect(claims(graph, 'alpha', 'beta').aWins.map(({ paper }) => paper.id)).toEqual(['1']);
  });

  it('shows the boards on which both have a value', () => {
    const graph = literature(
      scored('1', 'Alpha', '81'),
      scored('2', 'Beta', '79'),
      scored('3', 'Beta', '5', { metric: 'WER' }),
    );
    expect(claims(graph, 'alpha', 'beta').boards).toMatchObject([
      {
        benchmark: { name: 'MATH' },
        a: { rank: 1, value: 81 },
        b: { rank: 2, value: 79 },
        isOnePaper: false,
      },
    ]);
  });

  it('lists comparisons without a winner', () => {
    const graph = literature(
      page('1', { text: 'Alpha and Beta.', relations: [['Beta', 'COMPARED_WITH', 'Alpha']] }),
    );
    expect(claims(graph, 'alpha', 'beta')).toMatchObject({
      aWins: [],
      bWins: [],
      draws: [{ paper: { id: '1' } }],
    });
  });
});
