import { slug } from '../../graph/slug.ts';
import type { Span } from './read.ts';
import type { TaggedSpan } from './tag.ts';

/** Words that say what a coined name stands for and are no part of it: "the DeskCraft benchmark" is DeskCraft. */
const TAIL =
  /(?<![\s-])[\s-]{1,3}(?:benchmarks?|datasets?|corpus|suites?|frameworks?|backbones?|baselines?)$/i;
/** Capitals inside, or digits: OSWorld, ImageNet, C4. */
const COINED = /^\S*(?:\p{Ll}\p{Lu}|\p{Lu}{2}\S*\p{Ll}|\p{N})\S*$/u;

/**
 * Cuts generic tails off names: where what is left is coined, or is named without the tail elsewhere in the document.
 * "LLM benchmarks" stays, unless the document has a thing called LLM of the same type.
 * @param visible what a reader sees of a span of the source
 */
export function cutTails(
  spans: readonly TaggedSpan[],
  visible: (span: Span) => string,
): TaggedSpan[] {
  const nameOf = ({ span, type }: TaggedSpan, name = visible(span)) => `${type} ${slug(name)}`;
  const named = new Set(spans.map((tagged) => nameOf(tagged)));
  return spans.map((tagged) => {
    const name = visible(tagged.span);
    const [tail] = TAIL.exec(name) ?? [];
    if (!tail) return tagged;
    const head = name.slice(0, -tail.length);
    if (!COINED.test(head) && !named.has(nameOf(tagged, head))) return tagged;
    const [start, end] = tagged.span;
    const cut: Span = [start, end - tail.length];
    // Where the source has LaTeX in between, the tail is not as long as it looks.
    return visible(cut) === head ? { ...tagged, span: cut } : tagged;
  });
}
