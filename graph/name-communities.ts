import type { KnowledgeGraph } from './knowledge-graph.ts';
import { RELATION_TYPES } from './schema.ts';
import { compare } from './union.ts';

/** Entities that hang together more among each other than with the rest. */
export interface Community {
  /** By its members with most ties inside: `image generation: ImageNet, DiT, U-ViT`. */
  readonly name: string;
  /** The same in short, for where there is little room: `image generation`. */
  readonly topic: string;
  /** Keys of its entities, those that most papers tie to others inside first. */
  readonly members: readonly string[];
}

/** So many members stand in a name, beside a task; in the short one where there is no task. */
const NAMED = 3;
const NAMED_IN_SHORT = 2;

/**
 * Names communities by a task and the members that most papers tie to others inside, by relations or numbers: one paper
 * that says much of a thing does not make it what all the others are about. A metric says little of what a community is
 * about, so that it stands in a name only where there is nothing else.
 * @param communities keys of each one's entities and papers; what the graph does not have is passed over
 */
export function nameCommunities(
  graph: KnowledgeGraph,
  communities: readonly (readonly string[])[],
): Community[] {
  const ties = tiesInside(graph, communities);
  return communities.map((keys) => {
    const members = keys
      .filter((key) => graph.hasNode(key) && typeOf(graph, key) !== 'Paper')
      .sort((a, b) => strongest(ties.get(a), ties.get(b)) || compare(a, b));
    return { ...namesOf(graph, members), members };
  });
}

function namesOf(
  graph: KnowledgeGraph,
  members: readonly string[],
): Pick<Community, 'name' | 'topic'> {
  const nameOf = (key: string) => graph.getNodeAttribute(key, 'name');
  const task = members.find((key) => typeOf(graph, key) === 'Task');
  const others = members.filter((key) => key !== task);
  const telling = others.filter((key) => typeOf(graph, key) !== 'Metric');
  const named = telling.length > 0 ? telling : task === undefined ? others : [];
  const names = named.slice(0, NAMED).map(nameOf);
  if (task === undefined) {
    return { name: names.join(', '), topic: names.slice(0, NAMED_IN_SHORT).join(', ') };
  }
  const topic = nameOf(task);
  return { name: names.length > 0 ? `${topic}: ${names.join(', ')}` : topic, topic };
}

const typeOf = (graph: KnowledgeGraph, key: string) => graph.getNodeAttribute(key, 'type');

/** What joins a thing with others of its community. */
interface Ties {
  readonly papers: Set<string>;
  /** Relations and numbers. */
  claims: number;
}

const strongest = (a: Ties | undefined, b: Ties | undefined): number =>
  (b?.papers.size ?? 0) - (a?.papers.size ?? 0) || (b?.claims ?? 0) - (a?.claims ?? 0);

function tiesInside(
  graph: KnowledgeGraph,
  communities: readonly (readonly string[])[],
): Map<string, Ties> {
  const communityOf = new Map(
    communities.flatMap((keys, number) => keys.map((key) => [key, number] as const)),
  );
  const ties = new Map<string, Ties>();
  const tie = (key: string, paper: string) => {
    const own = ties.get(key) ?? { papers: new Set(), claims: 0 };
    own.papers.add(paper);
    own.claims += 1;
    ties.set(key, own);
  };
  const join = (a: string, b: string, paper: string) => {
    const community = communityOf.get(a);
    if (a === b || community === undefined || community !== communityOf.get(b)) return;
    tie(a, paper);
    tie(b, paper);
  };
  graph.forEachEdge((_edge, { type, paper }, source, target) => {
    if (RELATIONS.has(type)) join(source, target, paper);
    if (type !== 'OF') return;
    graph.forEachOutEdge(source, (_other, claim, _source, end) => {
      if (ABOUT.has(claim.type)) join(target, end, paper);
    });
  });
  return ties;
}

/** That a paper proposes a thing ties it to no other. */
const RELATIONS: ReadonlySet<string> = new Set(
  RELATION_TYPES.filter((type) => type !== 'PROPOSES'),
);
/** What a number's subject is tied to by it. */
const ABOUT: ReadonlySet<string> = new Set(['ON', 'MEASURES', 'AGAINST']);
