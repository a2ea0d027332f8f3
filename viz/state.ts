import { SHOWN_FIRST } from '../graph/layout/top.ts';
import type { EntityType } from '../graph/schema.ts';
import { type Filters, type LinkType, NO_FILTERS } from './narrow/filters.ts';

/** What can be drawn beside the entities. */
export const LAYERS = ['Paper', 'Result'] as const;
export type Layer = (typeof LAYERS)[number];

/** The ways to look at a library. */
export const VIEWS = ['graph', 'leaderboard', 'matrix', 'table'] as const;
export type ViewName = (typeof VIEWS)[number];

/** All claims of one type between two nodes: what one line of the canvas stands for. */
export interface RelationSelection {
  readonly kind: 'relation';
  readonly source: string;
  readonly type: LinkType;
  readonly target: string;
}

/** A chain of relations between two nodes. */
export interface PathSelection {
  readonly kind: 'path';
  readonly from: string;
  /** Not yet chosen where it is left out. */
  readonly to: string | undefined;
  /** 0 for the shortest, 1 for the next. */
  readonly nth: number;
  /** Whether it may lead over what touches everything ("LLM", "accuracy"). */
  readonly overHubs: boolean;
}

/** What the panel shows: a node, a relation with all its evidence, or a path. */
export type Selection =
  | { readonly kind: 'node'; readonly key: string }
  | RelationSelection
  | PathSelection;

/** Where nodes are drawn: as the library says, by forces from a seed, or in rings around one node. */
export type Arrangement =
  | { readonly kind: 'library' }
  | { readonly kind: 'forces'; readonly seed: number }
  | { readonly kind: 'rings'; readonly around: string };

/** The benchmark and the metric that the leaderboard ranks by. */
export interface Board {
  readonly benchmark: string;
  /** All metrics where it is left out. */
  readonly metric: string | undefined;
}

/**
 * All that the reader has chosen. Everything on the screen follows from it and the library; what would not be worth
 * keeping in a link (`hovered`) is no step of the reader's way.
 */
export interface State {
  readonly view: ViewName;
  readonly selection: Selection | undefined;
  readonly hovered: string | undefined;
  readonly filters: Filters;
  readonly layers: ReadonlySet<Layer>;
  /** How many nodes are drawn at most, apart from what is selected, kept or pinned. */
  readonly budget: number;
  /** Drawn whatever filters and budget say, because the reader walked there. */
  readonly kept: ReadonlySet<string>;
  /** Kept, named and never faded. */
  readonly pinned: ReadonlySet<string>;
  /** Taken off the canvas by hand. */
  readonly hidden: ReadonlySet<string>;
  readonly arrangement: Arrangement;
  readonly board: Board | undefined;
}

export const initialState: State = {
  view: 'graph',
  selection: undefined,
  hovered: undefined,
  filters: NO_FILTERS,
  layers: new Set(),
  budget: SHOWN_FIRST,
  kept: new Set(),
  pinned: new Set(),
  hidden: new Set(),
  arrangement: { kind: 'library' },
  board: undefined,
};

/** Selects a node, which is then no longer hidden, or nothing. */
export const select = (state: State, key: string | undefined): State =>
  key === undefined
    ? { ...state, selection: undefined, hovered: undefined }
    : { ...unhide(state, key), selection: { kind: 'node', key }, hovered: undefined };

export const selectRelation = (state: State, relation: Omit<RelationSelection, 'kind'>): State => ({
  ...state,
  selection: { kind: 'relation', ...relation },
  hovered: undefined,
});

/** Asks for the way from a node to another, or to one that is still to be chosen. */
export const findPath = (state: State, from: string, to?: string): State => ({
  ...state,
  selection: { kind: 'path', from, to, nth: 0, overHubs: true },
  hovered: undefined,
});

/** Changes the path that is selected; nothing where none is. */
export const changePath = (state: State, change: Partial<Omit<PathSelection, 'kind'>>): State =>
  state.selection?.kind === 'path'
    ? { ...state, selection: { ...state.selection, ...change } }
    : state;

/** The key of the selected node, if a node is selected. */
export const selectedNode = ({ selection }: Pick<State, 'selection'>): string | undefined =>
  selection?.kind === 'node' ? selection.key : undefined;

