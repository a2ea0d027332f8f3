import type { EntityType } from '../../graph/schema.ts';
import type { Labels } from './labels.ts';
import { argmax, integers, logSoftmax, type ReadingModel, rows, type Tensor } from './model.ts';
import type { Reading, Span } from './read.ts';
import { type Window, windows } from './windows.ts';

/** What the encoder makes of a document: for each word its tag scores and its meaning in context. */
export interface Encoding {
  /** `[words][tags]`, natural logarithms of probabilities. */
  readonly tags: readonly (readonly number[])[];
  /** `[words, width]`. */
  readonly words: Tensor;
}

/** A stretch of words that names something. */
export interface TaggedSpan {
  readonly span: Span;
  readonly type: EntityType;
  /** How sure the tags are that there is a name: the least probability of "not outside" among its words. */
  readonly confidence: number;
}

/** Runs the encoder over the windows of a document. */
export async function encode(reading: Reading, model: ReadingModel): Promise<Encoding> {
  const tags: number[][] = [];
  const hidden: Float32Array[] = [];
  for (const window of windows(reading.words)) {
    const outputs = await model.encoder.run(feed(reading, window, model.vocabulary));
    const logits = rows(outputs, 'logits');
    const states = rows(outputs, 'hidden');
    if (logits.length !== window.to - window.own || states.length !== logits.length)
      throw new TypeError(
        `the encoder gave ${logits.length} words where ${window.to - window.own} were asked for; the files of the model do not fit together`,
      );
    tags.push(...logits.map(logSoftmax));
    hidden.push(...states);
  }
  const width = hidden[0]?.length ?? 0;
  const data = new Float32Array(hidden.length * width);
  for (const [index, state] of hidden.entries()) data.set(state, index * width);
  return { tags, words: { data, dims: [hidden.length, width] } };
}

/** Finds the names in a document: the best sequence of BIO tags, by Viterbi's algorithm. */
export function tag(reading: Reading, encoding: Encoding, labels: Labels): TaggedSpan[] {
  const outside = labels.tags.indexOf('O');
  const scores = encoding.tags.map((row) =>
    row.map((score, index) => (index === outside ? score + labels.thresholds.o_bias : score)),
  );
  const path = viterbi(scores, labels.tags).map((index) => labels.tags[index] ?? 'O');
  const spans: TaggedSpan[] = [];
  for (let from = 0; from < path.length; from++) {
    const type = beginning(path[from]);
    if (!type) continue;
    let to = from + 1;
    while (path[to] === `I-${type}`) to++;
    const [first, last] = [reading.words[from], reading.words[to - 1]];
    if (!first || !last) continue;
    const inside = encoding.tags.slice(from, to).map((row) => 1 - Math.exp(row[outside] ?? 0));
    spans.push({ span: [first.start, last.end], type, confidence: Math.min(...inside) });
    from = to - 1;
  }
  return spans;
}

function feed(
  reading: Reading,
  window: Window,
  vocabulary: ReadonlyMap<string, number>,
): Record<string, Tensor> {
  const read = reading.words.slice(window.from, window.to);
  const spread = (value: (word: Reading['words'][number]) => number) =>
    read.flatMap((word) => word.pieces.map(() => value(word)));
  const ids = [
    vocabulary.get('[CLS]') ?? 0,
    ...read.flatMap((word) => word.pieces),
    vocabulary.get('[SEP]') ?? 0,
  ];
  const row = (values: number[]) => integers(values, 1, values.length);
  return {
    ids: row(ids),
    shape: row([0, ...spread((word) => word.shape), 0]),
    glue: row([0, ...spread((word) => word.glue), 0]),
    first: integers([...firstPieces(reading, window)]),
  };
}

/** The first piece of each word that a window is responsible for. */
function* firstPieces({ words }: Reading, { from, own, to }: Window): Generator<number> {
  let piece = 1;
  for (const [index, word] of words.slice(from, to).entries()) {
    if (from + index >= own) yield piece;
    piece += word.pieces.length;
  }
}

const beginning = (tag: Labels['tags'][number] | undefined): EntityType | undefined =>
  tag?.startsWith('B-') ? (tag.slice(2) as EntityType) : undefined; // the labels' schema: B- is followed by a type

/**
 * The best path through `[words][tags]`, where I-X may follow only B-X or I-X.
 * Forney, "The Viterbi algorithm", 1973, https://doi.org/10.1109/PROC.1973.9030
 */
function viterbi(scores: readonly (readonly number[])[], tags: Labels['tags']): number[] {
  const mayFollow = (before: string, tag: string) =>
    !tag.startsWith('I') || (before !== 'O' && before.slice(1) === tag.slice(1));
  const before = tags.map((tag) => tags.flatMap((other, j) => (mayFollow(other, tag) ? [j] : [])));
  let best = tags.map((tag, i) => (tag.startsWith('I') ? -1e4 : 0) + (scores[0]?.[i] ?? 0));
  const steps: number[][] = [];
  for (const row of scores.slice(1)) {
    const from = before.map((allowed) => bestOf(allowed, best));
    best = from.map((j, i) => (best[j] ?? 0) + (row[i] ?? 0));
    steps.push(from);
  }
  if (scores.length === 0) return [];
  const path = [argmax(best)];
  for (const from of steps.reverse()) path.push(from[path.at(-1) ?? 0] ?? 0);
  return path.reverse();
}

/** Which of some indices has the greatest value, the first of equals. */
function bestOf(indices: readonly number[], values: readonly number[]): number {
  let best = indices[0] ?? 0;
  for (const index of indices) if ((values[index] ?? 0) > (values[best] ?? 0)) best = index;
  return best;
}
