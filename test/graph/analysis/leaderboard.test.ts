import { describe, expect, it } from 'vitest';
import { summarizeBenchmarks } from '../../../graph/analysis/benchmarks.ts';
import { describeBeyond, rowsBeyond } from '../../../graph/analysis/beyond.ts';
import { type Board, leaderboard, rankedOn } from '../../../graph/analysis/leaderboard.ts';
import { literature, page, saidOf, scored } from './literature.ts';

const shown = ({ rows }: Board) =>
  rows.map(({ rank, isTied, subject, label, standing }) =>
    [rank && `${rank}${isTied ? '=' : ''}`, subject?.name, label, standing].join(' '),
  );

describe('leaderboard(graph, options)', () => {
  it('ranks by the metric, the greater first, and lets equals share a rank', () => {
    const graph = literature(
      scored('1', 'Alpha', '81.5'),
      scored('2', 'Beta', '90'),
      scored('3', 'Gamma', '81.5'),
      scored('4', 'Delta', '70'),
    );
    const [board, ...others] = leaderboard(graph);
    expect(others).toEqual([]);
    expect(board && shown(board)).toEqual([
      '1 Beta 90 % ranked',
      '2= Alpha 81.5 % ranked',
      '2= Gamma 81.5 % ranked',
      '4 Delta 70 % ranked',
    ]);
    expect(board).toMatchObject({
      benchmark: { key: 'math', name: 'MATH' },
      metric: { name: 'accuracy' },
      kind: 'absolute',
      unit: '%',
      scale: 100,
      better: 'higher',
    });
  });

  it('ranks errors the other way round', () => {
    const word = { metric: 'WER' };
    const graph = literature(scored('1', 'Alpha', '5.1', word), scored('2', 'Beta', '3.4', word));
    expect(leaderboard(graph).map(shown)).toEqual([
      ['1 Beta 3.4 % ranked', '2 Alpha 5.1 % ranked'],
    ]);
  });

  it('ranks nothing where it is not known which is better, unless told', () => {
    const grip = { metric: 'grip', unit: null };
    const graph = literature(
      scored('1', 'Alpha', '5', { ...grip, date: '2026-01-01' }),
      scored('2', 'Beta', '3', { ...grip, date: '2026-02-01' }),
    );
    const [board] = leaderboard(graph);
    expect(board).toMatchObject({ better: null, because: expect.stringMatching(/no rule/) });
    expect(board && shown(board)).toEqual([' Beta 3 unranked', ' Alpha 5 unranked']);
    const [told] = leaderboard(graph, { better: 'lower' });
    expect(told && shown(told)).toEqual(['1 Beta 3 ranked', '2 Alpha 5 ranked']);
    expect(told?.because).toBe('as asked for');
  });

  it('keeps apart what cannot be compared: benchmark, metric, kind, unit and scale', () => {
    const graph = literature(
      scored('1', 'Alpha', '81'),
      scored('2', 'Alpha', '82', { benchmark: 'OSWorld' }),
      scored('3', 'Alpha', '83', { metric: 'WER' }),
      scored('4', 'Alpha', '84', { kind: 'gain' }),
      scored('5', 'Alpha', '85', { unit: null }),
      scored('6', 'Alpha', '0.86', { unit: null }),
      scored('7', 'Alpha', '87', { unit: 'points' }),
    );
    const boards = leaderboard(graph);
    expect(boards.map(({ rows }) => rows.map(({ value }) => value))).toEqual([
      [0.86],
      [85],
      [81],
      [87],
      [83],
      [82],
      [84],
    ]);
    const gains = boards.at(-1);
    expect(gains).toMatchObject({ kind: 'gain', better: null });
    expect(gains && rankedOn(gains)).toBe(0);
  });

  it('takes several values of one paper for settings, and ranks the best', () => {
    const graph = literature(
      page('1', {
        text: 'Alpha gets 45.0 and with tools 57.5 accuracy on MATH.',
        numbers: ['45.0', '57.5'].map((number) => ({
          number,
          ...{ subject: 'Alpha', metric: 'accuracy', benchmark: 'MATH', unit: '%' },
        })),
      }),
      scored('2', 'Alpha', '50'),
    );
    expect(leaderboard(graph).map(shown)).toEqual([
      ['1 Alpha 57.5 % ranked', ' Alpha 50 % other paper', ' Alpha 45.0 % setting'],
    ]);
  });

  it('makes one row of what is said twice', () => {
    const graph = literature(
      scored('1', 'Alpha', '81.5', { date: '2026-02-02' }),
      scored('2', 'Alpha', '81.5', { date: '2026-01-01' }),
    );
    const [row, ...others] = leaderboard(graph).flatMap(({ rows }) => rows);
    expect(others).toEqual([]);
    expect(row?.reports.map(({ paper }) => paper.id)).toEqual(['2', '1']);
  });

  it('gives no rank to bounds, to numbers without a method of their own, and to what cannot be', () => {
    const graph = literature(
      scored('1', 'Alpha', '90', { qualifier: 'over' }),
      scored('2', 'Beta', '80', { qualifier: 'average' }),
      scored('3', 'Gamma', '100.5'),
      page('4', {
        text: 'LLMs reach 62.8 accuracy on MATH, others 20.',
        entities: [['LLMs', 'Model']],
        numbers: [
          { number: '62.8', subject: 'LLMs', metric: 'accuracy', benchmark: 'MATH', unit: '%' },
          { number: '20', metric: 'accuracy', benchmark: 'MATH', unit: '%' },
        ],
      }),
    );
    expect(leaderboard(graph).map(shown)).toEqual([
      [
        ' Gamma 100.5 % impossible',
        ' Alpha over 90 % bound',
        '1 Beta average 80 % ranked',
        ' LLMs 62.8 % described',
        '  20 % unnamed',
      ],
    ]);
  });

  it('gives no rank to shares of another value, nor to what methods are held against', () => {
    const graph = literature(
      page('1', {
        text: 'Alpha retains 98% of the original accuracy on MATH.',
        numbers: [
          {
            ...{ number: '98', subject: 'Alpha', metric: 'accuracy', benchmark: 'MATH' },
            unit: '%',
          },
        ],
      }),
      scored('2', 'Alpha', '81'),
      page('3', {
        text: 'An oracle baseline has 97 accuracy on MATH.',
        entities: [['oracle baseline', 'Method']],
        numbers: [
          {
            ...{ number: '97', subject: 'oracle baseline', metric: 'accuracy' },
            ...{ benchmark: 'MATH', unit: '%' },
          },
        ],
      }),
    );
    const boards = leaderboard(graph);
    expect(boards.map(shown)).toEqual([
      [' Alpha 98 % share', ' oracle baseline 97 % reference', '1 Alpha 81 % ranked'],
    ]);
    expect(boards[0]?.rows[0]?.shareOf).toBe('the original accuracy');
    expect(summarizeBenchmarks(graph, boards)).toMatchObject([{ subjects: 1, compared: 1 }]);
  });

  it('ranks what a paper proposes under a name of its own, whatever it ends with', () => {
    const graph = literature(
      page('1', {
        text: 'We propose Youtu-Agent, with 72.8 accuracy on MATH.',
        entities: [['Youtu-Agent', 'Method']],
        relations: [['Paper', 'PROPOSES', 'Youtu-Agent']],
        numbers: [
          {
            ...{ number: '72.8', subject: 'Youtu-Agent', metric: 'accuracy' },
            ...{ benchmark: 'MATH', unit: '%' },
          },
        ],
      }),
    );
    expect(leaderboard(graph).map(shown)).toEqual([['1 Youtu-Agent 72.8 % ranked']]);
  });

  it('ranks a number by each metric, on each benchmark and for each method that it is said of', () => {
    const text = 'Alpha and Beta reach an accuracy and WER of 12% on MATH and OSWorld.';
    const about = { subject: 'Alpha', metric: 'accuracy', benchmark: 'MATH' };
    const shared = page('1', {
      text,
      numbers: saidOf(
        '12',
        about,
        { ...about, metric: 'WER' },
        { ...about, benchmark: 'OSWorld' },
        { ...about, subject: 'Beta' },
      ),
    });
    const boards = leaderboard(literature(shared, scored('2', 'Gamma', '10')));
    const named = boards.map((board) => [board.benchmark.name, board.metric?.name, shown(board)]);
    expect(named).toEqual([
      ['MATH', 'accuracy', ['1= Alpha 12 % ranked', '1= Beta 12 % ranked', '3 Gamma 10 % ranked']],
      ['MATH', 'WER', ['1 Alpha 12 % ranked']],
      ['OSWorld', 'accuracy', ['1 Alpha 12 % ranked']],
    ]);
  });

  it('says who reports it', () => {
    const graph = literature(
      scored('1', 'Alpha', '81', { relations: [['Paper', 'PROPOSES', 'Alpha']] }),
      scored('2', 'Alpha', '82', { relations: [['Paper', 'PROPOSES', 'MATH']] }),
      scored('3', 'Alpha', '83'),
      page('4', {
        text: 'We propose Omni; Omni-7B reaches 84 accuracy on MATH.',
        entities: [
          ['Omni', 'Model'],
          ['Omni-7B', 'Model'],
        ],
        relations: [['Paper', 'PROPOSES', 'Omni']],
        numbers: [
          { number: '84', subject: 'Omni-7B', metric: 'accuracy', benchmark: 'MATH', unit: '%' },
        ],
      }),
    );
    const named = page('5', {
      text: 'We propose Omni-X; an Omni-X-trained 32B reaches 85 accuracy on MATH, Delta 86.',
      entities: [
        ['Omni-X', 'Method'],
        ['Omni-X-trained 32B', 'Model'],
      ],
      relations: [['Paper', 'PROPOSES', 'Omni-X']],
      numbers: [
        { number: '85', subject: 'Omni-X-trained 32B', metric: 'accuracy', benchmark: 'MATH' },
        { number: '86', subject: 'Delta', metric: 'accuracy', benchmark: 'MATH' },
      ].map((number) => ({ ...number, unit: '%' as const })),
    });
    const after = leaderboard(literature(named)).flatMap(({ rows }) => rows);
    expect(after.map(({ value, reports: [report] }) => [value, report?.reporter])).toEqual([
      [86, 'sole'],
      [85, 'own'],
    ]);
    const [board] = leaderboard(graph);
    expect(board?.rows.map(({ value, reports: [report] }) => [value, report?.reporter])).toEqual([
      [84, 'own'],
      [83, 'other'],
      [82, 'benchmark'],
      [81, 'own'],
    ]);
  });

  it('asks for a benchmark, a metric, a task', () => {
    const graph = literature(
      scored('1', 'Alpha', '81'),
      scored('2', 'Beta', '5', { metric: 'WER', benchmark: 'OSWorld' }),
      page('3', {
        text: 'OSWorld is for planning.',
        relations: [['OSWorld', 'ADDRESSES', 'planning']],
      }),
    );
    const values = (options: Parameters<typeof leaderboard>[1]) =>
      leaderboard(graph, options).flatMap(({ rows }) => rows.map(({ value }) => value));
    expect(values({ benchmark: 'math' })).toEqual([81]);
    expect(values({ metric: 'wer' })).toEqual([5]);
    expect(values({ task: 'planning' })).toEqual([5]);
    expect(values({ task: 'planning', benchmark: 'math' })).toEqual([]);
  });

  it('is the same whatever the order of papers, and leaves the graph as it is', () => {
    const pages = [
      scored('1', 'Alpha', '81'),
      scored('2', 'Beta', '82'),
      scored('3', 'Alpha', '80'),
    ];
    const graph = literature(...pages);
    const before = JSON.stringify(graph.export());
    expect(leaderboard(graph)).toEqual(leaderboard(literature(...pages.toReversed())));
    expect(JSON.stringify(graph.export())).toBe(before);
  });
});

