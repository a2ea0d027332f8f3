import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { ENTITY_TYPES, type EntityType, type NodeType } from '../../graph/schema.ts';
import type { Library } from '../library.ts';
import { countNeighbours } from '../walk/hubs.ts';
import { type Contested, contestedIn } from './contested.ts';
import { numbersOf } from './numbers.ts';

export interface Ranked {
  readonly key: string;
  readonly amount: number;
}

/** What is worth knowing of a library before anything is chosen. */
export interface Overview {
  readonly counts: Readonly<Record<NodeType, number>>;
  /** The first and the last day of the papers, where they have dates. */
  readonly dates: readonly [string, string] | undefined;
  /** Benchmarks and datasets by the numbers reported on them. */
  readonly benchmarks: readonly Ranked[];
  /** Methods and models by their neighbours. */
  readonly methods: readonly Ranked[];
  readonly tasks: readonly Ranked[];
  /** Proposed methods, models and benchmarks by the day on which they were first seen, the newest first. */
  readonly newest: readonly { readonly key: string; readonly date: string }[];
  readonly contested: readonly Contested[];
  /** All papers, the newest first, then by name. */
  readonly papers: readonly string[];
}

/** How many lines a ranking has. */
const MOST = 6;

export function overviewOf(library: Library): Overview {
  const before = known.get(library);
  if (before) return before;
  const overview = lookOver(library, MOST);
  known.set(library, overview);
  return overview;
}

/** The front page is come back to often, and a library never changes. */
const known = new WeakMap<Library, Overview>();

function lookOver({ graph, index }: Library, most: number): Overview {
  const counts = countNodes(graph);
  const dates = graph.mapNodes((_key, node) => (node.type === 'Paper' ? node.date : undefined));
  const dated = dates.filter((date) => date !== undefined).sort();
  const [first, last] = [dated[0], dated.at(-1)];
  const connections = (key: string) => countNeighbours(index, key);
  const numbers = (key: string) => numbersOf(graph, key).length;
  return {
    counts,
    dates: first && last ? [first, last] : undefined,
    benchmarks: rank(graph, ['Benchmark', 'Dataset'], numbers, most),
    methods: rank(graph, ['Method', 'Model'], connections, most),
    tasks: rank(graph, ['Task'], connections, most),
    newest: newestOf(graph, most),
    contested: contestedIn(graph, most),
    papers: sortPapers(graph),
  };
}

function newestOf(graph: KnowledgeGraph, most: number): Overview['newest'] {
  const proposed = new Map<string, string>();
  graph.forEachDirectedEdge((_edge, { type }, _source, target) => {
    if (type !== 'PROPOSES') return;
    const node = graph.getNodeAttributes(target);
    if (node.type === 'Metric' || node.type === 'Task' || !('firstSeen' in node)) return;
    if (node.firstSeen && !node.classTerm) proposed.set(target, node.firstSeen);
  });
  return [...proposed]
    .map(([key, date]) => ({ key, date }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.key < b.key ? -1 : 1))
    .slice(0, most);
}

function countNodes(graph: KnowledgeGraph): Record<NodeType, number> {
  const counts: Record<NodeType, number> = {
    Paper: 0,
    Method: 0,
    Model: 0,
    Benchmark: 0,
    Dataset: 0,
    Metric: 0,
    Task: 0,
    Result: 0,
  };
  graph.forEachNode((_key, { type }) => {
    counts[type] += 1;
  });
  return counts;
}

/** The number of entities, of whatever type. */
export const entityCount = (counts: Overview['counts']): number =>
  ENTITY_TYPES.reduce((sum, type) => sum + counts[type], 0);

/** The nodes of some types with the greatest amounts above nothing; class terms are left out. */
function rank(
  graph: KnowledgeGraph,
  types: readonly EntityType[],
  amountOf: (key: string) => number,
  most: number,
): Ranked[] {
  const keys = graph.filterNodes((_key, node) =>
    'classTerm' in node ? types.includes(node.type) && !node.classTerm : false,
  );
  return keys
    .map((key) => ({ key, amount: amountOf(key) }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount || (a.key < b.key ? -1 : 1))
    .slice(0, most);
}

function sortPapers(graph: KnowledgeGraph): string[] {
  const papers = graph
    .mapNodes((key, node) => (node.type === 'Paper' ? { key, node } : undefined))
    .filter((paper) => paper !== undefined);
  return papers
    .sort(
      (a, b) =>
        (b.node.date ?? '').localeCompare(a.node.date ?? '') ||
        a.node.name.localeCompare(b.node.name, 'en'),
    )
    .map(({ key }) => key);
}
