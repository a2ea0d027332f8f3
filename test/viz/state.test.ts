import { describe, expect, it } from 'vitest';
import {
  hover,
  initialState,
  select,
  showAllTypes,
  toggleLayer,
  toggleType,
} from '../../viz/state.ts';
import { createStore } from '../../viz/store.ts';

describe('select(state, key)', () => {
  it('selects a node and forgets what was hovered', () => {
    const state = select(hover(initialState, 'a'), 'b');
    expect([state.selection, state.hovered]).toEqual(['b', undefined]);
  });
});

describe('toggleType(state, type)', () => {
  it('hides a type and shows it again', () => {
    const hidden = toggleType(initialState, 'Metric');
    expect([...hidden.hiddenTypes]).toEqual(['Metric']);
    expect([...toggleType(hidden, 'Metric').hiddenTypes]).toEqual([]);
  });

  it('changes a copy', () => {
    toggleType(initialState, 'Metric');
    expect(initialState.hiddenTypes.size).toBe(0);
  });
});

describe('showAllTypes(state)', () => {
  it('shows all types and leaves the layers', () => {
    const state = showAllTypes(toggleLayer(toggleType(initialState, 'Task'), 'Paper'));
    expect([state.hiddenTypes.size, [...state.layers]]).toEqual([0, ['Paper']]);
  });
});

describe('createStore(state)', () => {
  it('tells every listener of a change, until it has left', () => {
    const store = createStore(initialState);
    const seen: unknown[] = [];
    const leave = store.subscribe((state, previous) =>
      seen.push([previous.selection, state.selection]),
    );
    store.update((state) => select(state, 'a'));
    leave();
    store.update((state) => select(state, 'b'));
    expect(seen).toEqual([[undefined, 'a']]);
    expect(store.get().selection).toBe('b');
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
