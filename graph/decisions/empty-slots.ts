import { type ExtractedResult, RESULT_SLOTS, type ResultSlot } from '../schema.ts';
import { isOneNumber } from '../text/place.ts';

/**
 * Results without what may not stand in their slots. Where a number was said of several things, what is left of one may be
 * less than another one says of it, and goes: "an accuracy and F1 of 97.8 %" without F1 is the accuracy alone.
 */
export function emptySlots(
  results: readonly ExtractedResult[],
  goes: (slot: ResultSlot, result: ExtractedResult) => boolean,
): ExtractedResult[] {
  const left = results.map((result): ExtractedResult => {
    const slots = RESULT_SLOTS.filter((slot) => goes(slot, result));
    const emptied = Object.fromEntries(slots.map((slot) => [slot, null]));
    return slots.length > 0 ? { ...result, ...emptied } : result;
  });
  return left.filter(
    (result, at) => result === results[at] || !left.some((other) => saysMore(other, result)),
  );
}

/** Whether a result says of the same number all that another one does, and fills one of its empty slots. */
function saysMore(result: ExtractedResult, other: ExtractedResult): boolean {
  return (
    isOneNumber(result.number, other.number) &&
    result.value === other.value &&
    result.unit === other.unit &&
    result.kind === other.kind &&
    RESULT_SLOTS.every((slot) => other[slot] === null || other[slot] === result[slot]) &&
    RESULT_SLOTS.some((slot) => other[slot] !== result[slot])
  );
}
