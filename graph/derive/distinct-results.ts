import { resultKey } from '../knowledge-graph.ts';
import type { Resolution } from '../resolve/resolve.ts';
import { type ExtractedResult, type Extraction, RESULT_SLOTS } from '../schema.ts';

export interface PaperResult {
  readonly key: string;
  readonly paper: Extraction;
  readonly result: ExtractedResult;
}

/**
 * The results of a paper by their keys, in their order. A number that is said of several things has a result for each;
 * what says the same of it once more, also by another name of one thing, does not count.
 * "An accuracy and F1 of 97.8 %" -> `result:x#22`, `result:x#22.2`
 */
export function distinctResults(paper: Extraction, keyOf: Resolution['keyOf']): PaperResult[] {
  const said = new Map<string, ExtractedResult[]>();
  return paper.results.flatMap((result): PaperResult[] => {
    const first = resultKey(paper.id, result.number);
    const others = said.get(first) ?? [];
    const isKnown = others.some((other) => sayTheSame(paper, result, other, keyOf));
    if (isKnown) return [];
    said.set(first, [...others, result]);
    return [{ key: resultKey(paper.id, result.number, others.length + 1), paper, result }];
  });
}

function sayTheSame(
  paper: Extraction,
  a: ExtractedResult,
  b: ExtractedResult,
  keyOf: Resolution['keyOf'],
): boolean {
  if (a.value !== b.value || a.unit !== b.unit || a.kind !== b.kind) return false;
  return RESULT_SLOTS.every((slot) => {
    const [one, other] = [a[slot], b[slot]];
    if (one === null || other === null || one === other) return one === other;
    return keyOf(paper, one) === keyOf(paper, other);
  });
}
