import type { EntityType } from '../../graph/schema.ts';
import { slug } from '../../graph/slug.ts';
import type { Span } from './read.ts';
import type { TaggedSpan } from './tag.ts';

interface Tail {
  /** Words that say what a name stands for and are no part of it. */
  readonly words: RegExp;
  /** What must be left for the words to go. */
  readonly head: RegExp;
}

const ending = (words: string) => new RegExp(`(?<![\\s-])[\\s-]{1,3}(?:${words})$`, 'i');

/** Capitals inside, or digits: OSWorld, ImageNet, C4. */
const COINED = /^\S*(?:\p{Ll}\p{Lu}|\p{Lu}{2}\S*\p{Ll}|\p{N})\S*$/u;
/** What is left must be named elsewhere in the document. */
const NEVER = /(?!)/;
const TAILS: readonly Tail[] = [
  {
    words: ending('benchmarks?|datasets?|corpus|suites?|frameworks?|backbones?|baselines?'),
    head: COINED,
  },
  {
    words: ending(
      'models?|networks?|modules?|methods?|algorithms?|approach|approaches|techniques?',
    ),
    head: NEVER,
  },
];

/** "the WESAD dataset" is WESAD, "visual question answering tasks" are visual question answering. */
const TAILS_OF: Partial<Record<EntityType, readonly Tail[]>> = {
  Benchmark: [{ words: ending('benchmark|dataset|leaderboard'), head: /^\S*\p{Lu}\S*$/u }],
  Dataset: [{ words: ending('benchmark|dataset|database'), head: /^\S*\p{Lu}\S*$/u }],
  Model: [{ words: ending('series|family|families|architectures?|embeddings'), head: /\p{Lu}/u }],
  Metric: [
    { words: ending('metrics?'), head: /./u },
    { words: ending('scores'), head: /\p{Lu}.*[\p{Lu}\p{N}]/u },
  ],
  Task: [{ words: ending('tasks?'), head: /./u }],
};

/**
 * Cuts generic tails off names: where what is left is a name by itself, or is named without the tail elsewhere in the
 * document.
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
    const found = findTail(name, tagged.type, (head) => named.has(nameOf(tagged, head)));
    if (!found) return tagged;
    const { head, tail } = found;
    const [start, end] = tagged.span;
    const cut: Span = [start, end - tail.length];
    // Where the source has LaTeX in between, the tail is not as long as it looks.
    return visible(cut) === head ? { ...tagged, span: cut } : tagged;
  });
}

function findTail(
  name: string,
  type: EntityType,
  isNamed: (head: string) => boolean,
): { head: string; tail: string } | undefined {
  for (const { words, head: wanted } of [...TAILS, ...(TAILS_OF[type] ?? [])]) {
    const [tail] = words.exec(name) ?? [];
    if (!tail) continue;
    const head = name.slice(0, -tail.length);
    if (wanted.test(head) || isNamed(head)) return { head, tail };
  }
  return undefined;
}
