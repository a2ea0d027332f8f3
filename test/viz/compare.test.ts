import { describe, expect, it } from 'vitest';
import { resultKey } from '../../graph/knowledge-graph.ts';
import type { EdgeLine, ExplorerData, NodeLine } from '../../graph/schema.ts';
import { boardName, boardsOf } from '../../viz/facts/boards.ts';
import { contestedIn } from '../../viz/facts/contested.ts';
import { matrixOf } from '../../viz/facts/matrix.ts';
import { nearTo } from '../../viz/facts/near.ts';
import { overviewOf } from '../../viz/facts/overview.ts';
import { plotsOf } from '../../viz/facts/plots.ts';
import { openLibrary } from '../../viz/library.ts';
import { sortRows } from '../../viz/panel/sortable-table.ts';

const words = { field: 'text', start: 0, end: 9, by: 'test', confidence: 1 } as const;

/** Papers that each report one accuracy, `[paper, subject, benchmark, value]`, and say that one beats another. */
function literature(
  numbers: readonly (readonly [string, string, string, number])[],
  wins: readonly (readonly [string, string, string])[] = [],
  tested: readonly (readonly [string, string, string])[] = [],
): ExplorerData {
  const nodes = new Map<string, NodeLine>();
  const edges: EdgeLine[] = [];
  const add = (key: string, type: 'Method' | 'Benchmark' | 'Metric') =>
    nodes.set(key, {
      schema: 1,
      key,
      type,
      name: key,
      aliases: [],
      papers: 1,
      firstSeen: '2026-01-01',
      votes: { [type]: 1 },
      classTerm: false,
      statistics: [],
    });
  const paper = (id: string) =>
    nodes.set(`paper:${id}`, { schema: 1, key: `paper:${id}`, type: 'Paper', name: id, id });
  const say = (id: string, source: string, type: EdgeLine['type'], target: string) =>
    edges.push({ schema: 1, source, type, target, paper: id, ...words });
  for (const [id, subject, benchmark, value] of numbers) {
    const key = resultKey(id, { field: 'text', start: edges.length });
    paper(id);
    add(subject, 'Method');
    add(benchmark, 'Benchmark');
    add('accuracy', 'Metric');
    nodes.set(key, {
      schema: 1,
      key,
      type: 'Result',
      name: `${value} %`,
      value,
      unit: '%',
      kind: 'absolute',
      qualifier: null,
      direction: null,
      paper: id,
    });
    say(id, key, 'OF', subject);
    say(id, key, 'ON', benchmark);
    say(id, key, 'MEASURES', 'accuracy');
    say(id, key, 'REPORTED_IN', `paper:${id}`);
  }
  for (const [id, winner, loser] of wins) {
    paper(id);
    add(winner, 'Method');
    add(loser, 'Method');
    say(id, winner, 'OUTPERFORMS', loser);
    say(id, `paper:${id}`, 'PROPOSES', winner);
  }
  for (const [id, subject, benchmark] of tested) {
    paper(id);
    add(subject, 'Method');
    add(benchmark, 'Benchmark');
    say(id, subject, 'EVALUATED_ON', benchmark);
  }
  return { schema: 1, nodes: [...nodes.values()], edges, positions: {}, top: {}, communities: [] };
}

const ranked = literature([
  ['1', 'A', 'MATH', 80],
  ['2', 'B', 'MATH', 70],
  ['3', 'C', 'MATH', 60],
  ['3', 'A', 'GSM', 50],
]);

describe('boardsOf(graph)', () => {
  it('ranks once and names what is measured', () => {
    const { graph } = openLibrary(ranked);
    expect(boardsOf(graph)).toBe(boardsOf(graph));
    const [first] = boardsOf(graph).all;
    expect(first && boardName(first)).toBe('accuracy (%)');
  });
});

describe('boardName(board)', () => {
  it.each([
    ['absolute', 'accuracy (%)'],
    ['gain', 'accuracy, gain (%)'],
    ['reduction', 'accuracy, reduction (%)'],
    ['ratio', 'accuracy, factor (%)'],
  ] as const)('says of the kind %s what it is, where it is no score', (kind, name) => {
    const [first] = boardsOf(openLibrary(ranked).graph).all;
    expect(first && boardName({ ...first, kind })).toBe(name);
  });
});

