import { UndirectedGraph } from 'graphology';
import FA2Layout from 'graphology-layout-forceatlas2/worker';
import { separate } from '../../graph/layout/separate.ts';
import type { Picture } from '../stage/picture.ts';
import type { Positions } from './planes.ts';
import { randomFrom } from './random.ts';

/** Always so many rounds, so that one seed comes to one picture. */
const ROUNDS = 300;
const SPACING = 26;
const GAP = 9;

/**
 * Lays a picture out anew by ForceAtlas2 in a worker, from random places that the seed decides. Returns what stops it
 * early; it then stays as it is.
 * @param move told of the positions so far, and whether they are the last ones
 */
export function runForces(
  picture: Picture,
  seed: number,
  move: (positions: Positions, isDone: boolean) => void,
): () => void {
  const springs = springsOf(picture, seed);
  let round = 0;
  const layout = new FA2Layout(springs, {
    getEdgeWeight: 'weight',
    settings: {
      barnesHutOptimize: springs.order > 500,
      gravity: 0.6,
      scalingRatio: 8,
      slowDown: 1 + Math.log(Math.max(2, springs.order)),
    },
  });
  const end = () => {
    if (!layout.isRunning()) return;
    layout.stop();
    // It is still at the work of the message that it is told to end in.
    setTimeout(() => layout.kill());
    move(settled(picture, springs), true);
  };
  springs.on('eachNodeAttributesUpdated', () => {
    round += 1;
    if (round >= ROUNDS) end();
    else if (round % 4 === 0) move(spread(springs), false);
  });
  layout.start();
  return end;
}

type Springs = UndirectedGraph<{ x: number; y: number }, { weight: number }>;

function springsOf(picture: Picture, seed: number): Springs {
  const springs: Springs = new UndirectedGraph();
  const random = randomFrom(seed);
  for (const key of picture.nodes().sort()) {
    springs.addNode(key, { x: random() * 1_000, y: random() * 1_000 });
  }
  picture.forEachEdge((_edge, { papers }, source, target) => {
    // What touches everything would pull it all into one knot.
    if ([source, target].some((key) => picture.getNodeAttribute(key, 'classTerm'))) return;
    springs.updateUndirectedEdge(source, target, (edge) => ({
      weight: (edge.weight ?? 0) + Math.sqrt(papers),
    }));
  });
  return springs;
}

/** Scaled so that a node has as much room on average as in the library's own layout. */
function spread(springs: Springs): Map<string, readonly [number, number]> {
  const places = springs.mapNodes((key, { x, y }) => ({ key, x, y }));
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const middle = { x: mean(places.map(({ x }) => x)), y: mean(places.map(({ y }) => y)) };
  const size = Math.sqrt(mean(places.map(({ x, y }) => (x - middle.x) ** 2 + (y - middle.y) ** 2)));
  const wanted = SPACING * Math.sqrt(places.length / (2 * Math.PI));
  const scale = size > 0 ? wanted / size : 1;
  return new Map(
    places.map(({ key, x, y }) => [key, [(x - middle.x) * scale, (y - middle.y) * scale]]),
  );
}

/** The last positions, with no two nodes over one another. */
function settled(picture: Picture, springs: Springs): Positions {
  const discs = [...spread(springs)].map(([key, [x, y]]) => ({
    key,
    radius: picture.getNodeAttribute(key, 'size'),
    x,
    y,
  }));
  separate(discs, GAP);
  return new Map(discs.map(({ key, x, y }) => [key, [x, y]]));
}
