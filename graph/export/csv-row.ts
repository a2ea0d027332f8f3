/** What stands in a row; nothing where it is not there. */
export type Cell = string | number | null | undefined;

export interface RowOptions {
  /** A comma where it is left out. */
  readonly delimiter?: string;
  /** Whether texts that a spreadsheet would run as a formula get an apostrophe before them. */
  readonly spreadsheet?: boolean;
}

/**
 * A line of CSV (RFC 4180) with its end: what holds the delimiter, a quote or the end of a line is quoted.
 * `['a,b', 1, null]` -> `"a,b",1,\n`
 */
export function toCsvRow(
  cells: readonly Cell[],
  { delimiter = ',', spreadsheet = false }: RowOptions = {},
): string {
  const fields = cells.map((cell) => {
    const text = cell === null || cell === undefined ? '' : String(cell);
    const isFormula = spreadsheet && typeof cell === 'string' && FORMULA.test(text);
    return quote(isFormula ? `'${text}` : text, delimiter);
  });
  return `${fields.join(delimiter)}\n`;
}

/** How formulas begin, in signs of full width as well (OWASP: CSV Injection). */
const FORMULA = /^[-=+@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

const quote = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
