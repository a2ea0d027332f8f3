/** @typedef {import('./page-times.mjs').Time} Time */

/** @param {string} name @param {string} figure */
export const say = (name, figure) => console.log(`  ${name.padEnd(42)} ${figure}`);

/** `41 ms (38 to 50), 35 of processor` @param {readonly Time[]} took */
export function times(took) {
  const clock = took.map((time) => time.clock).toSorted((a, b) => a - b);
  const [least, most] = [clock[0] ?? 0, clock.at(-1) ?? 0];
  const processor = median(took.map((time) => time.processor));
  return `${digits(median(clock))} ms (${digits(least)} to ${digits(most)}), ${digits(processor)} of processor`;
}

/** @param {readonly Time[]} took @param {number} goal in milliseconds */
export const judgeTimes = (took, goal) =>
  judge(median(took.map(({ clock }) => clock)), goal, (value) => `${digits(value)} ms`);

/**
 * @param {number} value
 * @param {number} goal
 * @param {(value: number) => string} write
 */
export const judge = (value, goal, write) =>
  `  ${value <= goal ? 'met' : 'MISSED'}: at most ${write(goal)}`;

/** @param {readonly number[]} values */
const median = (values) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** `13,846` @param {readonly unknown[]} list */
export const count = (list) => list.length.toLocaleString('en');
/** @param {number} value */
const digits = (value) => value.toFixed(value < 10 ? 1 : 0);
/** @param {number} bytes */
export const kilobytes = (bytes) => `${(bytes / 1e3).toFixed(1)} kB`;
/** @param {number} bytes */
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
