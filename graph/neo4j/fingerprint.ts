import { hash } from 'node:crypto';
import type { Properties } from '../property-graph/properties.ts';
import type { PropertyGraph } from '../property-graph/property-graph.ts';

/** The same graph, with the fingerprint of each row's properties among them as `hash`. */
export function withFingerprints({ nodes, relationships }: PropertyGraph): PropertyGraph {
  const mark = <Row extends { readonly properties: Properties }>(row: Row): Row => ({
    ...row,
    properties: { ...row.properties, hash: fingerprint(row.properties) },
  });
  return { nodes: nodes.map(mark), relationships: relationships.map(mark) };
}

/**
 * A short hash of properties, 128 bits in base64url: the same for the same content, whatever the order of the names,
 * and whether a whole number came as a bigint or a number.
 */
export function fingerprint(properties: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));
  return short(
    JSON.stringify(entries, (_, value: unknown) =>
      typeof value === 'bigint' ? Number(value) : value,
    ),
  );
}

/** One fingerprint for a whole graph whose rows bear theirs. */
export function digest({ nodes, relationships }: PropertyGraph): string {
  const lines = [
    ...nodes.map(({ key, type, properties }) => [key, type, properties.hash]),
    ...relationships.map(({ source, type, target, paper, properties }) => [
      source,
      type,
      target,
      paper,
      properties.hash,
    ]),
  ];
  return short(JSON.stringify(lines));
}

const short = (text: string) => hash('sha256', text, 'base64url').slice(0, 22);
