import { type Table, toText } from './tables.ts';

/** Tables for a paper, in the style of the package `booktabs`. */
export function toLatex(tables: readonly Table[]): string {
  const said = '% In the preamble: \\usepackage{booktabs}\n';
  return said + tables.map((table) => `\n${toLatexTable(table)}`).join('');
}

function toLatexTable({ title, columns, rows, alignments, below, notes }: Table): string {
  const line = (cells: readonly string[]) => `    ${cells.map(escapeLatex).join(' & ')} \\\\`;
  const sides = alignments.map((align) => (align === 'right' ? 'r' : 'l')).join('');
  const body = rows.flatMap((row, at) => {
    const said = (below[at] ?? []).map((text) => `    % ${text.replace(/\s+/g, ' ')}`);
    return [...said, line(row.map(toText))];
  });
  const caption = [title ?? '', ...notes].filter(Boolean).map(asSentence).join(' ');
  return [
    '\\begin{table}',
    '  \\centering',
    ...(caption ? [`  \\caption{${escapeLatex(caption)}}`] : []),
    `  \\begin{tabular}{${sides}}`,
    '    \\toprule',
    line(columns),
    '    \\midrule',
    ...body,
    '    \\bottomrule',
    '  \\end{tabular}',
    '\\end{table}',
    '',
  ].join('\n');
}

const asSentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** A text as LaTeX prints it, also without Unicode: `τ²-bench & 5 %` -> `$\tau$$^{2}$-bench \& 5 \%` */
export function escapeLatex(text: string): string {
  return [...text.normalize('NFC').replace(/\s+/g, ' ')]
    .map((sign) => SIGNS[sign] ?? sign)
    .join('');
}

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': "''",
  '…': '\\dots{}',
  '·': '$\\cdot$',
  '×': '$\\times$',
  '−': '$-$',
  '±': '$\\pm$',
  '≈': '$\\approx$',
  '≤': '$\\leq$',
  '≥': '$\\geq$',
  '→': '$\\rightarrow$',
  '↑': '$\\uparrow$',
  '↓': '$\\downarrow$',
  '∞': '$\\infty$',
  ...Object.fromEntries([...'&%$#_{}'].map((sign) => [sign, `\\${sign}`])),
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [sign, `$^{${digit}}$`])),
  ...Object.fromEntries([...'₀₁₂₃₄₅₆₇₈₉'].map((sign, digit) => [sign, `$_{${digit}}$`])),
  ...Object.fromEntries(GREEK.map((name, at) => [String.fromCodePoint(0x3b1 + at), `$\\${name}$`])),
};
