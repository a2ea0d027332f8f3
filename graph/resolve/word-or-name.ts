import type { Claim } from './claims.ts';
import { TYPE_GROUP } from './type-group.ts';

/** Claims on one spelling, parted by what their papers mean by it; numbers are positions. */
export interface WordOrName {
  /** Those that write a word of the language, `diffusion` and `Diffusion` at the head of a sentence, or a proper name: `vLLM`. */
  readonly words: readonly number[];
  /** Those that write what somebody named: `DIFFusion`. */
  readonly names: Int32Array;
}

/**
 * Parts claims on a single word where case alone tells a word of the language from a name, and both are meant:
 * - the name is spelled out somewhere, as `VISION` is, but some papers write `vision`;
 * - only the head of the name is in capitals, as in `DIFFusion`;
 * - papers that write it small outnumber the others four to one.
 * And it parts claims on a method or a model where some papers spell a name in capitals out, as `VLLM`, and several write
 * it with a small head and never say what that stands for, as `vLLM`.
 * Otherwise case tells nothing: `ImageNet` is `imagenet`, and `RULER` is `Ruler`.
 */
export function partByCase(
  name: number,
  positions: Int32Array,
  claims: readonly Claim[],
): WordOrName {
  const whole = { words: [], names: positions };
  const formAt = (at: number) => claims[at]?.entity.name ?? '';
  const papers = (ats: Int32Array) => new Set([...ats].map((at) => claims[at]?.paper.id)).size;
  const spellsOut = (at: number) =>
    claims[at]?.definitions.some(({ short }) => short === name) === true;
  const proper = positions.filter((at) => SMALL_HEAD.test(formAt(at)));
  if (proper.length > 0 && isSystem(claims[proper[0] ?? 0]) && !proper.some(spellsOut)) {
    const others = positions.filter((at) => !SMALL_HEAD.test(formAt(at)));
    const isAnother = others.some((at) => spellsOut(at) && CAPITALS.test(formAt(at)));
    if (isAnother && papers(proper) >= SEVERAL) return { words: [...proper], names: others };
  }
  const small = positions.filter((at) => SMALL.test(formAt(at)));
  if (small.length === 0) return whole;
  const names = positions.filter((at) => /^\p{L}*\p{Lu}\p{L}*\p{Lu}\p{L}*$/u.test(formAt(at)));
  if (names.length === 0) return whole;
  const isSpelledOut = names.some(spellsOut);
  const isHeaded = names.every((at) => HEADED.test(formAt(at)));
  const isRare = papers(small) >= OUTNUMBERED * papers(names);
  if (!isSpelledOut && !isHeaded && !isRare) return whole;
  const named = new Set(names);
  return { words: [...positions].filter((at) => !named.has(at)), names };
}

const SMALL = /^\p{Ll}{2,}$/u;
const HEADED = /^\p{Lu}{2,}\p{Ll}{3,}$/u;
const OUTNUMBERED = 4;
const SMALL_HEAD = /^\p{Ll}\p{Lu}{2,}s?$/u;
const CAPITALS = /^\p{Lu}{3,}s?$/u;
const SEVERAL = 3;

const isSystem = (claim: Claim | undefined): boolean =>
  claim !== undefined && TYPE_GROUP[claim.entity.type] === 'system';
