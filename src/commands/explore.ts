import { Command } from 'commander';
import openBrowser from 'open';
import { InputError } from '../../graph/errors.ts';
import { DEFAULT_PORT, serveExplorer } from '../explorer/serve.ts';
import { DEFAULT_LIBRARY } from '../library/library-files.ts';
import { openLibrary } from '../library/open-library.ts';
import { EXPLORER_FOLDER } from '../runtime/package-root.ts';
import { type CommandIo, say } from './command-io.ts';
import { port } from './flags.ts';

interface Flags {
  readonly port: number;
  readonly host: string;
  readonly open: boolean;
}

/** `sotagraph explore LIBRARY`: the graph in the browser. */
export function exploreCommand(io: CommandIo): Command {
  return new Command('explore')
    .description('look at a library in the browser')
    .argument('[library]', 'the folder of the library', DEFAULT_LIBRARY)
    .option('-p, --port <port>', 'the port; the next free one if it is taken', port, DEFAULT_PORT)
    .option(
      '--host <host>',
      'the address to listen on; only this machine can reach the default',
      '127.0.0.1',
    )
    .option('--no-open', 'do not open a browser')
    .addHelpText('after', '\nExample:\n  $ sotagraph explore library --port 8080')
    .action((library: string, flags: Flags) => explore(library, flags, io));
}

async function explore(folder: string, flags: Flags, io: CommandIo): Promise<void> {
  const library = openLibrary(folder);
  await library.explorerData();
  io.signal.throwIfAborted();
  const explorer = await serveExplorer({
    graph: library.explorerData,
    findDocument: library.findDocument,
    assets: EXPLORER_FOLDER,
    port: flags.port,
    host: flags.host,
    report: (error) => io.stderr.write(`${describe(error)}\n`),
  });
  io.stdout.write(`Explorer at ${explorer.url}\n`);
  say(io, 'Press Ctrl-C to stop it.');
  if (flags.open) await tryToOpen(explorer.url, io);
  await aborted(io.signal);
  await explorer.close();
}

function aborted(signal: AbortSignal): Promise<unknown> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

/** A machine without a browser is no failure: the address has been printed. */
async function tryToOpen(url: string, io: CommandIo): Promise<void> {
  try {
    const browser = await openBrowser(url);
    browser.once('error', () => say(io, NO_BROWSER));
  } catch {
    say(io, NO_BROWSER);
  }
}

const NO_BROWSER = 'No browser could be opened; open the address yourself.';

function describe(error: unknown): string {
  if (error instanceof InputError) return error.located;
  return error instanceof Error ? error.message : String(error);
}
