import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { compare } from '../union.ts';
import { kinship } from './kin.ts';
import { type MatrixOptions, type PairedPapers, pairs } from './matrix.ts';
import { type Named, named } from './reported-result.ts';

/** Two things of which no abstract here says that they were brought together, though rivals of the one were. */
export interface OpenExperiment {
  readonly row: Named;
  readonly column: Named;
  /** Those that were tested there, the closest first. */
  readonly rivals: readonly Rival[];
}

export interface Rival extends Named {
  /** The columns on which both it and the row were tested. */
  readonly shared: readonly Named[];
  /** The papers that tested it there. */
  readonly papers: readonly string[];
}

/**
 * Empty cells that are worth testing. First come those with the closest rival, then those whose rivals are closest together;
 * two rows are as close as the number of columns that they share times the cosine of their columns (Salton, 1983), so that
 * what is tested on everything is nobody's closest rival. What is kin is no rival, and a variant or part of what was tested
 * no question. A family is left out, since its members are what is tested, and a row has few cells, so that one that is
 * tested everywhere leaves room for others.
 * Beta was tested on MATH and CIFAR, as Alpha was, and also on OSWorld ->
 * `{ row: Alpha, column: OSWorld, rivals: [{ name: Beta, shared: [CIFAR, MATH], papers: ['2'] }] }`
 * @param limit how many at most
 */
export function openExperiments(
  graph: KnowledgeGraph,
  options: MatrixOptions,
  limit = 20,
): OpenExperiment[] {
  const tested = pairs(graph, options);
  const literature = { tested, testers: transpose(tested), areKin: kinship(graph) };
  let best: Candidate[] = [];
  for (const row of tested.keys()) {
    if (hasVersions(graph, row)) continue;
    for (const candidate of candidatesOf(row, literature)) best.push(candidate);
    // Cut now and then, so that what is not shown takes no room.
    if (best.length > 2 * limit) best = best.sort(byPromise).slice(0, limit);
  }
  return best
    .sort(byPromise)
    .slice(0, limit)
    .map((candidate) => describe(graph, candidate, literature));
}

interface Literature {
  readonly tested: PairedPapers;
  /** The rows of each column. */
  readonly testers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly areKin: (a: string, b: string) => boolean;
}

interface Candidate {
  readonly row: string;
  readonly column: string;
  /** How close the closest rival is, and all of them together. */
  readonly closest: number;
  readonly total: number;
}

function byPromise(a: Candidate, b: Candidate): number {
  return (
    b.closest - a.closest ||
    b.total - a.total ||
    compare(a.row, b.row) ||
    compare(a.column, b.column)
  );
}

/** The empty cells of a row, weighed without a list of rivals: a row may have thousands in each cell. */
function candidatesOf(row: string, { tested, testers, areKin }: Literature): Candidate[] {
  const own = columnsOf(row, tested);
  const weights = new Map<string, { closest: number; total: number }>();
  for (const [rival, shared] of rivalsOf(row, own, testers)) {
    if (areKin(row, rival)) continue;
    const others = columnsOf(rival, tested);
    const near = closeness(shared, own, others);
    for (const column of others.keys()) {
      if (own.has(column)) continue;
      const weight = weights.get(column) ?? { closest: 0, total: 0 };
      weight.closest = Math.max(weight.closest, near);
      weight.total += near;
      weights.set(column, weight);
    }
  }
  const isKnown = (column: string) => [...own.keys()].some((known) => areKin(known, column));
  return [...weights]
    .filter(([column]) => !isKnown(column))
    .map(([column, weight]) => ({ row, column, ...weight }))
    .sort(byPromise)
    .slice(0, CELLS);
}

/** So many of one row at most. */
const CELLS = 3;

/** Whether something is a version of it: Qwen, where there is a Qwen3-8B. */
function hasVersions(graph: KnowledgeGraph, key: string): boolean {
  return graph.someInEdge(key, (_, { type }) => type === 'VARIANT_OF');
}

function describe(
  graph: KnowledgeGraph,
  { row, column }: Candidate,
  { tested, testers, areKin }: Literature,
): OpenExperiment {
  const own = columnsOf(row, tested);
  const rivals = [...(testers.get(column) ?? [])].flatMap((rival) => {
    const others = columnsOf(rival, tested);
    const shared = [...own.keys()].filter((key) => others.has(key));
    if (shared.length === 0 || areKin(row, rival)) return [];
    return [{ rival, shared, near: closeness(shared.length, own, others) }];
  });
  return {
    row: named(graph, row),
    column: named(graph, column),
    rivals: rivals
      .sort((a, b) => b.near - a.near || compare(a.rival, b.rival))
      .map(({ rival, shared }) => ({
        ...named(graph, rival),
        shared: shared.sort(compare).map((key) => named(graph, key)),
        papers: [...(columnsOf(rival, tested).get(column) ?? [])].sort(compare),
      })),
  };
}

type Columns = ReadonlyMap<string, ReadonlySet<string>>;

const columnsOf = (row: string, tested: PairedPapers): Columns => tested.get(row) ?? new Map();

const closeness = (shared: number, own: Columns, others: Columns) =>
  shared ** 2 / Math.sqrt(own.size * others.size);

function transpose(tested: PairedPapers): Map<string, Set<string>> {
  const testers = new Map<string, Set<string>>();
  for (const [row, columns] of tested) {
    for (const column of columns.keys()) {
      testers.set(column, (testers.get(column) ?? new Set()).add(row));
    }
  }
  return testers;
}

/** Who shares columns with a row, and how many. */
function rivalsOf(row: string, own: Columns, testers: Literature['testers']): Map<string, number> {
  const rivals = new Map<string, number>();
  for (const column of own.keys()) {
    for (const rival of testers.get(column) ?? []) {
      if (rival !== row) rivals.set(rival, (rivals.get(rival) ?? 0) + 1);
    }
  }
  return rivals;
}
