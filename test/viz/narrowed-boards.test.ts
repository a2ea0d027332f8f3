import { describe, expect, it } from 'vitest';
import type { Board } from '../../graph/analysis/leaderboard.ts';
import { boardsOf } from '../../viz/facts/boards.ts';
import {
  narrowBenchmarks,
  narrowBoards,
  narrowConflicts,
} from '../../viz/facts/narrowed-boards.ts';
import { openLibrary } from '../../viz/library.ts';
import { judge } from '../../viz/narrow/shown.ts';
import {
  changeFilters,
  hide,
  initialState,
  type State,
  toggleLayer,
  toggleType,
} from '../../viz/state.ts';
import { literature } from './literature.ts';

const library = openLibrary(
  literature([
    ['1', 'A', 'MATH', 80],
    ['2', 'B', 'MATH', 70],
    ['3', 'C', 'MATH', 60],
    ['4', 'A', 'MATH', 75],
    ['5', 'A', 'GSM', 50],
  ]),
);
const FEBRUARY = 12 * 2026 + 1;
const sinceFebruary = changeFilters(initialState, { months: [FEBRUARY, FEBRUARY + 3] });
const judgement = (state: State) => ({ state, judged: judge(library.index, state) });
const ranks = ({ boards }: { readonly boards: readonly Board[] }) =>
  boards.flatMap(({ rows }) => rows.map(({ rank, subject, label }) => [rank, subject?.key, label]));

describe('narrowBoards(library, judgement, boards)', () => {
  const { all } = boardsOf(library.graph);
  const math = all.filter(({ benchmark }) => benchmark.key === 'MATH');
  const narrow = (state: State) => narrowBoards(library, judgement(state), math);

  it('leaves boards as they are without a filter', () => {
    const narrowed = narrow(initialState);
    expect(narrowed.boards[0]).toBe(math[0]);
    expect(narrowed).toMatchObject({ numbers: 4, of: 4 });
  });

  it('ranks anew what papers of the months report', () => {
    const narrowed = narrow(sinceFebruary);
    expect(ranks(narrowed)).toEqual([
      [1, 'A', '75 %'],
      [2, 'B', '70 %'],
      [3, 'C', '60 %'],
    ]);
    expect(narrowed).toMatchObject({ numbers: 3, of: 4 });
  });

  it('leaves out what is hidden, by hand or by its type', () => {
    expect(ranks(narrow(hide(initialState, 'A')))).toEqual([
      [1, 'B', '70 %'],
      [2, 'C', '60 %'],
    ]);
    expect(narrow(toggleType(initialState, 'Method'))).toEqual({ boards: [], numbers: 0, of: 4 });
  });

  it.each([
    ['benchmarks are hidden', toggleType(initialState, 'Benchmark')],
    ['numbers are drawn', toggleLayer(initialState, 'Result')],
  ])('stays the same where %s', (_what, state) => {
    expect(narrow(state).numbers).toBe(4);
  });
});

describe('narrowBenchmarks(library, judgement)', () => {
  const narrow = (state: State) => {
    const { benchmarks, ...amounts } = narrowBenchmarks(library, judgement(state));
    const lines = benchmarks.map(({ benchmark, results, leader }) => [
      benchmark.key,
      results,
      leader?.rows[0]?.label,
    ]);
    return { lines, ...amounts };
  };

  it('counts what papers of the months report', () => {
    expect(narrow(sinceFebruary)).toEqual({
      lines: [
        ['MATH', 3, '75 %'],
        ['GSM', 1, '50 %'],
      ],
      numbers: 4,
      of: 5,
    });
  });

  it('lists no benchmark that is hidden', () => {
    expect(narrow(hide(initialState, 'GSM')).lines.map(([key]) => key)).toEqual(['MATH']);
    expect(narrow(toggleType(initialState, 'Benchmark'))).toEqual({
      lines: [],
      numbers: 0,
      of: 5,
    });
  });
});

describe('narrowConflicts(library, judgement, benchmark)', () => {
  it('says that papers disagree where two of them count', () => {
    const labels = (state: State) =>
      narrowConflicts(library, judgement(state), 'MATH').map(({ values }) =>
        values.map(({ label }) => label),
      );
    expect(labels(initialState)).toEqual([['80 %', '75 %']]);
    expect(labels(sinceFebruary)).toEqual([]);
  });
});
