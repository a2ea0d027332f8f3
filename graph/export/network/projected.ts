import { joinKeys, type KnowledgeGraph } from '../../knowledge-graph.ts';
import type { NodeType, PaperNode } from '../../schema.ts';
import { compare } from '../../union.ts';
import type { Projection } from '../export-options.ts';
import type { Network } from './network.ts';
import { NETWORK_NODE_COLUMNS, toNetworkNode } from './nodes.ts';

/**
 * Nodes joined by what they share, without direction: methods that share benchmarks, weighted by how many. Two nodes
 * are neighbours if an edge joins them, or a result names both. Every node is taken one by one, so that nothing is held
 * but its own row.
 * M. E. J. Newman, Networks (2018), 6.6: one-mode projections of two-mode networks.
 */
export function projectedNetwork(
  graph: KnowledgeGraph,
  papers: ReadonlyMap<string, PaperNode>,
  { from, through }: Projection,
): Network {
  const isOf = (types: readonly NodeType[]) => (key: string) =>
    types.includes(graph.getNodeAttribute(key, 'type'));
  const [isEnd, isShared] = [isOf(from), isOf(through)];
  const type = ['SHARES', ...through.map((name) => name.toUpperCase())].join('_');
  const sharedOf = memoize((key) => neighborsOf(graph, key).filter(isShared));
  const endsOf = memoize((key) => neighborsOf(graph, key).filter(isEnd));
  return {
    directed: false,
    keys: graph.filterNodes(isEnd).sort(compare),
    nodeColumns: NETWORK_NODE_COLUMNS,
    edgeColumns: { type: 'text', shared: 'whole', jaccard: 'real', through: 'texts' },
    node: (key) => toNetworkNode(graph, key, papers),
    edgesFrom: (source) => {
      const shared = new Map<string, string[]>();
      for (const common of sharedOf(source)) {
        for (const other of endsOf(common)) {
          if (other === source) continue;
          const so = shared.get(other);
          if (so) so.push(common);
          else shared.set(other, [common]);
        }
      }
      return [...shared]
        .sort(([a], [b]) => compare(a, b))
        .map(([target, common]) => {
          const either = sharedOf(source).length + sharedOf(target).length - common.length;
          const jaccard = Math.round((common.length / either) * 1e4) / 1e4;
          const [first, second] = source < target ? [source, target] : [target, source];
          return {
            key: joinKeys(first, type, second),
            source,
            target,
            type,
            weight: common.length,
            since: undefined,
            attributes: { type, shared: common.length, jaccard, through: common.sort(compare) },
          };
        });
    },
  };
}

/** What an edge or one result joins to a node. */
function neighborsOf(graph: KnowledgeGraph, key: string): string[] {
  const found = new Set<string>();
  graph.forEachNeighbor(key, (other, { type }) => {
    found.add(other);
    if (type === 'Result') graph.forEachNeighbor(other, (end) => found.add(end));
  });
  found.delete(key);
  return [...found];
}

function memoize<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? compute(key);
    known.set(key, found);
    return found;
  };
}
