import { listed, toList } from './name-list.ts';
import { normalizeName } from './normalize-name.ts';
import type { NamePart, ParsedName, Piece } from './parsed-name.ts';
import type { TypeGroup } from './type-group.ts';

/**
 * Takes a name apart. What it does not know stays part of the family, so that it keeps names apart.
 * `Qwen2.5-VL-7B-Instruct` (system) -> family `qwen`, version `2.5`, modality `vl`, size `7e9`, variant `instruct`;
 * `AIME24` (collection) -> family `aime`, date `2024`; `Pass@1` (metric) -> family `pass`, parameters `@1`;
 * `AIME 24/25` -> family `aime`, date `2024/2025`
 */
export function parseName(name: string, group: TypeGroup): ParsedName {
  const list = listed(name, group);
  return (list && toList(list.map((one) => parseOne(one, group)))) ?? parseOne(name, group);
}

function parseOne(name: string, group: TypeGroup): ParsedName {
  const tokens = tokenize(normalizeName(name, group));
  const pieces: Piece[] = [];
  for (const token of tokens) pieces.push(classify(token, { group, before: pieces, tokens }));
  return { group, pieces };
}

interface Context {
  readonly group: TypeGroup;
  /** What the tokens before are. */
  readonly before: readonly Piece[];
  readonly tokens: readonly string[];
}

/** Words, numbers with their units and signs: `DeepSeekV3` -> `DeepSeek`, `V3`; `GSM8K` -> `GSM`, `8K`. */
function tokenize(name: string): string[] {
  const tokens: string[] = [];
  for (const word of name.split(SEPARATORS)) {
    if (LETTERS.test(word)) tokens.push(word);
    else tokens.push(...splitWord(word));
  }
  return tokens;
}

const SEPARATORS = /[\s\p{Pd}_/:()[\]{},;|]+/u;
/** Most tokens are such words: there is no number in them to look for, and no sign to take away. */
const LETTERS = /^[A-Za-z]+$/;

function splitWord(word: string): string[] {
  if (word === '' || /^\.+$/.test(word)) return [];
  if (WHOLE.test(word)) return [word];
  const at = word.indexOf('@');
  if (at > 0) return [...splitWord(word.slice(0, at)), word.slice(at)];
  const glued = GLUED.exec(word);
  const [, letters = '', number = '', suffix = ''] = glued ?? [];
  if (!glued) return [word];
  const unit = suffix.length < 2;
  return [letters, unit ? number + suffix : number, ...(unit ? [] : splitWord(suffix))];
}

/** What is one token: letters, a number with a unit or a letter, and short codes such as o3, R1, T5, A3B. */
const WHOLE =
  /^(?:[\p{L}\p{M}.^]+|v?\d[\d.]*\p{L}?|\d+x\d[\d.]*\p{L}|(?!v)\p{L}\d[\d.]*\p{L}?|@.*)$/iu;
/** A v before a number is a version where case sets it off: DeepSeekV3, DINOv2, but not Rev2. */
const GLUED = /^([\p{L}\p{M}.^]+?)((?:(?<=\p{Ll})V|(?<=\p{Lu})v)?\d+(?:\.\d+)*(?:\^\d)?)(\p{L}*)$/u;

function classify(token: string, context: Context): Piece {
  const { before, group } = context;
  if (before.length === 0 || group === 'task') return family(token);
  if (LETTERS.test(token)) return classifyWord(token, context);
  if (token.startsWith('@')) return bound('parameters', token.toLowerCase());
  const number = /^(v?)(\d[\d.]*)(\p{L}?)$/iu.exec(token);
  if (!number) return classifyWord(token, context);
  const [, v = '', digits = '', suffix = ''] = number;
  if (group === 'metric') return bound('parameters', digits + suffix.toLowerCase());
  const amount = UNIT[suffix.toLowerCase()];
  if (v === '' && amount !== undefined) return toAmount(Number(digits) * amount, suffix, context);
  if (suffix !== '') return bound('version', (digits + suffix).toLowerCase());
  if (v === '' && isDate(digits, context)) return { part: 'date', text: digits, floats: true };
  const isSize = v === '' && !digits.includes('.') && Number(digits) >= LEAST_SIZE;
  return isSize ? bound('size', digits) : bound('version', digits.replace(/(?:\.0+)+$/, ''));
}

const UNIT: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 };
/** Versions are smaller: ResNet-50 and MATH-500 bear sizes. */
const LEAST_SIZE = 15;

