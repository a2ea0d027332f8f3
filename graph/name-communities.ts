import type { KnowledgeGraph } from './knowledge-graph.ts';
import { RELATION_TYPES } from './schema.ts';
import { compare } from './union.ts';

/** Entities that hang together more among each other than with the rest. */
export interface Community {
  /** By its members with most ties inside: `image generation: ImageNet, DiT, U-ViT`. */
  readonly name: string;
  /** The same in short, for where there is little room: `image generation`. */
  readonly topic: string;
  /** Keys of its entities, those with most ties inside first. */
  readonly members: readonly string[];
}

/** So many members stand in a name, beside a task; in the short one where there is no task. */
const NAMED = 3;
const NAMED_IN_SHORT = 2;

/**
 * Names communities by a task and the members that are tied to most others inside, by relations or numbers. A metric
 * says little of what a community is about, so that it stands in a name only where there is nothing else.
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
      .sort((a, b) => (ties.get(b) ?? 0) - (ties.get(a) ?? 0) || compare(a, b));
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

/** How many claims and numbers join each member with others of its community. */
function tiesInside(
  graph: KnowledgeGraph,
  communities: readonly (readonly string[])[],
): Map<string, number> {
  const communityOf = new Map(
    communities.flatMap((keys, number) => keys.map((key) => [key, number] as const)),
  );
  const ties = new Map<string, number>();
  const join = (a: string, b: string) => {
    const community = communityOf.get(a);
    if (a === b || community === undefined || community !== communityOf.get(b)) return;
    ties.set(a, (ties.get(a) ?? 0) + 1);
    ties.set(b, (ties.get(b) ?? 0) + 1);
  };
  graph.forEachEdge((_edge, { type }, source, target) => {
    if (RELATIONS.has(type)) join(source, target);
    if (type !== 'OF') return;
    graph.forEachOutEdge(source, (_other, claim, _source, end) => {
      if (ABOUT.has(claim.type)) join(target, end);
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
