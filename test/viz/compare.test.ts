import { describe, expect, it } from 'vitest';
import { boardName, boardsOf } from '../../viz/facts/boards.ts';
import { contestedIn } from '../../viz/facts/contested.ts';
import { matrixOf } from '../../viz/facts/matrix.ts';
import { nearTo } from '../../viz/facts/near.ts';
import { overviewOf } from '../../viz/facts/overview.ts';
import { plotsOf } from '../../viz/facts/plots.ts';
import { openLibrary } from '../../viz/library.ts';
import { sortRows } from '../../viz/panel/sortable-table.ts';
import { literature } from './literature.ts';

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
