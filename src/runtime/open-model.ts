import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Ort from 'onnxruntime-common';
import { z } from 'zod';
import { InputError } from '../../graph/errors.ts';
import { RULES_VERSION } from '../extract/extract.ts';
import { labels } from '../extract/labels.ts';
import { lexicon } from '../extract/lexicon.ts';
import type { ReadingModel, Session } from '../extract/model.ts';
import { MODEL_FILES, ONE_BY_ONE, readVocabulary, toSession } from '../extract/onnx.ts';
import { trees } from '../extract/trees.ts';
import { MODEL_FOLDER } from './package-root.ts';

/** A model that is loaded and holds memory outside of JavaScript's until it is closed. */
export interface OpenModel extends AsyncDisposable {
  readonly model: ReadingModel;
  /** Which runtime it runs in: `onnxruntime-node 1.30.0`. */
  readonly runtime: string;
}

export const RUNTIMES = ['onnxruntime-node', 'onnxruntime-web'] as const;
export type Runtime = (typeof RUNTIMES)[number];

/** Overrules which runtime is tried, for measuring and for tests. */
const RUNTIME_VARIABLE = 'SOTAGRAPH_RUNTIME';

/**
 * Loads the extraction model, one thread a session so that the same input gives the same bytes.
 * The native runtime is used where it is installed, else the one in WebAssembly, which always works.
 * @throws InputError if a file of the model is missing or is not what it should be
 */
export async function openModel(folder: string = MODEL_FOLDER): Promise<OpenModel> {
  const { ort, runtime } = await loadRuntime();
  const sessions: Ort.InferenceSession[] = [];
  const release = async () => {
    for (const session of sessions.splice(0)) await session.release();
  };
  const open = (file: string): Promise<Session> =>
    understood(folder, file, async (bytes) => {
      const session = await ort.InferenceSession.create(bytes, {
        executionProviders: [runtime.startsWith('onnxruntime-node') ? 'cpu' : 'wasm'],
        ...ONE_BY_ONE,
      });
      sessions.push(session);
      return toSession(session, ort);
    });
  try {
    const model: ReadingModel = {
      labels: await understood(folder, MODEL_FILES.labels, (bytes) =>
        labels.parse(JSON.parse(String(bytes))),
      ),
      lexicon: await understood(folder, MODEL_FILES.lexicon, (bytes) =>
        lexicon.parse(JSON.parse(String(bytes))),
      ),
      trees: await understood(folder, MODEL_FILES.trees, (bytes) =>
        trees.parse(JSON.parse(String(bytes))),
      ),
      vocabulary: await understood(folder, MODEL_FILES.vocabulary, (bytes) =>
        readVocabulary(String(bytes)),
      ),
      encoder: await open(MODEL_FILES.encoder),
      typer: await open(MODEL_FILES.typer),
      linker: await open(MODEL_FILES.linker),
    };
    return { model, runtime, [Symbol.asyncDispose]: release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Reads a file of the model and makes something of it. @throws InputError with the file, where that fails */
async function understood<T>(
  folder: string,
  file: string,
  make: (bytes: Buffer) => T | Promise<T>,
): Promise<T> {
  const bytes = await readModelFile(folder, file);
  try {
    return await make(bytes);
  } catch (cause) {
    const message = 'this file of the extraction model is damaged; install Sotagraph again';
    throw new InputError(message, { path: join(folder, file), cause });
  }
}

/**
 * The version of the extractor: that of its rules and the digest of its model. Facts of another version are read again.
 * @param minConfidence what is less sure is left out, which is another version
 * @throws InputError if a file of the model is missing
 */
export async function extractorVersion(
  minConfidence = 0,
  folder: string = MODEL_FOLDER,
): Promise<string> {
  const digest = createHash('sha256');
  for (const file of Object.values(MODEL_FILES)) digest.update(await readModelFile(folder, file));
  const least = minConfidence > 0 ? `>=${minConfidence}` : '';
  return `${RULES_VERSION}+${digest.digest('hex').slice(0, 12)}${least}`;
}

/** The runtime that reads here, without loading a model: for `--version`. */
export async function describeRuntime(): Promise<string> {
  return (await loadRuntime()).runtime;
}

async function loadRuntime(): Promise<{ ort: typeof Ort; runtime: string }> {
  const wanted = process.env[RUNTIME_VARIABLE];
  const chosen = wanted ? z.enum(RUNTIMES).safeParse(wanted) : undefined;
  if (chosen && !chosen.success) {
    throw new InputError(
      `${RUNTIME_VARIABLE} is "${wanted}"; expected one of ${RUNTIMES.join(', ')}, or nothing at all`,
    );
  }
  const failures: unknown[] = [];
  for (const name of chosen ? [chosen.data] : RUNTIMES) {
    try {
      return await LOADERS[name]();
    } catch (cause) {
      failures.push(cause);
    }
  }
  throw new InputError('no ONNX runtime can be loaded; run `npm install` again to repair it', {
    cause: new AggregateError(failures),
  });
}

const LOADERS: Record<Runtime, () => Promise<{ ort: typeof Ort; runtime: string }>> = {
  async 'onnxruntime-node'() {
    const ort = await import('onnxruntime-node');
    return { ort, runtime: `onnxruntime-node ${ort.env.versions.node}` };
  },
  async 'onnxruntime-web'() {
    const ort = await import('onnxruntime-web');
    ort.env.wasm.numThreads = 1;
    ort.env.logLevel = 'error';
    return { ort, runtime: `onnxruntime-web ${ort.env.versions.web}` };
  },
};

async function readModelFile(folder: string, file: string): Promise<Buffer> {
  const path = join(folder, file);
  try {
    return await readFile(path);
  } catch (cause) {
    throw new InputError(
      'this file of the extraction model cannot be read; install Sotagraph again',
      {
        path,
        cause,
      },
    );
  }
}
