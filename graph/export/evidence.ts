import { claimsFrom } from '../adjacency.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { Columns } from '../property-graph/columns.ts';
import { sentenceOf } from '../property-graph/sentence-of.ts';
import type { Document, Place } from '../schema.ts';
import { compare } from '../union.ts';
import { type ExportOptions, papersOf } from './export-options.ts';
import { toCell, toTable } from './table.ts';

/** One place in a paper that bears out a claim. */
export const EVIDENCE_COLUMNS = {
  source: 'text',
  sourceName: 'text',
  type: 'text',
  target: 'text',
  targetName: 'text',
  paper: 'text',
  title: 'text',
  date: 'text',
  url: 'text',
  field: 'text',
  start: 'whole',
  end: 'whole',
  words: 'text',
  sentence: 'text',
  by: 'text',
  confidence: 'real',
} as const satisfies Columns;

export type EvidenceRow = Record<keyof typeof EVIDENCE_COLUMNS, string | number | undefined>;

/**
 * The words behind every edge as a table, a row for each place: sorted by source, type, target, paper and place. `words`
 * are those between `start` and `end` (UTF-16 code units of the field), `sentence` is what they stand in.
 */
export function* toEvidenceCsv(
  graph: KnowledgeGraph,
  options: ExportOptions = {},
): Generator<string> {
  const columns = Object.entries(EVIDENCE_COLUMNS);
  yield* toTable(Object.keys(EVIDENCE_COLUMNS), rows(), options);

  function* rows() {
    for (const row of evidenceRows(graph, options)) {
      const cells: Readonly<Record<string, unknown>> = row;
      yield columns.map(([name, type]) => toCell(cells[name], type));
    }
  }
}

export function* evidenceRows(
  graph: KnowledgeGraph,
  { whole = graph, documents = new Map() }: ExportOptions,
): Generator<EvidenceRow> {
  const papers = papersOf(whole);
  const sentence = sentenceOf(documents);
  const nameOf = (key: string) => graph.getNodeAttribute(key, 'name');
  for (const key of graph.nodes().sort(compare)) {
    for (const { source, type, target, claims } of claimsFrom(graph, key)) {
      for (const { paper: id, by, confidence, places, ...own } of claims) {
        const paper = papers.get(id);
        const ends = { source, sourceName: nameOf(source), target, targetName: nameOf(target) };
        const from = { paper: id, title: paper?.name, date: paper?.date, url: paper?.url };
        for (const { field, start, end } of places ?? [own]) {
          const place = { field, start, end };
          const words = wordsAt(documents.get(id), place);
          const told = { ...place, words, sentence: sentence({ paper: id, ...place }) };
          yield { ...ends, type, ...from, ...told, by, confidence };
        }
      }
    }
  }
}

function wordsAt(document: Document | undefined, { field, start, end }: Place): string | undefined {
  return document?.[field]?.slice(start, end);
}
