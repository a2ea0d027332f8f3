import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlain } from '../../../graph/text/latex.ts';

const tex = String.raw;

describe('toPlain(source)', () => {
  it.each([
    ['text without LaTeX', 'We train (N = 5) on C4; 10% of {a, b}, f_1 and x^2.'],
    ['Unicode', 'naïve π₀ “x” – ﬁ e\u0301'],
    ['money', 'from $10 to $30,485, US$5-$10 and $3.5M of AI$'],
    ['money and words', '$5 for each_one and US$'],
    ['about and to', '~43% of 1~2% at r ~ 0.4 (~5)'],
    ['options of a command line', 'run it with --quiet'],
    ['a set, a template and JSON', '{bad, good}, "a {class}", {"a": 1}, Qwen3-{0.6B, 1.7B}'],
    ['addresses', 'https://a--b.io/~me'],
    ['signs of other languages', tex`"\n\n" and \d+`],
  ])('leaves %s as it is', (_, source) => {
    expect(toPlain(source).text).toBe(source);
  });

  it.each([
    [tex`\textbf{\underline{Re}}ward`, 'Reward'],
    [tex`{\em X}, {\bf Y} and \emph {Z}`, 'X, Y and Z'],
    [tex`\textsc{Bert} \texttt{v2} $\mathcal{O}$ $\mathrm{IoU}$`, 'Bert v2 O IoU'],
    [tex`\textcolor{red}{X} \href{http://x.org}{link} \url{http://a--b.c}`, 'X link http://a--b.c'],
    [tex`{\color[RGB]{175,36,67}{LCLM}}`, 'LCLM'],
    [tex`code at \href{http://x.org}.`, 'code at http://x.org.'],
    [tex`as GPT~\cite{gpt} and Sec.~1 \citep[see][p.~2]{b}.`, 'as GPT and Sec. 1.'],
    [tex`Yor\footnote{https://a.b}.`, 'Yor (https://a.b).'],
    [tex`\SI{8.75}{\percent} of \num{36000}`, '8.75 % of 36000'],
    [tex`\verb|Llama-3.2_1B|`, 'Llama-3.2_1B'],
    [tex`{B}ERT, 8{,}660, \textbf{a} {Celeb-DF++}`, 'BERT, 8,660, a Celeb-DF++'],
  ])('reads commands: %s', (source, text) => {
    expect(toPlain(source).text).toBe(text);
  });

  it.each([
    [tex`$+$9.04\%`, '+9.04%'],
    [tex`FG$^2$-GDN`, 'FG²-GDN'],
    [tex`1.23--1.38$\times$`, '1.23–1.38×'],
    [tex`$\pi_0$ and $\beta$-VAE`, 'π₀ and β-VAE'],
    [tex`PM\textsuperscript{4}Bench`, 'PM⁴Bench'],
    [tex`$10^{-5}$, $360^\circ$, $x^*$`, '10⁻⁵, 360°, x*'],
    [tex`$p_{\text{ref}}$, $R^{a,b}$`, 'p_ref, R^a,b'],
    [tex`$\frac{a}{b}$, $\frac12$, $\sqrt{x}$`, 'a/b, 1/2, √x'],
    [tex`$\tilde{O}(n\log n)$, $\hat x$`, 'Õ(n log n), x̂'],
    [tex`$224\times 224$, $2 \times 3$, $\lambda x$`, '224×224, 2 × 3, λx'],
    [tex`\(x\), \[y\] and $$z$$`, 'x, y and z'],
    [tex`$x \text{--and} y'$`, 'x –and y′'],
    [tex`$r{=}{\sim}400$K at \$5`, 'r=~400K at $5'],
    [tex`$\unicode{x2013}$`, '–'],
  ])('reads formulas: %s', (source, text) => {
    expect(toPlain(source).text).toBe(text);
  });

  it.each([
    [tex`Schr\"odinger, Erd\H{o}s, na\"{\i}ve, \c{c}a`, 'Schrödinger, Erdős, naïve, ça'],
    [tex`Stra\ss e, \o{}re, \AA`, 'Straße, øre, Å'],
    [tex`GPT-4o\'s`, "GPT-4o's"],
    [tex`Spearman \r{ho}, \k{appa}`, 'Spearman ρ, κ'],
    [tex`360{\deg}`, '360°'],
    ["``quotes'' and ''these''", "“quotes” and ''these''"],
    ['a -- b --- c', 'a – b — c'],
    [tex`Fig.~1, 5\,GB, a\ b, \_ \& \#`, 'Fig. 1, 5 GB, a b, _ & #'],
    [tex`(\eg, X) \ie. \etc`, '(e.g., X) i.e. etc.'],
    [tex`LLaMA\-based, 86\\%`, 'LLaMA-based, 86%'],
  ])('reads letters and signs: %s', (source, text) => {
    expect(toPlain(source).text).toBe(text);
  });

  it.each([
    [tex`\method{} beats \ours, \ToolMATH`, 'method beats ours, ToolMATH'],
    [tex`\gls{UltrON}`, 'UltrON'],
  ])("reads authors' macros: %s", (source, text) => {
    expect(toPlain(source).text).toBe(text);
  });

  it.each([
    [tex`\textbf{open`, '{open'],
    ['}closed} {', '}closed} {'],
    [tex`\frac{a`, '{a'],
    ['x^$2', 'x^$2'],
    ['\\', '\\'],
  ])('loses no text to what is not closed: %s', (source, text) => {
    expect(toPlain(source).text).toBe(text);
  });

  it('takes deep nesting', () => {
    const depth = 20_000;
    expect(toPlain(`${tex`\textbf{`.repeat(depth)}x${'}'.repeat(depth)}`).text).toBe('x');
  });
});

describe('toPlain(source).toSource(start, end)', () => {
  const { toSource } = toPlain(tex`Re: \textbf{\underline{Re}}ward $\beta$-VAE`);

  it.each([
    ['a part of a group alone', 4, 5, [23, 24]],
    ['a whole group with its markup', 4, 6, [4, 27]],
    ['a word around a group', 4, 10, [4, 31]],
    ['a symbol with its dollars', 11, 12, [32, 39]],
    ['nothing at a place', 4, 4, [23, 23]],
    ['what is in the text', -3, 99, [0, 43]],
  ])('gives %s', (_, start, end, span) => {
    expect(toSource(start, end)).toEqual(span);
  });
});

describe('toPlain(source).visible(start, end)', () => {
  it('shows a name in one line', () => {
    const source = 'the \\textbf{Deep\nNet}~now';
    expect(toPlain(source).visible(4, 22)).toBe('Deep Net');
  });

  it('shows nothing of markup', () => {
    expect(toPlain(tex`\cite{a} b`).visible(0, 8)).toBe('');
  });
});

describe('toPlain of any string', () => {
  const part = fc.constantFrom(
    ...[
      '\\',
      '{',
      '}',
      '$',
      '^',
      '_',
      '~',
      '--',
      "''",
      '``',
      "'",
      '\\textbf{',
      '\\frac',
      '\\hat',
      '\\cite{',
    ],
    ...[
      '\\(',
      '\\)',
      '\\beta',
      '\\foo',
      '\\"',
      '\\unicode{x2013}',
      '\\verb|',
      '1',
      'a',
      ' ',
      '\n',
      'π',
      '😀',
    ],
  );
  const source = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')),
  );
  const within = (length: number) =>
    fc
      .tuple(fc.nat(length), fc.nat(length))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

  const ascending = (a: number, b: number) => a - b;

  it('leads every character to a stretch of the source, in order', () => {
    fc.assert(
      fc.property(source, (text) => {
        const view = toPlain(text);
        const spans = Array.from(view.text, (_, at) => view.toSource(at, at + 1));
        expect(spans.filter(([start, end]) => start >= end || end > text.length)).toEqual([]);
        const starts = spans.map(([start]) => start);
        const ends = spans.map(([, end]) => end);
        expect([starts, ends]).toEqual([starts.toSorted(ascending), ends.toSorted(ascending)]);
      }),
    );
  });

  it('covers the source of a part with that of the whole', () => {
    const cases = source.chain((text) => {
      const { length } = toPlain(text).text;
      return fc.tuple(fc.constant(text), within(length), within(length));
    });
    fc.assert(
      fc.property(cases, ([text, [a, b], [c, d]]) => {
        const { toSource } = toPlain(text);
        fc.pre(a < b && c < d);
        const [start, end] = toSource(a, b);
        const [from, to] = toSource(Math.min(a, c), Math.max(b, d));
        expect([from <= start, to >= end]).toEqual([true, true]);
      }),
    );
  });

  it('finds a span of the view again', () => {
    const cases = source.chain((text) =>
      fc.tuple(fc.constant(text), within(toPlain(text).text.length)),
    );
    fc.assert(
      fc.property(cases, ([text, [start, end]]) => {
        fc.pre(start < end);
        const view = toPlain(text);
        const [from, to] = view.toPlain(...view.toSource(start, end));
        expect([from <= start, to >= end]).toEqual([true, true]);
      }),
    );
  });

  it('stays in range, wherever it is asked', () => {
    fc.assert(
      fc.property(source, fc.integer(), fc.integer(), (text, start, end) => {
        const view = toPlain(text);
        for (const [[from, to], length] of [
          [view.toPlain(start, end), view.text.length],
          [view.toSource(start, end), text.length],
        ] as const) {
          expect([from >= 0, from <= to, to <= length]).toEqual([true, true, true]);
        }
      }),
    );
  });

  it('changes nothing where there is nothing of LaTeX', () => {
    const plain = source.map((text) => text.replace(/[\\${}~`-]/g, ''));
    fc.assert(
      fc.property(plain, (text) => {
        expect(toPlain(text).text).toBe(text);
      }),
    );
  });
});
