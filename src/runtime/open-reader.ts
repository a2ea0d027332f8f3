import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { Document } from '../../graph/schema.ts';
import { extract } from '../extract/extract.ts';
import type { Facts } from '../extract/prove.ts';
import { describeRuntime, openModel } from './open-model.ts';

/** Reads documents, some of them at once. */
export interface Reader extends AsyncDisposable {
  /** How many documents it reads at once. */
  readonly threads: number;
  /** Which runtime it runs in: `onnxruntime-node 1.30.0`. */
  readonly runtime: string;
  read(document: Document): Promise<Facts>;
}

/** Fewer documents are read sooner by one thread than further threads take to start. */
const DOCUMENTS_PER_THREAD = 12;

/** How many threads reading so many documents is worth. */
export function worthwhileThreads(documents = Number.POSITIVE_INFINITY): number {
  const most = Math.ceil(documents / DOCUMENTS_PER_THREAD);
  return Math.max(1, Math.min(availableParallelism(), most));
}

/**
 * Opens the extraction model in as many threads as asked for; a single one is this thread itself.
 * @throws InputError if the model cannot be loaded
 */
export async function openReader(threads: number): Promise<Reader> {
  if (threads > 1) return openPool(threads);
  const { model, runtime, [Symbol.asyncDispose]: close } = await openModel();
  return {
    threads: 1,
    runtime,
    read: (document) => extract(document, model),
    [Symbol.asyncDispose]: close,
  };
}

async function openPool(threads: number): Promise<Reader> {
  const runtime = await describeRuntime();
  const pool = new Piscina({
    filename: new URL('./read-worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  return {
    threads,
    runtime,
    read: (document) => pool.run(document, { name: 'readDocument' }),
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}
