import { type Columns, type ColumnType, propertyName } from './columns.ts';

/** A whole number is a bigint, a real one a number: Cypher, the importer and the embedded engine tell them apart. */
export type PropertyValue = string | boolean | bigint | number | readonly string[];
export type Properties = Readonly<Record<string, PropertyValue>>;

/**
 * Attributes as flat properties, in the order of the columns; what is null or undefined is left out.
 * `{ papers: 2, firstSeen: undefined, votes: { Method: 2 } }` -> `{ papers: 2n, votesJson: '{"Method":2}' }`
 */
export function toProperties(
  attributes: Readonly<Record<string, unknown>>,
  columns: Columns,
): Properties {
  const entries = Object.entries(columns).flatMap(([attribute, type]) => {
    const value = attributes[attribute];
    if (value === null || value === undefined) return [];
    return [[propertyName(attribute, type), WRITE[type](value)] as const];
  });
  return Object.fromEntries(entries);
}

/** The attributes that properties stand for: the inverse of `toProperties`, but for what was left out. */
export function fromProperties(
  properties: Readonly<Record<string, unknown>>,
  columns: Columns,
): Record<string, unknown> {
  const entries = Object.entries(columns).flatMap(([attribute, type]) => {
    const value = properties[propertyName(attribute, type)];
    if (value === null || value === undefined) return [];
    const plain = typeof value === 'bigint' ? Number(value) : value;
    return [[attribute, type === 'json' ? JSON.parse(String(plain)) : plain] as const];
  });
  return Object.fromEntries(entries);
}

const WRITE: Readonly<Record<ColumnType, (value: unknown) => PropertyValue>> = {
  text: (value) => wellFormed(String(value)),
  texts: (value) => (Array.isArray(value) ? value : []).map((text) => wellFormed(String(text))),
  whole: (value) => BigInt(Number(value)),
  real: Number,
  flag: Boolean,
  json: (value) => JSON.stringify(value),
};

/** Without half a surrogate pair, which no database can hold, since it has no form in UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
