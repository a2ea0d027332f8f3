import { createInterface } from 'node:readline/promises';
import { QueryError } from '../../graph/cypher/query-error.ts';
import { colorsFor } from './colors.ts';
import { type CommandIo, say } from './command-io.ts';
import type { QueryHistory } from './query-history.ts';

const PROMPT = 'cypher> ';
const MORE = '   ...> ';
/** Lines that are remembered of one sitting. */
const TYPED = 1000;

/**
 * Asks for queries at a prompt, with the keys and the history of a shell, until the input ends. A query may have several
 * lines; a semicolon or an empty line ends it. A query that fails is told of and the prompt comes again.
 * @param history what was typed before, and where to keep what is typed now
 */
export async function promptForQueries(
  ask: (text: string) => Promise<void>,
  io: CommandIo,
  history: QueryHistory,
): Promise<void> {
  say(io, 'A query ends with ; or an empty line. Ctrl-D leaves.');
  const terminal = createInterface({
    input: io.stdin,
    output: io.stdout,
    prompt: PROMPT,
    history: [...history.lines],
    historySize: history.lines.length + TYPED,
    removeHistoryDuplicates: true,
  });
  // On a raw terminal Ctrl-C is a key like others.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  io.signal.addEventListener('abort', () => terminal.close(), { once: true });
  let lines: string[] = [];
  terminal.prompt();
  for await (const line of terminal) {
    lines.push(line);
    await history.add(line);
    const text = lines.join('\n').trim();
    const ends = line.trim() === '' || text.endsWith(';');
    if (ends) {
      lines = [];
      if (text !== '') await tryTo(() => ask(text), io);
    }
    terminal.setPrompt(ends ? PROMPT : MORE);
    terminal.prompt();
  }
  io.signal.throwIfAborted();
  io.stdout.write('\n');
}

async function tryTo(ask: () => Promise<void>, io: CommandIo): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    io.stderr.write(`${colorsFor(io.stderr).red('error:')} ${error.illustrated}\n`);
  }
}
