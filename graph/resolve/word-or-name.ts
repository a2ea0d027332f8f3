import type { Claim } from './claims.ts';

/** Claims on one spelling, parted by what their papers mean by it; numbers are positions. */
export interface WordOrName {
  /** Those that write a word of the language: `diffusion`, and `Diffusion` at the head of a sentence. */
  readonly words: readonly number[];
  /** Those that write what somebody named: `DIFFusion`. */
  readonly names: Int32Array;
}

/**
 * Parts claims on a single word where case alone tells a word of the language from a name, and both are meant:
 * - the name is spelled out somewhere, as `VISION` is, but some papers write `vision`;
 * - only the head of the name is in capitals, as in `DIFFusion`;
 * - papers that write it small outnumber the others four to one.
 * Otherwise case tells nothing: `ImageNet` is `imagenet`, and `RULER` is `Ruler`.
 */
export function partByCase(
  name: number,
  positions: Int32Array,
  claims: readonly Claim[],
): WordOrName {
  const whole = { words: [], names: positions };
  const formAt = (at: number) => claims[at]?.entity.name ?? '';
  const small = positions.filter((at) => SMALL.test(formAt(at)));
  if (small.length === 0) return whole;
  const names = positions.filter((at) => /^\p{L}*\p{Lu}\p{L}*\p{Lu}\p{L}*$/u.test(formAt(at)));
  if (names.length === 0) return whole;
  const isSpelledOut = [...names].some((at) =>
    claims[at]?.definitions.some(({ short }) => short === name),
  );
  const isHeaded = names.every((at) => HEADED.test(formAt(at)));
  const papers = (ats: Int32Array) => new Set([...ats].map((at) => claims[at]?.paper.id)).size;
  const isRare = papers(small) >= OUTNUMBERED * papers(names);
  if (!isSpelledOut && !isHeaded && !isRare) return whole;
  const named = new Set(names);
  return { words: [...positions].filter((at) => !named.has(at)), names };
}

const SMALL = /^\p{Ll}{2,}$/u;
const HEADED = /^\p{Lu}{2,}\p{Ll}{3,}$/u;
const OUTNUMBERED = 4;
