import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { compare } from '../union.ts';
import { kinship } from './kin.ts';
import { type MatrixOptions, type PairedPapers, pairs } from './matrix.ts';
import { type Named, named } from './reported-result.ts';

/** Two things of which no abstract here says that they were brought together, though rivals of the one were. */
export interface OpenExperiment {
  readonly row: Named;
  readonly column: Named;
  /** Those that were tested there, the one that shares most with the row first. */
  readonly rivals: readonly Rival[];
}

export interface Rival extends Named {
  /** The columns on which both it and the row were tested. */
  readonly shared: readonly Named[];
  /** The papers that tested it there. */
  readonly papers: readonly string[];
}

/**
 * Empty cells that are worth testing. First come those where the closest rival shares most columns with the row, then
 * those where rivals share most together. What is kin is no rival, and a variant or part of what was tested no question.
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
  const testers = transpose(tested);
  const areKin = kinship(graph);
  const found: Candidate[] = [];
  for (const [row, own] of tested) {
    const candidates = new Map<string, Candidate>();
    for (const [rival, shared] of rivalsOf(row, own, testers)) {
      if (areKin(row, rival)) continue;
      for (const column of tested.get(rival)?.keys() ?? []) {
        if (own.has(column)) continue;
        const before = candidates.get(column) ?? { row, column, closest: 0, total: 0, rivals: [] };
        const closest = Math.max(before.closest, shared.length);
        const total = before.total + shared.length;
        const rivals = [...before.rivals, { rival, shared }];
        candidates.set(column, { row, column, closest, total, rivals });
      }
    }
    for (const candidate of candidates.values()) {
      const isKnown = [...own.keys()].some((column) => areKin(column, candidate.column));
      if (!isKnown) found.push(candidate);
    }
  }
  return found
    .sort(byPromise)
    .slice(0, limit)
    .map((candidate) => describe(graph, candidate, tested));
}

interface Candidate {
  readonly row: string;
  readonly column: string;
  /** How many columns the closest rival shares with the row, and all of them together. */
  readonly closest: number;
  readonly total: number;
  readonly rivals: readonly { readonly rival: string; readonly shared: readonly string[] }[];
}

function byPromise(a: Candidate, b: Candidate): number {
  return (
    b.closest - a.closest ||
    b.total - a.total ||
    compare(a.row, b.row) ||
    compare(a.column, b.column)
  );
}

function describe(
  graph: KnowledgeGraph,
  candidate: Candidate,
  tested: PairedPapers,
): OpenExperiment {
  const { row, column, rivals } = candidate;
  return {
    row: named(graph, row),
    column: named(graph, column),
    rivals: rivals
      .map(({ rival, shared }) => ({
        ...named(graph, rival),
        shared: [...shared].sort(compare).map((key) => named(graph, key)),
        papers: [...(tested.get(rival)?.get(column) ?? [])].sort(compare),
      }))
      .sort((a, b) => b.shared.length - a.shared.length || compare(a.key, b.key)),
  };
}

function transpose(tested: PairedPapers): Map<string, Set<string>> {
  const testers = new Map<string, Set<string>>();
  for (const [row, columns] of tested) {
    for (const column of columns.keys()) {
      testers.set(column, (testers.get(column) ?? new Set()).add(row));
    }
  }
  return testers;
}

/** Who shares columns with a row, and which. */
function rivalsOf(
  row: string,
  own: ReadonlyMap<string, unknown>,
  testers: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, string[]> {
  const rivals = new Map<string, string[]>();
  for (const column of own.keys()) {
    for (const rival of testers.get(column) ?? []) {
      if (rival === row) continue;
      const shared = rivals.get(rival) ?? [];
      shared.push(column);
      rivals.set(rival, shared);
    }
  }
  return rivals;
}
