import { describe, expect, it } from 'vitest';
import { type KnowledgeGraph, readKnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { nodeRadius } from '../../graph/layout/radius.ts';
import { layOut } from '../../graph/layout.ts';
import type { EdgeLine, EdgeType, NodeLine } from '../../graph/schema.ts';

const entity = (key: string, papers = 1, classTerm = false): NodeLine => ({
  schema: 1,
  key,
  type: 'Method',
  name: key,
  aliases: [],
  papers,
  votes: { Method: papers },
  classTerm,
  statistics: [],
});
const paper = (id: string): NodeLine => ({
  schema: 1,
  key: `paper:${id}`,
  type: 'Paper',
  name: id,
  id,
});
const result = (id: string, start: number): NodeLine => ({
  schema: 1,
  key: `result:${id}#${start}`,
  type: 'Result',
  name: '1',
  value: 1,
  unit: null,
  kind: 'absolute',
  qualifier: null,
  direction: null,
  paper: id,
});
const edge = (source: string, type: EdgeType, target: string, from: string): EdgeLine => ({
  schema: 1,
  source,
  type,
  target,
  paper: from,
  field: 'text',
  start: 0,
  end: 1,
  by: 'test',
  confidence: 1,
});

/** `amount` papers, each with six things of its own, every third sharing one with the next; all speak of LLMs. */
function papers(amount: number): { nodes: NodeLine[]; edges: EdgeLine[] } {
  const nodes = [entity('llm', amount, true)];
  const edges: EdgeLine[] = [];
  for (let index = 0; index < amount; index += 1) {
    const id = `p${index}`;
    const own = Array.from({ length: 6 }, (_, part) => `e${index}-${part}`);
    nodes.push(
      paper(id),
      ...own.map((key, part) => entity(key, part === 0 ? 40 : 1)),
      result(id, 5),
    );
    const shared = index % 3 === 0 && index + 1 < amount ? [`e${index + 1}-0`] : [];
    for (const key of [...own, ...shared, 'llm'])
      edges.push(edge(`paper:${id}`, 'MENTIONS', key, id));
    for (const key of own.slice(1, 5)) edges.push(edge(`e${index}-0`, 'BUILDS_ON', key, id));
    edges.push(edge(`e${index}-0`, 'BUILDS_ON', 'llm', id));
    edges.push(edge(`result:${id}#5`, 'OF', `e${index}-0`, id));
    edges.push(edge(`result:${id}#5`, 'REPORTED_IN', `paper:${id}`, id));
  }
  return { nodes, edges };
}

const read = ({ nodes, edges }: ReturnType<typeof papers>) => readKnowledgeGraph(nodes, edges);

/** The pairs of nodes that overlap at the radius that they are drawn with. */
function overlaps(graph: KnowledgeGraph, positions = layOut(graph).positions): string[] {
  const discs = Object.entries(positions)
    .map(([key, [x, y]]) => ({ key, x, y, node: graph.getNodeAttributes(key) }))
    .filter(({ node }) => node.type !== 'Result');
  return discs.flatMap((a, index) =>
    discs
      .slice(index + 1)
      .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < nodeRadius(a.node) + nodeRadius(b.node))
      .map((b) => `${a.key} ${b.key}`),
  );
}

