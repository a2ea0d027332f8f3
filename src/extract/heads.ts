import type { EntityType } from '../../graph/schema.ts';
import type { Span } from './read.ts';
import type { TaggedSpan } from './tag.ts';

/** Praise and commonplaces before a name that are no part of it: "robust speech recognition", "standard DPO". */
const HEADS: Partial<Record<EntityType, RegExp>> = {
  Method: /^(?:novel|standard|conventional|traditional)\s+(?=\S)/i,
  Task: /^(?:efficient|effective|robust|lightweight|seamless|reliable|scalable)\s+(?=\S+[\s-]+\S)/i,
};

/** Cuts such heads off names. */
export function cutHeads(spans: readonly TaggedSpan[], source: string): TaggedSpan[] {
  return spans.map((tagged) => {
    const [start, end] = tagged.span;
    const [head] = HEADS[tagged.type]?.exec(source.slice(start, end)) ?? [];
    const span: Span = [start + (head?.length ?? 0), end];
    return head ? { ...tagged, span } : tagged;
  });
}
