import { performance } from 'node:perf_hooks';
import { openLibrary } from '../../viz/library.ts';
import { facetsOf } from '../../viz/narrow/facets.ts';
import { PALETTES } from '../../viz/stage/palette.ts';
import { reduceEdge, reduceNode } from '../../viz/stage/reducers.ts';
import { createScenes } from '../../viz/stage/scene.ts';
import { createView } from '../../viz/stage/view.ts';
import { changeFilters, initialState, select, toggleType } from '../../viz/state.ts';
import { createPathFinder } from '../../viz/walk/path-finder.ts';

/** @typedef {import('../../viz/state.ts').State} State */

const ROUNDS = 12;

/**
 * Milliseconds that each kind of change takes from a new state to all that is handed to the drawing: what is shown, what
 * each filter would let through, the picture, and the reducers over all its nodes and edges. The first rounds warm up.
 * @param {import('../../graph/schema.ts').ExplorerData} data
 * @returns {Record<string, { clock: number, processor: number }[]>}
 */
export function timeFilters(data) {
  const library = openLibrary(data);
  const sceneOf = createScenes(library, createPathFinder(library));
  const changes = changesOf(library);
  /** @type {Record<string, { clock: number, processor: number }[]>} */
  const times = {};
  for (let round = -3; round < ROUNDS; round += 1) {
    for (const [name, change] of Object.entries(changes)) {
      show(library, sceneOf, initialState);
      const changed = change(initialState);
      const [used, started] = [process.cpuUsage(), performance.now()];
      show(library, sceneOf, changed);
      const clock = performance.now() - started;
      const { user, system } = process.cpuUsage(used);
      if (round < 0) continue;
      times[name] ??= [];
      times[name].push({ clock, processor: (user + system) / 1_000 });
    }
  }
  return times;
}

/**
 * @param {import('../../viz/library.ts').Library} library
 * @returns {Record<string, (state: State) => State>}
 */
function changesOf({ index }) {
  const months = index.papers.flatMap(({ month }) => month ?? []);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const task = index.nodes.find(({ kind }) => kind === 'Task')?.key;
  const [node] = index.nodes;
  return {
    'without methods': (state) => toggleType(state, 'Method'),
    'benchmarks alone': (state) =>
      ['Method', 'Model', 'Dataset', 'Metric', 'Task'].reduce(toggleType, state),
    'named by two': (state) => changeFilters(state, { leastPapers: 2 }),
    'half of the months': (state) =>
      changeFilters(state, { months: [first, Math.floor((first + last) / 2)] }),
    'one task': (state) => changeFilters(state, { task }),
    'one community': (state) => changeFilters(state, { community: 0 }),
    'connected with one': (state) =>
      changeFilters(state, { connected: node && { key: node.key, reach: 2 } }),
    'one selected': (state) => select(state, node?.key),
  };
}

/**
 * @param {import('../../viz/library.ts').Library} library
 * @param {import('../../viz/stage/scene.ts').SceneFinder} sceneOf
 * @param {State} state
 */
function show(library, sceneOf, state) {
  const { judged, focus, picture } = sceneOf(state);
  facetsOf(library.index, state, judged);
  const view = createView(picture, state, focus, {
    palette: PALETTES.light,
    scale: 1,
    fading: 1,
  });
  picture.forEachNode((key, node) => reduceNode(view, key, node));
  picture.forEachEdge((_key, edge, source, target, from) =>
    reduceEdge(view, edge, { source, target }, from),
  );
}
