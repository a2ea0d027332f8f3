import type { Changes } from './changes.ts';
import {
  createNodes,
  createRelationships,
  removeNodes,
  removeRelationships,
  retireNodes,
  type Statement,
  updateNodes,
  updateRelationships,
} from './statements.ts';

export const NOTHING_LOADED = {
  nodesCreated: 0,
  nodesUpdated: 0,
  nodesDeleted: 0,
  /** Nodes that are gone from the graph but bear relationships of somebody else's. */
  nodesRetired: 0,
  relationshipsCreated: 0,
  relationshipsUpdated: 0,
  relationshipsDeleted: 0,
};
/** What a load counts. */
export type Counter = keyof typeof NOTHING_LOADED;

/** One transaction of a load. */
export interface Step {
  readonly statement: Statement;
  readonly rows: number;
  readonly counter: Counter;
}

/** The transactions that make changes, in an order in which each finds what it needs. */
export function toSteps(library: string, changes: Changes, batchSize: number): Step[] {
  const { goneNodes, goneRelationships } = changes;
  const steps = <Row>(
    counter: Counter,
    rows: readonly Row[],
    toStatement: (library: string, rows: readonly Row[]) => Statement,
  ): Step[] =>
    batches(rows, batchSize).map((batch) => ({
      counter,
      rows: batch.length,
      statement: toStatement(library, batch),
    }));
  const typed = <Type, Row extends { readonly type: Type }>(
    counter: Counter,
    rows: readonly Row[],
    toStatement: (library: string, type: Type, rows: readonly Row[]) => Statement,
  ): Step[] =>
    [...new Set(rows.map(({ type }) => type))].sort().flatMap((type) => {
      const group = rows.filter((row) => row.type === type);
      return steps(counter, group, (name, batch) => toStatement(name, type, batch));
    });
  return [
    ...typed('nodesCreated', changes.newNodes, createNodes),
    ...typed('nodesUpdated', changes.changedNodes, updateNodes),
    ...typed('relationshipsCreated', changes.newRelationships, createRelationships),
    ...typed('relationshipsUpdated', changes.changedRelationships, updateRelationships),
    ...steps('relationshipsDeleted', goneRelationships, removeRelationships),
    ...steps('nodesDeleted', goneNodes, removeNodes),
    ...steps('nodesRetired', goneNodes, retireNodes),
  ];
}

function batches<Row>(rows: readonly Row[], size: number): Row[][] {
  const count = Math.ceil(rows.length / size);
  return Array.from({ length: count }, (_, index) => rows.slice(index * size, (index + 1) * size));
}
