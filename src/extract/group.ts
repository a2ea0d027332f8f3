import { ENTITY_TYPES, type EntityType, type JoinRule } from '../../graph/schema.ts';
import { slug } from '../../graph/slug.ts';
import { abbreviates } from './brackets.ts';
import type { Reading, Span } from './read.ts';
import type { TaggedSpan } from './tag.ts';

/** Mentions of one thing in one document. */
export interface Group {
  /** Where the name by which it goes is written first: the short form where both exist. */
  readonly name: Span;
  /** All mentions, in the order of the text. */
  readonly mentions: readonly Span[];
  /** The share of the mentions that the tags take for each type. */
  readonly votes: Readonly<Record<EntityType, number>>;
  /** The mean confidence of its mentions. */
  readonly confidence: number;
  /** Where each spelling stands first that a rule joined to the name. */
  readonly joins: readonly Join[];
}

export interface Join {
  readonly span: Span;
  readonly rule: JoinRule;
}

/**
 * Makes one entity of the mentions of one thing: those with one spelling key, and those that the text
 * defines as one, "Long Form (LF)".
 * @param visible what a reader sees of a span of the source
 */
export function group(
  spans: readonly TaggedSpan[],
  { source }: Reading,
  visible: (span: Span) => string,
): Group[] {
  const sorted = [...spans].sort((a, b) => a.span[0] - b.span[0]);
  const keyOf = ({ span }: TaggedSpan) => slug(visible(span));
  const shortForms = new Map<string, string>();
  const follow = (key: string): string => {
    const next = shortForms.get(key);
    return next === undefined ? key : follow(next);
  };
  for (const [index, second] of sorted.entries()) {
    const first = sorted[index - 1];
    const [long, short] = first ? formsIn(source, first, second, visible) : [];
    if (!long || !short) continue;
    const [from, to] = [follow(keyOf(long)), follow(keyOf(short))];
    if (from !== to) shortForms.set(from, to);
  }
  const members = new Map<string, TaggedSpan[]>();
  for (const mention of sorted) {
    const key = follow(keyOf(mention));
    members.set(key, [...(members.get(key) ?? []), mention]);
  }
  return [...members].flatMap(([key, mentions]) => {
    const name = mentions.find((mention) => keyOf(mention) === key) ?? mentions[0];
    if (!name) return [];
    const others = new Map([...mentions].reverse().map((mention) => [keyOf(mention), mention]));
    others.delete(keyOf(name));
    return {
      name: name.span,
      mentions: mentions.map(({ span }) => span),
      votes: shares(mentions),
      confidence: mentions.reduce((sum, { confidence }) => sum + confidence, 0) / mentions.length,
      joins: [...others.values()].map(({ span }) => ({ span, rule: 'definition' })),
    };
  });
}

/** The long and the short form where the text says "Long Form (LF)" or "LF (Long Form)". */
function formsIn(
  source: string,
  first: TaggedSpan,
  second: TaggedSpan,
  visible: (span: Span) => string,
): [long: TaggedSpan, short: TaggedSpan] | [] {
  const [before, inside] = [first.span, second.span];
  if (inside[0] - before[1] > 40) return [];
  const between = visible([before[1], inside[0]]);
  const after = visible([inside[1], Math.min(inside[1] + 20, source.length)]);
  if (!/^\s*[([]\s*$/.test(between) || !/^\s*[)\],;]/.test(after)) return [];
  const [name, explained] = [visible(before), visible(inside)];
  if (abbreviates(explained, name)) return isOneOf(explained, name) ? [] : [first, second];
  // Brackets after a name hold much else: LLM (Llama-3.1-8B).
  const isLongForm = / /.test(explained) && /\p{Lu}.*\p{Lu}/u.test(name);
  const isShort = isLongForm && abbreviates(name, explained) && !isOneOf(name, explained);
  return isShort ? [second, first] : [];
}

/**
 * Whether brackets name one thing of a kind, not the kind by its short form: "mathematical reasoning (MATH-500)", "GPT Deep
 * Research (GPT-5.1)", "an improved EViP (EViP++)". What begins with the letters before a number, and lacks the number, is
 * not what they stand for.
 */
function isOneOf(name: string, kind: string): boolean {
  const [one, other] = [name.toLowerCase(), kind.toLowerCase()];
  const [, letters = '', number = ''] =
    /^(\p{L}{2,})[\p{Pd}\s@]?(?!2\p{L})(\p{N}[\p{N}.]*)/u.exec(one) ?? [];
  const begins = letters !== '' && other.startsWith(letters);
  return (begins && !other.includes(number)) || one.startsWith(`${other}+`);
}

function shares(mentions: readonly TaggedSpan[]): Record<EntityType, number> {
  const share = (type: EntityType) =>
    mentions.filter((mention) => mention.type === type).length / mentions.length;
  const entries = ENTITY_TYPES.map((type) => [type, share(type)] as const);
  return Object.fromEntries(entries) as Record<EntityType, number>; // one entry for each type
}
