import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from '../../graph/errors.ts';
import type { CommandIo } from './command-io.ts';

/**
 * Asks for a password on the terminal without showing what is typed.
 * @throws UsageError where there is no terminal to ask at, or nothing is typed before it ends (Ctrl-D)
 */
export async function askPassword(question: string, io: CommandIo): Promise<string> {
  if (!('isTTY' in io.stdin) || !io.stdin.isTTY) {
    throw new UsageError('there is no terminal to ask for the password; set NEO4J_PASSWORD');
  }
  // Readline echoes into a stream that leads nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: io.stdin, output: nowhere, terminal: true });
  // On a raw terminal Ctrl-C is a key like others.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const line = once(terminal, 'line', { signal: io.signal });
  const end = once(terminal, 'close');
  // Asked only now: before, the terminal itself would have shown what is typed.
  io.stderr.write(`${question}: `);
  try {
    const [typed] = await Promise.race([line, end]);
    io.signal.throwIfAborted();
    if (typeof typed === 'string') return typed;
    throw new UsageError('no password was given; type it and press Enter, or set NEO4J_PASSWORD');
  } finally {
    terminal.close();
    io.stderr.write('\n');
  }
}
