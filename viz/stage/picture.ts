import { MultiDirectedGraph } from 'graphology';
import { nodeRadius } from '../../graph/layout/radius.ts';
import type { EdgeType, NodeAttributes, NodeType } from '../../graph/schema.ts';
import type { Library } from '../library.ts';

/** How its name is written: the few leading ones strongly, the known ones plainly, the others quietly. */
export type Prominence = 'leading' | 'known' | 'other';

export interface NodePicture {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly kind: NodeType;
  readonly name: string;
  readonly classTerm: boolean;
  readonly importance: number;
  readonly prominence: Prominence;
  /** The type in whose colour it is drawn: a result has its subject's. */
  readonly tint: NodeType;
}

export interface EdgePicture {
  readonly relation: EdgeType;
  /** Among the strongest of one of its ends: drawn where nothing is selected. */
  readonly strong: boolean;
  readonly curvature: number;
  readonly papers: number;
}

/** What Sigma draws: every node once, and one edge for all claims of a type between two nodes. */
export type Picture = MultiDirectedGraph<NodePicture, EdgePicture>;

/** How many edges of each node are drawn where nothing is selected; fewer where there are many nodes. */
const STRONG_EDGES = { few: 3, many: 1 } as const;
const MANY = 2_000;
const CURVATURE = 0.12;

export function createPicture(library: Library): Picture {
  const picture: Picture = new MultiDirectedGraph();
  const prominence = prominenceIn(library);
  library.graph.forEachNode((key, node) => {
    picture.addNode(key, nodePicture(library, key, node, prominence));
  });
  const edges = drawnEdges(library);
  const strong = strongestEdges(edges, picture);
  const pairs = new Map<string, number>();
  for (const edge of edges) {
    const { source, target, type: relation, papers } = edge;
    const pair = JSON.stringify([source, target].sort());
    const parallel = pairs.get(pair) ?? 0;
    pairs.set(pair, parallel + 1);
    picture.addDirectedEdge(source, target, {
      relation,
      papers,
      strong: strong.has(edge),
      curvature: bend(parallel) * (source < target ? 1 : -1),
    });
  }
  return picture;
}

/** The nth edge between the same two nodes bends to the other side and further: 0.12, -0.12, 0.36 ... */
const bend = (parallel: number): number =>
  CURVATURE * (1 + 2 * Math.floor(parallel / 2)) * (parallel % 2 ? -1 : 1);

const LEADING = { most: 14, least: 14 } as const;
const KNOWN = { most: 90, least: 6 } as const;

/** Tells how prominent an importance is: among the first in its library, and not slight in itself. */
function prominenceIn({ importance }: Library): (importance: number) => Prominence {
  const sorted = [...importance.values()].sort((a, b) => b - a);
  const leading = Math.max(LEADING.least, sorted[LEADING.most] ?? 0);
  const known = Math.max(KNOWN.least, sorted[KNOWN.most] ?? 0);
  return (value) => (value >= leading ? 'leading' : value >= known ? 'known' : 'other');
}

function nodePicture(
  { graph, positions, importance }: Library,
  key: string,
  node: NodeAttributes,
  prominence: (importance: number) => Prominence,
): NodePicture {
  const [x, y] = positions.get(key) ?? [0, 0];
  return {
    x,
    y,
    size: nodeRadius(node),
    kind: node.type,
    name: node.name,
    classTerm: 'classTerm' in node && node.classTerm,
    importance: importance.get(key) ?? 0,
    prominence: prominence(importance.get(key) ?? 0),
    tint: tintOf(graph, key, node),
  };
}

function tintOf(graph: Library['graph'], key: string, node: NodeAttributes): NodeType {
  if (node.type !== 'Result') return node.type;
  const of = graph.findOutEdge(key, (_edge, { type }) => type === 'OF');
  const subject = of && graph.getNodeAttributes(graph.target(of));
  return subject ? subject.type : node.type;
}

/** A paper that proposes a thing also mentions it: one edge is enough. No edge leads a node to itself. */
function drawnEdges({ edges }: Library): Library['edges'] {
  const proposed = new Set(
    edges
      .filter(({ type }) => type === 'PROPOSES')
      .map(({ source, target }) => JSON.stringify([source, target])),
  );
  return edges.filter(
    ({ source, type, target }) =>
      source !== target && !(type === 'MENTIONS' && proposed.has(JSON.stringify([source, target]))),
  );
}

/** The edges that one of their ends has among its strongest; those of class terms are strong for no one. */
function strongestEdges(edges: Library['edges'], picture: Picture): Set<Library['edges'][number]> {
  const byNode = new Map<string, Library['edges'][number][]>();
  for (const edge of edges) {
    for (const end of [edge.source, edge.target]) {
      const list = byNode.get(end);
      if (list) list.push(edge);
      else byNode.set(end, [edge]);
    }
  }
  const weight = (edge: Library['edges'][number]) => {
    const ends = [edge.source, edge.target].map((end) => picture.getNodeAttributes(end));
    if (edge.type === 'MENTIONS' || ends.some((end) => end.classTerm)) return -1;
    return 100 * edge.papers + Math.min(...ends.map((end) => end.importance));
  };
  const most = picture.order > MANY ? STRONG_EDGES.many : STRONG_EDGES.few;
  const strong = new Set<Library['edges'][number]>();
  for (const list of byNode.values()) {
    const ranked = list.map((edge) => ({ edge, weight: weight(edge) }));
    ranked.sort((a, b) => b.weight - a.weight);
    for (const { edge, weight } of ranked.slice(0, most)) if (weight >= 0) strong.add(edge);
  }
  return strong;
}
