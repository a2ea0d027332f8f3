import { Command } from 'commander';
import type { Document } from '../../graph/schema.ts';
import type { Diagnostic } from '../corpus/diagnostic.ts';
import type { CorpusItem } from '../corpus/read-file.ts';
import { extractAll } from '../runtime/extract-all.ts';
import { extractorVersion } from '../runtime/open-model.ts';
import { openReader, worthwhileThreads } from '../runtime/open-reader.ts';
import { describePassedOver } from './build-summary.ts';
import { type CommandIo, say, write } from './command-io.ts';
import { filled, filledOnes, MIN_CONFIDENCE, positiveInteger, probability } from './flags.ts';
import { withOutput } from './output.ts';
import { readInput } from './read-input.ts';

interface Flags {
  readonly out: string;
  readonly keepGoing?: true;
  readonly threads?: number;
  readonly minConfidence?: number;
}

/** `sotagraph extract PATHS`: documents in, a line of facts a document out. */
export function extractCommand(io: CommandIo): Command {
  return new Command('extract')
    .description(
      'read abstracts and print what they say, a line of JSON each; such lines can be piped, split and merged',
    )
    .argument(
      '[paths...]',
      'listings (.txt), JSON lines (.jsonl, .jsonl.gz), folders of these, or - for standard input, the default',
      filledOnes,
    )
    .option('-o, --out <file>', 'the file to write, or - for standard output', filled, '-')
    .option('--keep-going', 'pass over what is broken in the input, and count it')
    .option(
      '--threads <number>',
      'how many abstracts to read at once (default: as many as there are cores)',
      positiveInteger,
    )
    .option('--min-confidence <probability>', MIN_CONFIDENCE, probability)
    .addHelpText(
      'after',
      '\nExample:\n  $ zcat abstracts.jsonl.gz | sotagraph extract - > facts.jsonl',
    )
    .action((paths: string[], flags: Flags) => extract(paths, flags, io));
}

async function extract(paths: readonly string[], flags: Flags, io: CommandIo): Promise<void> {
  const extractor = await extractorVersion(flags.minConfidence);
  const passedOver: Diagnostic[] = [];
  let documents = 0;
  const corpus = readInput(paths.length > 0 ? paths : ['-'], flags.keepGoing === true, io);
  await using reader = await openReader(flags.threads ?? worthwhileThreads());
  await withOutput(flags.out, io, async (output) => {
    for await (const facts of extractAll(documentsOf(corpus, passedOver), reader, extractor, {
      signal: io.signal,
      minConfidence: flags.minConfidence,
    })) {
      await write(output, `${JSON.stringify(facts)}\n`);
      documents += 1;
    }
  });
  say(io, `${documents} ${documents === 1 ? 'document' : 'documents'} read (${reader.runtime})`);
  if (passedOver.length > 0) say(io, `Passed over: ${describePassedOver(passedOver)}`);
}

async function* documentsOf(
  corpus: AsyncIterable<CorpusItem>,
  passedOver: Diagnostic[],
): AsyncGenerator<Document> {
  for await (const item of corpus) {
    if ('diagnostic' in item) passedOver.push(item.diagnostic);
    else yield item.document;
  }
}
