import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../viz/arrange/random.ts';
import { inRings } from '../../viz/arrange/rings.ts';
import { openLibrary } from '../../viz/library.ts';
import { createPicture, type NodePicture, type Picture } from '../../viz/stage/picture.ts';
import { smallLibrary } from './small-library.ts';

const library = openLibrary(smallLibrary());
const shown = {
  nodes: new Set(
    library.graph.filterNodes((_key, { type }) => type !== 'Paper' && type !== 'Result'),
  ),
  links: library.index.links.filter(({ type }) =>
    ['OUTPERFORMS', 'EVALUATED_ON', 'BUILDS_ON'].includes(type),
  ),
};
const picture = createPicture(library, shown, library.planes.whole);
const distance = ([x, y]: readonly [number, number]) => Math.hypot(x, y);

describe('inRings(picture, around)', () => {
  const positions = inRings(picture, 'hostile');
  const radius = (key: string) => Math.round(distance(positions.get(key) ?? [-1, -1]));

  it('puts each node on the ring of its distance', () => {
    expect(radius('hostile')).toBe(0);
    expect(radius('simsd')).toBe(90);
    expect([radius('eagle-3'), radius('math-500')]).toEqual([180, 180]);
  });

  it('leaves nothing out', () => {
    expect([...positions.keys()].sort()).toEqual(picture.nodes().sort());
    expect(radius('llm')).toBeGreaterThan(180);
  });

  it('lets no two nodes touch', () => {
    const places = [...positions];
    for (const [at, [key, [x, y]]] of places.entries()) {
      for (const [other, [otherX, otherY]] of places.slice(at + 1)) {
        const sizes = [key, other].map((node) => picture.getNodeAttribute(node, 'size'));
        const reach = (sizes[0] ?? 0) + (sizes[1] ?? 0);
        expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(reach);
      }
    }
  });

  it('arranges nothing around what is not there', () => {
    expect(inRings(picture, 'nobody').size).toBe(0);
  });
});

describe('inRings(picture, around) of a hub', () => {
  const AMOUNT = 40;
  const hub: Picture = new MultiDirectedGraph();
  const add = (key: string, kind: NodePicture['kind'], importance: number) =>
    hub.addNode(key, {
      ...picture.getNodeAttributes('simsd'),
      ...{ kind, importance, size: 4 + importance / 4 },
    });
  add('hub', 'Benchmark', 99);
  for (let number = 0; number < AMOUNT; number += 1) {
    add(`n${number}`, number % 2 ? 'Model' : 'Method', number);
    hub.addDirectedEdge(`n${number}`, 'hub', {
      relation: 'EVALUATED_ON',
      strong: true,
      curvature: 0,
      papers: 1,
    });
  }
  const places = [...inRings(hub, 'hub')].filter(([key]) => key !== 'hub');

  it('puts all neighbours at one distance', () => {
    const distances = places.map(([, place]) => Math.round(distance(place)));
    expect(places).toHaveLength(AMOUNT);
    expect(new Set(distances).size).toBe(1);
  });

  it.each([
    ['right', 1],
    ['left', -1],
  ])('gives each a line of its own for its name on the %s', (_side, sign) => {
    const side = places.filter(([, [x]]) => Math.sign(x) === sign);
    const heights = side.map(([, [, y]]) => y).sort((a, b) => a - b);
    const apart = heights.slice(1).map((height, at) => height - (heights[at] ?? 0));
    expect(side).toHaveLength(AMOUNT / 2);
    expect(Math.min(...apart)).toBeGreaterThan(16);
  });

  it('puts one kind beside the other, the most important first', () => {
    const right = places.filter(([, [x]]) => x > 0).sort(([, [, a]], [, [, b]]) => b - a);
    expect(right.slice(0, 3).map(([key]) => key)).toEqual(['n38', 'n36', 'n34']);
    expect(new Set(right.map(([key]) => hub.getNodeAttribute(key, 'kind')))).toEqual(
      new Set(['Method']),
    );
  });
});

describe('randomFrom(seed)', () => {
  it('gives the same numbers for the same seed', () => {
    const [first, second, third] = [randomFrom(1), randomFrom(1), randomFrom(2)];
    const numbers = Array.from({ length: 5 }, first);
    expect(Array.from({ length: 5 }, second)).toEqual(numbers);
    expect(Array.from({ length: 5 }, third)).not.toEqual(numbers);
    for (const number of numbers) expect(number >= 0 && number < 1).toBe(true);
  });
});
