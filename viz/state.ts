import type { EntityType } from '../graph/schema.ts';

/** What can be drawn beside the entities. */
export const LAYERS = ['Paper', 'Result'] as const;
export type Layer = (typeof LAYERS)[number];

/** All that the reader has chosen. Everything on the screen follows from it and the library. */
export interface State {
  /** The key of the node that the panel shows. */
  readonly selection: string | undefined;
  readonly hovered: string | undefined;
  readonly hiddenTypes: ReadonlySet<EntityType>;
  readonly layers: ReadonlySet<Layer>;
}

export const initialState: State = {
  selection: undefined,
  hovered: undefined,
  hiddenTypes: new Set(),
  layers: new Set(),
};

export const select = (state: State, selection: string | undefined): State => ({
  ...state,
  selection,
  hovered: undefined,
});

export const hover = (state: State, hovered: string | undefined): State =>
  state.hovered === hovered ? state : { ...state, hovered };

export const toggleType = (state: State, type: EntityType): State => ({
  ...state,
  hiddenTypes: toggled(state.hiddenTypes, type),
});

export const showAllTypes = (state: State): State => ({ ...state, hiddenTypes: new Set() });

export const toggleLayer = (state: State, layer: Layer): State => ({
  ...state,
  layers: toggled(state.layers, layer),
});

function toggled<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