describe('layOut(graph)', () => {
  it('gives every node a place, sorted by key, with two decimals', () => {
    const { nodes, edges } = papers(4);
    const { positions } = layOut(read({ nodes, edges }));
    expect(Object.keys(positions)).toEqual(nodes.map(({ key }) => key).sort());
    for (const [x, y] of Object.values(positions)) {
      expect([x, y]).toEqual([Number(x.toFixed(2)), Number(y.toFixed(2))]);
    }
  });

  it('gives the same bytes each time, whatever the order of the lines', () => {
    const { nodes, edges } = papers(12);
    const backwards = { nodes: [...nodes].reverse(), edges: [...edges].reverse() };
    expect(JSON.stringify(layOut(read(backwards)))).toBe(
      JSON.stringify(layOut(read({ nodes, edges }))),
    );
  });

  it.each([1, 3, 40])('lets no two of %i papers and their entities overlap', (amount) => {
    expect(overlaps(read(papers(amount)))).toEqual([]);
  });

  it('parts nodes that nothing tells apart', () => {
    const nodes = Array.from({ length: 30 }, (_, index) => entity(`e${index}`, 60));
    expect(overlaps(readKnowledgeGraph(nodes, []))).toEqual([]);
  });

  it('packs unconnected parts into a picture wider than high', () => {
    const positions = Object.values(layOut(read(papers(40))).positions);
    const extent = (values: number[]) => Math.max(...values) - Math.min(...values);
    const width = extent(positions.map(([x]) => x));
    const height = extent(positions.map(([, y]) => y));
    expect(width / height).toBeGreaterThan(1.05);
    expect(width / height).toBeLessThan(1.8);
    // 40 papers with 8 discs each need no more room than this.
    expect(width * height).toBeLessThan(40 * 8 * 60 * 60);
  });

  it('gives every node a place where forces move only the most joined', () => {
    const graph = read(papers(20));
    const { positions } = layOut(graph, { moved: 25 });
    expect(Object.keys(positions)).toEqual(graph.nodes().sort());
    expect(overlaps(graph, positions)).toEqual([]);
  });

  it('makes room for what no force moves among what forces move', () => {
    const graph = read(papers(20));
    const extent = (moved: number) => {
      const values = Object.values(layOut(graph, { moved }).positions).map(([x]) => x);
      return Math.max(...values) - Math.min(...values);
    };
    // Those who are put beside their neighbours find a place there, and not around everything.
    expect(extent(25)).toBeLessThan(2 * extent(1_000));
  });

  it('lays out the most important entities by themselves where not all are drawn at first', () => {
    const graph = read(papers(20));
    const { top } = layOut(graph, { top: 30 });
    expect(Object.keys(top)).toHaveLength(30);
    expect(Object.keys(top)).toEqual(expect.arrayContaining(['e0-0', 'e19-0', 'llm']));
    expect(overlaps(graph, top)).toEqual([]);
    expect(layOut(graph, { top: 121 }).top).toEqual({});
  });

  it('lays out the top the same way each time, whatever the order of the lines', () => {
    const { nodes, edges } = papers(12);
    const backwards = { nodes: [...nodes].reverse(), edges: [...edges].reverse() };
    const [a, b] = [backwards, { nodes, edges }].map((lines) => layOut(read(lines), { top: 20 }));
    expect(JSON.stringify(a)).toBe(JSON.stringify(b));
  });

  it('lets no two of many overlap, and gives each community ground of its own', () => {
    // Two rings of papers that share things with the next, joined by one thing: more than a thousand nodes in a part.
    const { nodes, edges } = papers(180);
    const shared = Array.from({ length: 179 }, (_, index) =>
      edge(`paper:p${index}`, 'MENTIONS', `e${index + 1}-0`, `p${index}`),
    );
    const graph = readKnowledgeGraph(
      nodes,
      [...edges, ...shared].filter(
        ({ source, type, target }, at, all) =>
          all.findIndex((e) => e.source === source && e.type === type && e.target === target) ===
          at,
      ),
    );
    const { positions, communities } = layOut(graph);
    expect(overlaps(graph, positions)).toEqual([]);
    const spread = (keys: readonly string[]) => {
      const places = keys.flatMap((key) => (positions[key] ? [positions[key]] : []));
      const [x, y] = [0, 1].map(
        (axis) => places.reduce((sum, place) => sum + (place[axis] ?? 0), 0) / places.length,
      );
      return Math.sqrt(
        places.reduce(
          (sum, place) => sum + (place[0] - (x ?? 0)) ** 2 + (place[1] - (y ?? 0)) ** 2,
          0,
        ) / places.length,
      );
    };
    const whole = spread(Object.keys(positions));
    for (const keys of communities) expect(spread(keys)).toBeLessThan(whole / 2);
  });

  it('is not held together by a class term', () => {
    const { nodes, edges } = papers(9);
    const place = (key: string, lines: EdgeLine[]) =>
      layOut(readKnowledgeGraph(nodes, lines)).positions[key];
    const withoutTerm = edges.filter(({ target }) => target !== 'llm');
    expect(place('e4-0', edges)).toEqual(place('e4-0', withoutTerm));
  });

  it('lays out an empty graph', () => {
    expect(layOut(readKnowledgeGraph([], []))).toEqual({
      schema: 2,
      positions: {},
      top: {},
      communities: [],
    });
  });
});
