import { readKnowledgeGraph, resultKey } from '../../graph/knowledge-graph.ts';
import { layOut } from '../../graph/layout.ts';
import type {
  Document,
  EdgeLine,
  EntityType,
  ExplorerData,
  NodeLine,
  Place,
} from '../../graph/schema.ts';

/** A name that would run a script if it were ever taken for markup. */
export const HOSTILE = '<img src=x onerror="document.title=`hacked`">';

/** Two papers. The third one is in the graph, but its document is not to be found. */
export const DOCUMENTS: readonly Document[] = [
  {
    id: '2601.00001',
    title: 'SimSD: Simple Speculation',
    text: 'We propose SimSD, which decodes faster than EAGLE-3. On MATH-500 it reaches 31.6\\% accuracy.',
    date: '2026-01-05',
    url: 'https://arxiv.org/abs/2601.00001',
  },
  {
    id: '2602.00002',
    text: `We test SimSD on MATH-500 again, and ${HOSTILE} too. LLMs are slow.`,
    date: '2026-02-07',
  },
];

const MISSING = 'lost';

export function smallLibrary(): ExplorerData {
  const [first, second] = ['2601.00001', '2602.00002'];
  const number = place(first, '31.6');
  const result = resultKey(first, number);
  const nodes: NodeLine[] = [
    paper(
      '2601.00001',
      'SimSD: Simple Speculation',
      '2026-01-05',
      'https://arxiv.org/abs/2601.00001',
    ),
    paper('2602.00002', 'A second look', '2026-02-07'),
    paper(MISSING, 'A lost paper'),
    entity('simsd', 'SimSD', 'Method', 3, ['Simple Speculative Decoding']),
    entity('eagle-3', 'EAGLE-3', 'Method', 2),
    entity('math-500', 'MATH-500', 'Benchmark', 2),
    entity('accuracy', 'accuracy', 'Metric', 1),
    entity('hostile', HOSTILE, 'Model', 1),
    entity('llm', 'LLMs', 'Model', 1, [], true),
    {
      schema: 2,
      key: result,
      type: 'Result',
      name: '31.6 %',
      value: 31.6,
      unit: '%',
      kind: 'absolute',
      qualifier: null,
      direction: null,
      paper: first,
    },
  ];
  const reaches = place(first, 'On MATH-500 it reaches 31.6\\% accuracy.');
  const edges: EdgeLine[] = [
    mentions(first, 'simsd', place(first, 'SimSD', 'title'), place(first, 'SimSD')),
    mentions(first, 'eagle-3', place(first, 'EAGLE-3')),
    mentions(first, 'math-500', place(first, 'MATH-500')),
    mentions(first, 'accuracy', place(first, 'accuracy')),
    mentions(second, 'simsd', place(second, 'SimSD')),
    mentions(second, 'math-500', place(second, 'MATH-500')),
    mentions(second, 'hostile', place(second, HOSTILE)),
    mentions(second, 'llm', place(second, 'LLMs')),
    mentions(MISSING, 'simsd', { field: 'text', start: 0, end: 5 }),
    mentions(MISSING, 'eagle-3', { field: 'text', start: 10, end: 17 }),
    claim(`paper:${first}`, 'PROPOSES', 'simsd', first, place(first, 'We propose SimSD')),
    claim(
      'simsd',
      'OUTPERFORMS',
      'eagle-3',
      first,
      place(first, 'We propose SimSD, which decodes faster than EAGLE-3.'),
    ),
    claim('simsd', 'EVALUATED_ON', 'math-500', first, reaches),
    claim(
      'simsd',
      'EVALUATED_ON',
      'math-500',
      second,
      place(second, 'We test SimSD on MATH-500 again'),
    ),
    claim('hostile', 'BUILDS_ON', 'simsd', second, place(second, `and ${HOSTILE} too.`)),
    claim('simsd', 'BUILDS_ON', 'eagle-3', MISSING, { field: 'text', start: 0, end: 40 }),
    claim(result, 'OF', 'simsd', first, reaches),
    claim(result, 'ON', 'math-500', first, reaches),
    claim(result, 'MEASURES', 'accuracy', first, reaches),
    { ...claim(result, 'REPORTED_IN', `paper:${first}`, first, reaches), places: [number] },
  ];
  const { positions } = layOut(readKnowledgeGraph(nodes, edges));
  const communities = [['accuracy', 'eagle-3', 'math-500', 'paper:2601.00001', 'simsd']];
  return { schema: 2, nodes, edges, positions, top: {}, communities };
}

function paper(id: string, name: string, date?: string, url?: string): NodeLine {
  const dated = date ? { date } : {};
  return {
    schema: 2,
    key: `paper:${id}`,
    type: 'Paper',
    name,
    id,
    ...dated,
    ...(url ? { url } : {}),
  };
}

function entity(
  key: string,
  name: string,
  type: EntityType,
  papers: number,
  aliases: string[] = [],
  classTerm = false,
): NodeLine {
  const votes = { [type]: papers };
  return { schema: 2, key, type, name, aliases, papers, votes, classTerm, statistics: [] };
}

/** Where words first stand in a document. */
function place(id: string, words: string, field: Place['field'] = 'text'): Place {
  const start = DOCUMENTS.find((document) => document.id === id)?.[field]?.indexOf(words) ?? -1;
  if (start < 0) throw new Error(`${id} does not say “${words}”`);
  return { field, start, end: start + words.length };
}

function claim(
  source: string,
  type: EdgeLine['type'],
  target: string,
  paper: string,
  evidence: Place,
): EdgeLine {
  return { schema: 2, source, type, target, paper, ...evidence, by: 'test', confidence: 1 };
}

function mentions(id: string, target: string, first: Place, ...others: Place[]): EdgeLine {
  return {
    ...claim(`paper:${id}`, 'MENTIONS', target, id, first),
    places: [first, ...others],
  };
}
