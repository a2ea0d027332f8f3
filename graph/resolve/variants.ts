import type { Place } from '../schema.ts';
import { compare } from '../union.ts';
import type { Identity } from './identities.ts';
import { parseName } from './parse-name.ts';
import { type NamePart, type ParsedName, renderingKey } from './parsed-name.ts';
import type { Spellings } from './spellings.ts';
import { TYPE_GROUP } from './type-group.ts';

/** That a thing is a version, size or edition of another: told by its name alone. */
export interface Variant {
  readonly source: string;
  readonly target: string;
  /** What the name of the family does not say. */
  readonly part: NamePart;
  /** Where the earliest paper names the variant. */
  readonly paper: string;
  readonly place: Place;
}

/**
 * Finds the nearest family of each thing: the name that is left when the fewest parts go, if exactly one thing of the
 * same group of types bears it. `Qwen3-8B` -> `Qwen3`, or `Qwen` where no paper names Qwen3; `OSWorld-Verified` -> `OSWorld`.
 */
export function findVariants(
  identities: readonly Identity[],
  { renderingOf }: Spellings,
): Variant[] {
  /** Of each rendering the identity that bears it, null where several do. */
  const bearers: (Identity | null | undefined)[] = [];
  for (const identity of identities) {
    const own = new Set(
      [identity.form, ...identity.members.map(({ form }) => form)].map(
        ({ rendering }) => rendering,
      ),
    );
    for (const rendering of own) {
      if (rendering !== undefined)
        bearers[rendering] = bearers[rendering] === undefined ? identity : null;
    }
  }
  const variants: Variant[] = [];
  for (const identity of identities) {
    const { key, name, form, members } = identity;
    const [{ paper, entity }] = members;
    const [place] = entity.mentions;
    if (!place || !form.isVaried) continue;
    const group = TYPE_GROUP[entity.type];
    for (const { left, part } of reductions(parseName(name, group), removable(identity))) {
      const rendering = renderingOf(renderingKey(left), group);
      const family = rendering === undefined ? undefined : bearers[rendering];
      if (!family || family === identity) continue;
      variants.push({ source: key, target: family.key, part, paper: paper.id, place });
      break;
    }
  }
  return variants.sort((a, b) => compare(a.source, b.source));
}

/** Parts in the order in which they are taken off: what tells least goes first. */
const REMOVABLE: readonly NamePart[] = [
  'variant',
  'split',
  'date',
  'parameters',
  'size',
  'modality',
  'version',
];

/** A method that says "video" or "base" is another method; a model that does is another edition. */
const removable = ({ members }: Identity): readonly NamePart[] =>
  members.some(({ entity }) => entity.type === 'Method')
    ? REMOVABLE.filter((part) => part !== 'modality' && part !== 'variant')
    : REMOVABLE;

/** What is left of a name when one of its parts goes, then two, and so on; the family always stays. */
function* reductions(
  name: ParsedName,
  removable: readonly NamePart[],
): Generator<{ left: ParsedName; part: NamePart }> {
  const parts = removable.filter((part) => name.pieces.some((piece) => piece.part === part));
  const subsets = Array.from({ length: 2 ** parts.length - 1 }, (_, bits) =>
    parts.filter((_part, index) => (bits + 1) & (1 << index)),
  ).sort((a, b) => a.length - b.length);
  for (const gone of subsets) {
    const pieces = name.pieces.filter(({ part }) => !gone.some((other) => other === part));
    const [part] = gone;
    const family = pieces.map(({ text }) => text).join('');
    if (part && /\p{L}{3}/u.test(family)) yield { left: { ...name, pieces }, part };
  }
}
