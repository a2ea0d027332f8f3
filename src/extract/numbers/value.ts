import { parseNumber, type Span } from '../read.ts';
import { ORDERS_OF_MAGNITUDE } from './unit.ts';

/** A number with the sign and the word of size that belong to it, and the words that it is written in. */
export interface Numeral {
  readonly value: number;
  readonly span: Span;
}

/**
 * Reads the number at a span of digits or of a word: `2,621` is 2621, `53k` 53000, `3.5 million` 3500000, `two orders of
 * magnitude` 100; `-0.86` is below zero where `signed`, for what is a difference otherwise. Undefined where the digits
 * are no number.
 */
export function readValue(
  text: string,
  [start, end]: Span,
  { signed = false }: { readonly signed?: boolean } = {},
): Numeral | undefined {
  const size = parseNumber(text.slice(start, end));
  if (size === undefined) return undefined;
  const [orders] = ORDERS_OF_MAGNITUDE.exec(text.slice(end, end + 40)) ?? [];
  if (orders !== undefined) {
    const isRange = /\d/.test(orders);
    return { value: roundPower(size), span: [start, isRange ? end : end + orders.length] };
  }
  const [written = '', long, short] = SIZE.exec(text.slice(end, end + 12)) ?? [];
  const word = long ?? short ?? '';
  const power = POWERS[word.toLowerCase()] ?? 0;
  // `3.54e6` is exact where 3.54 * 1e6 is not.
  const value = power ? Number(`${size}e${power}`) : size;
  const minus = signed && MINUS.test(text.slice(Math.max(0, start - 3), start));
  return {
    value: minus ? -value : value,
    span: [minus ? start - 1 : start, end + written.length],
  };
}

/** `10 ** power` to two digits: half an order of magnitude is no exact factor. */
const roundPower = (power: number) => Number((10 ** power).toPrecision(2));

const POWERS: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  million: 6,
  b: 9,
  billion: 9,
  trillion: 12,
};
/** A small m is a metre. */
const SIZE = /^(?:[\s~-]?(thousand|(?:m|b|tr)illion)|\s?([kKMB]))(?![\p{L}\p{N}])/u;
/** A minus with nothing before it that it could take something from. */
const MINUS = /(?:^|[\s([=,:~≈$])[-−–]$/;
