/** A value that a query gives: what JSON can hold. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | readonly Cell[]
  | { readonly [name: string]: Cell };

/** A value of the engine as JSON holds it: nodes and relationships without the engine's own numbers. */
export function toCell(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'number':
      return value;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return value.map(toCell);
      if (value instanceof Date) return value.toISOString();
      return toCells(
        value instanceof Map ? [...value].map(([k, v]) => [String(k), v]) : Object.entries(value),
      );
    default:
      return null;
  }
}

/** What the engine adds to each node and relationship for itself. */
const INTERNAL = new Set(['_id', '_src', '_dst']);

function toCells(entries: readonly (readonly [string, unknown])[]): Cell {
  const shown = entries.filter(([name, value]) => !INTERNAL.has(name) && value !== null);
  return Object.fromEntries(shown.map(([name, value]) => [name.replace(/^_/, ''), toCell(value)]));
}
