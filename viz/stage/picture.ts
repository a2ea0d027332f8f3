import { MultiDirectedGraph } from 'graphology';
import type { Disc } from '../../graph/layout/disc.ts';
import { nodeRadius } from '../../graph/layout/radius.ts';
import type { EdgeType, NodeAttributes, NodeType } from '../../graph/schema.ts';
import { placeGuests } from '../arrange/guests.ts';
import type { Positions } from '../arrange/planes.ts';
import type { Library } from '../library.ts';
import type { Link } from '../narrow/filter-index.ts';
import type { Shown } from '../narrow/shown.ts';
import { lineName } from './focus.ts';

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
  /** Among the strongest that are shown of one of its ends: drawn where nothing is selected. */
  readonly strong: boolean;
  readonly curvature: number;
  readonly papers: number;
}

/** What Sigma draws: every shown node once, and one edge for all claims of a type between two nodes. */
export type Picture = MultiDirectedGraph<NodePicture, EdgePicture>;

/** How many edges of each node are drawn where nothing is selected; fewer where there are many nodes. */
const STRONG_EDGES = { few: 3, many: 1 } as const;
const MANY = 1_500;
/** In a picture of many nodes, what is longer than this share of it is not drawn at rest. */
const LONGEST_SHARE = 0.14;
/** A plane keeps twice so much free around every node: who is drawn without the others may grow by it. */
const ROOM = 4;
const CURVATURE = 0.12;

/** The picture of what is shown of a library on a plane. It is made anew for everything else that is shown. */
export function createPicture(
  library: Library,
  shown: Pick<Shown, 'nodes' | 'links'>,
  plane: Positions,
): Picture {
  const picture: Picture = new MultiDirectedGraph();
  const prominence = prominenceIn(library, shown);
  for (const { key, x, y, radius } of placesOf(library, shown, plane)) {
    const node = library.graph.getNodeAttributes(key);
    const importance = library.importance.get(key) ?? 0;
    picture.addNode(key, {
      x,
      y,
      size: radius,
      kind: node.type,
      name: node.name,
      classTerm: 'classTerm' in node && node.classTerm,
      importance,
      prominence: prominence(importance),
      tint: tintOf(library.graph, key, node),
    });
  }
  const links = drawnLinks(shown.links);
  const strong = strongestLinks(links, picture, library);
  const pairs = new Map<string, number>();
  for (const link of links) {
    const { source, target, type: relation, papers } = link;
    const pair = source < target ? `${source}\n${target}` : `${target}\n${source}`;
    const parallel = pairs.get(pair) ?? 0;
    pairs.set(pair, parallel + 1);
    picture.addDirectedEdgeWithKey(lineName(source, relation, target), source, target, {
      relation,
      papers,
      strong: strong.has(link),
      curvature: bend(parallel) * (source < target ? 1 : -1),
    });
  }
  return picture;
}

/** Where each node that is shown lies, and how large it is. */
function placesOf(
  library: Library,
  shown: Pick<Shown, 'nodes' | 'links'>,
  plane: Positions,
): Disc[] {
  const room = shown.nodes.size < plane.size / 4 ? ROOM : 0;
  const drawn: Disc[] = [];
  const guests: Omit<Disc, 'x' | 'y'>[] = [];
  for (const key of shown.nodes) {
    if (!library.graph.hasNode(key)) continue;
    const radius = nodeRadius(library.graph.getNodeAttributes(key)) + room;
    const place = plane.get(key);
    if (place) drawn.push({ key, radius, x: place[0], y: place[1] });
    else guests.push({ key, radius });
  }
  return [...drawn, ...placeGuests(library, plane, drawn, guests)];
}

/** A copy of a picture with its nodes at other places; the others stay where they are. */
export function placed(picture: Picture, positions: Positions): Picture {
  const copy = picture.copy() as Picture; // of the same kind, which graphology's types do not say
  copy.updateEachNodeAttributes((key, node) => {
    const [x, y] = positions.get(key) ?? [node.x, node.y];
    return { ...node, x, y };
  });
  return copy;
}

/** The nth edge between the same two nodes bends to the other side and further: 0.12, -0.12, 0.36 ... */
const bend = (parallel: number): number =>
  CURVATURE * (1 + 2 * Math.floor(parallel / 2)) * (parallel % 2 ? -1 : 1);

const LEADING = { most: 14, least: 14 } as const;
const KNOWN = { most: 90, least: 6 } as const;

/** Tells how prominent an importance is: among the first that are shown, and not slight in itself. */
function prominenceIn(
  { importance }: Library,
  { nodes }: Pick<Shown, 'nodes'>,
): (importance: number) => Prominence {
  const sorted = [...nodes].map((key) => importance.get(key) ?? 0).sort((a, b) => b - a);
  const leading = Math.max(LEADING.least, sorted[LEADING.most] ?? 0);
  const known = Math.max(KNOWN.least, sorted[KNOWN.most] ?? 0);
  return (value) => (value >= leading ? 'leading' : value >= known ? 'known' : 'other');
}

function tintOf(graph: Library['graph'], key: string, node: NodeAttributes): NodeType {
  if (node.type !== 'Result') return node.type;
  const of = graph.findOutEdge(key, (_edge, { type }) => type === 'OF');
  const subject = of && graph.getNodeAttributes(graph.target(of));
  return subject ? subject.type : node.type;
}

/** A paper that proposes a thing also mentions it: one edge is enough. */
function drawnLinks(links: readonly Link[]): Link[] {
  const proposed = new Set(
    links
      .filter(({ type }) => type === 'PROPOSES')
      .map(({ source, target }) => lineName(source, 'MENTIONS', target)),
  );
  return links.filter(
    ({ source, type, target }) =>
      type !== 'MENTIONS' || !proposed.has(lineName(source, type, target)),
  );
}

/**
 * The links that one of their ends has among its strongest; those of class terms are strong for no one. In a picture of
 * many nodes, those between communities and long ones are not either: they would cover everything.
 */
function strongestLinks(
  links: readonly Link[],
  picture: Picture,
  { communityOf }: Library,
): Set<Link> {
  const isLarge = picture.order > MANY;
  const longest = isLarge ? LONGEST_SHARE * extentOf(picture) : Number.POSITIVE_INFINITY;
  const byNode = new Map<string, { readonly link: Link; readonly weight: number }[]>();
  for (const link of links) {
    const ends = [link.source, link.target];
    const nodes = ends.map((end) => picture.getNodeAttributes(end));
    if (link.type === 'MENTIONS' || nodes.some((node) => node.classTerm)) continue;
    if (isLarge && communityOf.get(link.source) !== communityOf.get(link.target)) continue;
    if (distance(nodes[0], nodes[1]) > longest) continue;
    const weight = 100 * link.papers + Math.min(...nodes.map((node) => node.importance));
    for (const end of ends) {
      const list = byNode.get(end);
      if (list) list.push({ link, weight });
      else byNode.set(end, [{ link, weight }]);
    }
  }
  const most = isLarge ? STRONG_EDGES.many : STRONG_EDGES.few;
  const strong = new Set<Link>();
  for (const list of byNode.values()) {
    list.sort((a, b) => b.weight - a.weight);
    for (const { link } of list.slice(0, most)) strong.add(link);
  }
  return strong;
}

const distance = (a: NodePicture | undefined, b: NodePicture | undefined): number =>
  a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;

/** How wide a picture is. */
function extentOf(picture: Picture): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  picture.forEachNode((_key, { x }) => {
    least = Math.min(least, x);
    most = Math.max(most, x);
  });
  return most - least;
}
