import { describe, expect, it } from 'vitest';
import { fromHash, readAddress, toAddress, toHash } from '../../viz/address.ts';
import { initialState, type State } from '../../viz/state.ts';

describe('toHash(selection)', () => {
  it.each(['simsd', 'paper:cs/9901001', 'result:1#5', 'FG²-GDN+', '100 %'])(
    'keeps %s through an address',
    (key) => {
      expect(fromHash(toHash(key))).toBe(key);
    },
  );

  it('has an address for the overview', () => {
    expect(toHash(undefined)).toBe('#/');
    expect(fromHash('#/')).toBeUndefined();
  });
});

describe('fromHash(hash)', () => {
  it.each(['', '#', '#/node/', '#/elsewhere', '#/node/%E0%A4%A'])(
    'opens nothing for %o',
    (hash) => {
      expect(fromHash(hash)).toBeUndefined();
    },
  );
});

const CHOSEN: State = {
  ...initialState,
  view: 'leaderboard',
  selection: { kind: 'relation', source: 'a/b', type: 'OUTPERFORMS', target: 'c,d' },
  filters: {
    hiddenTypes: new Set(['Task', 'Metric']),
    hiddenRelations: new Set(['VARIANT_OF']),
    leastPapers: 3,
    months: [12 * 2026 + 2, 12 * 2026 + 4],
    task: 'GUI grounding',
    community: 0,
    connected: { key: 'x=y&z', reach: 2 },
  },
  layers: new Set(['Paper']),
  budget: 5_000,
  kept: new Set(['k, l', 'm']),
  pinned: new Set(['p?q']),
  hidden: new Set(['#h']),
  arrangement: { kind: 'forces', seed: 7 },
  board: { benchmark: 'osworld', metric: 'success rate' },
};

describe('toAddress(state, camera)', () => {
  it('keeps all that a reader has chosen', () => {
    const camera = { x: 0.25, y: 0.75, ratio: 0.1 };
    expect(readAddress(toAddress(CHOSEN, camera))).toEqual({ state: CHOSEN, camera });
  });

  it.each<Partial<State>>([
    { selection: { kind: 'path', from: 'a', to: undefined, nth: 0, overHubs: true } },
    { selection: { kind: 'path', from: 'a', to: 'b', nth: 2, overHubs: false } },
    { arrangement: { kind: 'rings', around: 'a,b' } },
    { board: { benchmark: 'osworld', metric: undefined } },
    { filters: { ...initialState.filters, connected: { key: 'a', reach: 1, most: 40 } } },
  ])('keeps %j', (change) => {
    const state = { ...initialState, ...change };
    expect(readAddress(toAddress(state)).state).toEqual(state);
  });

  it('says nothing of what is as it is at first', () => {
    expect(toAddress(initialState)).toBe('#/');
  });

  it('is the same for the same choices in another order', () => {
    const pinned = (keys: readonly string[]) =>
      toAddress({ ...initialState, pinned: new Set(keys) });
    expect(pinned(['b', 'a'])).toBe(pinned(['a', 'b']));
  });
});

describe('readAddress(hash)', () => {
  it.each([
    '#/relation/a/KNOWS/b',
    '#/?hide=Nothing&papers=-1&months=2026-13..x&near=a,9&layout=spiral&at=1,2&budget=0&view=cube&new',
    '#/?hide=%E0%A4%A',
  ])('passes over what it cannot understand in %s', (hash) => {
    expect(readAddress(hash)).toEqual({ state: initialState });
  });
});
