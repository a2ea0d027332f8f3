import type { ExtractedResult } from '../../../graph/schema.ts';
import type { Span } from '../read.ts';

export type Qualifier = NonNullable<ExtractedResult['qualifier']>;

/**
 * How exactly a number is meant, where the words beside it say so. Later numbers of a range or of a list are meant
 * like the first: "up to 12.4% and 8.4%" is up to 12.4 and up to 8.4.
 */
export function readQualifier(text: string, [start, end]: Span): Qualifier | null {
  let before = clauseBefore(text, start);
  let said = saidBefore(before);
  for (let numbers = 0; !said && numbers < LIST; numbers++) {
    const first = LISTED.exec(before);
    if (!first) break;
    before = before.slice(0, first.index).replace(OPENING, '');
    said = saidBefore(before);
  }
  if (said) return said;
  const after = text.slice(end, end + 60);
  if (/^\s?%?\s?\+(?!\s?[/\d-])/.test(after)) return 'over';
  return AVERAGE_AFTER.test(after) ? 'average' : null;
}

/** Numbers of a list that are looked at. */
const LIST = 6;
/** What may stand between the words and the number: "up to +5", "over $3". */
const OPENING = /(?:(?<![-\d])[+\-–−($]|\ban?\s+|~(?=~))+$/i;

/** The words of the number's sentence that stand before it, without what opens the number. */
function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 160), start);
  const clause = before.slice(before.search(/(?:(?!\.\s\p{Lu}|[;?!]\s)[\s\S])*$/u));
  return clause.replace(OPENING, '');
}

function saidBefore(before: string): Qualifier | undefined {
  return BEFORE.find(([, words]) => words.test(before))?.[0];
}

/** An earlier number of the same list, with what is between it and where the next begins. */
const LISTED =
  /(?<![\p{L}\d.-])\d[\d,]*(?:\.\d+)?(?:(?!\b(?:while|but|with|compared|from|than|only|whereas)\b)[^.;:\d()]|\([^()]*\)|\.(?=\d)){0,60}?(?:[-–—~]|\b(?:to|and|or)|\/|,(?:\s+(?:and|or))?)\s*(?:up to\s)?$/iu;

/** Words right before a number that say how exactly it is meant; the first that fits. */
const BEFORE: readonly (readonly [Qualifier, RegExp])[] = [
  ['up to', /\b(?:up ?to|as (?:much|high|many|large) as|at most|a maximum of|at best)\s+[+~≈]?$/i],
  [
    'under',
    /(?:\b(?:under|(?:less|fewer|lower) than|below|within|(?:no|not|none|never|unable|fails?|cannot)\b[^,.;]{0,40}\b(?:exceed(?:s|ing)?|above|beyond|over)(?: a \w+ of)?)\s+(?:only\s)?|<=?\s*|≤\s*)$/i,
  ],
  [
    'over',
    /(?:\b(?:over|(?:more|greater|higher|better|larger) than|above|beyond|exceed(?:ing|s|ed)?|surpass(?:ing|es)|at least|a minimum of)\s+|(?<!-)>=?\s*|≥\s*)$/i,
  ],
  [
    'about',
    /(?:\b(?:about|around|approximately?|approx\.?|roughly|nearly|near(?:ing)?|almost|circa|some|an estimated|close to|approaching)\s+|(?<![\dx×%]\s?)[~≈∼]\s*)$/i,
  ],
  [
    'average',
    /(?:\b(?:average|mean)\s+(?:of|by)|\baveraging|\baverage|\baveragely(?: \w+)?|\b(?:on|in) average,?(?: by| of| to| a| an)?|\bon average,?\s(?:[^,;\d]|(?<=[\w@-])\d){0,70}|\b(?:average|averaged|mean)(?!\s(?:precision|absolute|squared?|average|intersection|error|reciprocal|opinion|distance|accuracy error|IoU)\b)\s(?:[^,;\d]|(?<=[\w@-])\d){0,50}\b(?:of|by|to|from|at|reach(?:es|ing)))\s+$/i,
  ],
];

/** What follows a number and its unit. */
const AVERAGE_AFTER =
  /^\s*(?:%|x|×|percent(?:age)?|times)?[\s-]*(?:points?|pp)?\s*(?:(?:[-–]|to|and)\s*\d[\d.]*\s*(?:%|x|×|points?)?\s*)?(?:(?:[a-z][\w-]* ){0,3}(?:(?:on|in) average\b|averaged (?:over|across)\b)|average\b|\(average\b|avg\b)/i;
