/** Whether `\'`, `\c` and their like put a mark on the letter that follows. */
export function isAccent(command: string): boolean {
  return TEXT_ACCENTS.has(command);
}

/** Whether `\hat`, `\bar` and their like put a mark on one letter of a formula. */
export function isMathAccent(command: string): boolean {
  return MATH_ACCENTS.has(command);
}

/**
 * The letter with its mark, composed where Unicode has it so: `accented("'", 'e')` is é.
 * What is not one letter stays as it is.
 */
export function accented(command: string, letter: string): string {
  const mark = TEXT_ACCENTS.get(command) ?? MATH_ACCENTS.get(command);
  if (mark === undefined || !ONE_LETTER.test(letter)) return letter;
  return `${DOTLESS.get(letter) ?? letter}${mark}`.normalize('NFC');
}

const ONE_LETTER = /^\p{L}$/u;
/** The mark of an i stands in place of its dot. */
const DOTLESS = new Map([
  ['ı', 'i'],
  ['ȷ', 'j'],
]);

const TEXT_ACCENTS: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030a'],
  ['H', '\u030b'],
  ['v', '\u030c'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
  ['t', '\u0361'],
]);

const MATH_ACCENTS: ReadonlyMap<string, string> = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['bar', '\u0304'],
  ['breve', '\u0306'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['mathring', '\u030a'],
  ['check', '\u030c'],
  ['vec', '\u20d7'],
]);
