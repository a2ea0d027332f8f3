import { describe, expect, it } from 'vitest';
import { activeFilters } from '../../viz/narrow/filters.ts';
import {
  arrange,
  changeFilters,
  changePath,
  clearFilters,
  findPath,
  hide,
  hover,
  initialState,
  keep,
  leaveAround,
  lookAround,
  lookFurther,
  select,
  selectedEnds,
  selectedNode,
  selectRelation,
  setBudget,
  showBoard,
  showView,
  toggleLayer,
  togglePin,
  toggleRelation,
  toggleType,
  unhideAll,
} from '../../viz/state.ts';
import { createStore } from '../../viz/store.ts';

const relation = { source: 'a', type: 'BUILDS_ON', target: 'b' } as const;

describe('select(state, key)', () => {
  it('selects a node and forgets what was hovered', () => {
    const state = select(hover(initialState, 'a'), 'b');
    expect([selectedNode(state), state.hovered]).toEqual(['b', undefined]);
  });

  it('selects nothing', () => {
    expect(select(select(initialState, 'a'), undefined).selection).toBeUndefined();
  });

  it('shows again what was hidden', () => {
    expect([...select(hide(initialState, 'a'), 'a').hidden]).toEqual([]);
  });
});

describe('selectedEnds(state)', () => {
  it.each([
    [initialState, []],
    [select(initialState, 'a'), ['a']],
    [selectRelation(initialState, relation), ['a', 'b']],
    [findPath(initialState, 'a'), ['a']],
    [findPath(initialState, 'a', 'c'), ['a', 'c']],
  ])('names what the selection is about (%#)', (state, ends) => {
    expect(selectedEnds(state)).toEqual(ends);
  });
});

describe('changePath(state, change)', () => {
  it('goes on to the next path', () => {
    const state = changePath(findPath(initialState, 'a', 'b'), { nth: 1 });
    expect(state.selection).toEqual({ kind: 'path', from: 'a', to: 'b', nth: 1, overHubs: true });
  });

  it('leaves a state without a path as it is', () => {
    const state = select(initialState, 'a');
    expect(changePath(state, { nth: 1 })).toBe(state);
  });
});

describe('toggleType(state, type)', () => {
  it('hides a type and shows it again', () => {
    const hidden = toggleType(initialState, 'Metric');
    expect([...hidden.filters.hiddenTypes]).toEqual(['Metric']);
    expect([...toggleType(hidden, 'Metric').filters.hiddenTypes]).toEqual([]);
  });

  it('changes a copy', () => {
    toggleType(initialState, 'Metric');
    expect(initialState.filters.hiddenTypes.size).toBe(0);
  });
});

describe('clearFilters(state)', () => {
  it('takes every filter back and leaves layers, budget and what was kept', () => {
    const narrowed = changeFilters(toggleRelation(toggleType(initialState, 'Task'), 'BUILDS_ON'), {
      leastPapers: 2,
      months: [24_300, 24_301],
      task: 't',
      community: 0,
      connected: { key: 'a', reach: 1 },
    });
    expect(activeFilters(narrowed.filters)).toBe(7);
    const state = clearFilters(keep(setBudget(toggleLayer(narrowed, 'Paper'), 4_000), ['a']));
    expect(activeFilters(state.filters)).toBe(0);
    expect([[...state.layers], state.budget, [...state.kept]]).toEqual([['Paper'], 4_000, ['a']]);
  });
});

describe('lookAround(state, key)', () => {
  const around = lookAround(initialState, 'a');

  it('shows the first neighbours alone, in a ring, and then some more', () => {
    expect(around.filters.connected).toEqual({ key: 'a', reach: 1, most: 40 });
    expect(around.arrangement).toEqual({ kind: 'rings', around: 'a' });
    expect(lookFurther(around).filters.connected?.most).toBe(80);
    expect(lookFurther(initialState)).toBe(initialState);
  });

  it.each([
    ['leaveAround', leaveAround],
    ['clearFilters', clearFilters],
  ] as const)('is taken back by %s', (_name, back) => {
    expect(back(around)).toEqual(initialState);
  });

  it('leaves a ring that was drawn for itself', () => {
    const connected = { key: 'a', reach: 1 } as const;
    const drawn = arrange(initialState, { kind: 'rings', around: 'a' });
    expect(leaveAround(changeFilters(drawn, { connected }))).toEqual(drawn);
  });
});

describe('hide(state, key)', () => {
  it('takes a node from the canvas and closes its page', () => {
    const state = hide(keep(togglePin(select(initialState, 'a'), 'a'), ['a', 'b']), 'a');
    expect(state.selection).toBeUndefined();
    expect([[...state.hidden], [...state.kept], [...state.pinned]]).toEqual([['a'], ['b'], []]);
    expect(unhideAll(state).hidden.size).toBe(0);
  });

  it('leaves the page of another node open', () => {
    expect(selectedNode(hide(select(initialState, 'a'), 'b'))).toBe('a');
  });
});

describe('keep(state, keys)', () => {
  it('keeps nodes, and shows those that were hidden', () => {
    const state = keep(hide(initialState, 'a'), ['a', 'b']);
    expect([[...state.kept], state.hidden.size]).toEqual([['a', 'b'], 0]);
  });
});

describe('showBoard(state, benchmark, metric)', () => {
  it('opens the leaderboard and keeps the selection', () => {
    const state = showBoard(select(initialState, 'a'), 'b', 'm');
    expect([state.view, state.board, selectedNode(state)]).toEqual([
      'leaderboard',
      { benchmark: 'b', metric: 'm' },
      'a',
    ]);
    expect(showView(state, 'graph').board).toEqual(state.board);
  });
});

describe('createStore(state)', () => {
  it('tells every listener of a change, until it has left', () => {
    const store = createStore(initialState);
    const seen: unknown[] = [];
    const leave = store.subscribe((state, previous) =>
      seen.push([selectedNode(previous), selectedNode(state)]),
    );
    store.update((state) => select(state, 'a'));
    leave();
    store.update((state) => select(state, 'b'));
    expect(seen).toEqual([[undefined, 'a']]);
    expect(selectedNode(store.get())).toBe('b');
  });

  it('keeps still where nothing has changed', () => {
    const store = createStore(initialState);
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.update((state) => state);
    expect(told).toBe(0);
  });
});
