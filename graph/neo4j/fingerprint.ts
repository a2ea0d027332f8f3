import { createHash, hash } from 'node:crypto';
import type { Properties } from '../property-graph/properties.ts';
import { each, type PropertyGraph, type PropertyRows } from '../property-graph/property-graph.ts';

/** The same graph, with the fingerprint of each row's properties among them as `hash`. */
export function withFingerprints({ nodes, relationships }: PropertyGraph): PropertyGraph {
  return { nodes: nodes.map(mark), relationships: relationships.map(mark) };
}

/** The same rows with their fingerprints, made while they are read. */
export function markRows({ nodes, relationships }: PropertyRows): PropertyRows {
  return { nodes: each(nodes, mark), relationships: each(relationships, mark) };
}

function mark<Row extends { readonly properties: Properties }>(row: Row): Row {
  return { ...row, properties: { ...row.properties, hash: fingerprint(row.properties) } };
}

/**
 * A short hash of properties, 128 bits in base64url: the same for the same content, whatever the order of the names,
 * and whether a whole number came as a bigint or a number.
 */
export function fingerprint(properties: Readonly<Record<string, unknown>>): string {
  const entries = Object.keys(properties)
    .sort()
    .map((name) => [name, toPlain(properties[name])]);
  return short(JSON.stringify(entries));
}

const toPlain = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

/** One fingerprint for a whole graph whose rows bear theirs. */
export function digest({ nodes, relationships }: PropertyRows): string {
  const sum = createHash('sha256');
  const add = (...line: unknown[]) => sum.update(`${JSON.stringify(line)}\n`);
  for (const { key, type, properties } of nodes) add(key, type, properties.hash);
  for (const { source, type, target, paper, properties } of relationships)
    add(source, type, target, paper, properties.hash);
  return sum.digest('base64url').slice(0, LENGTH);
}

/** Signs of base64url that hold 128 bits. */
const LENGTH = 22;

const short = (text: string) => hash('sha256', text, 'base64url').slice(0, LENGTH);
