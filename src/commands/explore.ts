import { Command } from 'commander';
import openBrowser from 'open';
import { InputError, UsageError } from '../../graph/errors.ts';
import { DEFAULT_LIMIT, megabytes, toHtmlFile } from '../explorer/html-file.ts';
import { DEFAULT_PORT, serveExplorer } from '../explorer/serve.ts';
import { writingTo } from '../explorer/writing-to.ts';
import { readDecisions } from '../library/decisions.ts';
import { DEFAULT_LIBRARY } from '../library/library-files.ts';
import { type OpenLibrary, openLibrary } from '../library/open-library.ts';
import { EXPLORER_FOLDER, MODEL_FOLDER, WASM_FOLDER } from '../runtime/package-root.ts';
import { type CommandIo, say, write } from './command-io.ts';
import { decimal, filled, port, positiveInteger } from './flags.ts';
import { withOutput } from './output.ts';

interface Flags {
  readonly port: number;
  readonly host: string;
  readonly open: boolean;
  readonly html?: string;
  readonly top?: number;
  readonly limit: number;
}

/** `sotagraph explore LIBRARY`: the graph in the browser, or in a file that any browser opens. */
export function exploreCommand(io: CommandIo): Command {
  return new Command('explore')
    .description('look at a library in the browser')
    .argument('[library]', 'the folder of the library', filled, DEFAULT_LIBRARY)
    .option('-p, --port <port>', 'the port; the next free one if it is taken', port, DEFAULT_PORT)
    .option(
      '--host <host>',
      'the address to listen on; only this machine can reach the default',
      filled,
      '127.0.0.1',
    )
    .option('--no-open', 'do not open a browser')
    .option(
      '--html <file>',
      'write it as one HTML file to pass on, or - for standard output',
      filled,
    )
    .option('--top <number>', 'of that many things alone, which most papers name', positiveInteger)
    .option('--limit <megabytes>', 'how large the file may be', decimal, DEFAULT_LIMIT)
    .addHelpText(
      'after',
      '\nExamples:\n  $ sotagraph explore library --port 8080\n  $ sotagraph explore library --html library.html',
    )
    .action((library: string, flags: Flags) => explore(library, flags, io));
}

async function explore(folder: string, flags: Flags, io: CommandIo): Promise<void> {
  const library = openLibrary(folder);
  if (flags.html !== undefined) return writeHtml(library, flags.html, flags, io);
  if (flags.top !== undefined)
    throw new UsageError('--top is for --html; the page finds what matters by itself');
  await library.explorerData();
  io.signal.throwIfAborted();
  const explorer = await serveExplorer({
    graph: library.explorerData,
    findDocument: library.findDocument,
    decisions: () => readDecisions(folder),
    writing: writingTo(folder),
    reading: { model: MODEL_FOLDER, runtime: WASM_FOLDER },
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

async function writeHtml(
  library: OpenLibrary,
  path: string,
  { top, limit }: Flags,
  io: CommandIo,
): Promise<void> {
  const data = await library.explorerData();
  const contents = { data, documents: await library.documents() };
  const options = { assets: EXPLORER_FOLDER, limit, ...(top !== undefined && { top }) };
  const file = await toHtmlFile(contents, options);
  io.signal.throwIfAborted();
  await withOutput(path, io, (output) => write(output, file.html));
  const part = file.entities < file.of ? ` of ${file.of.toLocaleString('en')}` : '';
  const things = `${file.entities.toLocaleString('en')}${part} things in ${file.papers.toLocaleString('en')} papers`;
  say(io, `${path === '-' ? 'Written' : path}: ${things}, ${megabytes(file.bytes)}`);
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
