import { claimsFrom } from '../../adjacency.ts';
import type { Documents } from '../../documents.ts';
import { edgeKey, type KnowledgeGraph } from '../../knowledge-graph.ts';
import { CLAIM_COLUMNS } from '../../property-graph/columns.ts';
import { sentenceOf } from '../../property-graph/sentence-of.ts';
import type { PaperNode } from '../../schema.ts';
import { compare } from '../../union.ts';
import type { Network } from './network.ts';
import { NETWORK_NODE_COLUMNS, toNetworkNode } from './nodes.ts';

/** One edge a claim of a paper, with its evidence. */
export function claimNetwork(
  graph: KnowledgeGraph,
  papers: ReadonlyMap<string, PaperNode>,
  documents: Documents,
): Network {
  const sentence = sentenceOf(documents);
  return {
    directed: true,
    keys: graph.nodes().sort(compare),
    nodeColumns: NETWORK_NODE_COLUMNS,
    edgeColumns: { type: 'text', ...CLAIM_COLUMNS },
    node: (key) => toNetworkNode(graph, key, papers),
    edgesFrom: (source) =>
      claimsFrom(graph, source).flatMap(({ type, target, claims }) =>
        claims.map((claim) => {
          const since = papers.get(claim.paper)?.date;
          return {
            key: edgeKey(source, claim, target),
            source,
            target,
            type,
            weight: 1,
            since,
            attributes: { ...claim, date: since, sentence: sentence(claim) },
          };
        }),
      ),
  };
}
