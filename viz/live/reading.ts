import type { Document } from '../../graph/schema.ts';
import type { Facts } from '../../src/extract/prove.ts';

/** What the page asks the worker that reads. */
export interface ToReader {
  readonly id: number;
  /** The address of the server, under which the model lies. */
  readonly base: string;
  readonly document: Document;
}

/** What the worker answers: the facts, or why there are none. */
export type FromReader =
  | { readonly id: number; readonly facts: Facts }
  | { readonly id: number; readonly reason: string };

export interface AbstractReader {
  /** Reads a document in this browser. Rejected with a reason for the reader. */
  read(document: Document): Promise<Facts>;
  dispose(): void;
}

/** Reads with the model that the server hands out, in a worker that starts with the first document. */
export function openAbstractReader(base: string): AbstractReader {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, { done(facts: Facts): void; fail(error: Error): void }>();
  const failAll = (reason: string) => {
    for (const { fail } of waiting.values()) fail(new Error(reason));
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./reader.ts', import.meta.url), {
      type: 'module',
      name: 'reader',
    });
    started.addEventListener('message', ({ data }: MessageEvent<FromReader>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ('facts' in data) asked?.done(data.facts);
      else asked?.fail(new Error(data.reason));
    });
    started.addEventListener('error', (event) => {
      failAll(event.message || 'The reader could not be started.');
      started.terminate();
      worker = undefined;
    });
    return started;
  };
  return {
    read(document) {
      worker ??= start();
      last += 1;
      const id = last;
      const answer = new Promise<Facts>((done, fail) => waiting.set(id, { done, fail }));
      const question: ToReader = { id, base, document };
      worker.postMessage(question);
      return answer;
    },
    dispose() {
      worker?.terminate();
      waiting.clear();
    },
  };
}
