import type { Claim } from './claims.ts';
import type { Sense } from './senses.ts';
import { TYPE_GROUP, type TypeGroup } from './type-group.ts';

/** The sense that most papers mean by a name, and how many do. */
export interface Leading {
  readonly sense: Sense;
  readonly papers: number;
}

/** The sense in which nearly all papers use a name that are known to mean one or another, if there is one. */
export function leadingOf(users: ReadonlyMap<Sense, ReadonlySet<string>>): Leading | undefined {
  const [first, second] = [...users].sort(([, a], [, b]) => b.size - a.size);
  if (!first) return undefined;
  const [sense, { size }] = first;
  return leads(size, second?.[1].size ?? 0) ? { sense, papers: size } : undefined;
}

/** Whether one meaning leads another so far that who says nothing means it. */
export const leads = (papers: number, others: number): boolean =>
  papers >= SEVERAL && papers >= LEADS * others;

const SEVERAL = 4;
const LEADS = 3;

/** A claim that may go to the sense that leads. */
export interface Led extends Leading {
  readonly claim: Claim;
  readonly senses: readonly Sense[];
}

/** In how many papers the name of a claim stands for something of another group of types: ASR is a metric, and a task. */
export function usedElsewhere(
  led: readonly Led[],
  claims: readonly Claim[],
): (claim: Claim) => number {
  const named = new Map(
    led.map(({ claim }) => [claim.form.slug, new Map<TypeGroup, Set<string>>()]),
  );
  for (const { form, entity, paper } of named.size > 0 ? claims : []) {
    const groups = named.get(form.slug);
    const group = TYPE_GROUP[entity.type];
    if (groups) groups.set(group, (groups.get(group) ?? new Set()).add(paper.id));
  }
  return ({ form, entity }) => {
    const others = [...(named.get(form.slug) ?? [])].filter(
      ([group]) => group !== TYPE_GROUP[entity.type],
    );
    return Math.max(0, ...others.map(([, papers]) => papers.size));
  };
}
