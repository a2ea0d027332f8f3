import { append } from '../append.ts';
import type { Extraction } from '../schema.ts';
import { compare } from '../union.ts';
import { isExpansion, longFormIn } from './expansion.ts';
import { isAcronym, singular, stemsOf } from './long-forms.ts';

/** What acronyms inside of names stand for. */
export interface Acronyms {
  /**
   * A name with its acronyms spelled out, unless a paper that names it so spells one out otherwise; undefined where that is
   * the name itself. `CoT reasoning` and `chain-of-thought (CoT) reasoning` -> `chain-of-thought reasoning`
   */
  readonly spellOut: (name: string) => string | undefined;
}

/** Finds the acronyms that nearly all papers that spell them out spell alike. */
export function acronymsIn(papers: readonly Extraction[]): Acronyms {
  const said = new Map<string, Spelling[]>();
  for (const paper of papers) {
    for (const { short, ...spelling } of definitionsIn(paper)) append(said, short, spelling);
  }
  const longs = new Map<string, string>();
  /** Names in which a paper means something else by an acronym. */
  const others = new Set<string>();
  for (const [short, spellings] of said) {
    const usual = usualOf(spellings);
    if (usual === undefined) continue;
    longs.set(short, usual.long);
    for (const { stems, paper } of spellings) {
      if (stems === usual.stems) continue;
      for (const name of namesOf(paper)) if (acronymsOf(name).includes(short)) others.add(name);
    }
  }
  return {
    spellOut: (name) => {
      const isPlain = others.has(name) || acronymsOf(name).length === 0;
      if (isPlain && !name.includes('(')) return undefined;
      const plain = withoutBrackets(name);
      const spelled = isPlain
        ? plain
        : plain.replace(WORD, (word) => longs.get(singular(word)) ?? word);
      return spelled === name ? undefined : spelled;
    },
  };
}

/** That a paper spells an acronym out so. */
interface Spelling {
  readonly long: string;
  readonly stems: string;
  readonly paper: Extraction;
}

/** The acronyms that a paper spells out, each once in every way. */
function definitionsIn(paper: Extraction): Iterable<Spelling & { readonly short: string }> {
  const { title = '', text } = paper.document;
  const read = `${title}. ${text}`;
  const found = new Map<string, Spelling & { readonly short: string }>();
  const add = (written: string, long: string) => {
    const [short, stems] = [singular(written), stemsOf(long)];
    if (/[\s-]/.test(long)) found.set(`${short} ${stems}`, { short, long, stems, paper });
  };
  for (const { name, aliases } of paper.entities) {
    const forms = [name, ...aliases];
    for (const form of forms) {
      for (const short of acronymsOf(form)) {
        const long = longFormIn(read, short);
        if (long !== undefined) add(short, long);
      }
      if (aliases.length === 0 || !isAcronym(form)) continue;
      for (const long of forms) if (isExpansion(form, long)) add(form, long);
    }
  }
  return found.values();
}

/** The long form that nearly all say, as most write it. */
function usualOf(spellings: readonly Spelling[]): { long: string; stems: string } | undefined {
  if (spellings.length < SEVERAL) return undefined;
  const byStems = new Map<string, string[]>();
  for (const { stems, long } of spellings) append(byStems, stems, long.toLowerCase());
  const [first, second] = [...byStems].sort(([, a], [, b]) => b.length - a.length);
  if (!first) return undefined;
  const [stems, own] = first;
  if (own.length < SEVERAL || own.length < LEADS * (second?.[1].length ?? 0)) return undefined;
  const counts = new Map<string, number>();
  for (const long of own) counts.set(long, (counts.get(long) ?? 0) + 1);
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b));
  return best && { long: best[0], stems };
}

const SEVERAL = 5;
const LEADS = 4;

const namesOf = ({ entities }: Extraction): string[] =>
  entities.flatMap(({ name, aliases }) => [name, ...aliases]);

/** The acronyms inside of a name of several words: RAG in `KG-based RAG`, none in `KG-RAG`, which somebody may have coined. */
const acronymsOf = (name: string): string[] =>
  SEVERAL_WORDS.test(name) && TWO_CAPITALS.test(name)
    ? (name.match(WORD) ?? []).filter(isAcronym).map(singular)
    : [];
const SEVERAL_WORDS = /\s/;
const TWO_CAPITALS = /\p{Lu}\p{L}*\p{Lu}/u;

const WORD = /(?<![\p{L}\p{N}.])\p{L}+(?![\p{L}\p{N}.])/gu;

/** `chain-of-thought (CoT) reasoning` -> `chain-of-thought reasoning`; `DeepSeek-R1 (32B)` stays. */
const withoutBrackets = (name: string): string =>
  name.includes('(')
    ? name.replace(/\s*\(([^()\s]{2,12})\)/gu, (whole, inside: string) =>
        longFormIn(name, inside) === undefined ? whole : '',
      )
    : name;
