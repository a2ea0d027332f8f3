import { type EntityType, fits, RESULT_SLOTS } from '../../graph/schema.ts';
import type { Labels } from './labels.ts';
import type { NumberMention, Reading } from './read.ts';
import type { TypedEntity } from './type.ts';

type Range = readonly [from: number, to: number];

/** How two things stand to each other in the text: what lies between them, their order, and features. */
interface Link {
  readonly from: number;
  readonly to: number;
  readonly order: number;
  readonly features: readonly number[];
}

/** An ordered pair of entities that some relation may join, seen from their two nearest mentions. */
export interface Pair extends Link {
  readonly source: number;
  readonly target: number;
}

/** A number and an entity that may stand in some slot of its result, seen from the nearest mention. */
export interface Role extends Link {
  readonly number: number;
  readonly entity: number;
}

/** Sentences that may lie between two things that have to do with each other: more than any abstract has. */
const FAR = 40;

/** All pairs that the model's signatures allow and that are not too far from each other in a long text. */
export function* pairs(
  entities: readonly TypedEntity[],
  { words }: Reading,
  labels: Labels,
): Generator<Pair> {
  const signatures = Object.values(labels.signatures);
  const allowed = (source: EntityType, target: EntityType) =>
    signatures.some(([sources, targets]) => sources.includes(source) && targets.includes(target));
  const sentence = (word: number) => words[word]?.sentence ?? 0;
  for (const [source, a] of entities.entries()) {
    for (const [target, b] of entities.entries()) {
      if (source === target || !allowed(a.type, b.type)) continue;
      const [x, y, gap] = nearest(a.ranges, b.ranges);
      const from = Math.min(x[1], y[1]);
      const apart = sentence(y[0]) - sentence(x[0]);
      if (Math.abs(apart) > FAR) continue;
      yield {
        source,
        target,
        from,
        to: Math.max(from, x[0], y[0]),
        order: apart === 0 ? Number(x[0] >= y[0]) : (PAIR_ORDER.get(apart) ?? (apart > 1 ? 4 : 5)),
        features: [
          Math.min(Math.max(gap, 0), 50) / 50,
          Number(gap < 4),
          entities.length / 20,
          Math.min(Math.abs(apart), 5) / 5,
        ],
      };
    }
  }
}

/** The next sentence and the one before have places of their own in the model's table of orders. */
const PAIR_ORDER: ReadonlyMap<number, number> = new Map([
  [1, 2],
  [-1, 3],
]);

/** All numbers with all entities that could fill a slot and are not too far from them. */
export function* roles(
  numbers: readonly NumberMention[],
  entities: readonly TypedEntity[],
  { words }: Reading,
): Generator<Role> {
  const sentence = (word: number) => words[word]?.sentence ?? 0;
  for (const [number, at] of numbers.entries()) {
    for (const [entity, { ranges, type }] of entities.entries()) {
      if (!RESULT_SLOTS.some((slot) => fits(slot, type))) continue;
      const mention = ranges.reduce(
        (best, range) =>
          Math.abs(range[0] - at.from) < Math.abs(best[0] - at.from) ? range : best,
        ranges[0] ?? NOWHERE,
      );
      const apart = sentence(at.from) - sentence(mention[0]);
      if (Math.abs(apart) > FAR) continue;
      const before = mention[0] < at.from;
      const [from, to] = before ? [mention[1], at.from] : [at.to, mention[0]];
      const distance = Math.abs(mention[0] - at.from);
      yield {
        number,
        entity,
        from,
        to: Math.max(from, to),
        order: apart === 0 ? Number(!before) : apart === 1 ? 2 : apart > 1 ? 3 : 4,
        features: [Math.min(distance, 50) / 50, Number(distance < 4)],
      };
    }
  }
}

/** An entity without words is taken to stand at the beginning, as in training. */
const NOWHERE: Range = [0, 1];
const orNowhere = (ranges: readonly Range[]) => (ranges.length > 0 ? ranges : [NOWHERE]);

/** The two mentions with the fewest words between them; the first such pair. */
function nearest(a: readonly Range[], b: readonly Range[]): [Range, Range, number] {
  let best: [Range, Range, number] = [NOWHERE, NOWHERE, Number.POSITIVE_INFINITY];
  for (const x of orNowhere(a)) {
    for (const y of orNowhere(b)) {
      const gap = Math.max(y[0] - x[1], x[0] - y[1]);
      if (gap < best[2]) best = [x, y, gap];
    }
  }
  return best;
}