describe('summarizeBenchmarks(graph, boards)', () => {
  it('puts those first where most can be compared', () => {
    const graph = literature(
      scored('1', 'Alpha', '81'),
      scored('2', 'Beta', '82'),
      scored('3', 'Alpha', '5', { benchmark: 'OSWorld' }),
      scored('4', 'Alpha', '6', { benchmark: 'OSWorld' }),
      scored('5', 'Alpha', '7', { benchmark: 'OSWorld', kind: 'gain' }),
      scored('6', 'Alpha', '3', { benchmark: 'CIFAR', metric: 'grip', unit: null }),
    );
    expect(
      summarizeBenchmarks(graph, leaderboard(graph)).map(
        ({ benchmark, type, results, papers, subjects, compared, leader }) => [
          benchmark.name,
          type,
          results,
          papers,
          subjects,
          compared,
          leader?.rows[0]?.label,
        ],
      ),
    ).toEqual([
      ['MATH', 'Benchmark', 2, 2, 2, 2, '82 %'],
      ['OSWorld', 'Benchmark', 3, 3, 1, 1, '6 %'],
      ['CIFAR', 'Dataset', 1, 1, 1, 0, undefined],
    ]);
  });
});

describe('summarizeBenchmarks(graph, boards), of a number that is said of two metrics', () => {
  it('counts a result of each, of one method and paper', () => {
    const text = 'Alpha reaches an accuracy and WER of 12% on MATH.';
    const about = { subject: 'Alpha', benchmark: 'MATH' };
    const metrics = ['accuracy', 'WER'].map((metric) => ({ ...about, metric }));
    const graph = literature(page('1', { text, numbers: saidOf('12', ...metrics) }));
    expect(summarizeBenchmarks(graph, leaderboard(graph))).toMatchObject([
      { results: 2, papers: 1, subjects: 1, compared: 1 },
    ]);
  });
});

