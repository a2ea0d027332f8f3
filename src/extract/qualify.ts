import type { ExtractedResult, ResultKind } from '../../graph/schema.ts';
import type { Span } from './read.ts';

type Qualifier = NonNullable<ExtractedResult['qualifier']>;

/** Words right before a number, or before what opens it (`+`, `$`, "a"), that say how exactly it is meant. */
const BEFORE: readonly (readonly [Qualifier, RegExp])[] = [
  ['up to', /\b(?:up to|as (?:much|high|many) as|at most|a maximum of)\s+(?:an?\s+)?$/i],
  [
    'over',
    /(?:\b(?:over|more than|above|exceeding|exceeds|at least|greater than)\s+(?:an?\s+)?|[>≥]\s*)$/i,
  ],
  ['under', /(?:\b(?:under|less than|fewer than|below|lower than)\s+(?:an?\s+)?|[<≤]\s*)$/i],
  [
    'about',
    /(?:\b(?:about|around|approximately|roughly|nearly|almost|approx\.?)\s+(?:an?\s+)?|[~≈∼]\s*)$/i,
  ],
  [
    'average',
    /\b(?:average|averaged?|mean)\s+(?:[a-z-]+\s+){0,3}(?:of|by)\s+$|\bon average(?: by)?,?\s+$/i,
  ],
];
/** What follows a number and its unit. */
const AFTER = /^\s*(?:%|x|×|percent|points?|times)?\s*(?:on average\b|average\b)/i;

/** Nouns of size that turn a ratio up or down: "599x lower cost", "40.7x more errors". */
const DOWN =
  /^\s*(?:x|×|times|-fold|%|percent)?\s*(?:lower|less|fewer|smaller|reduction|decrease|drop|shorter|cheaper)\b/i;
const UP =
  /^\s*(?:x|×|times|-fold|%|percent)?\s*(?:higher|more|faster|greater|larger|better|speed-?ups?|improvement|increase|gain|longer|acceleration)\b/i;

/** How exactly a number is meant, and which way it goes, where the words beside it say so. */
export function qualify(
  text: string,
  [start, end]: Span,
  kind: ResultKind,
): Pick<ExtractedResult, 'qualifier' | 'direction'> {
  const before = text.slice(Math.max(0, start - 60), start).replace(/[+\-–−($]+$/, '');
  const after = text.slice(end, end + 40);
  const said = BEFORE.find(([, words]) => words.test(before))?.[0];
  return {
    qualifier: said ?? (AFTER.test(after) ? 'average' : null),
    direction: DIRECTION_OF[kind](after),
  };
}

const DIRECTION_OF: Record<ResultKind, (after: string) => ExtractedResult['direction']> = {
  absolute: () => null,
  gain: () => 'up',
  reduction: () => 'down',
  ratio: (after) => (DOWN.test(after) ? 'down' : UP.test(after) ? 'up' : null),
};