describe('plotsOf(graph, key)', () => {
  it('shows a method among the others where there are three numbers', () => {
    const [plot, ...others] = plotsOf(openLibrary(ranked).graph, 'B');
    expect(others).toEqual([]);
    expect(plot?.dots.map(({ label, isOwn }) => [label, isOwn])).toEqual([
      ['80 %', false],
      ['70 %', true],
      ['60 %', false],
    ]);
  });

  it('shows none where there are fewer', () => {
    expect(plotsOf(openLibrary(ranked).graph, 'GSM')).toEqual([]);
  });
});

describe('matrixOf(library, shown)', () => {
  const library = openLibrary(
    literature(
      [
        ['1', 'A', 'MATH', 80],
        ['2', 'B', 'MATH', 70],
      ],
      [],
      [['3', 'B', 'GSM']],
    ),
  );
  const matrix = matrixOf(library, new Set(library.graph.nodes()));

  it('puts the fullest rows and columns first', () => {
    expect([matrix.rows, matrix.columns]).toEqual([
      ['B', 'A'],
      ['MATH', 'GSM'],
    ]);
  });

  it('says how good a value is on its board', () => {
    expect(matrix.cell('A', 'MATH')).toMatchObject({ label: '80 %', merit: 1 });
    expect(matrix.cell('B', 'MATH')).toMatchObject({
      label: '70 %',
      merit: 0,
      words: 'accuracy (%), rank 2 of 2',
    });
  });

  it('knows tests without a number, and nothing of what nobody says', () => {
    expect(matrix.cell('B', 'GSM')).toMatchObject({ label: undefined });
    expect(matrix.cell('A', 'GSM')).toBeUndefined();
  });

  it('holds only what is shown', () => {
    expect(matrixOf(library, new Set(['A', 'MATH'])).rows).toEqual(['A']);
  });
});

describe('contestedIn(graph, most)', () => {
  it('finds who is said to be better by turns, and values that differ', () => {
    const { graph } = openLibrary(
      literature(
        [
          ['1', 'A', 'MATH', 80],
          ['2', 'A', 'MATH', 70],
        ],
        [
          ['3', 'A', 'B'],
          ['4', 'B', 'A'],
        ],
      ),
    );
    expect(contestedIn(graph, 5)).toEqual([
      { kind: 'winner', a: 'A', b: 'B', papers: 2 },
      {
        kind: 'value',
        subject: 'A',
        benchmark: 'MATH',
        metric: 'accuracy',
        words: '80 % or 70 % on MATH',
      },
    ]);
  });
});

describe('overviewOf(library).newest', () => {
  it('lists what was proposed', () => {
    const library = openLibrary(literature([], [['1', 'A', 'B']]));
    expect(overviewOf(library).newest).toEqual([{ key: 'A', date: '2026-01-01' }]);
  });
});

describe('nearTo(library, key, most)', () => {
  it('finds what shares most', () => {
    const library = openLibrary(
      literature(
        [],
        [],
        [
          ['1', 'A', 'MATH'],
          ['1', 'A', 'GSM'],
          ['1', 'B', 'MATH'],
          ['1', 'C', 'MATH'],
          ['1', 'C', 'GSM'],
          ['1', 'D', 'CODE'],
        ],
      ),
    );
    expect(nearTo(library, 'A', 5)).toEqual([
      { key: 'C', shared: ['GSM', 'MATH'] },
      { key: 'B', shared: ['MATH'] },
    ]);
  });
});

describe('sortRows(rows, column, order)', () => {
  const column = { value: (row: string | number | undefined) => row };

  it.each([
    ['ascending', [2, 10, undefined]],
    ['descending', [10, 2, undefined]],
  ] as const)('sorts numbers %s, with what has none at the end', (order, sorted) => {
    expect(sortRows([10, undefined, 2], column, order)).toEqual(sorted);
  });

  it('sorts words as people do', () => {
    expect(sortRows(['b10', 'B2', 'a'], column, 'ascending')).toEqual(['a', 'B2', 'b10']);
  });

  it('leaves the rows that it was given as they are', () => {
    const rows = [2, 1];
    sortRows(rows, column, 'ascending');
    expect(rows).toEqual([2, 1]);
  });
});
