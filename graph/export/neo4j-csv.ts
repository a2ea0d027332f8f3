import { digest, markRows } from '../neo4j/fingerprint.ts';
import { LIBRARY_LABEL, labels, OWN_LABEL, SCHEMA_STATEMENTS } from '../neo4j/statements.ts';
import {
  CLAIM_COLUMNS,
  type Columns,
  type ColumnType,
  NODE_COLUMNS,
  propertyName,
} from '../property-graph/columns.ts';
import type { Properties, PropertyValue } from '../property-graph/properties.ts';
import type { NodeRow, PropertyRows, RelationshipRow } from '../property-graph/property-graph.ts';
import type { ExportedFile } from './export-options.ts';
import { importReadme } from './neo4j-import-readme.ts';

/**
 * The files of which `neo4j-admin database import full` makes a new database, with a README that holds the command.
 * A later `push` goes on from it.
 * @param library the name that scopes all that is written
 */
export function* toNeo4jCsv(graph: PropertyRows, library: string): Generator<ExportedFile> {
  const rows = markRows(graph);
  const { nodes, relationships } = rows;
  const delimiter = findDelimiter(nodes);
  const nodeFile = (
    name: string,
    columns: Columns,
    belongs: (type: NodeRow['type']) => boolean,
  ): ExportedFile => ({ name, pieces: nodeLines(nodes, belongs, columns, library, delimiter) });
  const isOther = (type: NodeRow['type']) => type === 'Paper' || type === 'Result';
  yield nodeFile('papers.csv', NODE_COLUMNS.Paper, (type) => type === 'Paper');
  yield nodeFile('entities.csv', NODE_COLUMNS.Method, (type) => !isOther(type));
  yield nodeFile('results.csv', NODE_COLUMNS.Result, (type) => type === 'Result');
  yield { name: 'claims.csv', pieces: claimLines(relationships, library, delimiter) };
  const state = line([quote(library), quote(digest(rows)), LIBRARY_LABEL]);
  yield { name: 'library.csv', pieces: ['library:ID(library),digest:string,:LABEL\n', state] };
  yield { name: 'schema.cypher', pieces: SCHEMA_STATEMENTS.map((statement) => `${statement};\n`) };
  yield { name: 'README.md', pieces: [importReadme(delimiter)] };
}

function* nodeLines(
  rows: Iterable<NodeRow>,
  belongs: (type: NodeRow['type']) => boolean,
  columns: Columns,
  library: string,
  delimiter: string,
): Generator<string> {
  yield line(['key:ID(key)', 'library:string', ...headers(columns), 'hash:string', ':LABEL']);
  for (const { key, type, properties } of rows) {
    if (!belongs(type)) continue;
    const labelled = `${OWN_LABEL}${labels(type)}`.replaceAll(':', delimiter);
    const values = cells(properties, columns, delimiter);
    yield line([quote(key), quote(library), ...values, quote(labelled)]);
  }
}

function* claimLines(
  rows: Iterable<RelationshipRow>,
  library: string,
  delimiter: string,
): Generator<string> {
  const ends = [':START_ID(key)', ':END_ID(key)', ':TYPE', 'library:string'];
  yield line([...ends, ...headers(CLAIM_COLUMNS), 'hash:string']);
  for (const { source, type, target, properties } of rows) {
    const values = cells(properties, CLAIM_COLUMNS, delimiter);
    yield line([quote(source), quote(target), type, quote(library), ...values]);
  }
}

/** How a column is typed in the header of a file. */
const IMPORT_TYPE = {
  text: 'string',
  texts: 'string[]',
  whole: 'long',
  real: 'double',
  flag: 'boolean',
  json: 'string',
} as const satisfies Record<ColumnType, string>;

function headers(columns: Columns): string[] {
  return Object.entries(columns).map(
    ([attribute, type]) => `${propertyName(attribute, type)}:${IMPORT_TYPE[type]}`,
  );
}

/** The values of a row in the order of its columns, the hash last. */
function cells(properties: Properties, columns: Columns, delimiter: string): string[] {
  const names = Object.entries(columns).map(([attribute, type]) => propertyName(attribute, type));
  return [...names, 'hash'].map((name) => toCell(properties[name], delimiter));
}

/** Nothing for what is not there, which is not the empty text `""`. */
function toCell(value: PropertyValue | undefined, delimiter: string): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'object') return value.length === 0 ? '' : quote(value.join(delimiter));
  return String(value);
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const line = (values: readonly string[]): string => `${values.join(',')}\n`;

/** A sign between the items of lists that no item holds: the importer knows no escape for it. */
function findDelimiter(nodes: Iterable<NodeRow>): string {
  const left = new Set(DELIMITERS);
  for (const { properties } of nodes) {
    for (const value of Object.values(properties)) {
      if (typeof value !== 'object') continue;
      for (const sign of value.join('')) left.delete(sign);
    }
  }
  const [free] = left;
  if (free === undefined)
    throw new RangeError('no sign is left to stand between the items of lists');
  return free;
}

/** Signs for separating, then those for private use. */
const DELIMITERS = [
  '\u001f',
  '\u001e',
  '\u001d',
  '\u001c',
  ...Array.from({ length: 6400 }, (_, at) => String.fromCharCode(0xe000 + at)),
];
