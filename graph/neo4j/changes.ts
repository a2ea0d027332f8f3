import type { Properties } from '../property-graph/properties.ts';
import {
  claimKey,
  type NodeRow,
  type PropertyGraph,
  type RelationshipRow,
} from '../property-graph/property-graph.ts';

/** What a database holds of a library, as far as it takes to tell what has to be written. */
export interface Stored {
  /** The hash of each node's content by its key; null where the node is retired. */
  readonly nodes: ReadonlyMap<string, string | null>;
  /** By `claimKey`. */
  readonly relationships: ReadonlyMap<string, StoredRelationship>;
  /** Identifiers of relationships that say once more what another one says. */
  readonly repeated: readonly string[];
}

export interface StoredRelationship {
  /** The database's own identifier. */
  readonly id: string;
  readonly hash: string | null;
}

/** What has to be written so that a database holds a graph and nothing else of its library. */
export interface Changes {
  readonly newNodes: readonly NodeRow[];
  readonly changedNodes: readonly NodeRow[];
  readonly newRelationships: readonly RelationshipRow[];
  readonly changedRelationships: readonly RelationshipRow[];
  /** Keys. */
  readonly goneNodes: readonly string[];
  /** Identifiers. */
  readonly goneRelationships: readonly string[];
}

/** Compares a graph, whose rows bear their hashes, with what a database holds. */
export function findChanges({ nodes, relationships }: PropertyGraph, stored: Stored): Changes {
  const node = compare(
    nodes,
    ({ key }) => key,
    stored.nodes,
    (hash) => hash,
  );
  const claim = compare(relationships, claimKey, stored.relationships, ({ hash }) => hash);
  return {
    newNodes: node.added,
    changedNodes: node.changed,
    newRelationships: claim.added,
    changedRelationships: claim.changed,
    goneNodes: [...node.gone.keys()],
    goneRelationships: [...[...claim.gone.values()].map(({ id }) => id), ...stored.repeated],
  };
}

function compare<Row extends { readonly properties: Properties }, Held>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  held: ReadonlyMap<string, Held>,
  hashOf: (held: Held) => string | null,
): { added: Row[]; changed: Row[]; gone: Map<string, Held> } {
  const added: Row[] = [];
  const changed: Row[] = [];
  const gone = new Map(held);
  for (const row of rows) {
    const key = keyOf(row);
    const found = held.get(key);
    gone.delete(key);
    if (found === undefined) added.push(row);
    else if (hashOf(found) !== row.properties.hash) changed.push(row);
  }
  return { added, changed, gone };
}
