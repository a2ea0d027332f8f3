import { z } from 'zod';

const count = z.int().nonnegative();

/** `lexicon.json` */
export const lexicon = z.object({
  /** For each spelling: in how many abstracts the name is an entity, and in how many it stands. */
  names: z.record(z.string(), z.tuple([count, z.int().positive()]).readonly()).readonly(),
  /** For each word: how many names it ends, how many it begins, and in how many abstracts it stands. */
  words: z.record(z.string(), z.tuple([count, count, z.int().positive()]).readonly()).readonly(),
});
export type Lexicon = Readonly<z.infer<typeof lexicon>>;

/** Of what the networks take for an entity, this much is one; and how many abstracts that is worth. */
const SHARE = 0.7;
const PRIOR = 2;

/** How a name is looked up: LaTeX commands, case, spaces and all signs but a plus are away, and a plural s. */
export function lexiconKey(name: string): string {
  const key = name
    .toLowerCase()
    .replace(/\\[a-zA-Z]+/g, '')
    .replace(/[^a-z0-9+]/g, '');
  return key.length > 3 && /[^s]s$/.test(key) ? key.slice(0, -1) : key;
}

/**
 * What is known of a name from other abstracts: the log-odds of it being an entity, less those of any name, and how
 * well it is known, the logarithm of the abstracts.
 */
export function lookUp({ names }: Lexicon, key: string): { usual: number; known: number } {
  const [entity, stands] = ownValue(names, key) ?? NOWHERE;
  const odds = Math.log((entity + PRIOR * SHARE) / (stands - entity + PRIOR * (1 - SHARE)));
  return { usual: odds - Math.log(SHARE / (1 - SHARE)), known: Math.log(1 + stands) };
}

const NOWHERE = [0, 0] as const;

/**
 * What is known of the words of a name: the logarithms of how often its last one ends a name where it stands, of how well
 * it is known, the same of its first, and of how well the least known is.
 */
export function lookUpWords({ words }: Lexicon, name: string) {
  const found = (name.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(
    (word) => ownValue(words, word) ?? NO_WORD,
  );
  const [, begins, ofFirst] = found[0] ?? NO_WORD;
  const [ends, , ofLast] = found.at(-1) ?? NO_WORD;
  return {
    last: Math.log((ends + 0.3) / (ofLast + 3)),
    last_known: Math.log(1 + ofLast),
    opening: Math.log((begins + 0.3) / (ofFirst + 3)),
    opening_known: Math.log(1 + ofFirst),
    rarest: Math.log(1 + Math.min(...(found.length > 0 ? found : [NO_WORD]).map(([, , n]) => n))),
  };
}

const NO_WORD = [0, 0, 0] as const;
/** Of an own property: "constructor" is a word, too. */
const ownValue = <Value>(all: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(all, key) ? all[key] : undefined;
