import type { EntityType } from '../schema.ts';
import { slug } from '../slug.ts';
import { createDisjointSets } from './disjoint-sets.ts';
import { parseName } from './parse-name.ts';
import { renderingKey } from './parsed-name.ts';
import { TYPE_GROUP, type TypeGroup } from './type-group.ts';

/** Which names are one name, written in one way or another. */
export interface Spellings {
  /** How many numbers there are: `of` gives lower ones. */
  readonly amount: number;
  /** The same number for every spelling and known rendering of a name inside a group of types. */
  readonly of: (name: string, type: EntityType) => number;
  /** What is known of a name as it is written. */
  readonly form: (name: string, group: TypeGroup) => Form;
}

/** A name as it is written, taken apart once however many papers write it so. */
export interface Form {
  readonly slug: string;
  /** The same for every known rendering. */
  readonly rendering: string;
  /** Whether it says more than its family, as `Qwen3-8B` does. */
  readonly isVaried: boolean;
}

interface Numbered extends Form {
  readonly number: number;
}

/** Rules `spelling` and `rendering`: names meet that share a spelling key or a rendering key. */
export function spell(names: Iterable<readonly [name: string, type: EntityType]>): Spellings {
  const sets = createDisjointSets();
  const groups = { system: table(), collection: table(), metric: table(), task: table() };
  let amount = 0;
  const number = (keys: Map<string, number>, key: string) => {
    const known = keys.get(key);
    if (known !== undefined) return known;
    keys.set(key, amount);
    amount += 1;
    return amount - 1;
  };
  for (const [name, type] of names) {
    const group = TYPE_GROUP[type];
    const { written, spelled, rendered } = groups[group];
    if (written.has(name)) continue;
    const form = read(name, group);
    const own = number(spelled, form.slug);
    if (form.rendering !== '') sets.unite(own, number(rendered, form.rendering));
    written.set(name, { ...form, number: own });
  }
  return {
    amount,
    of: (name, type) => sets.find(groups[TYPE_GROUP[type]].written.get(name)?.number ?? -1),
    form: (name, group) => groups[group].written.get(name) ?? read(name, group),
  };
}

const table = () => ({
  written: new Map<string, Numbered>(),
  spelled: new Map<string, number>(),
  rendered: new Map<string, number>(),
});

function read(name: string, group: TypeGroup): Form {
  const parsed = parseName(name, group);
  return {
    slug: slug(name),
    rendering: renderingKey(parsed),
    isVaried: parsed.pieces.some(({ part }) => part !== 'family'),
  };
}
