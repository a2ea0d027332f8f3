import type { AggregatedEdge } from '../../graph/adjacency.ts';
import { type KnowledgeGraph, paperKey } from '../../graph/knowledge-graph.ts';
import type { NodeType } from '../../graph/schema.ts';
import { RELATION_TYPES, VARIANT_OF } from '../../graph/schema.ts';
import type { LinkType } from './filters.ts';

/** One line of the canvas: an aggregated edge with the papers that say it, as numbers into `papers`. */
export interface Link extends AggregatedEdge {
  readonly saidBy: readonly number[];
  /** Its ends, as numbers into `nodes`. */
  readonly from: number;
  readonly to: number;
}

/** What filters ask of a node. */
export interface Filtered {
  readonly key: string;
  readonly kind: NodeType;
  /** The papers that name it, as numbers into `papers`; a paper's own number. */
  readonly namedBy: readonly number[];
  readonly community: number | undefined;
  readonly importance: number;
}

/** A library in the shape in which every filter is a short walk over arrays. */
export interface FilterIndex {
  readonly papers: readonly { readonly key: string; readonly month: number | undefined }[];
  /** The most important first. */
  readonly nodes: readonly Filtered[];
  readonly links: readonly Link[];
  /** The number of a node in `nodes`. */
  numberOf(key: string): number | undefined;
  /** The numbers of the papers that name a task. */
  papersOn(task: string): readonly number[];
  /** The links of a node. */
  linksOf(key: string): readonly Link[];
}

/** `2026-03-14` -> `12 * 2026 + 2`; nothing for what is no date. */
export function monthOf(date: string | undefined): number | undefined {
  const [, year, month] = /^(\d{4})-(\d\d)/.exec(date ?? '') ?? [];
  return year && month ? 12 * Number(year) + Number(month) - 1 : undefined;
}

/** The links between two nodes, in either direction. */
export const linksBetween = (index: FilterIndex, a: string, b: string): Link[] =>
  index.linksOf(a).filter(({ source, target }) => (source === a ? target : source) === b);

const LINK_TYPES: ReadonlySet<string> = new Set([...RELATION_TYPES, VARIANT_OF]);
export const isLinkType = (type: string): type is LinkType => LINK_TYPES.has(type);

export function createFilterIndex(
  graph: KnowledgeGraph,
  importance: ReadonlyMap<string, number>,
  communities: ReadonlyMap<string, number>,
): FilterIndex {
  const papers: { key: string; month: number | undefined }[] = [];
  const numbers = new Map<string, number>();
  graph.forEachNode((key, node) => {
    if (node.type !== 'Paper') return;
    numbers.set(key, papers.length);
    papers.push({ key, month: monthOf(node.date) });
  });
  const { said, namedBy } = gather(graph, numbers);
  const nodes = graph.mapNodes((key, node): Filtered => {
    const own = numbers.get(node.type === 'Result' ? paperKey(node.paper) : key);
    return {
      key,
      kind: node.type,
      namedBy: own === undefined ? (namedBy.get(key) ?? []) : [own],
      community: communities.get(key),
      importance: importance.get(key) ?? 0,
    };
  });
  nodes.sort((a, b) => b.importance - a.importance || (a.key < b.key ? -1 : 1));
  const places = new Map(nodes.map(({ key }, number) => [key, number]));
  const links = said.map(
    (link): Link => ({
      ...link,
      from: places.get(link.source) ?? -1,
      to: places.get(link.target) ?? -1,
    }),
  );
  const around = new Map<string, Link[]>();
  for (const link of links) {
    for (const end of new Set([link.source, link.target])) {
      const list = around.get(end);
      if (list) list.push(link);
      else around.set(end, [link]);
    }
  }
  return {
    papers,
    nodes,
    links,
    numberOf: (key) => places.get(key),
    papersOn: (task) => namedBy.get(task) ?? [],
    linksOf: (key) => around.get(key) ?? [],
  };
}

type Said = Omit<Link, 'from' | 'to'>;

/** The links of a graph, and which papers name each entity. A paper is where it is reported or mentioned. */
function gather(graph: KnowledgeGraph, numbers: ReadonlyMap<string, number>) {
  const groups = new Map<string, { link: Omit<Said, 'saidBy' | 'papers'>; saidBy: Set<number> }>();
  const namedBy = new Map<string, number[]>();
  graph.forEachEdge((_edge, { type, paper }, source, target) => {
    const number = numbers.get(paperKey(paper));
    if (type === 'MENTIONS' && number !== undefined) {
      const list = namedBy.get(target);
      if (list) list.push(number);
      else namedBy.set(target, [number]);
    }
    const key = `${source}\n${type}\n${target}`;
    const group = groups.get(key) ?? { link: { source, type, target }, saidBy: new Set<number>() };
    if (number !== undefined) group.saidBy.add(number);
    groups.set(key, group);
  });
  const said = [...groups.values()].map(
    ({ link, saidBy }): Said => ({
      ...link,
      papers: Math.max(1, saidBy.size),
      saidBy: [...saidBy],
    }),
  );
  return { said, namedBy };
}
