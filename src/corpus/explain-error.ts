import type { z } from 'zod';
import { quote } from './diagnostic.ts';

/**
 * Says in one line what is wrong with a value, by the first issue that its schema raised:
 * `field "authors[1]" is 7: expected a string`.
 */
export function explainError(error: z.ZodError, value: unknown): string {
  const [issue] = error.issues;
  if (!issue) return error.message;
  const expected = issue.message.replace(/^Invalid \w+: /, '');
  const found = valueAt(value, issue.path);
  return issue.path.length === 0
    ? `${quote(value)}: ${expected}`
    : `field "${pathName(issue.path)}" is ${found === undefined ? 'missing' : quote(found)}: ${expected}`;
}

function pathName(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .slice(1);
}

/** The deepest value on the path that stands there. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  return valueAt(Object.getOwnPropertyDescriptor(value, key)?.value, rest);
}
