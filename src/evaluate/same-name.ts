import type { GoldEntity } from './gold.ts';
import { nameKey, nameKeys } from './name-key.ts';

/** Whether a predicted name stands for what the gold calls by another. */
export type SameName = (goldName: string, name: string) => boolean;

/** Compares names of one document: any name of the gold entity will do; `Paper` is the paper alone. */
export function sameNameIn(entities: readonly GoldEntity[]): SameName {
  const keys = new Map<string, ReadonlySet<string>>();
  for (const entity of entities) {
    if (!keys.has(entity.name)) keys.set(entity.name, new Set(nameKeys(entity)));
  }
  return (goldName, name) => {
    if (goldName === 'Paper' || name === 'Paper') return goldName === name;
    return keys.get(goldName)?.has(nameKey(name)) ?? nameKey(goldName) === nameKey(name);
  };
}
