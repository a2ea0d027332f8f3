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
  const keys = new Set(nodes.map(({ key }) => key));
  const claims = new Set(relationships.map(claimKey));
  const goneClaims = [...stored.relationships].filter(([claim]) => !claims.has(claim));
  const hashOf = (row: RelationshipRow) => stored.relationships.get(claimKey(row))?.hash;
  const there = ({ key }: NodeRow) => stored.nodes.has(key);
  const said = (row: RelationshipRow) => stored.relationships.has(claimKey(row));
  return {
    newNodes: nodes.filter((row) => !there(row)),
    changedNodes: nodes.filter(
      (row) => there(row) && stored.nodes.get(row.key) !== row.properties.hash,
    ),
    newRelationships: relationships.filter((row) => !said(row)),
    changedRelationships: relationships.filter(
      (row) => said(row) && hashOf(row) !== row.properties.hash,
    ),
    goneNodes: [...stored.nodes.keys()].filter((key) => !keys.has(key)),
    goneRelationships: [...goneClaims.map(([, { id }]) => id), ...stored.repeated],
  };
}
