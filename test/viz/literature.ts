import { resultKey } from '../../graph/knowledge-graph.ts';
import type { EdgeLine, ExplorerData, NodeLine } from '../../graph/schema.ts';

const words = { field: 'text', start: 0, end: 9, by: 'test', confidence: 1 } as const;

/**
 * Papers that each report one accuracy, `[paper, subject, benchmark, value]`, and say that one beats another. Paper 2 is of
 * February 2026.
 */
export function literature(
  numbers: readonly (readonly [string, string, string, number])[],
  wins: readonly (readonly [string, string, string])[] = [],
  tested: readonly (readonly [string, string, string])[] = [],
): ExplorerData {
  const nodes = new Map<string, NodeLine>();
  const edges: EdgeLine[] = [];
  const add = (key: string, type: 'Method' | 'Benchmark' | 'Metric') =>
    nodes.set(key, {
      schema: 1,
      key,
      type,
      name: key,
      aliases: [],
      papers: 1,
      firstSeen: '2026-01-01',
      votes: { [type]: 1 },
      classTerm: false,
      statistics: [],
    });
  const paper = (id: string) =>
    nodes.set(`paper:${id}`, {
      schema: 1,
      key: `paper:${id}`,
      type: 'Paper',
      name: id,
      id,
      date: `2026-0${id}-01`,
    });
  const say = (id: string, source: string, type: EdgeLine['type'], target: string) =>
    edges.push({ schema: 1, source, type, target, paper: id, ...words });
  for (const [id, subject, benchmark, value] of numbers) {
    const key = resultKey(id, { field: 'text', start: edges.length });
    paper(id);
    add(subject, 'Method');
    add(benchmark, 'Benchmark');
    add('accuracy', 'Metric');
    nodes.set(key, {
      schema: 1,
      key,
      type: 'Result',
      name: `${value} %`,
      value,
      unit: '%',
      kind: 'absolute',
      qualifier: null,
      direction: null,
      paper: id,
    });
    for (const named of [subject, benchmark]) say(id, `paper:${id}`, 'MENTIONS', named);
    say(id, key, 'OF', subject);
    say(id, key, 'ON', benchmark);
    say(id, key, 'MEASURES', 'accuracy');
    say(id, key, 'REPORTED_IN', `paper:${id}`);
  }
  for (const [id, winner, loser] of wins) {
    paper(id);
    add(winner, 'Method');
    add(loser, 'Method');
    say(id, winner, 'OUTPERFORMS', loser);
    say(id, `paper:${id}`, 'PROPOSES', winner);
  }
  for (const [id, subject, benchmark] of tested) {
    paper(id);
    add(subject, 'Method');
    add(benchmark, 'Benchmark');
    say(id, subject, 'EVALUATED_ON', benchmark);
  }
  return { schema: 1, nodes: [...nodes.values()], edges, positions: {}, top: {}, communities: [] };
}
