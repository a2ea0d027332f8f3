import type { Labels } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import type { Trees } from './trees.ts';

/** A dense array with its shape, as ONNX Runtime takes and gives it. */
export interface Tensor {
  readonly data: Float32Array | BigInt64Array;
  readonly dims: readonly number[];
}

/** One loaded network. Whoever hands it in chooses the runtime. */
export interface Session {
  run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
}

/** Everything that was trained: the encoder, the heads, and what their outputs mean. */
export interface ReadingModel {
  readonly labels: Labels;
  readonly lexicon: Lexicon;
  readonly trees: Trees;
  /** Word piece to its id. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /**
   * `ids, shape, glue` `[1, pieces]` and `first` `[words]`, the piece that stands for each word, to `logits`
   * `[1, words, tags]` and `hidden` `[1, words, width]`.
   */
  readonly encoder: Session;
  /** The words and each entity's mentions to `entities` `[entities, width]` and `types` `[entities, types]`. */
  readonly typer: Session;
  /** Words, entities, pairs and numbers to `relations`, `proposes`, `kinds`, `roles` and `no_role`. */
  readonly linker: Session;
}

export const integers = (values: readonly number[], ...dims: number[]): Tensor => ({
  data: BigInt64Array.from(values, BigInt),
  dims: dims.length > 0 ? dims : [values.length],
});

export const floats = (values: readonly number[] | Float32Array, ...dims: number[]): Tensor => ({
  data: values instanceof Float32Array ? values : Float32Array.from(values),
  dims: dims.length > 0 ? dims : [values.length],
});

/** The rows of an output, each as long as its last dimension. */
export function rows(outputs: Readonly<Record<string, Tensor>>, name: string): Float32Array[] {
  const tensor = outputs[name];
  if (!(tensor?.data instanceof Float32Array)) {
    throw new TypeError(
      `the model gives no numbers named "${name}"; its files do not fit together`,
    );
  }
  const { data, dims } = tensor;
  const width = dims.length > 1 ? (dims.at(-1) ?? 1) : 1;
  const count = width > 0 ? data.length / width : 0;
  return Array.from({ length: count }, (_, row) => data.subarray(row * width, (row + 1) * width));
}

/** Natural logarithms of the softmax of scores. */
export function logSoftmax(scores: ArrayLike<number>): number[] {
  const values = Array.from(scores);
  const top = Math.max(...values);
  const total = Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
  return values.map((value) => value - top - total);
}

/** The index of the greatest value; the first of equals; -1 for none. */
export function argmax(values: readonly number[]): number {
  let best = -1;
  for (const [index, value] of values.entries()) {
    if (best < 0 || value > (values[best] ?? Number.NEGATIVE_INFINITY)) best = index;
  }
  return best;
}
