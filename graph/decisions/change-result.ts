import {
  type Anchor,
  type DecisionOf,
  type ExtractedResult,
  type Extraction,
  fits,
  RESULT_SLOTS,
  type ResultSlot,
} from '../schema.ts';
import { type Applied, explainGone, gone, PERSON } from './applied.ts';
import { findEntity, findResults, stands } from './find-anchored.ts';
import type { NumberedDecision } from './problem.ts';

type Kind = 'drop result' | 'value' | 'add result';

/** Drops a number of a paper, puts its value right, or adds one; whatever it is said of. */
export function changeResult(
  paper: Extraction,
  decision: NumberedDecision<Kind>['decision'],
): Applied {
  const { number } = decision;
  if (!stands(paper.document, number)) return gone(number);
  if (decision.kind === 'add result') return addResult(paper, decision);
  const own = new Set(findResults(paper, number));
  if (decision.kind === 'drop result') {
    return { paper: { ...paper, results: paper.results.filter((result) => !own.has(result)) } };
  }
  if (own.size === 0) return gone(number);
  const results = paper.results.map((result) =>
    own.has(result) ? putRight(result, decision) : result,
  );
  return { paper: { ...paper, results } };
}

/** What was read for another kind or unit goes with it: a score has no direction, and `points` are not relative. */
function putRight(
  result: ExtractedResult,
  { value, unit = result.unit, resultKind: kind = result.kind }: DecisionOf<'value'>,
): ExtractedResult {
  const { difference, ...rest } = result;
  const isSameKind = kind === result.kind;
  const isSameMeasure = isSameKind && unit === result.unit;
  return {
    ...rest,
    value,
    unit,
    kind,
    direction: isSameKind ? result.direction : null,
    ...(difference && isSameMeasure && { difference }),
    by: PERSON,
    confidence: 1,
  };
}

/** What was read of the number goes. A slot that cannot be filled stays empty, and is told of. */
function addResult(
  paper: Extraction,
  decision: NumberedDecision<'add result'>['decision'],
): Applied {
  const { number, evidence, value, unit, resultKind } = decision;
  if (!stands(paper.document, evidence)) return gone(evidence);
  const filled = RESULT_SLOTS.map((slot) => [slot, fill(paper, slot, decision[slot])] as const);
  const names = filled.map(([slot, { name = null }]) => [slot, name] as const);
  const faults = filled.flatMap(([, { fault }]) => fault ?? []);
  const read = findResults(paper, number);
  const added = {
    subject: null,
    metric: null,
    benchmark: null,
    baseline: null,
    ...Object.fromEntries(names),
    value,
    unit,
    kind: resultKind,
    qualifier: null,
    direction: null,
    evidence: { field: evidence.field, start: evidence.start, end: evidence.end },
    number: { field: number.field, start: number.start, end: number.end },
    by: PERSON,
    confidence: 1,
  };
  const results = [...paper.results.filter((result) => !read.includes(result)), added];
  return {
    paper: { ...paper, results },
    ...(faults.length > 0 && { fault: faults.join('; ') }),
  };
}

function fill(
  paper: Extraction,
  slot: ResultSlot,
  anchor: Anchor | null,
): { readonly name?: string; readonly fault?: string } {
  if (!anchor) return {};
  const entity = findEntity(paper, anchor);
  if (!entity) return { fault: explainGone(anchor) };
  const { name, type } = entity;
  return fits(slot, type)
    ? { name }
    : { fault: `${name}, a ${type}, cannot be the ${slot} of a number; correct its type first` };
}
