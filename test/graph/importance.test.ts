import { describe, expect, it } from 'vitest';
import { byImportance, importances } from '../../graph/importance.ts';
import { createKnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { EdgeType } from '../../graph/schema.ts';

const graph = createKnowledgeGraph();
const add = (name: string, papers: number, classTerm = false) =>
  graph.addNode(name, {
    ...{ type: 'Method', name, aliases: [], papers, votes: { Method: papers }, classTerm },
    statistics: [],
  });
const claim = (source: string, type: EdgeType, target: string) =>
  graph.addDirectedEdge(source, target, {
    ...{ type, paper: 'a', field: 'text', start: 0, end: 1, by: 'test', confidence: 1 },
  });
graph.addNode('paper:a', { type: 'Paper', name: 'A', id: 'a' });
add('often', 5);
add('LLM', 9, true);
add('proposed', 1);
add('mentioned', 1);
claim('paper:a', 'PROPOSES', 'proposed');
claim('paper:a', 'MENTIONS', 'mentioned');
claim('proposed', 'BUILDS_ON', 'LLM');

describe('importances(graph)', () => {
  const importance = importances(graph);

  it('counts papers, claims and being proposed, not being mentioned', () => {
    const of = (key: string) => importance.get(key);
    expect([of('often'), of('proposed'), of('mentioned')]).toEqual([16, 4, 0]);
  });

  it('takes class terms for little', () => {
    expect(importance.get('LLM')).toBe((32 + 1) / 8);
  });

  it('puts the most important first, then the smaller key', () => {
    const importance = new Map([
      ['a', 1],
      ['b', 2],
      ['c', 1],
    ]);
    expect(byImportance(['c', 'unknown', 'a', 'b'], importance)).toEqual([
      'b',
      'a',
      'c',
      'unknown',
    ]);
  });
});
