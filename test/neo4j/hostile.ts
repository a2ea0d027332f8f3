import fc from 'fast-check';
import { type KnowledgeGraph, readKnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Document, EdgeLine, NodeLine } from '../../graph/schema.ts';

const NAMES = [
  '`]->() DETACH DELETE n //',
  "'; MATCH (n) DETACH DELETE n; //",
  '"; RETURN 1; "',
  "\\' OR 1 = 1 //",
  '\\',
  '\\\\',
  '\\u0027 RETURN 1',
  '\\\\u0027',
  '$library $$ {library} {{x}} %s',
  'line\nline\r\nline\ttab',
  'a\u0000b',
  '\u0001\u001b[31m\u007f\u0085\u2028\u2029',
  '\u001fa;b,c|d',
  'right\u202eto\u200fleft',
  '😀👩🏽‍🚀 é e\u0301 \ufeff \uffff',
  ' leading and trailing ',
  'null',
  'NaN',
  '1',
  'true',
  '[1, 2]',
  '""',
  "''",
  '=1+1',
  '日本語 العربية עברית',
  'x'.repeat(10_000),
  '😀'.repeat(10_000),
];

const anything = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const syntax = fc.string({
  unit: fc.constantFrom(...'\\\'"`;,|{}[]()$:\n\r\t\u0000\u001f u0027/*-'),
  minLength: 1,
});

/** Names that would do harm if they were ever taken for anything but names. */
export const hostileNames: fc.Arbitrary<string[]> = fc.array(
  fc.oneof(fc.constantFrom(...NAMES), anything, syntax),
  { minLength: 1, maxLength: 60 },
);

/** The worst that are known, all of which a property tries first. */
export const KNOWN_NAMES: readonly string[] = NAMES;

/** A graph of such names: as names, other names, keys, titles, authors, and in the words of a paper. */
export function hostileGraph(names: readonly string[]): {
  graph: KnowledgeGraph;
  documents: ReadonlyMap<string, Document>;
} {
  const id = 'paper \'"`\\;\n😀';
  const text = names.slice(0, 20).join(' ');
  const paper: NodeLine = {
    schema: 2,
    key: `paper:${id}`,
    type: 'Paper',
    name: names[0] ?? '',
    id,
    title: names[1] ?? names[0] ?? 'title',
    authors: [...names],
  };
  const entities = names.map(
    (name, index): NodeLine => ({
      schema: 2,
      // The key is as hostile as the name; its number keeps equal names apart.
      key: `${name}${index}`,
      type: 'Method',
      name,
      aliases: names.slice(index, index + 3),
      papers: 1,
      votes: { Method: 1 },
      classTerm: false,
      statistics: [
        { what: name, value: 1.5, evidence: { field: 'text', start: 0, end: 1 }, paper: id },
      ],
    }),
  );
  const edges = entities.map(
    ({ key }): EdgeLine => ({
      schema: 2,
      source: paper.key,
      target: key,
      type: 'MENTIONS',
      paper: id,
      field: 'text',
      start: 0,
      end: 3,
      by: key.slice(0, 50),
      confidence: 1,
      places: [{ field: 'text', start: 0, end: 3 }],
    }),
  );
  return {
    graph: readKnowledgeGraph([paper, ...entities], edges),
    documents: new Map([[id, { id, text }]]),
  };
}
