import {
  ENTITY_TYPES,
  type EntityType,
  type ExtractedEntity,
  type Extraction,
  type MergeLine,
  SCHEMA_VERSION,
} from '../schema.ts';
import { slug } from '../slug.ts';
import { compare } from '../union.ts';

/** Types inside which names may meet: one thing is called Method here and Model there. */
const TYPE_GROUP = {
  Method: 'system',
  Model: 'system',
  Benchmark: 'collection',
  Dataset: 'collection',
  Metric: 'Metric',
  Task: 'Task',
} as const satisfies Record<EntityType, string>;

/** One paper's entity. */
export interface Member {
  readonly paper: Extraction;
  readonly entity: ExtractedEntity;
}

/** Members of any number of papers that are one thing. */
export interface Identity {
  readonly key: string;
  /** Earliest paper first, by date and then by id; papers without a date come last. */
  readonly members: readonly Member[];
}

export interface Resolution {
  /** Sorted by key. */
  readonly identities: Identity[];
  /** The key of an entity of a paper. */
  readonly keyOf: (paper: Extraction, name: string) => string | undefined;
  readonly merges: MergeLine[];
}

/**
 * Says who is who: names of several papers meet by their spelling key inside a group of types. A pure function of the
 * set of facts. Of several things with one spelling the earliest keeps the bare key, the others bear `key@paper`.
 */
export function resolve(facts: readonly Extraction[]): Resolution {
  const bySpelling = new Map<string, Map<string, Member[]>>();
  for (const paper of facts) {
    for (const entity of paper.entities) {
      const groups = entry(bySpelling, slug(entity.name), () => new Map<string, Member[]>());
      entry(groups, TYPE_GROUP[entity.type], () => []).push({ paper, entity });
    }
  }
  const used = new Set(bySpelling.keys());
  const identities = [...bySpelling]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([spelling, groups]) => name(spelling, groups, used));
  identities.sort((a, b) => compare(a.key, b.key));
  const keys = new Map<ExtractedEntity, string>();
  for (const { key, members } of identities) {
    for (const { entity } of members) keys.set(entity, key);
  }
  const named = new Map<Extraction, Map<string, string>>();
  for (const paper of facts) {
    const own = paper.entities.map(
      (entity) => [entity.name, keys.get(entity) ?? entity.name] as const,
    );
    named.set(paper, new Map(own));
  }
  return {
    identities,
    keyOf: (paper, entity) => named.get(paper)?.get(entity),
    merges: identities.filter(isMerged).map(toMergeLine),
  };
}

/** Gives the things that share a spelling their keys, none of which is used already. */
function name(
  spelling: string,
  groups: ReadonlyMap<string, Member[]>,
  used: Set<string>,
): Identity[] {
  const sorted = [...groups]
    .map(([group, members]) => ({ group, members: [...members].sort(byAge) }))
    .sort((a, b) => firstOf(a.members, b.members) || compare(a.group, b.group));
  return sorted.map(({ group, members }, index) => {
    if (index === 0) return { key: spelling, members };
    const scoped = `${spelling}@${members[0]?.paper.id}`;
    // "Recall" of a paper with the id 10 must not become what "Recall@10" is; no spelling has a colon.
    const key = used.has(scoped) ? `${scoped}:${group}` : scoped;
    used.add(key);
    return { key, members };
  });
}

function toMergeLine({ key, members }: Identity): MergeLine {
  return {
    schema: SCHEMA_VERSION,
    key,
    rule: 'spelling',
    members: members.flatMap(({ paper, entity: { name, type, mentions } }) =>
      mentions[0] ? [{ paper: paper.id, name, type, place: mentions[0] }] : [],
    ),
  };
}

const isMerged = ({ members }: Identity) => new Set(members.map(({ paper }) => paper.id)).size > 1;

const firstOf = ([a]: readonly Member[], [b]: readonly Member[]) => (a && b ? byAge(a, b) : 0);

/** A date comes before none. */
function byAge(a: Member, b: Member): number {
  return (
    compare(a.paper.document.date ?? '~', b.paper.document.date ?? '~') ||
    compare(a.paper.id, b.paper.id) ||
    ENTITY_TYPES.indexOf(a.entity.type) - ENTITY_TYPES.indexOf(b.entity.type) ||
    compare(a.entity.name, b.entity.name)
  );
}

function entry<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const created = create();
  map.set(key, created);
  return created;
}
