import { describe, expect, it } from 'vitest';
import { nodeRadius } from '../../graph/layout/radius.ts';
import { placeGuests } from '../../viz/arrange/guests.ts';
import { createPlanes, planeOf } from '../../viz/arrange/planes.ts';
import { openLibrary } from '../../viz/library.ts';
import { createPicture } from '../../viz/stage/picture.ts';
import { createScenes } from '../../viz/stage/scene.ts';
import { initialState, select, setBudget } from '../../viz/state.ts';
import { createPathFinder } from '../../viz/walk/path-finder.ts';
import { smallLibrary } from './small-library.ts';

/** Only two of the small library's things lie on the plane of its top, far from each other. */
const TOP = { simsd: [0, 0], 'eagle-3': [900, 0] } satisfies Record<string, [number, number]>;
const library = openLibrary({ ...smallLibrary(), top: TOP });
const { top = new Map(), whole } = library.planes;
const disc = (key: string) => ({
  key,
  radius: nodeRadius(library.graph.getNodeAttributes(key)),
});
const drawn = Object.entries(TOP).map(([key, [x, y]]) => ({ ...disc(key), x, y }));

describe('planeOf(planes, state)', () => {
  it('draws on the plane of the top until the reader asks for more', () => {
    expect(planeOf(library.planes, initialState)).toBe(top);
    expect(planeOf(library.planes, setBudget(initialState, 4_000))).toBe(whole);
  });

  it('draws on that of all where there is no other', () => {
    const planes = createPlanes({ positions: { a: [1, 2] }, top: {} });
    expect(planeOf(planes, initialState)).toEqual(new Map([['a', [1, 2]]]));
  });
});

describe('placeGuests(library, plane, drawn, guests)', () => {
  const place = (keys: readonly string[]) => placeGuests(library, top, drawn, keys.map(disc));

  it('puts a guest beside what it is joined with', () => {
    const [guest] = place(['hostile']);
    expect(Math.hypot(guest?.x ?? 0, guest?.y ?? 0)).toBeLessThan(60);
  });

  it('puts one that is joined with nothing there beside what its neighbours are joined with', () => {
    const [result] = library.graph.filterNodes((_key, { type }) => type === 'Result');
    const [guest] = place([result ?? '']);
    expect(Math.hypot(guest?.x ?? 0, guest?.y ?? 0)).toBeLessThan(60);
  });

  it('lets none touch another or what is drawn', () => {
    const keys = library.graph.nodes().filter((key) => !(key in TOP));
    const all = [...drawn, ...place(keys)];
    expect(all).toHaveLength(library.graph.order);
    for (const [at, a] of all.entries()) {
      for (const b of all.slice(at + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius);
      }
    }
  });

  it('places the same guests the same way', () => {
    expect(place(['hostile', 'math-500'])).toEqual(place(['hostile', 'math-500']));
  });
});

describe('createPicture(library, shown, plane)', () => {
  it('leaves what lies on the plane where it is, whoever comes beside it', () => {
    const shown = { nodes: new Set(library.graph.nodes()), links: [] };
    const picture = createPicture(library, shown, top);
    expect(picture.getNodeAttributes('eagle-3')).toMatchObject({ x: 900, y: 0 });
    expect(picture.order).toBe(library.graph.order);
  });
});

describe('createScenes(library, pathsOf)', () => {
  const sceneOf = createScenes(library, createPathFinder(library));

  it('makes another picture where the same is shown on another plane', () => {
    const [first, second] = [
      sceneOf(initialState).picture,
      sceneOf(setBudget(initialState, 4_000)).picture,
    ];
    expect(second.nodes().sort()).toEqual(first.nodes().sort());
    expect(second).not.toBe(first);
    expect(second.getNodeAttribute('simsd', 'x')).toBe(whole.get('simsd')?.[0]);
  });

  it('keeps the picture where a selection shows nothing else', () => {
    const { picture } = sceneOf(initialState);
    expect(sceneOf(select(initialState, 'simsd')).picture).toBe(picture);
  });
});
