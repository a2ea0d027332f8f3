import { correct, decidedTypes } from './decisions/correct.ts';
import { type DecisionProblem, inOrderOfTime } from './decisions/problem.ts';
import { edgeLinesOf } from './derive/edge-lines.ts';
import { nodeLinesOf } from './derive/node-lines.ts';
import { outgoingOf } from './derive/outgoing.ts';
import { type KnowledgeGraph, readKnowledgeGraph } from './knowledge-graph.ts';
import { type Ambiguity, resolve } from './resolve/resolve.ts';
import { findVariants } from './resolve/variants.ts';
import type { Decision, EdgeLine, Extraction, MergeLine, NodeLine } from './schema.ts';
import { compare } from './union.ts';

/** Version of the rules of this folder; another one derives every library again. */
export const DERIVATION_VERSION = 11;

/** Lines are made while they are read, and again each time, so that a graph of any size can be written or compared. */
export interface Derived {
  /** Sorted by key. */
  readonly nodes: () => Generator<NodeLine>;
  /** Sorted by source, type, target and paper. */
  readonly edges: () => Generator<EdgeLine>;
  /** Names of several papers, or spellings of one, that became one node, sorted by key. */
  readonly merges: () => Generator<MergeLine>;
  /** Nodes and edges as one graph, made when it is first asked for. */
  readonly graph: KnowledgeGraph;
  /** Mentions that may be one of several things. */
  readonly ambiguities: readonly Ambiguity[];
  /** Decisions that contradict each other or whose words have gone, by line. */
  readonly problems: readonly DecisionProblem[];
}

/**
 * Derives the graph from facts and decisions: pure, and the same whatever the order in which the papers come.
 * Every edge is one claim of one paper with its place in the text. What persons decided wins over rules and model.
 * @throws GraphError for facts whose relations have no ends
 */
export function derive(facts: readonly Extraction[], decisions: readonly Decision[] = []): Derived {
  const inTime = inOrderOfTime(decisions);
  const sorted = [...facts].sort((a, b) => compare(a.id, b.id));
  const { facts: papers, problems } = correct(sorted, inTime);
  const resolution = resolve(papers, inTime);
  const { identities, keyOf, spellings } = resolution;
  const decided = decidedTypes(papers, inTime);
  const outgoing = outgoingOf(papers, resolution);
  const variants = findVariants(identities, spellings);
  const nodes = () => nodeLinesOf(papers, resolution, decided);
  const edges = () => edgeLinesOf({ papers, identities, keyOf, outgoing, variants });
  let graph: KnowledgeGraph | undefined;
  return {
    nodes,
    edges,
    merges: resolution.merges,
    get graph() {
      graph ??= readKnowledgeGraph(nodes(), edges());
      return graph;
    },
    ambiguities: resolution.ambiguities,
    problems: [...problems, ...resolution.problems].sort((a, b) => a.line - b.line),
  };
}
