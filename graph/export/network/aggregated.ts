import { type ClaimGroup, claimsFrom } from '../../adjacency.ts';
import { joinKeys, type KnowledgeGraph } from '../../knowledge-graph.ts';
import type { PaperNode } from '../../schema.ts';
import { compare } from '../../union.ts';
import type { Network, NetworkEdge } from './network.ts';
import { NETWORK_NODE_COLUMNS, toNetworkNode } from './nodes.ts';

/** One edge for all papers that say the same; it weighs as many as they are. */
export function aggregatedNetwork(
  graph: KnowledgeGraph,
  papers: ReadonlyMap<string, PaperNode>,
): Network {
  return {
    directed: true,
    keys: graph.nodes().sort(compare),
    nodeColumns: NETWORK_NODE_COLUMNS,
    edgeColumns: {
      type: 'text',
      papers: 'whole',
      firstSeen: 'text',
      lastSeen: 'text',
      confidence: 'real',
    },
    node: (key) => toNetworkNode(graph, key, papers),
    edgesFrom: (key) => claimsFrom(graph, key).map((group) => aggregate(group, papers)),
  };
}

function aggregate(
  { source, type, target, claims }: ClaimGroup,
  papers: ReadonlyMap<string, PaperNode>,
): NetworkEdge {
  const weight = new Set(claims.map(({ paper }) => paper)).size;
  const dates = claims.flatMap(({ paper }) => papers.get(paper)?.date ?? []).sort(compare);
  const since = dates[0];
  return {
    key: joinKeys(source, type, target),
    source,
    target,
    type,
    weight,
    since,
    attributes: {
      type,
      papers: weight,
      firstSeen: since,
      lastSeen: dates.at(-1),
      confidence: Math.max(...claims.map(({ confidence }) => confidence)),
    },
  };
}
