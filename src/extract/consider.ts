import { fits, type ResultSlot, resultKind, type Unit } from '../../graph/schema.ts';
import type {
  Considered,
  ConsideredNumber,
  ConsideredPair,
  ConsideredSlot,
  Slots,
} from './considered.ts';
import type { Pair, Role } from './frame.ts';
import type { Labels } from './labels.ts';
import { argmax, logSoftmax } from './model.ts';
import type { NumberMention, Reading } from './read.ts';
import type { Scores } from './score.ts';
import type { Typing } from './type.ts';

/** Which kinds and units a number may have, by what is written beside it. */
export type MayBe = (number: NumberMention) => (kind: string, unit: string | null) => boolean;

/** What the scores make likeliest of each entity, pair and number. */
export function consider(
  framed: readonly Pair[],
  candidates: readonly Role[],
  scores: Scores,
  typing: Typing,
  { numbers, words, source }: Reading,
  labels: Labels,
  mayBe: MayBe,
): Considered {
  const fillers = numbers.map((): Filler[] => []);
  for (const [index, { number, entity }] of candidates.entries()) {
    fillers[number]?.push({ entity, scores: scores.roles[index] ?? [] });
  }
  return {
    entities: typing.entities.map((entity, index) => ({
      name: source.slice(...entity.name),
      type: entity.type,
      tags: entity.confidence,
      sure: entity.sure,
      mentions: entity.mentions.length,
      first: (words[entity.ranges[0]?.[0] ?? 0]?.sentence ?? 0) === 0,
      proposed: scores.proposes[index] ?? Number.NEGATIVE_INFINITY,
      place: Math.min(...entity.mentions.map(([start]) => start)) / source.length,
      forms: new Set(entity.mentions.map((span) => source.slice(...span))).size,
    })),
    pairs: framed.map((pair, index) => ({
      source: pair.source,
      target: pair.target,
      ...bestRelation(scores.relations[index] ?? [], pair, typing, labels),
      together: pair.order < 2,
    })),
    numbers: numbers.map((number, index) => ({
      ...bestKind(scores.kinds[index] ?? [], labels, mayBe(number)),
      slots: (known) => {
        const said = (fillers[index] ?? []).filter(({ entity }) => known(entity));
        return fillSlots(said, scores.noRole[index] ?? [], typing, labels);
      },
    })),
  };
}

/** The likeliest relation that the types allow. */
function bestRelation(
  scores: ArrayLike<number>,
  { source, target }: Pair,
  { entities }: Typing,
  labels: Labels,
): Pick<ConsideredPair, 'relation' | 'probability' | 'none' | 'chances'> {
  const [from, to] = [entities[source]?.type, entities[target]?.type];
  const allowed = labels.relations.map((type, index) => {
    const score = scores[index] ?? 0;
    if (type === 'none') return score;
    const [sources, targets] = labels.signatures[type] ?? [[], []];
    return from && to && sources.includes(from) && targets.includes(to) ? score : -Infinity;
  });
  const { best, probability, none, logs } = likeliest(allowed, labels.relations.indexOf('none'));
  const chances = labels.relations.flatMap((type, index) => {
    const chance = Math.exp(logs[index] ?? -Infinity);
    return type === 'none' || chance === 0 ? [] : [[type, chance] as const];
  });
  return {
    relation: labels.relations[best] ?? 'none',
    probability,
    none,
    chances: Object.fromEntries(chances),
  };
}

/** The likeliest kind with its unit that the words beside the number allow. */
function bestKind(
  scores: ArrayLike<number>,
  labels: Labels,
  mayBe: (kind: string, unit: string | null) => boolean,
): Omit<ConsideredNumber, 'slots'> {
  const allowed = labels.kinds.map((label, index) =>
    label === 'none' || mayBe(...parseKind(label)) ? (scores[index] ?? 0) : -Infinity,
  );
  const { best, probability, none } = likeliest(allowed, labels.kinds.indexOf('none'));
  const [kind, unit] = parseKind(labels.kinds[best] ?? '');
  return { kind: resultKind.parse(kind), unit, probability, none };
}

/** `absolute|%`, `gain|None` */
function parseKind(label: string): [kind: string, unit: Unit | null] {
  const [kind = label, unit = 'None'] = label.split('|');
  return [kind, unit === 'None' ? null : (unit as Unit)]; // the labels' schema knows no other
}

/** The best of all scores but that of "none", with its probability and that of none, and all as logarithms. */
function likeliest(
  scores: readonly number[],
  noneAt: number,
): { best: number; probability: number; none: number; logs: readonly number[] } {
  const logs = logSoftmax(scores);
  const others = logs.map((log, index) => (index === noneAt ? -Infinity : log));
  const best = argmax(others);
  return {
    best,
    probability: Math.exp(others[best] ?? -Infinity),
    none: Math.exp(logs[noneAt] ?? 0),
    logs,
  };
}

/**
 * What log-odds a filler has to be ahead of there being none. Those who annotated most of the numbers name a baseline
 * more often than the first annotator, and a wrong one is worse than none.
 */
const RELUCTANCE: Partial<Record<ResultSlot, number>> = { baseline: 1 };

/** An entity that may stand in some slot of a number, with its scores by role. */
interface Filler {
  readonly entity: number;
  readonly scores: ArrayLike<number>;
}

/** For each slot the best entity of a type that may stand there, or none if none is better. */
function fillSlots(
  fillers: readonly Filler[],
  noRole: ArrayLike<number>,
  { entities }: Typing,
  labels: Labels,
): Slots {
  const fill = (slot: ResultSlot): ConsideredSlot => {
    const column = labels.roles.indexOf(slot);
    const fitting = fillers.filter(({ entity }) => {
      const type = entities[entity]?.type;
      return type !== undefined && fits(slot, type);
    });
    const logs = logSoftmax([
      (noRole[column] ?? 0) + (RELUCTANCE[slot] ?? 0),
      ...fitting.map(({ scores }) => scores[column] ?? -Infinity),
    ]);
    const best = argmax(logs);
    return { entity: fitting[best - 1]?.entity ?? null, probability: Math.exp(logs[best] ?? 0) };
  };
  return {
    subject: fill('subject'),
    metric: fill('metric'),
    benchmark: fill('benchmark'),
    baseline: fill('baseline'),
  };
}
