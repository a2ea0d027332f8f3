import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { Columns, ColumnType } from '../property-graph/columns.ts';
import { EVIDENCE_COLUMNS, evidenceRows } from './evidence.ts';
import type { ExportedFile, ExportOptions } from './export-options.ts';
import { edgesOf, networkOf } from './network/network.ts';
import { RESULT_COLUMNS, resultRows } from './results.ts';

/** Rows of a row group: what is in memory at once. */
const ROW_GROUP = 10_000;

type Row = Readonly<Record<string, unknown>>;
type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/**
 * The nodes, edges, results and their evidence as four Apache Parquet files. Lists are lists, numbers numbers; what is
 * deeper is JSON.
 * https://parquet.apache.org/docs/file-format/
 */
export function* toParquet(
  graph: KnowledgeGraph,
  options: ExportOptions = {},
): Generator<ExportedFile> {
  const network = networkOf(graph, options);
  const nodeColumns: Columns = { key: 'text', ...network.nodeColumns };
  const edgeColumns: Columns = { source: 'text', target: 'text', ...network.edgeColumns };
  yield { name: 'nodes.parquet', pieces: toFile(nodeColumns, nodes()) };
  yield { name: 'edges.parquet', pieces: toFile(edgeColumns, edges()) };
  yield { name: 'results.parquet', pieces: toFile(RESULT_COLUMNS, resultRows(graph, options)) };
  yield {
    name: 'evidence.parquet',
    pieces: toFile(EVIDENCE_COLUMNS, evidenceRows(graph, options)),
  };

  function* nodes(): Generator<Row> {
    for (const key of network.keys) yield { ...network.node(key).attributes, key };
  }

  function* edges(): Generator<Row> {
    for (const { source, target, attributes } of edgesOf(network)) {
      yield { ...attributes, source, target };
    }
  }
}

/** The bytes of a file, handed out after every row group. */
function* toFile(columns: Columns, rows: Iterable<Row>): Generator<Uint8Array> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: toSchema(columns), createdBy: 'Sotagraph' });
  for (const group of inGroups(rows)) {
    file.write({ columnData: transpose(columns, group), rowGroupSize: group.length });
    yield take(writer);
  }
  file.finish();
  yield take(writer);
}

/** What has been written since the last time; offsets in the file go on. */
function take(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

function* inGroups(rows: Iterable<Row>): Generator<Row[]> {
  let group: Row[] = [];
  for (const row of rows) {
    if (group.push(row) < ROW_GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function transpose(columns: Columns, rows: readonly Row[]) {
  return Object.entries(columns).map(([name, type]) => ({
    name,
    data: rows.map((row) => {
      const value = row[name];
      return value === undefined || value === null ? null : VALUE[type](value);
    }),
  }));
}

const VALUE: Readonly<Record<ColumnType, (value: unknown) => unknown>> = {
  text: String,
  texts: (value) => value,
  whole: (value) => BigInt(Number(value)),
  real: Number,
  flag: Boolean,
  json: (value) => JSON.stringify(value),
};

/** Every column may lack a value. */
function toSchema(columns: Columns): SchemaElement[] {
  const entries = Object.entries(columns);
  return [
    { name: 'root', num_children: entries.length },
    ...entries.flatMap(([name, type]): SchemaElement[] => {
      if (type !== 'texts') return [{ name, repetition_type: 'OPTIONAL', ...PRIMITIVE[type] }];
      return [
        { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'REQUIRED', ...PRIMITIVE.text },
      ];
    }),
  ];
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
const PRIMITIVE = {
  text: TEXT,
  whole: { type: 'INT64' },
  real: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
  json: TEXT,
} as const satisfies Record<Exclude<ColumnType, 'texts'>, Partial<SchemaElement>>;
