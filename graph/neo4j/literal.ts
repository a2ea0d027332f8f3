import type { PropertyValue } from '../property-graph/properties.ts';

/** A value as a literal of Cypher: `'it\'s'`, `5`, `5.0`, `true`, `['a', 'b']`. */
export function toLiteral(value: PropertyValue): string {
  switch (typeof value) {
    case 'string':
      return toTextLiteral(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'number':
      return toRealLiteral(value);
    default:
      return `[${value.map(toTextLiteral).join(', ')}]`;
  }
}

/**
 * A text in single quotes. What splits scripts (semicolons, ends of lines) and what is not seen or turns the writing
 * round is written by its code; a backslash too, since Neo4j resolves codes before it looks for quotes.
 */
function toTextLiteral(text: string): string {
  return `'${text.replace(ESCAPED, toCode)}'`;
}

const ESCAPED = /[\\';\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function toCode(sign: string): string {
  if (sign === '\\') return '\\\\';
  if (sign === "'") return "\\'";
  return Array.from({ length: sign.length }, (_, at) => {
    const code = sign.charCodeAt(at).toString(16).padStart(4, '0');
    return `\\u${code}`;
  }).join('');
}

/** A real number that Cypher does not take for a whole one. */
function toRealLiteral(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text.replace('e+', 'e') : `${text}.0`;
}
