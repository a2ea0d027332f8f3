import type { RankedRow } from './rank-rows.ts';
import type { Named, SentenceOf } from './reported-result.ts';

/** What may explain that papers give different values. */
export type ReasonKind =
  | 'metric'
  | 'qualifier'
  | 'starting point'
  | 'size'
  | 'setting'
  | 'reporter'
  | 'date';

export interface ConflictReason {
  readonly kind: ReasonKind;
  /** What each side says, in the order of the values; null for one that says nothing of it. */
  readonly sides: readonly (string | null)[];
}

/** Papers that are so many days apart may have tested two editions of one model. */
const LONG = 180;

/** The likely reasons, the likeliest first: each is something that one side says and another does not. */
export function reasonsBetween(
  values: readonly RankedRow[],
  metric: Named | null,
  sentenceOf: SentenceOf,
): ConflictReason[] {
  const sentences = values.map(({ reports }) =>
    reports.flatMap(({ evidence }) => sentenceOf(evidence) ?? []),
  );
  const found = (words: RegExp) => sentences.map((own) => matches(own, words));
  const reasons: ConflictReason[] = [
    { kind: 'metric', sides: metric ? [] : values.map(() => 'the text names no metric') },
    { kind: 'qualifier', sides: values.map(({ qualifier }) => qualifier) },
    {
      kind: 'starting point',
      sides: values.map(({ value }, at) => startOf(value, sentences[at] ?? [])),
    },
    { kind: 'size', sides: found(SIZE) },
    { kind: 'setting', sides: settingsOf(values, found(SETTING)) },
    { kind: 'reporter', sides: values.map(({ reports: [report] }) => report?.reporter ?? null) },
    { kind: 'date', sides: dates(values) },
  ];
  return reasons.filter(({ kind, sides }) =>
    kind === 'metric' ? sides.length > 0 : new Set(sides).size > 1,
  );
}

/** "From 45.0 to 57.5": the first number is of what was improved, not of what it became. */
function startOf(value: number, sentences: readonly string[]): string | null {
  const isStart = sentences.some((sentence) =>
    [...sentence.matchAll(/\bfrom (?:about |around |only )?(\d[\d,.]*\d|\d)/gi)].some(
      ([, number = '']) => Number(number.replaceAll(',', '')) === value,
    ),
  );
  return isStart ? 'what an improvement starts from' : null;
}

/** `7B`, `72 billion parameters`, `256x256`, `32K context` */
const SIZE =
  /\b\d+(?:\.\d+)?\s?(?:[BM]\b|billion\b|million\b|K (?:context|tokens))|\b\d{2,4}\s?[x×]\s?\d{2,4}\b|\b\d+\s?(?:steps?|NFEs?|epochs?|samples|shots?)\b/gi;
/** Words for how a test was made. */
const SETTING =
  /\b(?:zero-shot|few-shot|\w+-shot|fine-tun\w+|pre-?train\w+|from scratch|with(?:out)? (?:\w+ ){0,2}(?:tools?|guidance|search|retrieval|thinking|training|augmentation)|text-only|multi-?modal|pass@\d+|maj@\d+|best-of-\d+|majority vot\w+|self-consistency|greedy|validation|test set|subset|ensemble|quanti[sz]ed|single-agent|multi-agent|offline|online|interactive|base model)\b/gi;

/** The words that condition each number, where they are known, else those of its sentence. */
function settingsOf(
  values: readonly RankedRow[],
  found: readonly (string | null)[],
): (string | null)[] {
  return values.map(({ reports }, at) => {
    const said = [...new Set(reports.flatMap(({ setting }) => setting ?? []))].sort();
    return said.length > 0 ? said.join(', ') : (found[at] ?? null);
  });
}

/** What of these words stands in the sentences, each once, sorted; null where none does. */
function matches(sentences: readonly string[], words: RegExp): string | null {
  const said = sentences.flatMap((sentence) => sentence.match(words) ?? []);
  const distinct = [...new Set(said.map((word) => word.toLowerCase()))].sort();
  return distinct.length > 0 ? distinct.join(', ') : null;
}

function dates(values: readonly RankedRow[]): (string | null)[] {
  const days = values.map(({ reports: [report] }) => report?.paper.date ?? null);
  const known = days.filter((day) => day !== null).map((day) => Date.parse(day) / DAY);
  return Math.max(...known) - Math.min(...known) >= LONG ? days : [];
}

const DAY = 86_400_000;
