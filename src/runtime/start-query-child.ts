import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Question, Reply } from './query-protocol.ts';

/** A process that answers one question after another. */
export interface Child {
  /** What it says next; undefined where it ends instead. */
  next(): Promise<Reply | undefined>;
  /** Its answer, or undefined where it ends, on the spot once it is late, instead. */
  ask(question: Question, latest: number): Promise<Reply | undefined>;
  hasEnded(): boolean;
  /** Whether it was ended because it was late. */
  isLate(): boolean;
  /** What has ended it, if a signal has. */
  signal(): NodeJS.Signals | null;
  /** Ends it on the spot. */
  end(): Promise<void>;
}

/**
 * Starts the program `query-child` in a folder.
 * @param signal ends the process; what is waited for then fails with the reason
 */
export function startChild(args: readonly string[], folder: string, signal?: AbortSignal): Child {
  const program = new URL('./query-child.js', import.meta.url);
  // What the database has to say when it falls over is of no use to whoever asks.
  const child = fork(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const closed = once(child, 'close');
  let late = false;
  const kill = () => void child.kill('SIGKILL');
  signal?.addEventListener('abort', kill);
  void closed.then(() => signal?.removeEventListener('abort', kill));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const next = async (): Promise<Reply | undefined> => {
    const reply = new Promise<Reply>((settle) => child.once('message', settle));
    const ended = closed.then(() => signal?.throwIfAborted());
    return (await Promise.race([reply, ended])) ?? undefined;
  };
  return {
    next,
    hasEnded,
    isLate: () => late,
    signal: () => child.signalCode,
    async ask(question, latest) {
      const clock = setTimeout(() => {
        late = true;
        kill();
      }, latest);
      child.send(question, () => undefined); // where it has just ended, that is what `next` tells
      try {
        return await next();
      } finally {
        clearTimeout(clock);
      }
    },
    async end() {
      kill();
      await closed;
    },
  };
}
