import { compare } from '../union.ts';
import type { Claim } from './claims.ts';
import { byAge } from './member.ts';
import type { Form, Spellings } from './spellings.ts';
import { TYPE_GROUP } from './type-group.ts';

/** Members of any number of papers that are one thing. */
export interface Identity {
  readonly key: string;
  readonly name: string;
  /** The name taken apart. */
  readonly form: Form;
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
export function identify(things: readonly Thing[], spellings: Spellings): Identity[] {
  const bySlug = new Map<string, Identity>();
  const shared = new Map<string, Identity[]>();
  for (const thing of things) {
    const { name, form } = nameThing(thing, spellings);
    const identity = { key: form.slug, name, form, members: thing.members };
    const rivals = shared.get(form.slug);
    const first = bySlug.get(form.slug);
    if (rivals) rivals.push(identity);
    else if (first) shared.set(form.slug, [first, identity]);
    else bySlug.set(form.slug, identity);
  }
  const identities = [...bySlug.values()].filter(({ key }) => !shared.has(key));
  const used = new Set<string>();
  const isFree = (key: string) => !bySlug.has(key) && !used.has(key);
  for (const [spelling, rivals] of [...shared].sort(([a], [b]) => compare(a, b))) {
    rivals.sort((a, b) => byAge(a.members[0], b.members[0]) || byPlace(a.members[0], b.members[0]));
    for (const [index, rival] of rivals.entries()) {
      const key = index === 0 ? spelling : scoped(spelling, rival.members[0], isFree);
      used.add(key);
      identities.push({ ...rival, key });
    }
  }
  return identities.sort((a, b) => compare(a.key, b.key));
}

/** The name of a thing, as the group of its type of first sight takes it apart. */
function nameThing(
  { members, renamed }: Thing,
  { form }: Spellings,
): Pick<Identity, 'name' | 'form'> {
  const [first] = members;
  const name = renamed ?? nameOf(members);
  const isFirst = name === first.entity.name;
  return { name, form: isFirst ? first.form : form(name, TYPE_GROUP[first.entity.type]) };
}

/** The first of ever longer keys that nothing else bears. */
function scoped(
  spelling: string,
  { paper, entity }: Claim,
  isFree: (key: string) => boolean,
): string {
  const place = entity.mentions[0];
  const byPaper = `${spelling}@${paper.id}`;
  const byGroup = `${byPaper}@${TYPE_GROUP[entity.type]}`;
  const keys = [byPaper, byGroup, `${byGroup}@${place?.field}${place?.start}`];
  let key = keys.find(isFree);
  for (let count = 2; !key; count += 1) {
    const numbered = `${byGroup}@${count}`;
    if (isFree(numbered)) key = numbered;
  }
  return key;
}

/** An acronym that fewer of the papers write is a paper's own: most write "accuracy", and one "accuracy (AR)". */
const USUAL = 1 / 4;

/**
 * What most papers call a thing; of equals the earliest. A usual acronym that a paper spells out goes before its long
 * form, since who writes the long form alone would name it by the short one.
 */
function nameOf(members: Thing['members']): string {
  if (members.length === 1) return members[0].entity.name;
  const shorts = new Set(
    members.flatMap(({ definitions }) => definitions.map(({ short }) => short)),
  );
  const short = members.filter(({ name }) => shorts.has(name));
  const counts = new Map<string, number>();
  for (const { entity } of short.length >= members.length * USUAL ? short : members) {
    counts.set(entity.name, (counts.get(entity.name) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, m], [, n]) => n - m);
  return best?.[0] ?? members[0].entity.name;
}

function byPlace({ entity: a }: Claim, { entity: b }: Claim): number {
  const [one, other] = [a.mentions[0], b.mentions[0]];
  return compare(other?.field ?? '', one?.field ?? '') || (one?.start ?? 0) - (other?.start ?? 0);
}
