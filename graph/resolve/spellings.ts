import type { EntityType } from '../schema.ts';
import { slug } from '../slug.ts';
import type { Acronyms } from './acronyms.ts';
import { createDisjointSets } from './disjoint-sets.ts';
import { parseName } from './parse-name.ts';
import { renderingKey } from './parsed-name.ts';
import { TYPE_GROUP, type TypeGroup } from './type-group.ts';

/** Which names are one name, written in one way or another. */
export interface Spellings {
  /** How many numbers there are: `numberOf` gives lower ones. */
  readonly amount: number;
  /** What is known of a name as it is written. */
  readonly form: (name: string, group: TypeGroup) => Form;
  /** The same number for every spelling and known rendering of a name inside a group of types. */
  readonly numberOf: (form: Form) => number;
  /** The number of a rendering key, if a name of the group has it. */
  readonly renderingOf: (key: string, group: TypeGroup) => number | undefined;
}

/** A name as it is written, taken apart once however many papers write it so. */
export interface Form {
  readonly slug: string;
  /** The number of its slug inside its group of types. */
  readonly spelling: number;
  /** The number of its rendering key inside its group of types; undefined where nothing is left of the name. */
  readonly rendering: number | undefined;
  /** Whether it says more than its family, as `Qwen3-8B` does. */
  readonly isVaried: boolean;
}

/**
 * Rules `spelling`, `rendering` and `expansion`: names meet that share a spelling key, a rendering key, or the rendering key
 * of what their acronyms stand for.
 */
export function spell(
  names: Iterable<readonly [name: string, type: EntityType]>,
  { spellOut }: Acronyms,
): Spellings {
  const sets = createDisjointSets();
  const tables = { system: table(), collection: table(), metric: table(), task: table() };
  const spellings = numbering();
  const renderings = numbering();
  const read = (name: string, group: TypeGroup): Form => {
    const { spelled, rendered } = tables[group];
    const parsed = parseName(name, group);
    const [spelling, rendering] = [slug(name), renderingKey(parsed)];
    return {
      slug: spelling,
      spelling: spellings.of(spelled, spelling),
      // Of two equal keys one is kept.
      rendering:
        rendering === ''
          ? undefined
          : renderings.of(rendered, rendering === spelling ? spelling : rendering),
      isVaried: parsed.pieces.some(({ part }) => part !== 'family'),
    };
  };
  /** Of each rendering a spelling that has it. */
  const spellingOf: number[] = [];
  const unite = (rendering: number | undefined, spelling: number) => {
    if (rendering === undefined) return;
    const other = spellingOf[rendering];
    if (other === undefined) spellingOf[rendering] = spelling;
    else sets.unite(other, spelling);
  };
  /** Spellings by their letters, where only capitals tell the s of a plural from another one. */
  const capitalised = new Map<string, number>();
  for (const [name, type] of names) {
    const group = TYPE_GROUP[type];
    const { written } = tables[group];
    if (written.has(name)) continue;
    const form = read(name, group);
    written.set(name, form);
    unite(form.rendering, form.spelling);
    if (ENDS_IN_S.test(name)) {
      const letters = lettersOf(name);
      sets.unite(capitalised.get(group + letters) ?? form.spelling, form.spelling);
      capitalised.set(group + letters, form.spelling);
    }
    const words = spellOut(name);
    if (words !== undefined) unite(read(words, group).rendering, form.spelling);
  }
  return {
    amount: spellings.amount,
    form: (name, group) => tables[group].written.get(name) ?? read(name, group),
    numberOf: ({ spelling }) => sets.find(spelling),
    renderingOf: (key, group) => tables[group].rendered.get(key),
  };
}

/** Names of several words: the s of EPIC-KITCHENS is that of EPIC-Kitchens, while AIMS is not AIMs. */
const ENDS_IN_S = /\p{L}[\s\p{Pd}].*s$/iu;

/** What is left of a name without case, spaces and hyphens. */
export const lettersOf = (name: string): string => name.toLowerCase().replace(/[\s\p{Pd}]+/gu, '');

const table = () => ({
  written: new Map<string, Form>(),
  spelled: new Map<string, number>(),
  rendered: new Map<string, number>(),
});

/** Numbers for the keys of several tables, each number once. */
function numbering() {
  let amount = 0;
  return {
    get amount() {
      return amount;
    },
    of(keys: Map<string, number>, key: string): number {
      const known = keys.get(key);
      if (known !== undefined) return known;
      keys.set(key, amount);
      amount += 1;
      return amount - 1;
    },
  };
}
