import { InvalidArgumentError } from 'commander';

/** What must not be empty, as a variable of the shell is that was never set. */
export function filled(value: string): string {
  if (value.trim() !== '') return value;
  throw new InvalidArgumentError(
    'It is empty, and a name or a path is expected; is a variable of the shell not set?',
  );
}

/** Adds one more that must not be empty to those before it. */
export function filledOnes(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, filled(value)];
}

/** `4` -> 4 */
export function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new InvalidArgumentError('Expected a whole number from 1 on.');
  }
  return number;
}

/** `0` -> 0 */
export function wholeNumber(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isSafeInteger(number) || number < 0) {
    throw new InvalidArgumentError('Expected a whole number from 0 on.');
  }
  return number;
}

/** A TCP port; 0 for any that is free. */
export function port(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new InvalidArgumentError('Expected a port from 0 to 65535.');
  }
  return number;
}

/** `31.6` -> 31.6, `2,621` -> 2621 */
export function decimal(value: string): number {
  const number = Number(value.replace(/,(?=\d{3})/g, ''));
  if (value.trim() === '' || !Number.isFinite(number)) {
    throw new InvalidArgumentError('Expected a number.');
  }
  return number;
}

/** What `--min-confidence` says of itself. */
export const MIN_CONFIDENCE =
  'leave out what is less likely to be right than this, 0 to 1 (default: what makes precision and recall best together)';

/** `0.8` -> 0.8 */
export function probability(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1)) {
    throw new InvalidArgumentError('Expected a probability from 0 to 1.');
  }
  return number;
}
