import type { ResultKind } from '../../../graph/schema.ts';
import type { Span } from '../read.ts';
import { readUnit } from './unit.ts';

/**
 * What a number says, in a text without LaTeX; undefined where the words beside it leave it open. A factor is a ratio,
 * "+5" and "improves by 5 %" are gains, "cuts by 5 %" and "5 % lower" are reductions, "from 45 to 57" are two scores,
 * "cuts the error to 5 %" is one.
 */
export function readKind(text: string, span: Span): ResultKind | undefined {
  const unit = readUnit(text, span);
  if (unit === 'x') return 'ratio';
  const before = text.slice(Math.max(0, span[0] - 90), span[0]);
  if (/\+\s?$/.test(before)) return 'gain';
  if (/(?:^|[\s(=,])[-−–]$/.test(before) && unit) return 'reduction';
  const after = text.slice(span[1], span[1] + 60);
  if (AWAY.test(before) && OF_IT.test(after)) return 'reduction';
  if (UP_AFTER.test(after)) return 'gain';
  if (DOWN_AFTER.test(after)) return 'reduction';
  const moved = verbBefore(before, unit);
  if (moved) return moved;
  if (TO_SCORE.test(before) && !OF_CHANGE.test(before)) return 'absolute';
  const ends = FROM.test(before) && TO.test(after) ? true : FROM_TO.test(before);
  return ends && !RANGE.test(before) ? 'absolute' : undefined;
}

const MEANT =
  '(?:(?:up to|over|more than|at least|about|approximately|nearly|almost|around|an average of|as much as|roughly)\\s)?';
const PERCENT = '(?:%|percent|per cent)';
const SIZE = `[+~$]*\\d[\\d.]*\\s?(${PERCENT})?`;
/** What stands before "by 5 %", "by 3 % and 5 %", "by 3 to 5 %": the verb that is nearest to the number tells. */
const BY = new RegExp(
  `((?:[^.;,\\d]|(?<=[A-Za-z]-?)\\d){0,80})\\bby\\s${MEANT}(?:${SIZE}\\s?(to|[-–])\\s?|(?:${SIZE}(?:\\s?(?:and|or|[/–-])|,)\\s?){0,4})[+~$]*$`,
  'i',
);
const VERB =
  /\b(?:(improv|increas|boost|rais|elevat|amplif|enhanc|outperform|surpass|exceed|gain)|(?:reduc|decreas|lower|cut|drop|declin|sav|degrad|shrink|diminish|fall|fell|lag|trail|slash|shorten|minimi))/gi;

function verbBefore(before: string, unit: string | null | undefined): ResultKind | undefined {
  const [, words = '', from, to, listed] = BY.exec(before) ?? [];
  const verb = [...words.matchAll(VERB)].at(-1);
  if (!verb) return undefined;
  // "Improves by 28 % to 0.51", "by 2 %, 0.4 in ...": another unit is another thing.
  if ((from ?? listed) && unit !== '%') return to === 'to' ? 'absolute' : undefined;
  return verb[1] ? 'gain' : 'reduction';
}

const CHANGES =
  '(?:reduc|decreas|drop|degrad|declin|fall|fell|shrink|cut|lower|suppress|improv|increas|rais|boost|ris|climb|grow|push|bring|brought)(?:e|es|ed|s|ing|ped|ping|ting|is|ies|ied|en|ation|tion|ment)?';
const NO_SCORE = '(?:from|up|by|compar\\w*|relative|close|due|adapt\\w*|according|owing|prior)';
const BOUND =
  '(?:(?:as (?:low|high|little|few) as|only|just|about|around|approximately|nearly|roughly|below|under|less than|over|above|more than)\\s)?';
/** "Cuts the error to only 5 %", "reduced below 5 %": where a score arrives. */
const TO_SCORE = new RegExp(
  `\\b${CHANGES}\\b(?:(?:(?!\\b${NO_SCORE}\\b)[^.;,\\d()]){0,60} to\\s${BOUND}|\\s(?:\\w+\\s){0,2}(?:below|under)\\s)[~$≈<>]*$`,
  'i',
);
/** "Limits the degradation to 4 %", "the gains increase to 8 %": a change that is itself the size of a change. */
const OF_CHANGE =
  /\b(?:gains?|degradation|gaps?|penalt(?:y|ies)|drops?|loss(?:es)?|reductions?|increase for|savings?|speed-?ups?)\b[^.;,\d]{0,60}$/i;

/** "Prunes 90 % of the tokens", "saves 12 % more bits": what is taken away. */
const AWAY = new RegExp(
  `\\b(?:reduc|eliminat|remov|prun|sav|cut|discard)(?:e|es|ed|s|ing|ting)?\\s${MEANT}[~$]*$`,
  'i',
);
const OF_IT = /^\s*(?:%|percent|per cent)\s(?:of|more)\b/;

const OWN = `^\\s*${PERCENT}?(?:\\s?(?:and|to|or|[-–])\\s?\\+?\\d[\\d.]*\\s?${PERCENT})?\\s*(?:(?:absolute|relative|average|overall|further|mean)\\s)?`;
const UP_AFTER = new RegExp(
  `${OWN}(?:improvements?|gains?|increases?|boost|uplift|higher|better|more|faster|increment)\\b(?!\\sthan\\sby)`,
);
const DOWN_AFTER = new RegExp(
  `${OWN}(?:reductions?|decreases?|drops?|declines?|lower|less|fewer|savings?|degradation|smaller)\\b`,
);

const FROM = /\bfrom\s+(?:[~≈]|about |around |approximately |an? [a-z]+ of )?$/;
const TO = /^\s?(?:%|points?)?\s+to\s+[^.;,\d]{0,12}\d/;
const FROM_TO =
  /\bfrom\s+[~≈$]?\d[\d,.]*\s?(?:%|points?)?\s+to\s+(?:[~≈]|about |around |approximately )?$/;
/** The ends of a range of gains are gains. */
const RANGE =
  /\brang(?:es?|ing|ed)\b|\b(?:gains?|improvements?|increases?|reductions?|drops?|speed-?ups?)\b[^.;]{0,30}\bfrom\b/i;
