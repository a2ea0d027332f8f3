import { Command } from 'commander';
import type { Document } from '../../graph/schema.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import type { CorpusItem } from '../corpus/read-file.ts';
import { extractAll } from '../runtime/extract-all.ts';
import { extractorVersion } from '../runtime/open-model.ts';
import { openReader, worthwhileThreads } from '../runtime/open-reader.ts';
import { type CommandIo, say, write } from './command-io.ts';
import { positiveInteger } from './flags.ts';
import { withOutput } from './output.ts';

interface Flags {
  readonly out: string;
  readonly keepGoing: boolean;
  readonly threads?: number;
}

/** `sotagraph extract PATHS`: documents in, a line of facts a document out. */
export function extractCommand(io: CommandIo): Command {
  return new Command('extract')
    .description(
      'read abstracts and print what they say, a line of JSON each; such lines can be piped, split and merged',
    )
    .argument(
      '[paths...]',
      'listings (.txt), JSON lines (.jsonl, .jsonl.gz), folders of these, or - for standard input',
      ['-'],
    )
    .option('-o, --out <file>', 'the file to write, or - for standard output', '-')
    .option('--keep-going', 'pass over what is broken in the input, and count it', false)
    .option(
      '--threads <number>',
      'how many abstracts to read at once (default: as many as there are cores)',
      positiveInteger,
    )
    .addHelpText(
      'after',
      '\nExample:\n  $ zcat abstracts.jsonl.gz | sotagraph extract - > facts.jsonl',
    )
    .action((paths: string[], flags: Flags) => extract(paths, flags, io));
}

async function extract(paths: readonly string[], flags: Flags, io: CommandIo): Promise<void> {
  const extractor = await extractorVersion();
  const counts = { documents: 0, passedOver: 0 };
  const corpus = readCorpus(paths, { keepGoing: flags.keepGoing, stdin: io.stdin });
  await using reader = await openReader(flags.threads ?? worthwhileThreads());
  await withOutput(flags.out, io, async (output) => {
    for await (const facts of extractAll(
      documentsOf(corpus, counts),
      reader,
      extractor,
      io.signal,
    )) {
      await write(output, `${JSON.stringify(facts)}\n`);
    }
  });
  const { documents, passedOver } = counts;
  const more = passedOver > 0 ? `; ${passedOver} lines or files passed over` : '';
  say(io, `${documents} documents read${more} (${reader.runtime})`);
}

async function* documentsOf(
  corpus: AsyncIterable<CorpusItem>,
  counts: { documents: number; passedOver: number },
): AsyncGenerator<Document> {
  for await (const item of corpus) {
    if ('diagnostic' in item) counts.passedOver += 1;
    else {
      counts.documents += 1;
      yield item.document;
    }
  }
}
