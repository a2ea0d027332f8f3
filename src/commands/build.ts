import { Command } from 'commander';
import { buildLibrary } from '../library/build-library.ts';
import { DEFAULT_LIBRARY } from '../library/library-files.ts';
import { extractDocuments } from '../runtime/extract-all.ts';
import { extractorVersion } from '../runtime/open-model.ts';
import type { Reader } from '../runtime/open-reader.ts';
import { sayProblems } from './amend.ts';
import { reportBuild } from './build-report.ts';
import { summarizeBuild } from './build-summary.ts';
import { colorsFor } from './colors.ts';
import { type CommandIo, say, write } from './command-io.ts';
import { filled, filledOnes, MIN_CONFIDENCE, positiveInteger, probability } from './flags.ts';
import { startProgress } from './progress.ts';
import { readInput } from './read-input.ts';

interface Flags {
  readonly out: string;
  readonly prune?: true;
  readonly keepGoing?: true;
  readonly json?: true;
  readonly threads?: number;
  readonly minConfidence?: number;
}

/** `sotagraph build PATHS`: documents in, an up-to-date library out. */
export function buildCommand(io: CommandIo): Command {
  return new Command('build')
    .description(
      'read abstracts and make, or bring up to date, a library: the graph with all its evidence',
    )
    .argument(
      '<paths...>',
      'listings (.txt), JSON lines (.jsonl, .jsonl.gz), folders of these, or - for standard input',
      filledOnes,
    )
    .option('-o, --out <folder>', 'the folder of the library', filled, DEFAULT_LIBRARY)
    .option(
      '--prune',
      'remove papers that are not among the paths; refused where they may be in what is broken or empty',
    )
    .option('--keep-going', 'pass over what is broken in the input, and count it')
    .option(
      '--threads <number>',
      'how many abstracts to read at once (default: as many as there are cores)',
      positiveInteger,
    )
    .option('--min-confidence <probability>', MIN_CONFIDENCE, probability)
    .option('--json', 'print the summary as JSON')
    .addHelpText('after', '\nExample:\n  $ sotagraph build seeds --out library')
    .action((paths: string[], flags: Flags) => build(paths, flags, io));
}

async function build(paths: readonly string[], flags: Flags, io: CommandIo): Promise<void> {
  const started = performance.now();
  const extractor = await extractorVersion(flags.minConfidence);
  let reader: Pick<Reader, 'runtime' | 'threads'> | undefined;
  using progress = startProgress('Reading abstracts', io);
  const built = await buildLibrary(readInput(paths, flags.keepGoing === true, io), {
    folder: flags.out,
    extractor,
    prune: flags.prune === true,
    signal: io.signal,
    async *extract(documents) {
      io.signal.addEventListener('abort', () => say(io, KEPT), { once: true });
      yield* extractDocuments(documents, {
        extractor,
        threads: flags.threads,
        signal: io.signal,
        minConfidence: flags.minConfidence,
        opened: (open) => {
          reader = open;
        },
      });
      progress.phase('Deriving the graph and its layout');
    },
    progress: progress.update,
  });
  progress[Symbol.dispose]();
  sayProblems(built.problems, io);
  const report = reportBuild(built, {
    library: flags.out,
    seconds: (performance.now() - started) / 1000,
    extractor,
    runtime: reader?.runtime ?? null,
    threads: reader?.threads ?? 1,
  });
  if (flags.json) await write(io.stdout, `${JSON.stringify(report, null, 2)}\n`);
  else if (!io.quiet()) await write(io.stdout, summarizeBuild(report, colorsFor(io.stdout)));
}

const KEPT = 'What has been read is kept; the same command goes on from there.';
