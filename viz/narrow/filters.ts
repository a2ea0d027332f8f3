import type { EntityType, RelationType, VARIANT_OF } from '../../graph/schema.ts';

/** What two entities are joined by on the canvas: what papers claim, and what names say. */
export type LinkType = RelationType | typeof VARIANT_OF;

/** How far what "is connected with" a node may lie from it, in relations. */
export const REACHES = [1, 2, 3] as const;
export type Reach = (typeof REACHES)[number];

/** A first and a last month, as months since the year 0: March 2026 is `12 * 2026 + 2`. */
export type Months = readonly [first: number, last: number];

export interface Connected {
  readonly key: string;
  readonly reach: Reach;
  /** The most important alone, so many beside the node itself; all where it is left out. */
  readonly most?: number;
}

/** What the reader has narrowed the graph to. Each is independent of the others; all must hold. */
export interface Filters {
  readonly hiddenTypes: ReadonlySet<EntityType>;
  readonly hiddenRelations: ReadonlySet<LinkType>;
  /** Named by so many papers at least. */
  readonly leastPapers: number;
  /** Only what papers of these months say; papers without a date then say nothing. */
  readonly months: Months | undefined;
  /** Only what papers say that name this task. */
  readonly task: string | undefined;
  /** Only the members of this community, by its number in the library. */
  readonly community: number | undefined;
  /** Only what lies within so many relations of a node. */
  readonly connected: Connected | undefined;
}

export const NO_FILTERS: Filters = {
  hiddenTypes: new Set(),
  hiddenRelations: new Set(),
  leastPapers: 1,
  months: undefined,
  task: undefined,
  community: undefined,
  connected: undefined,
};

/** How many filters leave something out. */
export function activeFilters(filters: Filters): number {
  return [
    filters.hiddenTypes.size > 0,
    filters.hiddenRelations.size > 0,
    filters.leastPapers > 1,
    filters.months !== undefined,
    filters.task !== undefined,
    filters.community !== undefined,
    filters.connected !== undefined,
  ].filter(Boolean).length;
}
