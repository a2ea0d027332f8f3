import { describe, expect, it } from 'vitest';
import { colorsFor } from '../../src/commands/colors.ts';
import { escapeLatex, toLatex } from '../../src/commands/latex-table.ts';
import { type Column, printTables, toCsv, toMarkdown, toTable } from '../../src/commands/tables.ts';

interface Row {
  readonly name: string;
  readonly value: number;
}
const columns: Column<Row>[] = [
  { name: 'name', of: ({ name }) => name, link: () => 'https://arxiv.org/abs/1' },
  { name: 'value', align: 'right', of: ({ value }) => value },
  { name: 'nothing', of: () => null },
];
const rows: Row[] = [
  { name: 'a|b_c', value: 5 },
  { name: 'x,"y"\nz & 9%', value: 10 },
];
const table = toTable(columns, rows, {
  title: 'A <title>',
  below: ({ value }) => (value === 5 ? ['A sentence.'] : []),
  notes: ['A note'],
});
const plain = colorsFor({}, {});

describe('printTables(tables, width, colors)', () => {
  it('aligns columns, leaves empty ones out, and puts below a row what belongs there', () => {
    expect(printTables([table], 80, plain)).toBe(`A <title>

name          value
────────────  ─────
a|b_c             5
    A sentence.
x,"y" z & 9%     10

A note
`);
  });

  it('shows the notes of a table without rows', () => {
    const empty = toTable(columns, [], { notes: ['Nothing.'] });
    expect(printTables([empty], 80, plain)).toBe('Nothing.\n');
  });
});

describe('toCsv(columns, rows)', () => {
  it('quotes what needs it and keeps every column', () => {
    expect(toCsv(columns, rows)).toBe('name,value,nothing\na|b_c,5,\n"x,""y""\nz & 9%",10,\n');
  });
});

describe('toMarkdown(tables)', () => {
  it('escapes what Markdown reads, links, and numbers what stands below', () => {
    expect(toMarkdown([table])).toBe(`### A \\<title\\>

| name | value |
| --- | --: |
| [a\\|b\\_c](<https://arxiv.org/abs/1>) | 5 |
| [x,"y" z & 9%](<https://arxiv.org/abs/1>) | 10 |

1. A sentence.

A note
`);
  });
});

describe('toLatex(tables)', () => {
  it('makes a booktabs table with its title as caption', () => {
    expect(toLatex([table])).toBe(String.raw`% In the preamble: \usepackage{booktabs}

\begin{table}
  \centering
  \caption{A \textless{}title\textgreater{}. A note.}
  \begin{tabular}{lr}
    \toprule
    name & value \\
    \midrule
    % A sentence.
    a\textbar{}b\_c & 5 \\
    x,''y'' z \& 9\% & 10 \\
    \bottomrule
  \end{tabular}
\end{table}
`);
  });

  it.each([
    ['5 % & #1 $2 {a}_b', String.raw`5 \% \& \#1 \$2 \{a\}\_b`],
    ['τ²-bench', String.raw`$\tau$$^{2}$-bench`],
    ['1.33× −5', String.raw`1.33$\times$ $-$5`],
    ['a\\b~c^d', String.raw`a\textbackslash{}b\textasciitilde{}c\textasciicircum{}d`],
  ])('escapes %j', (text, expected) => {
    expect(escapeLatex(text)).toBe(expected);
  });
});
