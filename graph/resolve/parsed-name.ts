import type { TypeGroup } from './type-group.ts';

/** What a name may say beside its family; two names that differ in one of these are two things. */
export const NAME_PARTS = [
  'family',
  'version',
  'size',
  'modality',
  'variant',
  'split',
  'date',
  'parameters',
] as const;
export type NamePart = (typeof NAME_PARTS)[number];

/** A piece of a name: `{ part: 'size', text: '7e9', floats: true }` for the 7B of a model. */
export interface Piece {
  readonly part: NamePart;
  /** Lower case, and the same for every known way to write it: `2` for `v2.0`, `7e9` for `7 billion`. */
  readonly text: string;
  /** Whether it says the same wherever it stands: `Claude 4.5 Sonnet` is `Claude Sonnet 4.5`. */
  readonly floats: boolean;
}

/** A name taken apart, in the order in which it is written. */
export interface ParsedName {
  readonly group: TypeGroup;
  readonly pieces: readonly Piece[];
}

/** What the pieces of one kind say, `''` where the name has none: `partOf(Qwen3-8B, 'size')` -> `8e9`. */
export function partOf({ pieces }: ParsedName, part: NamePart): string {
  const texts = pieces.filter((piece) => piece.part === part).map(({ text }) => text);
  return part === 'family' ? join(texts) : texts.sort().join(' ');
}

/**
 * The first part in which two names of one group contradict each other; undefined where they may be one thing.
 * `GPT-5.4` and `GPT-5.1` -> `version`; `OSWorld` and `OSWorld-Verified` -> `split`.
 */
export function contradiction(a: ParsedName, b: ParsedName): NamePart | undefined {
  const part = NAME_PARTS.find((name) => partOf(a, name) !== partOf(b, name));
  return part ?? (renderingKey(a) === renderingKey(b) ? undefined : 'family');
}

/** One key for all renderings of a name: what is bound to its place in its order, then what floats, sorted. */
export function renderingKey({ pieces }: ParsedName): string {
  const bound = pieces.filter(({ floats }) => !floats).map(({ text }) => text);
  const floating = pieces.filter(({ floats }) => floats).map(({ part, text }) => `${part}=${text}`);
  return [join(bound), ...floating.sort()].join('|');
}

/** Letters close up, since `ScreenSpot` is `Screen Spot`; numbers do not, since 3 and 8 are not 38. */
function join(texts: readonly string[]): string {
  return texts.reduce(
    (joined, text) => joined + (/\p{N}$/u.test(joined) && /^\p{N}/u.test(text) ? '-' : '') + text,
    '',
  );
}
