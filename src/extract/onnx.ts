import type * as Ort from 'onnxruntime-common';
import type { Session, Tensor } from './model.ts';

/** The files of the model, wherever they lie. */
export const MODEL_FILES = {
  encoder: 'encoder.int8.onnx',
  typer: 'typer.onnx',
  linker: 'linker.onnx',
  vocabulary: 'vocab.txt',
  labels: 'labels.json',
  lexicon: 'lexicon.json',
  trees: 'trees.json',
} as const;

/** One thread, in one order, so that the same input gives the same numbers. */
export const ONE_BY_ONE = {
  executionMode: 'sequential',
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
} as const satisfies Ort.InferenceSession.SessionOptions;

/** A network of ONNX Runtime, native or in WebAssembly, as the stages take it. */
export function toSession(
  session: Ort.InferenceSession,
  { Tensor: OrtTensor }: Pick<typeof Ort, 'Tensor'>,
): Session {
  return {
    run: async (feeds) => readOutputs(await session.run(toFeeds(feeds, OrtTensor))),
  };
}

/** Each word piece with its id: its line. */
export function readVocabulary(text: string): Map<string, number> {
  return new Map(text.split('\n').map((piece, id) => [piece.replace(/\r$/, ''), id]));
}

function toFeeds(
  feeds: Readonly<Record<string, Tensor>>,
  OrtTensor: typeof Ort.Tensor,
): Record<string, Ort.Tensor> {
  return Object.fromEntries(
    Object.entries(feeds).map(([name, { data, dims }]) => [
      name,
      data instanceof Float32Array
        ? new OrtTensor('float32', data, dims)
        : new OrtTensor('int64', data, dims),
    ]),
  );
}

function readOutputs(outputs: Ort.InferenceSession.ReturnType): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { data, dims }]) => {
      if (!(data instanceof Float32Array)) throw new TypeError(`output "${name}" holds no numbers`);
      return [name, { data, dims }];
    }),
  );
}
