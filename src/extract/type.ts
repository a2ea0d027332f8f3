import type { EntityType } from '../../graph/schema.ts';
import type { Group } from './group.ts';
import {
  argmax,
  floats,
  integers,
  logSoftmax,
  type ReadingModel,
  rows,
  type Tensor,
} from './model.ts';
import { isUpper, type Reading, type Span, wordRange } from './read.ts';
import type { Encoding } from './tag.ts';

/** A group with the type that all its mentions together speak for. */
export interface TypedEntity extends Group {
  readonly type: EntityType;
  /** The probability of the type. */
  readonly sure: number;
  /** The words of its first mentions, `[from, to)` each. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** Typed entities with what the linker needs to know of them. */
export interface Typing {
  readonly entities: readonly TypedEntity[];
  /** `[entities, width]`: what the mentions mean together. */
  readonly states: Tensor;
  /** `[entities, 4]` */
  readonly features: Tensor;
}

/** Mentions of an entity that the heads look at. */
const MENTIONS = 8;

/** Decides the type of each entity from all its mentions. */
export async function type(
  groups: readonly Group[],
  reading: Reading,
  encoding: Encoding,
  model: ReadingModel,
  visible: (span: Span) => string,
): Promise<Typing> {
  const { labels } = model;
  const most = Math.min(MENTIONS, Math.max(1, ...groups.map((group) => group.mentions.length)));
  const ranges = groups.map((group) =>
    group.mentions.slice(0, most).flatMap((span) => {
      const range = wordRange(reading.words, span);
      return range ? [range] : [];
    }),
  );
  const features = floats(
    groups.flatMap((group, index) => describe(group, ranges[index] ?? [], reading, visible)),
    groups.length,
    4,
  );
  const column = (fill: number, value: (range: readonly [number, number]) => number) =>
    ranges.flatMap((own) =>
      Array.from({ length: most }, (_, i) => (own[i] ? value(own[i]) : fill)),
    );
  const outputs = await model.typer.run({
    words: encoding.words,
    mention_start: integers(
      column(0, ([from]) => from),
      groups.length,
      most,
    ),
    mention_end: integers(
      column(1, ([, to]) => to),
      groups.length,
      most,
    ),
    mention_mask: floats(
      column(0, () => 1),
      groups.length,
      most,
    ),
    entity_features: features,
  });
  const entities = rows(outputs, 'types').map((scores, index): TypedEntity => {
    const group = groups[index];
    if (!group) throw new TypeError('the typer gave more entities than it was fed');
    const votes = logSoftmax(scores).map((score, i) => {
      const share = group.votes[labels.types[i] ?? 'Method'];
      return score + labels.thresholds.vote * Math.log(share + 0.05);
    });
    const best = argmax(votes);
    return {
      ...group,
      type: labels.types[best] ?? 'Method',
      ranges: ranges[index] ?? [],
      sure: Math.exp(logSoftmax(votes)[best] ?? 0),
    };
  });
  return { entities, states: outputs.entities ?? floats([]), features };
}

/** How often, how early and how an entity is written, as the heads were trained with. */
function describe(
  group: Group,
  ranges: readonly (readonly [number, number])[],
  { words }: Reading,
  visible: (span: Span) => string,
): number[] {
  const first = words[ranges[0]?.[0] ?? 0]?.sentence ?? 0;
  const often = Math.min(ranges.length, 5) / 5;
  return [often, first / 10, Number(first === 0), Number(isUpper(visible(group.name)))];
}
