import { QueryError } from './query-error.ts';

/** Puts what the engine says of a query into one line, and finds the place that it means. */
export function explainEngine(message: string, text: string): QueryError {
  const [said = message] = message.split('\n');
  const [, line, column] = /\(line: (\d+), offset: (\d+)\)/.exec(message) ?? [];
  const reason = said
    .replace(
      /^(std::bad_alloc|Buffer manager exception: .*)$/,
      'the query takes more memory than the embedded database has; ask for less',
    )
    .replace(/^[A-Z][a-z]+( [a-z]+)? exception: /, '')
    .replace(/ This function exists in the \w+ extension\..*/, '')
    .replace(/ ?\(line: \d+, offset: \d+\)/, '')
    .replace(/\.$/, '')
    .replace(/Invalid input <.*>: expected rule \w+/s, 'this is not understood here');
  const offset =
    line === undefined ? findNamed(said, text) : offsetOf(text, Number(line), Number(column));
  return new QueryError(reason, { text, offset });
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return Math.min(before.reduce((sum, { length }) => sum + length + 1, 0) + column, text.length);
}

/** Where the name that a message speaks of first stands. */
function findNamed(message: string, text: string): number | undefined {
  const [, name] = /(?:property|Variable|Table|function|Parameter) (\S+)/i.exec(message) ?? [];
  if (name === undefined) return undefined;
  const escaped = name.replace(/\W/g, '\\$&');
  const at = text.search(new RegExp(`(?<![\\w])${escaped}(?![\\w])`, 'i'));
  return at < 0 ? undefined : at;
}
