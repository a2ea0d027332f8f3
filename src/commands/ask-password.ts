import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UsageError } from '../../graph/errors.ts';
import type { CommandIo } from './command-io.ts';

/**
 * Asks for a password on the terminal without showing what is typed.
 * @throws UsageError where there is no terminal to ask at
 */
export async function askPassword(question: string, io: CommandIo): Promise<string> {
  if (!('isTTY' in io.stdin) || !io.stdin.isTTY) {
    throw new UsageError('there is no terminal to ask for the password; set NEO4J_PASSWORD');
  }
  io.stderr.write(`${question}: `);
  // Readline echoes into a stream that leads nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: io.stdin, output: nowhere, terminal: true });
  // On a raw terminal Ctrl-C is a key like others.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return await terminal.question('', { signal: io.signal });
  } finally {
    terminal.close();
    io.stderr.write('\n');
  }
}
