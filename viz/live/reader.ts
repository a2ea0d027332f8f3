import * as ort from 'onnxruntime-web/wasm';
import { z } from 'zod';
import { extract } from '../../src/extract/extract.ts';
import { labels } from '../../src/extract/labels.ts';
import { lexicon } from '../../src/extract/lexicon.ts';
import type { ReadingModel } from '../../src/extract/model.ts';
import { MODEL_FILES, ONE_BY_ONE, readVocabulary, toSession } from '../../src/extract/onnx.ts';
import { trees } from '../../src/extract/trees.ts';
import type { FromReader, ToReader } from './reading.ts';

// Runs in a worker: the model reads there while the page stays as quick as it is.

// The worker's policy forbids making code from strings, which zod would otherwise try.
z.config({ jitless: true });

let model: Promise<ReadingModel> | undefined;

addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  model ??= openModel(data.base);
  model
    .then((opened) => extract(data.document, opened))
    .then((facts) => say({ id: data.id, facts }))
    .catch((error: unknown) => {
      model = undefined;
      say({ id: data.id, reason: error instanceof Error ? error.message : String(error) });
    });
});

const say = (message: FromReader): void => postMessage(message);

/** Loads the model from the server of the page. */
async function openModel(base: string): Promise<ReadingModel> {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = new URL('runtime/', base).href;
  ort.env.logLevel = 'error';
  const open = async (name: string) => {
    const bytes = new Uint8Array(await (await fetchFile(base, name)).arrayBuffer());
    const session = await ort.InferenceSession.create(bytes, {
      executionProviders: ['wasm'],
      ...ONE_BY_ONE,
    });
    return toSession(session, ort);
  };
  return {
    labels: labels.parse(await (await fetchFile(base, MODEL_FILES.labels)).json()),
    lexicon: lexicon.parse(await (await fetchFile(base, MODEL_FILES.lexicon)).json()),
    trees: trees.parse(await (await fetchFile(base, MODEL_FILES.trees)).json()),
    vocabulary: readVocabulary(await (await fetchFile(base, MODEL_FILES.vocabulary)).text()),
    encoder: await open(MODEL_FILES.encoder),
    typer: await open(MODEL_FILES.typer),
    linker: await open(MODEL_FILES.linker),
  };
}

async function fetchFile(base: string, name: string): Promise<Response> {
  const answer = await fetch(new URL(`model/${name}`, base));
  if (answer.ok) return answer;
  throw new Error(
    `The model's file ${name} could not be loaded: the server said ${answer.status}.`,
  );
}