/** 7B is how large a model is; 32K is how long its window, 20k how large a collection. */
function toAmount(amount: number, suffix: string, { group }: Context): Piece {
  const text = amount.toExponential().replace('e+', 'e');
  if (group === 'collection') return bound('size', text);
  return /k/i.test(suffix) ? bound('parameters', text) : { part: 'size', text, floats: true };
}

/** A year, a day (`20240513`), or month and day of a checkpoint (`0528`). */
function isDate(digits: string, { group, before }: Context): boolean {
  if (/^(?:19[89]|20[0-4])\d(?:(?:0\d|1[0-2])[0-3]\d)?$/.test(digits)) return true;
  const versioned = before.some(({ part, text }) => part === 'version' || /\d/.test(text));
  return (
    group === 'system' && versioned && /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits)
  );
}

function classifyWord(token: string, context: Context): Piece {
  const { group, before, tokens } = context;
  if (group === 'metric') return family(token);
  const word = singular(token);
  if (group === 'collection') return bound(SPLITS.has(word) ? 'split' : 'family', word);
  if (/^\d+x\d|^[ae]\d[\d.]*b$/i.test(token)) return { part: 'size', text: word, floats: true };
  const next = tokens[before.length + 1];
  const size = SIZE_LETTERS[token];
  if (size && (next === undefined || /^\d/.test(next))) return variant(size);
  // DeepSeek-R1, Kimi K2.5: a letter is part of the version.
  if (/^\p{L}\d/u.test(token)) return bound('version', word);
  if (word === 'plus') return bound('variant', word);
  if (MODALITIES.has(word)) return bound('modality', word);
  if (!VARIANTS.has(word)) return bound('family', word);
  // Inside a phrase of the language such a word is no tier: "deep large margin learning".
  const isTier = next === undefined || hasNumber(context);
  return isTier ? variant(word) : bound('family', word);
}

const hasNumber = ({ before, tokens }: Context): boolean =>
  before.some(({ text }) => /\d/.test(text)) ||
  tokens.slice(before.length + 1).some((token) => /\d/.test(token));

const family = (token: string): Piece => bound('family', singular(token));
const bound = (part: NamePart, text: string): Piece => ({ part, text, floats: false });
const variant = (text: string): Piece => ({ part: 'variant', text, floats: true });

/** As vision transformers write their sizes: ViT-B/16. */
const SIZE_LETTERS: Readonly<Record<string, string>> = {
  T: 'tiny',
  S: 'small',
  B: 'base',
  L: 'large',
  H: 'huge',
  G: 'giant',
};
const VARIANTS = words(
  'instruct chat base pro flash lite mini nano micro tiny small medium large huge giant ultra max turbo preview thinking sonnet opus haiku fast high low xl xxl it hf',
);
const MODALITIES = words(
  'vl vision visual audio omni video image speech code coder math multimodal',
);
const SPLITS = words(
  'verified pro plus lite mini hard easy diamond full extended test dev val validation train unseen seen live multimodal multilingual challenge gold small large medium tiny human edu extra',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** A word in lower case, singular, in American spelling, without signs that only separate. */
function singular(token: string): string {
  const bare = LETTERS.test(token) ? token : withoutSigns(token);
  const isPlural = bare.endsWith('s');
  if (isPlural && /^\p{Lu}{2,}s$/u.test(bare)) return bare.slice(0, -1).toLowerCase();
  const word = bare.toLowerCase();
  if (!/^\p{Lu}?\p{Ll}{3,}$/u.test(bare)) return word;
  return american(isPlural ? one(word) : word);
}

const withoutSigns = (token: string): string =>
  token.replace(/[^\p{L}\p{M}\p{N}+@#^.]/gu, '').replace(/(?<!\d)\.|\.(?!\d)/g, '');

const one = (plural: string): string =>
  plural
    .replace(/ies$/, 'y')
    .replace(/(?<=x|ch|sh|ss)es$/, '')
    .replace(/(?<=\p{L}{3})(?<![sui]|bia)s$/u, '');

const american = (word: string): string =>
  /is(?:e|ed|er|ing|ation)$|our(?:al)?$|ll(?:ing|ed|er)$/.test(word)
    ? word
        .replace(/is(?=(?:e|ed|er|ing|ation)$)/, 'iz')
        .replace(/our(?=$|al$)/, 'or')
        .replace(/ll(?=(?:ing|ed|er)$)/, 'l')
    : word;
