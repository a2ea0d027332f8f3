import { InputError } from '../errors.ts';

/** A question that researchers ask, in Cypher. */
export interface Recipe {
  /** `best-results` */
  readonly name: string;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  readonly parameters: readonly RecipeParameter[];
  /** The query in each dialect; the same where the dialects agree. */
  readonly text: Readonly<Record<Dialect, string>>;
}

export interface RecipeParameter {
  readonly name: string;
  /** What it stands for. */
  readonly description: string;
  /** Undefined where it has to be given. */
  readonly default: string | number | undefined;
}

export const DIALECTS = ['embedded', 'neo4j'] as const;
export type Dialect = (typeof DIALECTS)[number];

/**
 * Reads a recipe: comments with its title, what it says and its parameters, then the query; where the dialects differ,
 * the lines of each begin with `// dialect: embedded` or `// dialect: neo4j`, and what they share with `// dialect: both`.
 *
 * ```
 * // title: Numbers of a method
 * // Every number that is reported for it, with its sentence.
 * // $name: the method or model
 * // $limit = 20: the most rows
 * MATCH ...
 * ```
 * @throws InputError for a text that is no recipe
 */
export function parseRecipe(name: string, text: string): Recipe {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('// ') || DIALECT.test(line));
  const head = lines.slice(0, end).map((line) => line.slice(3));
  const [, title] = /^title: (.+)$/.exec(head[0] ?? '') ?? [];
  if (title === undefined) {
    throw new InputError('a recipe begins with a line "// title: …"', { path: `${name}.cypher` });
  }
  const said = head.slice(1);
  return {
    name,
    title,
    description: said.filter((line) => !line.startsWith('$')).join(' '),
    parameters: said.flatMap(parseParameter),
    text: parseDialects(lines.slice(end)),
  };
}

const DIALECT = /^\/\/ dialect: (embedded|neo4j|both)$/;

/** `$limit = 20: the most rows` */
function parseParameter(line: string): RecipeParameter[] {
  const [, name, given, description = ''] = /^\$(\w+)(?: = ([^:]+))?: (.+)$/.exec(line) ?? [];
  if (name === undefined) return [];
  return [{ name, description, default: given === undefined ? undefined : JSON.parse(given) }];
}

function parseDialects(lines: readonly string[]): Recipe['text'] {
  const parts = { embedded: '', neo4j: '' };
  let current: readonly Dialect[] = DIALECTS;
  for (const line of lines) {
    const [, named] = DIALECT.exec(line) ?? [];
    if (named === undefined) for (const each of current) parts[each] += `${line}\n`;
    else current = DIALECTS.filter((dialect) => named === 'both' || named === dialect);
  }
  return { embedded: parts.embedded.trim(), neo4j: parts.neo4j.trim() };
}
