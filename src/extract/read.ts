import type { Document } from '../../graph/schema.ts';
import { NUMBER_WORD, wordValue } from './number-words.ts';
import { toPieces } from './word-pieces.ts';

/** `[start, end)` in UTF-16 code units of a reading's source. */
export type Span = readonly [start: number, end: number];

/** One word of the text, as the encoder takes it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Ids of its word pieces; the first one stands for the word. */
  readonly pieces: readonly number[];
  /** How it is written, since the vocabulary is lower-case: an index into the encoder's table of shapes. */
  readonly shape: number;
  /** 1 where it touches the word before, 2 where a space parts them. */
  readonly glue: number;
  /** Index of its sentence, by the rule that the model was trained with. */
  readonly sentence: number;
}

/** A number of the text and the words `[from, to)` that it covers. */
export interface NumberMention {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
}

/** A document as the model reads it. */
export interface Reading {
  /** Title and text in one, the title set off by ` . `. */
  readonly source: string;
  readonly words: readonly Word[];
  readonly numbers: readonly NumberMention[];
}

export const TITLE_END = ' . ';

// White space as in the model's training (Python's), which differs from JavaScript's in a few control characters.
const SPACE =
  '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const WORD = new RegExp(`\\\\[a-zA-Z]+|[A-Za-z0-9]+|[^${SPACE}A-Za-z0-9]`, 'gu');
/** A LaTeX command may touch its number: `\sim0.05`; statistics are written without their zero: `r = .57`. */
const DIGITS =
  /(?:(?<![A-Za-z0-9.])|(?<=\\(?:sim|simeq|approx|geq|leq|ge|le|gt|lt|pm|times|to|rightarrow|uparrow|downarrow|lesssim|gtrsim)))\d(?:[\d,]|\{,\}(?=\d{3}))*(?:\.\d+)?(?!\d)|(?<=[ ([=<>~$\-−–])\.\d+(?!\d|\.\d)/;
const NUMBER = new RegExp(`${DIGITS.source}|${NUMBER_WORD}`, 'g');

/** Splits a document into words and word pieces with offsets, and finds its numbers. */
export function read(document: Document, vocabulary: ReadonlyMap<string, number>): Reading {
  const source = document.title ? document.title + TITLE_END + document.text : document.text;
  const words = [...readWords(source, vocabulary)];
  return { source, words, numbers: [...findNumbers(source, words)] };
}

/** The words `[from, to)` that a span touches, or none. */
export function wordRange(
  words: readonly Word[],
  [start, end]: Span,
): [number, number] | undefined {
  const from = firstIndex(words, (word) => word.end > start);
  const to = firstIndex(words, (word) => word.start >= end);
  return from < to ? [from, to] : undefined;
}

function* readWords(source: string, vocabulary: ReadonlyMap<string, number>): Generator<Word> {
  const found = [...source.matchAll(WORD)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
  let sentence = 0;
  for (const [index, word] of found.entries()) {
    const glue = found[index - 1]?.end === word.start ? 1 : 2;
    const pieces = toPieces(word.text, vocabulary);
    yield { ...word, pieces, shape: shapeOf(word.text), glue, sentence };
    const next = found[index + 1];
    const stops = /^[.?!]$/.test(word.text) && next !== undefined && next.start > word.end;
    if (stops && /^[\p{Uppercase}\p{Lt}\\]/u.test(next.text)) sentence++;
  }
}

function* findNumbers(source: string, words: readonly Word[]): Generator<NumberMention> {
  for (const { 0: text, index } of source.matchAll(NUMBER)) {
    const span: Span = [index, index + text.length];
    const range = wordRange(words, span);
    if (range) yield { span, from: range[0], to: range[1] };
  }
}

/**
 * `2,621` and LaTeX's `2{,}621` -> 2621, `ten` -> 10; commas that divide no thousands make a list and not a number:
 * `5,10,20`.
 */
export function parseNumber(written: string): number | undefined {
  const inWords = wordValue(written);
  if (inWords !== undefined) return inWords;
  const text = written.replaceAll('{,}', ',');
  if (!/^(?:(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?|\.\d+)$/.test(text)) return undefined;
  const value = Number(text.replaceAll(',', ''));
  return Number.isFinite(value) ? value : undefined;
}

/** The order of these tests is the model's table of shapes; 0 is for what is no word. */
function shapeOf(word: string): number {
  if (/^[\p{Nd}²³¹⁰⁴-⁹₀-₉①-⑨]+$/u.test(word)) return 1;
  if (!/[\p{L}\p{N}]/u.test(word)) return 2;
  if (/\p{Nd}/u.test(word)) return 3;
  if (isLower(word)) return 4;
  if (isUpper(word)) return [...word].length > 1 ? 5 : 6;
  if (isUpper(word.slice(0, 1)) && isLower(word.slice(1))) return 7;
  return 8;
}

const isLower = (text: string) =>
  /\p{Lowercase}/u.test(text) && !/[\p{Uppercase}\p{Lt}]/u.test(text);
/** Whether a text has capitals and no small letters. */
export const isUpper = (text: string): boolean =>
  /\p{Uppercase}/u.test(text) && !/[\p{Lowercase}\p{Lt}]/u.test(text);

/** The first index at which a condition holds that, once it holds, holds for the rest. */
function firstIndex(words: readonly Word[], holds: (word: Word) => boolean): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = words[middle];
    if (word && holds(word)) high = middle;
    else low = middle + 1;
  }
  return low;
}
