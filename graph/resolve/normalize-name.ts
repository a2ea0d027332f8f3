import type { TypeGroup } from './type-group.ts';

/**
 * A name with one form for what is written in several: Greek letters by name, `+` as a word, years in four digits,
 * units at their numbers, no generic tail. Case and word boundaries stay.
 * `('τ²-bench', 'collection')` -> `tau2-bench`, `("AIME'24", 'collection')` -> `AIME 2024`,
 * `('LLaMA 8 billion', 'system')` -> `LLaMA 8B`, `('F1-score', 'metric')` -> `F1`
 */
export function normalizeName(name: string, group: TypeGroup): string {
  // Most names are words, in which nothing is written in several ways but a field.
  const plain = WORDS.test(name) ? spellField(name.trim()) : spellOut(name);
  const grouped = {
    system: systemName,
    collection: collectionName,
    metric: metricName,
    task: same,
  };
  return withoutTail(grouped[group](plain), group);
}

const GREEK: Readonly<Record<string, string>> = Object.fromEntries(
  'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau φ phi χ chi ψ psi ω omega'
    .split(' ')
    .flatMap((word, index, words) => (index % 2 ? [] : [[word, words[index + 1] ?? word]])),
);
/** Fields that every paper may shorten where a word beside it tells what is meant: `explainable AI`, `deep RL`. */
const FIELDS: Readonly<Record<string, string>> = {
  'artificial intelligence': 'AI',
  'reinforcement learning': 'RL',
};
const FIELD = /(?<=\S[\s-])(?:artificial intelligence|reinforcement[\s-]+learning)\b/giu;
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const WORDS = /^[A-Za-z -]+$/;

const spellField = (name: string): string =>
  name
    .replace(/^the\s+(?=\S*\p{Lu})/iu, '')
    .replace(FIELD, (words) => FIELDS[words.toLowerCase().replace(/[\s-]+/, ' ')] ?? words);

function spellOut(name: string): string {
  return spellField(
    name
      .trim()
      // The name of a Greek letter cannot bear a superscript where it is typed.
      .replace(
        /(\p{Script=Greek})\^?([⁰¹²³⁴⁵⁶⁷⁸⁹])/gu,
        (_, letter, digit) => letter + SUPERSCRIPT.indexOf(digit),
      )
      .replace(/\^?([⁰¹²³⁴⁵⁶⁷⁸⁹])/g, (_, digit) => `^${SUPERSCRIPT.indexOf(digit)}`)
      .normalize('NFKC')
      .replace(/\p{Script=Greek}/gu, (letter) => GREEK[letter.toLowerCase()] ?? letter)
      .normalize('NFD')
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
      .normalize('NFC')
      .replace(/(?<=\p{N}),(?=\p{N}{3})/gu, '')
      .replace(/(?<=[\p{L}\p{N}])\+(?!\+)/gu, ' plus ')
      .replaceAll('&', ' and ')
      .replace(/(?<=\p{L})\s*['’`](?=\d\d(?!\d))/gu, ' 20')
      .replace(/['’]s(?=\s)|['’`"“”]/gu, '')
      .replace(/(?<![\p{L}\p{N}.])\.(?=\d)/gu, '0.')
      // Text2Image, but neither word2 nor T2I, where nothing tells "to" from a number.
      .replace(/(?<=\p{Ll}{2})2(?=\p{L}{2})/gu, ' to ')
      .replace(/(\d{2,})\s*[x×]\s*\1(?!\d)/g, '$1')
      .replace(/((?:19|20)\d\d)-(\d\d)-(\d\d)/g, '$1$2$3'),
  );
}

function systemName(name: string): string {
  const named = name
    .replace(/(\d)[\s-]*(?:billion|bn)\b/gi, '$1B')
    .replace(/(\d)[\s-]*million\b/gi, '$1M')
    .replace(/(\d)\s+([BM])(?![\p{L}\p{N}])/gu, '$1$2')
    .replace(/(?<=\d[BMT])[\s-]*param(?:eter)?s?\b/gi, '')
    // As programs spell it: claude-3-5-sonnet. A size after a version is none of that: Llama-3-8B.
    .replace(/(?<![\d.])(\d)[-_](\d)(?![\d.]|[BMKT](?!\p{L}))/giu, '$1.$2');
  return named
    .replace(MAKER, (whole, rest: string) => (isCoined(rest) ? rest : whole))
    .replace(HOUSE, (whole, rest: string) => (/\d/.test(rest) ? rest : whole));
}

/** Who made a model, where it stands before the name as a word of its own. */
const MAKER =
  /^(?:OpenAI-|(?:OpenAI|Anthropic|Google(?: DeepMind)?|DeepMind|Microsoft|NVIDIA|Alibaba|Amazon|IBM)\s+)(.+)$/i;
/** `meta` is a word of the language too: Meta RL is not RL, but Meta Llama 3 and Meta-Llama-3-8B are Llamas. */
const HOUSE = /^Meta(?:\s+(?=\p{Lu}\p{Ll})|-(?=.*\d[\d.]*B(?!\p{L})))(.+)$/u;

/** Years that benchmarks bear in short; lower numbers are sizes, as in CIFAR-10. */
const SHORT_YEAR = /^(\p{Lu}{3,})[\s-]?(0[4-9]|1[2-9]|2\d)$/u;

function collectionName(name: string): string {
  return name.replace(SHORT_YEAR, '$1 20$2').replace(/^Microsoft(?=\s)/, 'MS');
}

/** `mean IoU` -> `mIoU`: a mean over classes is written either way, but `mean accuracy` is no maccuracy. */
const metricName = (name: string): string =>
  name.replace(/^mean[\s-]+(?=\p{L}*\p{Lu}\p{L}*\p{Lu})/iu, 'm');

const same = (name: string): string => name;

const TAILS: Readonly<Record<TypeGroup, RegExp>> = {
  system: /[\s-]+(?:models?|algorithms?|optimi[sz]ers?|methods?|frameworks?|approach(?:es)?)$/i,
  collection: /[\s-]+(?:datasets?|data sets?|benchmarks?|corpus|corpora)$/i,
  metric: /[\s-]+(?:scores?|metrics?|rates?|values?)$/i,
  task: /[\s-]+(?:tasks?|problems?)$/i,
};

/** Says the type once more: `the C4 dataset`; but `success rate` is not `success`, nor a `3D model` 3D. */
function withoutTail(name: string, group: TypeGroup): string {
  const rest = name.replace(TAILS[group], '');
  if (rest === name) return name;
  const last = rest.split(/\s/).at(-1) ?? '';
  const isNamed = isCoined(rest) && (isCoined(last) || /\d/.test(last));
  return isNamed || (group === 'task' && /\s/.test(rest)) ? rest : name;
}

/** Whether a name has a word that no language has: a capital inside, a digit after a letter, a sign. */
export function isCoined(name: string): boolean {
  return /\p{L}\p{Lu}|\p{L}[\p{Pd} ]?\d|@/u.test(name);
}
