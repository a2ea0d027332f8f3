import { describe, expect, it } from 'vitest';
import { findCommunities } from '../../graph/communities.ts';
import { createKnowledgeGraph, type KnowledgeGraph } from '../../graph/knowledge-graph.ts';

const place = { field: 'text', start: 0, end: 1, by: 'test', confidence: 1 } as const;

/** Groups of methods that all build on each other, with one relation from each group to the next. */
function cliques(sizes: readonly number[], options: { readonly reversed?: boolean } = {}) {
  const graph: KnowledgeGraph = createKnowledgeGraph();
  const keys = sizes.map((size, group) => Array.from({ length: size }, (_, n) => `${group}-${n}`));
  const all = options.reversed ? keys.flat().reverse() : keys.flat();
  for (const key of all) {
    graph.addNode(key, {
      type: 'Method',
      name: key,
      aliases: [],
      papers: 1,
      votes: { Method: 1 },
      classTerm: false,
      statistics: [],
    });
  }
  const join = (source: string, target: string) =>
    graph.addDirectedEdge(source, target, { type: 'BUILDS_ON', paper: 'a', ...place });
  for (const group of keys) {
    for (const [at, key] of group.entries())
      for (const other of group.slice(at + 1)) join(key, other);
  }
  for (const [at, group] of keys.entries()) {
    const [from, to] = [group[0], keys[at + 1]?.[0]];
    if (from && to) join(from, to);
  }
  return { graph, keys };
}

describe('findCommunities(graph)', () => {
  it('finds what hangs together, the largest first', () => {
    const { graph, keys } = cliques([5, 7]);
    expect(findCommunities(graph)).toEqual([keys[1], keys[0]]);
  });

  it('does not depend on the order of the nodes', () => {
    const sizes = [6, 6, 5];
    expect(findCommunities(cliques(sizes, { reversed: true }).graph)).toEqual(
      findCommunities(cliques(sizes).graph),
    );
  });

  it('leaves out what is too small', () => {
    const { graph, keys } = cliques([6, 4]);
    expect(findCommunities(graph)).toEqual([keys[0]]);
  });

  it('finds none where nothing is related', () => {
    expect(findCommunities(cliques([1]).graph)).toEqual([]);
  });
});
