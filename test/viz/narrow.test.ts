import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../viz/library.ts';
import { facetsOf } from '../../viz/narrow/facets.ts';
import { monthOf } from '../../viz/narrow/filter-index.ts';
import { judge, whatIsShown } from '../../viz/narrow/shown.ts';
import {
  changeFilters,
  hide,
  initialState,
  keep,
  type State,
  select,
  setBudget,
  toggleLayer,
  togglePin,
  toggleRelation,
  toggleType,
} from '../../viz/state.ts';
import { smallLibrary } from './small-library.ts';

const { index } = openLibrary(smallLibrary());
const ENTITIES = ['accuracy', 'eagle-3', 'hostile', 'llm', 'math-500', 'simsd'];
const JANUARY = 12 * 2026;

const shown = (state: State, foci: string[] = []) => whatIsShown(index, state, foci);
const keys = (state: State, foci: string[] = []) => [...shown(state, foci).nodes].sort();
const without = (...left: string[]) => ENTITIES.filter((key) => !left.includes(key));
const facets = (state: State) => facetsOf(index, state, judge(index, state));

describe('monthOf(date)', () => {
  it.each([
    ['2026-03-14', 12 * 2026 + 2],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s -> %s', (date, month) => expect(monthOf(date)).toBe(month));
});

describe('whatIsShown(index, state, foci)', () => {
  it('shows all entities at first, without papers and numbers', () => {
    expect(keys(initialState)).toEqual(ENTITIES);
    expect(shown(initialState)).toMatchObject({ fitting: 6, drawn: 6 });
  });

  it('leaves out a type', () => {
    expect(keys(toggleType(initialState, 'Model'))).toEqual(without('hostile', 'llm'));
  });

  it('leaves out a relation and nothing else', () => {
    const { links, nodes } = shown(toggleRelation(initialState, 'BUILDS_ON'));
    expect(links.map(({ type }) => type).sort()).toEqual(['EVALUATED_ON', 'OUTPERFORMS']);
    expect(nodes.size).toBe(6);
  });

  it('asks for so many papers', () => {
    expect(keys(changeFilters(initialState, { leastPapers: 3 }))).toEqual(['simsd']);
  });

  it('shows only what papers of the months say', () => {
    const state = changeFilters(initialState, { months: [JANUARY, JANUARY] });
    expect(keys(state)).toEqual(['accuracy', 'eagle-3', 'math-500', 'simsd']);
    // That the lost paper, which has no date, and the one of February say more is out of these months.
    expect(
      shown(state)
        .links.map(({ type }) => type)
        .sort(),
    ).toEqual(['EVALUATED_ON', 'OUTPERFORMS']);
  });

  it('counts papers within the months', () => {
    const state = changeFilters(initialState, {
      months: [JANUARY, JANUARY + 1],
      leastPapers: 2,
    });
    expect(keys(state)).toEqual(['math-500', 'simsd']);
  });

  it('shows a community', () => {
    expect(keys(changeFilters(initialState, { community: 0 }))).toEqual(without('hostile', 'llm'));
  });

  it('shows only what is connected, as far as asked for', () => {
    const from = (key: string, reach: 1 | 2) =>
      keys(changeFilters(initialState, { connected: { key, reach } }));
    expect(from('hostile', 1)).toEqual(['hostile', 'simsd']);
    expect(from('hostile', 2)).toEqual(['eagle-3', 'hostile', 'math-500', 'simsd']);
  });

  it('shows the most important of what is connected, and what that is around', () => {
    const around = (most: number) =>
      changeFilters(initialState, { connected: { key: 'eagle-3', reach: 2, most } });
    expect(keys(around(1))).toEqual(['eagle-3', 'simsd']);
    expect(shown(around(1))).toMatchObject({ fitting: 4, drawn: 2 });
    expect(keys(around(2))).toEqual(['eagle-3', 'math-500', 'simsd']);
    // What is selected among them brings no others with it.
    expect(keys(select(around(1), 'simsd'), ['simsd'])).toEqual(['eagle-3', 'simsd']);
  });

  it('goes over no relation that is left out', () => {
    const state = changeFilters(toggleRelation(initialState, 'BUILDS_ON'), {
      connected: { key: 'hostile', reach: 2 },
    });
    expect(keys(state)).toEqual(['hostile']);
  });

  it('adds layers', () => {
    expect(keys(toggleLayer(initialState, 'Paper'))).toHaveLength(9);
    expect(keys(toggleLayer(initialState, 'Result'))).toHaveLength(7);
  });

  it('keeps the most important within the budget, and says how many there are', () => {
    const state = setBudget(initialState, 2);
    expect(keys(state)).toEqual(['math-500', 'simsd']);
    expect(shown(state)).toMatchObject({ fitting: 6, drawn: 2 });
  });

  it('draws everything around the selection whatever the budget', () => {
    const state = select(setBudget(initialState, 1), 'hostile');
    expect(keys(state, ['hostile'])).toEqual(['hostile', 'simsd']);
  });

  it('draws around the selection nothing that the filters leave out', () => {
    const state = toggleType(select(setBudget(initialState, 1), 'hostile'), 'Method');
    expect(keys(state, ['hostile'])).toEqual(['hostile', 'math-500']);
  });

  it('draws what was kept and pinned whatever filters and budget say', () => {
    const state = togglePin(
      keep(toggleType(setBudget(initialState, 1), 'Model'), ['llm']),
      'hostile',
    );
    expect(keys(state)).toEqual(['hostile', 'llm', 'simsd']);
  });

  it('takes away what was hidden', () => {
    expect(keys(hide(initialState, 'simsd'))).toEqual(without('simsd'));
  });
});

describe('facetsOf(index, state, judged)', () => {
  it('counts what each type would let through under the other filters', () => {
    const state = changeFilters(toggleType(initialState, 'Method'), { leastPapers: 2 });
    expect(facets(state).types.get('Method')).toBe(2);
    expect(facets(state).types.get('Benchmark')).toBe(1);
    expect(facets(state).types.get('Model')).toBe(0);
  });

  it('counts relations between what is let through', () => {
    expect(facets(initialState).relations.get('BUILDS_ON')).toBe(2);
    expect(facets(toggleType(initialState, 'Model')).relations.get('BUILDS_ON')).toBe(1);
  });

  it('counts papers a month, and those without a date', () => {
    const { months, undated } = facets(initialState);
    expect(months).toEqual([
      { value: JANUARY, amount: 1 },
      { value: JANUARY + 1, amount: 1 },
    ]);
    expect(undated).toBe(1);
  });

  it('counts how many are named by at least so many papers', () => {
    expect(facets(initialState).papers).toEqual([
      { value: 1, amount: 6 },
      { value: 2, amount: 3 },
      { value: 3, amount: 1 },
    ]);
  });

  it('counts the members of each community', () => {
    expect(facets(initialState).communities).toEqual([{ value: 0, amount: 4 }]);
  });
});
