/** Which side the cells of a column keep to. */
export type Align = 'left' | 'right';

const GAP = '  ';
const NARROWEST = 8;

/**
 * Columns as wide as what they hold, or as the terminal has room for; a cell that is cut ends with `…`. What would move
 * the cursor or turn the writing round is shown by its code.
 * @param width in columns of the terminal
 */
export function toTextTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  alignments: readonly Align[] = [],
): string {
  const lines = [columns, ...rows];
  const wanted = columns.map((_, at) =>
    lines.reduce((most, line) => Math.max(most, signsOf(line[at] ?? '').length), 0),
  );
  const widths = shrink(wanted, width - GAP.length * (columns.length - 1));
  const print = (line: readonly string[]) =>
    widths
      .map((size, at) => pad(line[at] ?? '', size, alignments[at] ?? 'left'))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((size) => '─'.repeat(size)).join(GAP);
  return [print(columns), rule, ...rows.map(print)].join('\n');
}

/** The widest columns give way first. */
function shrink(wanted: readonly number[], room: number): number[] {
  const widths = [...wanted];
  let over = widths.reduce((sum, size) => sum + size, 0) - room;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    const at = widths.indexOf(widest);
    const next = Math.max(NARROWEST, ...widths.filter((size) => size < widest));
    const cut = Math.min(over, widest - next || 1);
    widths[at] = widest - cut;
    over -= cut;
  }
  return widths;
}

function pad(text: string, size: number, align: Align): string {
  const signs = signsOf(text);
  if (signs.length > size) return `${signs.slice(0, size - 1).join('')}…`;
  const room = ' '.repeat(size - signs.length);
  return align === 'right' ? room + signs.join('') : signs.join('') + room;
}

function signsOf(text: string): string[] {
  return [...printable(text)];
}

/** A text on one line that a terminal prints as it is. */
export function printable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(
      /[\p{Cc}\p{Bidi_Control}]/gu,
      (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    );
}
