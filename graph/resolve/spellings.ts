import type { EntityType } from '../schema.ts';
import { slug } from '../slug.ts';
import { createDisjointSets } from './disjoint-sets.ts';
import { parseName } from './parse-name.ts';
import { renderingKey } from './parsed-name.ts';
import { TYPE_GROUP } from './type-group.ts';

/** Which names are one name, written in one way or another. */
export interface Spellings {
  /** The same number for every spelling and known rendering of a name inside a group of types. */
  readonly of: (name: string, type: EntityType) => number;
}

/** Rules `spelling` and `rendering`: names meet that share a spelling key or a rendering key. */
export function spell(names: Iterable<readonly [name: string, type: EntityType]>): Spellings {
  const sets = createDisjointSets();
  const numbers = new Map<string, number>();
  const number = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const written = new Map<string, number>();
  for (const [name, type] of names) {
    const group = TYPE_GROUP[type];
    const form = `${group} ${name}`;
    if (written.has(form)) continue;
    const spelling = number(`${group} ${slug(name)}`);
    written.set(form, spelling);
    const rendering = renderingKey(parseName(name, group));
    if (rendering !== '') sets.unite(spelling, number(`${group}|${rendering}`));
  }
  return { of: (name, type) => sets.find(written.get(`${TYPE_GROUP[type]} ${name}`) ?? -1) };
}