/** The nodes that the selection names: the node, or both ends. */
export function selectedEnds({ selection }: Pick<State, 'selection'>): string[] {
  if (selection === undefined) return [];
  if (selection.kind === 'node') return [selection.key];
  if (selection.kind === 'relation') return [selection.source, selection.target];
  return selection.to === undefined ? [selection.from] : [selection.from, selection.to];
}

export const hover = (state: State, hovered: string | undefined): State =>
  state.hovered === hovered ? state : { ...state, hovered };

export const showView = (state: State, view: ViewName): State =>
  state.view === view ? state : { ...state, view, hovered: undefined };

/** Shows the leaderboard of a benchmark, of one metric or of all. */
export const showBoard = (state: State, benchmark: string, metric?: string): State => ({
  ...showView(state, 'leaderboard'),
  board: { benchmark, metric },
});

export const changeFilters = (state: State, change: Partial<Filters>): State => ({
  ...state,
  filters: { ...state.filters, ...change },
});

export const clearFilters = (state: State): State => ({
  ...leaveAround(state),
  filters: NO_FILTERS,
});

/** How many neighbours of a hub are shown at first, and how many more at a time. */
export const AROUND_STEP = 40;

/** Shows a node with the most important of its neighbours alone, in a ring around it. */
export const lookAround = (state: State, key: string): State => ({
  ...changeFilters(state, { connected: { key, reach: 1, most: AROUND_STEP } }),
  arrangement: { kind: 'rings', around: key },
});

/** Shows some more of the neighbours. */
export function lookFurther(state: State): State {
  const { connected } = state.filters;
  return connected?.most === undefined
    ? state
    : changeFilters(state, { connected: { ...connected, most: connected.most + AROUND_STEP } });
}

/** Shows again what is not connected with a node too, where the library says if a ring was drawn for that. */
export function leaveAround(state: State): State {
  const { connected } = state.filters;
  const { arrangement } = state;
  const isRing =
    connected?.most !== undefined &&
    arrangement.kind === 'rings' &&
    arrangement.around === connected.key;
  return {
    ...changeFilters(state, { connected: undefined }),
    arrangement: isRing ? { kind: 'library' } : arrangement,
  };
}

export const toggleType = (state: State, type: EntityType): State =>
  changeFilters(state, { hiddenTypes: toggled(state.filters.hiddenTypes, type) });

export const toggleRelation = (state: State, type: LinkType): State =>
  changeFilters(state, { hiddenRelations: toggled(state.filters.hiddenRelations, type) });

export const toggleLayer = (state: State, layer: Layer): State => ({
  ...state,
  layers: toggled(state.layers, layer),
});

/** Draws so many nodes at most. */
export const setBudget = (state: State, budget: number): State => ({ ...state, budget });

/** Draws nodes from now on whatever the filters say. */
export const keep = (state: State, keys: readonly string[]): State => ({
  ...state,
  kept: new Set([...state.kept, ...keys]),
  hidden: without(state.hidden, keys),
});

export const togglePin = (state: State, key: string): State => ({
  ...unhide(state, key),
  pinned: toggled(state.pinned, key),
});

/** Takes a node off the canvas; a page that was about it alone is closed. */
export const hide = (state: State, key: string): State => ({
  ...state,
  hidden: new Set([...state.hidden, key]),
  kept: without(state.kept, [key]),
  pinned: without(state.pinned, [key]),
  selection: selectedEnds(state).includes(key) ? undefined : state.selection,
  hovered: undefined,
});

export const unhideAll = (state: State): State => ({ ...state, hidden: new Set() });

export const arrange = (state: State, arrangement: Arrangement): State => ({
  ...state,
  arrangement,
});

const unhide = (state: State, key: string): State =>
  state.hidden.has(key) ? { ...state, hidden: without(state.hidden, [key]) } : state;

function toggled<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

function without<Value>(set: ReadonlySet<Value>, values: readonly Value[]): ReadonlySet<Value> {
  if (!values.some((value) => set.has(value))) return set;
  const next = new Set(set);
  for (const value of values) next.delete(value);
  return next;
}
