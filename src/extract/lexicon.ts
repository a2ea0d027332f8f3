import { z } from 'zod';

/** For each spelling: in how many abstracts the name is an entity, and in how many it stands. `lexicon.json` */
export const lexicon = z.record(
  z.string(),
  z.tuple([z.int().nonnegative(), z.int().positive()]).readonly(),
);
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
export function lookUp(lexicon: Lexicon, key: string): { usual: number; known: number } {
  const [entity, stands] = Object.hasOwn(lexicon, key) ? (lexicon[key] ?? NOWHERE) : NOWHERE;
  const odds = Math.log((entity + PRIOR * SHARE) / (stands - entity + PRIOR * (1 - SHARE)));
  return { usual: odds - Math.log(SHARE / (1 - SHARE)), known: Math.log(1 + stands) };
}

const NOWHERE = [0, 0] as const;
