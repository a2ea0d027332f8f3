import { describe, expect, it } from 'vitest';
import { parseNumber, read, wordRange } from '../../src/extract/read.ts';
import { toPieces } from '../../src/extract/word-pieces.ts';

const vocabulary = new Map(
  [
    '[UNK]',
    '[CLS]',
    '[SEP]',
    'we',
    'sim',
    '##sd',
    '\\',
    'textbf',
    '.',
    '5',
    'e',
    '-',
    '[',
    ']',
  ].map((piece, id) => [piece, id]),
);
const pieces = (word: string) => toPieces(word, vocabulary).map((id) => [...vocabulary.keys()][id]);

describe('toPieces(word, vocabulary)', () => {
  it.each([
    ['We', ['we']],
    ['SimSD', ['sim', '##sd']],
    ['\\textbf', ['\\', 'textbf']],
    ['é', ['e']],
    ['unknown', ['[UNK]']],
    ['\u0301', ['[UNK]']],
    ['sim'.repeat(40), ['[UNK]']],
  ])('%s -> %j', (word, expected) => {
    expect(pieces(word)).toEqual(expected);
  });
});

const words = (text: string, title?: string) =>
  read({ id: 'x', text, ...(title === undefined ? {} : { title }) }, vocabulary).words;

const numbersIn = (text: string) =>
  read({ id: 'x', text }, vocabulary).numbers.map(({ span }) => text.slice(...span));

describe('read(document, vocabulary)', () => {
  it('splits words, commands and single signs, with offsets', () => {
    expect(
      words('\\textbf{SimSD}, GPT-5').map(({ text, start, end }) => [text, start, end]),
    ).toEqual([
      ['\\textbf', 0, 7],
      ['{', 7, 8],
      ['SimSD', 8, 13],
      ['}', 13, 14],
      [',', 14, 15],
      ['GPT', 16, 19],
      ['-', 19, 20],
      ['5', 20, 21],
    ]);
  });

  it('takes a sign beyond the basic plane for one', () => {
    expect(words('a 🚀b').map(({ text, start, end }) => [text, start, end])).toEqual([
      ['a', 0, 1],
      ['🚀', 2, 4],
      ['b', 4, 5],
    ]);
  });

  it.each([
    ['42', 1],
    ['²', 1],
    ['+', 2],
    ['4o', 3],
    ['reward', 4],
    ['α', 4],
    ['MMLU', 5],
    ['A', 6],
    ['Δ', 6],
    ['Reward', 7],
    ['SimSD', 8],
    ['图', 8],
  ])('gives %s the shape %i', (text, shape) => {
    expect(words(text).map((word) => word.shape)).toEqual([shape]);
  });

  it('tells what touches the word before', () => {
    expect(words('GPT-5 is').map(({ glue }) => glue)).toEqual([2, 1, 1, 2]);
  });

  it('counts sentences as the model does, the title being the first', () => {
    const counted = words('One, e.g. Two. three. Four', 'Title').map(
      ({ text, sentence }) => `${text}${sentence}`,
    );
    expect(counted.join(' ')).toBe('Title0 .0 One1 ,1 e1 .1 g1 .1 Two2 .2 three2 .2 Four3');
  });

  it('finds numbers and the words that they cover', () => {
    const { numbers } = read({ id: 'x', text: 'from 2,621 to 31.6% (v2, 1.23--1.38)' }, vocabulary);
    expect(numbers.map(({ span, from, to }) => [span[0], to - from])).toEqual([
      [5, 3],
      [14, 3],
      [25, 3],
      [31, 3],
    ]);
  });

  it('takes a comma of LaTeX for one between thousands, and for no list', () => {
    const text = 'on 152{,}776 images, 3{,}5 and 1{,}234{,}567.5';
    expect(numbersIn(text)).toEqual(['152{,}776', '3', '5', '1{,}234{,}567.5']);
  });

  it('finds numbers that touch a LaTeX command for how they compare', () => {
    const text = String.raw`$\geq80\%$, $1.6\sim1.8\times$, $0\%\rightarrow27.0\%$, $\uparrow5.25\%$, \alpha3, v2`;
    expect(numbersIn(text)).toEqual(['80', '1.6', '1.8', '0', '27.0', '5.25']);
  });

  it('finds statistics that are written without their zero, and takes no end of a sentence for a point', () => {
    const text =
      '(r = .57-.68, p<.001), R2 of .70. In Flux.1, at 127.0.0.1 and zenodo.20044178 end.2024';
    expect(numbersIn(text)).toEqual(['.57', '.68', '.001', '.70', '127.0']);
  });

  it('finds numbers in words where they measure', () => {
    const text =
      'ten times faster, a threefold and five-fold gain, two orders of magnitude, an order of magnitude, six percent, ' +
      'five-percentage-point, two F1 points or two points, twice as fast, doubling and can double the speed';
    expect(numbersIn(text)).toEqual(
      'ten three five two an six five two twice doubling double'.split(' '),
    );
  });

  it('takes no count, name or part of a number for one that measures', () => {
    const text =
      'three datasets, two-point operators, ten-fold cross-validation, double descent, twenty-five percent, RDF triples, ' +
      'orders of magnitude, two hundred times';
    expect(numbersIn(text)).toEqual([]);
  });
});

describe('parseNumber(text)', () => {
  it.each([
    ['2,621', 2621],
    ['152{,}776', 152_776],
    ['31.6', 31.6],
    ['.57', 0.57],
    ['ten', 10],
    ['doubles', 2],
    ['dozens', undefined],
    ['31.', undefined],
    ['.', undefined],
    ['5,10,20', undefined],
    ['3,5', undefined],
    ['1,234.5', 1234.5],
    ['12,', undefined],
    ['-3', undefined],
    ['9'.repeat(400), undefined],
  ])('%s -> %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });
});

describe('wordRange(words, span)', () => {
  it('covers every word that a span touches', () => {
    expect(wordRange(words('one two three'), [2, 6])).toEqual([0, 2]);
  });

  it('is none for a span between words', () => {
    expect(wordRange(words('one  two'), [3, 4])).toBeUndefined();
  });
});
