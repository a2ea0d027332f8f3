import { ENTITY_TYPES, type EntityType, RELATION_TYPES, VARIANT_OF } from '../../graph/schema.ts';
import type { Layer, State } from '../state.ts';
import { type FilterIndex, isLinkType } from './filter-index.ts';
import type { LinkType, Months } from './filters.ts';
import { countOn, FAILS, type Judged } from './shown.ts';

/** One choice of a filter with what it would let through while all other filters stay as they are. */
export interface Choice<Value> {
  readonly value: Value;
  readonly amount: number;
}

export interface Facets {
  readonly types: ReadonlyMap<EntityType, number>;
  /** Papers and numbers, whether their layers are on or not. */
  readonly layers: ReadonlyMap<Layer, number>;
  /** Relations between entities that the filters let through. */
  readonly relations: ReadonlyMap<LinkType, number>;
  /** How many entities are named by at least so many papers. */
  readonly papers: readonly Choice<number>[];
  /** Papers a month, from the first month to the last, without the filter of months. */
  readonly months: readonly Choice<number>[];
  /** Papers without a date, which no months let through. */
  readonly undated: number;
  /** Tasks by the papers that name them. */
  readonly tasks: readonly Choice<string>[];
  /** Communities by their entities. */
  readonly communities: readonly Choice<number>[];
}

export const LINK_TYPES: readonly LinkType[] = [...RELATION_TYPES, VARIANT_OF];
const LEAST_PAPERS = [1, 2, 3, 5, 10, 20, 50, 100, 200];

/** What stands beside each filter. */
export function facetsOf(
  index: FilterIndex,
  { filters }: Pick<State, 'filters'>,
  judged: Judged,
): Facets {
  const types = new Map<EntityType, number>(ENTITY_TYPES.map((type) => [type, 0]));
  const layers = new Map<Layer, number>();
  const communities = new Map<number, number>();
  const least = new Map<number, number>(LEAST_PAPERS.map((amount) => [amount, 0]));
  for (const [number, { kind, community }] of index.nodes.entries()) {
    const fails = judged.fails[number] ?? 0;
    if (kind === 'Paper' || kind === 'Result') {
      if ((fails & ~FAILS.type) === 0) layers.set(kind, (layers.get(kind) ?? 0) + 1);
      continue;
    }
    if ((fails & ~FAILS.type) === 0) types.set(kind, (types.get(kind) ?? 0) + 1);
    if ((fails & ~FAILS.community) === 0 && community !== undefined) {
      communities.set(community, (communities.get(community) ?? 0) + 1);
    }
    if ((fails & ~FAILS.papers) !== 0) continue;
    for (const amount of LEAST_PAPERS) {
      if ((judged.amounts[number] ?? 0) >= amount) least.set(amount, (least.get(amount) ?? 0) + 1);
    }
  }
  const papers = [...least].map(([value, amount]) => ({ value, amount }));
  return {
    types,
    layers,
    relations: countRelations(index, judged),
    papers: papers.filter(({ value, amount }) => value === 1 || amount > 0),
    ...countMonths(index, filters.task),
    tasks: countTasks(index, filters.months),
    communities: sorted(communities),
  };
}

function countRelations(
  { links }: FilterIndex,
  { fails, papersOn }: Judged,
): Map<LinkType, number> {
  const counts = new Map<LinkType, number>(LINK_TYPES.map((type) => [type, 0]));
  for (const { from, type, to, saidBy } of links) {
    if (!isLinkType(type) || fails[to] !== 0) continue;
    // Papers are a layer of their own: what they propose is counted by what they propose.
    if (type !== 'PROPOSES' && fails[from] !== 0) continue;
    if (papersOn && countOn(saidBy, papersOn) === 0) continue;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

function countMonths(
  index: FilterIndex,
  task: string | undefined,
): Pick<Facets, 'months' | 'undated'> {
  const numbers = task === undefined ? [...index.papers.keys()] : index.papersOn(task);
  const counts = new Map<number, number>();
  let undated = 0;
  for (const number of numbers) {
    const month = index.papers[number]?.month;
    if (month === undefined) undated += 1;
    else counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const span = spanOf(index);
  if (!span) return { months: [], undated };
  const months = Array.from({ length: span[1] - span[0] + 1 }, (_, step) => span[0] + step);
  return { months: months.map((value) => ({ value, amount: counts.get(value) ?? 0 })), undated };
}

/** The first and the last month of an index's papers. */
export function spanOf({ papers }: FilterIndex): Months | undefined {
  let span: Months | undefined;
  for (const { month } of papers) {
    if (month === undefined) continue;
    span = span ? [Math.min(span[0], month), Math.max(span[1], month)] : [month, month];
  }
  return span;
}

function countTasks(index: FilterIndex, months: Months | undefined): Choice<string>[] {
  const counts = new Map<string, number>();
  for (const { key, kind, namedBy } of index.nodes) {
    if (kind !== 'Task') continue;
    const amount = months
      ? namedBy.filter((number) => isWithin(index.papers[number]?.month, months)).length
      : namedBy.length;
    if (amount > 0) counts.set(key, amount);
  }
  return sorted(counts);
}

const isWithin = (month: number | undefined, [first, last]: Months): boolean =>
  month !== undefined && month >= first && month <= last;

/** The greatest amount first; what is equal stays in its order, which is that of importance. */
const sorted = <Value>(counts: ReadonlyMap<Value, number>): Choice<Value>[] =>
  [...counts].map(([value, amount]) => ({ value, amount })).sort((a, b) => b.amount - a.amount);
