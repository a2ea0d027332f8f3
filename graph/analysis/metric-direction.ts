import { METRIC_RULES, type MetricRule } from './metric-rules.ts';

/** What is known of a metric by its name. */
export interface MetricDirection {
  /** Null where it is not known, or is a question of whose side one is on. */
  readonly better: 'higher' | 'lower' | null;
  /** Where that is defined, or why there is none. */
  readonly because: string;
  /** A share of a whole, from 0 to 1 or from 0 to 100. */
  readonly isShare: boolean;
}

/**
 * Which of two values by a metric is the better one, by the first of its names that a rule knows. A short acronym stands for
 * many things: where it is spelled out, its long forms alone say which.
 * `word error rate` -> lower, `error detection accuracy` -> higher, `accuracy drop` -> lower,
 * `attack success rate` -> null, a question of whose side one is on; `SDR` or `semantic drift rate` -> null.
 */
export function metricDirection(names: readonly string[]): MetricDirection {
  for (const name of spelledOut(names)) {
    const known = judge(wordsOf(name));
    if (known) return known;
  }
  return { better: null, because: 'no rule says whether more of it is better', isShare: false };
}

function spelledOut(names: readonly string[]): readonly string[] {
  const [name = '', ...others] = names;
  const long = others.filter((other) => wordsOf(other).length > 1);
  return /^\p{L}{1,3}$/u.test(name) && long.length > 0 ? long : names;
}

/**
 * The name's first phrase decides, by its last words: an error rate is an error, error detection accuracy an accuracy.
 * What comes after a preposition decides where the phrase says nothing: `number of errors`.
 */
function judge(words: readonly string[]): MetricDirection | undefined {
  const last = words.at(-1) ?? '';
  // How much it has changed, either way.
  if (words.some((word) => word === 'delta' || word === 'δ')) return undefined;
  if (words.length > 1 && WORSENED.has(last)) return LOSS;
  if (LESSENED.has(last) && words.some(isPreposition)) {
    const lessened = judge(words.slice(0, -1));
    if (lessened?.better) return { ...opposite(lessened.better), isShare: false };
  }
  const whole = findRule(words, ({ spanned }) => spanned.some(isPreposition), isAny);
  if (whole) return toDirection(whole);
  const at = words.findIndex((word, index) => index > 0 && isPreposition(word));
  if (at < 0) return judgePhrase(words);
  const phrase = words.slice(0, at);
  return judgePhrase(phrase) ?? (phrase.every(isAmount) ? judge(words.slice(at + 1)) : undefined);
}

function judgePhrase(words: readonly string[]): MetricDirection | undefined {
  const last = words.at(-1);
  const rule = findRule(words, isAny, (rest) => rest.every(isFiller));
  if (last && LESSENED.has(last)) {
    const lessened = judgePhrase(words.slice(0, -1));
    if (lessened?.better) return { ...opposite(lessened.better), isShare: false };
    // "Reduction" alone: of what, the name does not say.
    if (!rule) return undefined;
  }
  return rule && toDirection(rule);
}

function opposite(better: 'higher' | 'lower'): Pick<MetricDirection, 'better' | 'because'> {
  return better === 'higher'
    ? { better: 'lower', because: 'a loss of what is better if higher' }
    : { better: 'higher', because: 'a reduction of what is better if lower' };
}

function toDirection({ better, source, isShare = false }: MetricRule): MetricDirection {
  return { better: better === 'depends' ? null : better, because: source, isShare };
}

interface Match {
  readonly rule: MetricRule;
  readonly spanned: readonly string[];
  readonly end: number;
}

/** The rule whose words end last in the name, of these the longest; only filler may come after them. */
function findRule(
  words: readonly string[],
  accepts: (match: Match) => boolean,
  mayFollow: (rest: readonly string[]) => boolean,
): MetricRule | undefined {
  let best: Match | undefined;
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 1; end <= Math.min(start + LONGEST, words.length); end++) {
      const spanned = words.slice(start, end);
      const rule = RULES.get(spanned.join(' '));
      if (!rule) continue;
      const match = { rule, spanned, end };
      const isLater = !best || end > best.end;
      if (isLater && accepts(match) && mayFollow(words.slice(end))) best = match;
    }
  }
  return best?.rule;
}

const RULES: ReadonlyMap<string, MetricRule> = new Map(
  METRIC_RULES.flatMap((rule) =>
    rule.names.map((name) => [wordsOf(name).join(' '), rule] as const),
  ),
);
const LONGEST = Math.max(...[...RULES.keys()].map((name) => name.split(' ').length));

const isAny = (): boolean => true;
const isPreposition = (word: string) => PREPOSITIONS.has(word);
const PREPOSITIONS = new Set(
  words('of per under to in for on at with across over between from by'),
);
/** Words after a metric's own that say nothing of its direction. */
const isFiller = (word: string) => FILLERS.has(word) || /^\d/.test(word);
const FILLERS = new Set(
  words(
    'rate score value index metric measure coefficient ratio percentage level similarity result usage consumption requirement demand footprint frequency macro micro weighted k n',
  ),
);
/** Words before a preposition that leave the direction to what comes after it. */
const isAmount = (word: string) => AMOUNTS.has(word);
const AMOUNTS = new Set(
  words(
    'number rate amount percentage share proportion level degree count mean average median total',
  ),
);
/** What is said of a quantity that has become less. */
const LESSENED = new Set(words('drop reduction decrease decline saving'));
/** What is worse if it is more, whatever it is of: a perplexity that is degraded has risen. */
const WORSENED = new Set(words('gap degradation deterioration deficit'));
const LOSS: MetricDirection = { better: 'lower', because: 'a loss, whatever of', isShare: false };

function words(list: string): string[] {
  return list.split(' ');
}

/** `F1-scores` -> f1, score; `mAP@0.5` -> map, at, 0; `HD95` -> hd, 95; `Fréchet` -> frechet; `R²` -> r2 */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<!time)-to-/g, 'to')
    .replaceAll('@', ' at ')
    .split(/[^\p{L}\p{N}+]+/u)
    .flatMap((word) => word.replace(/(?<=^\p{L}{2,})(?=\d+$)/u, ' ').split(' '))
    .filter(Boolean)
    .map(singular);
}

function singular(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/(?<![suai])s$/, '');
}
