import type { ExtractedResult, ResultKind } from '../../../graph/schema.ts';
import { isFactor } from '../number-words.ts';
import type { Span } from '../read.ts';

type Direction = ExtractedResult['direction'];

/**
 * Which way a difference or a factor goes, in a text without LaTeX: "599x lower cost" is down, "40.7x more errors" is
 * up, and so is "doubles the speed"; null for a score, and where the words do not say.
 */
export function readDirection(text: string, [start, end]: Span, kind: ResultKind): Direction {
  if (kind === 'absolute') return null;
  const said = directionAfter(text.slice(end, end + 80)) ?? directionBefore(text.slice(0, start));
  return said ?? (isFactor(text.slice(start, end)) ? 'up' : DIRECTION_OF[kind]);
}

/** What the kind alone tells. */
const DIRECTION_OF: Record<ResultKind, Direction> = {
  absolute: null,
  gain: 'up',
  reduction: 'down',
  ratio: null,
};

/** "7.46x higher throughput", "13.6x peak memory reduction": the first such word of the phrase after the number. */
function directionAfter(after: string): Direction {
  const [, phrase = ''] = PHRASE.exec(after.replace(REST_OF_LIST, '')) ?? [];
  if (BETTER_COST.test(after)) return null;
  const word = WORD.exec(phrase);
  return word ? (word[1] ? 'down' : 'up') : null;
}

/** "reduces cost by 5x", "a speedup of 5x": the last such word of the phrase before the number. */
function directionBefore(before: string): Direction {
  const [, phrase = ''] = LEADING.exec(before.slice(-140)) ?? [];
  const word = [...phrase.matchAll(VERB)].at(-1);
  return word ? (word[1] ? 'down' : 'up') : null;
}

/** "9x and 2x higher", "18x -- 75x larger": the later numbers stand between a number and its words. */
const REST_OF_LIST =
  /^(?:\s*(?:%|[x×])?\s*(?:[-–—~]|to\b|and\b|or\b|,(?:\s*and)?)\s*[+~]?\d[\d,.]*(?=\D))+/i;
/** An improvement of what is better when it is less: the words do not say which way the number goes. */
const BETTER_COST =
  /^[^.;,]{0,25}\b(?:improvements?|gains?|better)\b(?: \w+)? (?:in|of|on) [^.;,]{0,40}\b(?:times?|latency|costs?|memory|errors?|loss|perplexity|FID|FLOPs|overhead|energy|consumption)\b/i;
/** Up to six words after a number and its unit, as long as they belong to it. */
const PHRASE =
  /^\+?\s*(?:%|percent\b|[x×]|times\b|-?\s?folds?\b|orders?[\s-]of[\s-]magnitude\b|(?:percentage )?points?\b)?\s*((?:(?!(?:and|while|than|compared|over|in|on|for|with|across|from|relative to|by|of|to|at|but|when|vs|versus)\b)[\p{L}\p{N}@/-]+[\s-]*){0,6})/u;
const WORD =
  /\b(?:(lower|less|fewer|smaller|shorter|cheaper|lighter|slower|slowdowns?|reductions?|decreases?|drops?|declines?|savings?|shrinkage|cuts?)|higher|more|faster|greater|larger|bigger|longer|better|quicker|speed-?ups?|accelerations?|increases?|improvements?|gains?|boosts?)\b/i;
const LEADING =
  /([^.;,\d(]{0,90})\b(?:by|of|is|at|to|reach(?:es|ing)|achieving|achieves)\s(?:a |an )?(?:factors? of )?(?:(?:up to|over|more than|at least|about|approximately|nearly|almost|around|an average of|as much as|roughly|average)\s)?(?:\d[\d.]*\s?[x×]?\s?(?:to|-|–|and)\s?)?[+~$≈-]*$/i;
const VERB =
  /\b(?:(reduc|decreas|lower|cut|drop|declin|sav(?:e|ing)|shrink|diminish|slash|shorten|slow)|improv|increas|boost|rais|enhanc|outperform|surpass|exceed|gain|speed|accelerat|expand|grow)/gi;
