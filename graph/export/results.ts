import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type Columns, MEASURE_COLUMNS } from '../property-graph/columns.ts';
import { sentenceOf } from '../property-graph/sentence-of.ts';
import {
  type EdgeAttributes,
  type PaperNode,
  RESULT_SLOTS,
  type ResultNode,
  SLOTS,
} from '../schema.ts';
import { compare } from '../union.ts';
import { type ExportOptions, papersOf } from './export-options.ts';
import { toCell, toTable } from './table.ts';

/** A number with what it is about and the words that say so; a slot is a key, and a name beside it. */
export const RESULT_COLUMNS = {
  key: 'text',
  subject: 'text',
  subjectName: 'text',
  benchmark: 'text',
  benchmarkName: 'text',
  metric: 'text',
  metricName: 'text',
  baseline: 'text',
  baselineName: 'text',
  ...MEASURE_COLUMNS,
  asRead: 'text',
  paper: 'text',
  title: 'text',
  date: 'text',
  sentence: 'text',
  field: 'text',
  start: 'whole',
  end: 'whole',
  by: 'text',
  confidence: 'real',
} as const satisfies Columns;

export type ResultRow = Partial<
  Record<keyof typeof RESULT_COLUMNS, string | number | null | undefined>
>;

/**
 * The reported numbers as a table, a row each, sorted by key. `start` and `end` are the place of the number itself. A
 * slot is empty where the text names nothing for it.
 */
export function* toResultsCsv(
  graph: KnowledgeGraph,
  options: ExportOptions = {},
): Generator<string> {
  const columns = Object.entries(RESULT_COLUMNS);
  const names = Object.keys(RESULT_COLUMNS);
  yield* toTable(names, rows(), options);

  function* rows() {
    for (const row of resultRows(graph, options)) {
      const cells: Readonly<Record<string, unknown>> = row;
      yield columns.map(([name, type]) => toCell(cells[name], type));
    }
  }
}

export function* resultRows(
  graph: KnowledgeGraph,
  { whole = graph, about, documents = new Map() }: ExportOptions,
): Generator<ResultRow> {
  const papers = papersOf(whole);
  const sentence = sentenceOf(documents);
  for (const key of graph.nodes().sort(compare)) {
    const node = graph.getNodeAttributes(key);
    if (node.type !== 'Result' || !isAbout(whole, key, about)) continue;
    const claims = whole.mapOutEdges(key, (_, claim) => claim);
    const said = claims.find(({ type }) => type === 'REPORTED_IN') ?? claims[0];
    yield {
      key,
      ...slotsOf(whole, key),
      ...measureOf(node),
      ...sourceOf(node.paper, papers),
      ...(said && { ...evidenceOf(said), sentence: sentence(said) }),
    };
  }
}

function isAbout(graph: KnowledgeGraph, key: string, about: ExportOptions['about']): boolean {
  if (about === undefined || about.includes('Result')) return true;
  return graph.someOutNeighbor(key, (_, { type }) => about.includes(type));
}

function slotsOf(graph: KnowledgeGraph, key: string): ResultRow {
  const slots: ResultRow = {};
  for (const slot of RESULT_SLOTS) {
    graph.forEachOutEdge(key, (_, { type }, __, target, ___, entity) => {
      if (type !== SLOTS[slot].edge || entity.type === 'Paper') return;
      slots[slot] = target;
      slots[`${slot}Name`] = entity.name;
    });
  }
  return slots;
}

const measureOf = ({ type: _, paper: __, name: asRead, ...measure }: ResultNode): ResultRow => ({
  ...measure,
  asRead,
});

function sourceOf(id: string, papers: ReadonlyMap<string, PaperNode>): ResultRow {
  const paper = papers.get(id);
  return { paper: id, title: paper?.name, date: paper?.date };
}

function evidenceOf({ places, by, confidence, ...sentence }: EdgeAttributes): ResultRow {
  const { field, start, end } = places?.[0] ?? sentence;
  return { field, start, end, by, confidence };
}
