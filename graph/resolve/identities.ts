import { slug } from '../slug.ts';
import { compare } from '../union.ts';
import type { Claim } from './claims.ts';
import { byAge } from './member.ts';
import { TYPE_GROUP } from './type-group.ts';

/** Members of any number of papers that are one thing. */
export interface Identity {
  readonly key: string;
  readonly name: string;
  /** Earliest paper first, by date and then by id; papers without a date come last. */
  readonly members: Thing['members'];
}

/** A thing before it has its key: its members by age, and the name that a person gave it. */
export interface Thing {
  readonly members: readonly [Claim, ...Claim[]];
  readonly renamed?: string | undefined;
}

/**
 * Gives things their names and keys, sorted by key. A key is the spelling key of the name. Of several things with one
 * key the earliest bears it bare, the others with their earliest paper: `scale`, `scale@2602.00002`.
 */
export function identify(things: readonly Thing[]): Identity[] {
  const bySlug = new Map<string, { name: string; members: Thing['members'] }[]>();
  for (const thing of things) {
    const name = thing.renamed ?? nameOf(thing.members);
    const spelling = slug(name);
    const rivals = bySlug.get(spelling);
    if (rivals) rivals.push({ name, members: thing.members });
    else bySlug.set(spelling, [{ name, members: thing.members }]);
  }
  const used = new Set(bySlug.keys());
  const identities = [...bySlug]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([spelling, rivals]) =>
      rivals
        .sort((a, b) => byAge(a.members[0], b.members[0]) || byPlace(a.members[0], b.members[0]))
        .map(({ name, members }, index) => {
          const key = index === 0 ? spelling : scoped(spelling, members[0], used);
          used.add(key);
          return { key, name, members };
        }),
    );
  return identities.sort((a, b) => compare(a.key, b.key));
}

/** The first of ever longer keys that nothing else bears. */
function scoped(spelling: string, { paper, entity }: Claim, used: ReadonlySet<string>): string {
  const place = entity.mentions[0];
  const byPaper = `${spelling}@${paper.id}`;
  const byGroup = `${byPaper}@${TYPE_GROUP[entity.type]}`;
  const keys = [byPaper, byGroup, `${byGroup}@${place?.field}${place?.start}`];
  let key = keys.find((candidate) => !used.has(candidate));
  for (let count = 2; !key; count += 1) {
    const numbered = `${byGroup}@${count}`;
    if (!used.has(numbered)) key = numbered;
  }
  return key;
}

/**
 * What most papers call a thing; of equals the earliest. An acronym that a paper spells out goes before its long form,
 * since who writes the long form alone would name it by the short one.
 */
function nameOf(members: Thing['members']): string {
  if (members.length === 1) return members[0].entity.name;
  const shorts = new Set(
    members.flatMap(({ definitions }) => definitions.map(({ short }) => short)),
  );
  const short = members.filter(({ name }) => shorts.has(name));
  const counts = new Map<string, number>();
  for (const { entity } of short.length > 0 ? short : members) {
    counts.set(entity.name, (counts.get(entity.name) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, m], [, n]) => n - m);
  return best?.[0] ?? members[0].entity.name;
}

function byPlace({ entity: a }: Claim, { entity: b }: Claim): number {
  const [one, other] = [a.mentions[0], b.mentions[0]];
  return compare(other?.field ?? '', one?.field ?? '') || (one?.start ?? 0) - (other?.start ?? 0);
}
