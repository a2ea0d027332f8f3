import { QueryError } from './query-error.ts';

/** The clauses that a query may begin with. */
const FIRST = ['MATCH', 'OPTIONAL', 'UNWIND', 'WITH', 'RETURN'];
/** The clauses inside a query that do something else than read the graph. */
const REFUSED = new Set(
  'ALTER ATTACH CALL CHECKPOINT COPY CREATE DELETE DETACH DROP EXPORT FOREACH IMPORT INSTALL LOAD MERGE REMOVE SET UNINSTALL UPDATE'.split(
    ' ',
  ),
);

/**
 * A query whose comments are blanked out, every offset as it was, once it is sure that it does nothing but read: one
 * statement, begun by a clause that reads, without a clause that writes, loads or calls.
 * @throws QueryError for any other, with the place
 */
export function expectReading(text: string): string {
  const tokens = scan(text);
  const words = tokens.filter(({ kind }) => kind === 'word' || kind === 'stop');
  const [first] = words;
  const begins = FIRST.join(', ');
  if (first?.kind !== 'word') throw refusal(`expected a query, begun by ${begins}`, text, 0);
  if (!FIRST.includes(first.text.toUpperCase())) {
    throw refusal(`a query here only reads: it begins with ${begins}`, text, first.at);
  }
  const stop = tokens.find(({ kind }) => kind === 'stop');
  const after = tokens.find(({ at, kind }) => stop && at > stop.at && kind !== 'blank');
  if (after) throw refusal('only one statement at a time', text, after.at);
  const refused = tokens.find(
    ({ kind, text: word }) => kind === 'word' && REFUSED.has(word.toUpperCase()),
  );
  if (refused) {
    const name = refused.text.toUpperCase();
    throw refusal(
      `${name} is refused: a query here only reads the graph (a name like this needs backticks)`,
      text,
      refused.at,
    );
  }
  return tokens
    .map(({ kind, text: part }) => (kind === 'blank' ? part.replace(/\S/g, ' ') : part))
    .join('');
}

interface Token {
  readonly kind: 'word' | 'blank' | 'quoted' | 'stop' | 'other';
  readonly text: string;
  readonly at: number;
}

/** A comment; a text or a name in quotes, with the escapes that the engine knows; a word; the end. */
const TOKEN =
  /(?<blank>\s+|\/\/[^\n\r]*|\/\*.*?\*\/)|(?<quoted>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`)|(?<word>[\p{L}_$][\p{L}\p{N}\p{M}_$]*)|(?<stop>;)|(?<other>.)/gsu;

function scan(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ groups = {}, index, 0: whole }) => {
    const kind = KINDS.find((name) => groups[name] !== undefined) ?? 'other';
    if (kind === 'other' && /['"`]/.test(whole))
      throw refusal('this quote is never closed', text, index);
    return { kind, text: whole, at: index };
  });
}

const KINDS = ['blank', 'quoted', 'word', 'stop', 'other'] as const;

function refusal(message: string, text: string, offset: number): QueryError {
  return new QueryError(message, { text, offset });
}