describe('rowsBeyond(board, boards)', () => {
  it('finds higher percentages that name no metric', () => {
    const bare = (id: string, subject: string, number: string, more = {}) =>
      page(id, {
        text: `${subject} reaches ${number} on MATH.`,
        numbers: [{ number, subject, benchmark: 'MATH', unit: '%', ...more }],
      });
    const graph = literature(
      scored('1', 'Alpha', '81'),
      bare('2', 'Beta', '90'),
      bare('3', 'Gamma', '95', { qualifier: 'up to' }),
      bare('4', 'Delta', '70'),
    );
    const boards = leaderboard(graph);
    expect(
      boards.map((board) => rowsBeyond(board, boards).map(({ subject }) => subject?.name)),
    ).toEqual([['Beta'], []]);
    expect(summarizeBenchmarks(graph, boards)).toMatchObject([
      { leader: { rows: [{ label: '81 %' }], beyond: [{ label: '90 %' }] } },
    ]);
    const [said, nothing] = boards.map((board) => describeBeyond(rowsBeyond(board, boards)));
    expect(said).toBe('1 value that names no metric is higher: Beta 90 %.');
    expect(nothing).toBeUndefined();
    const errors = leaderboard(
      literature(scored('1', 'Alpha', '5', { metric: 'WER' }), bare('2', 'Beta', '90')),
    );
    expect(errors.flatMap((board) => rowsBeyond(board, errors))).toEqual([]);
  });
});
