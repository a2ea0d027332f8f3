import { Command } from 'commander';
import { type SharedReason, type Similar, similar } from '../../graph/analysis/similar.ts';
import { UsageError } from '../../graph/errors.ts';
import { expectNode } from '../../graph/expect-node.ts';
import type { EdgeType } from '../../graph/schema.ts';
import type { CommandIo } from './command-io.ts';
import { describeFilter, type FilterFlags, readFiltered, withFilter } from './filter-options.ts';
import { filled, positiveInteger } from './flags.ts';
import { libraryOption } from './library-option.ts';
import { formatOption, outOption, type ShowFlags, show, spreadsheetOption } from './show.ts';
import { type Column, toTable } from './tables.ts';

interface Flags extends ShowFlags, FilterFlags {
  readonly library: string;
  readonly limit: number;
}

/** `sotagraph similar NODE`: what has most in common with it, and why. */
export function similarCommand(io: CommandIo): Command {
  const command = new Command('similar')
    .description('find what is most like an entity, with what the two share')
    .argument(
      '<node>',
      'a method, model, benchmark, dataset, metric or task, by name or key',
      filled,
    )
    .addOption(libraryOption())
    .option('--limit <count>', 'so many at most', positiveInteger, 10)
    .addOption(formatOption(['table', 'json', 'csv', 'markdown']))
    .addOption(outOption())
    .addOption(spreadsheetOption());
  return withFilter(command, ['since', 'until', 'minPapers', 'relations'])
    .addHelpText('after', '\nExample:\n  $ sotagraph similar "SWE-bench Verified"')
    .action((name: string, flags: Flags) => printSimilar(name, flags, io));
}

async function printSimilar(name: string, flags: Flags, io: CommandIo): Promise<void> {
  const graph = await readFiltered(flags.library, flags);
  const key = expectNode(graph, name);
  const { type, name: shown } = graph.getNodeAttributes(key);
  if (type === 'Paper' || type === 'Result') {
    throw new UsageError(
      `"${shown}" is a ${type}; papers and results are like nothing but themselves, name what they are about`,
    );
  }
  const found = similar(graph, key, flags.limit);
  const columns: Column<Similar>[] = [
    { name: 'name', of: (one) => one.name },
    { name: 'type', of: (one) => one.type },
    { name: 'papers', align: 'right', of: ({ papers }) => papers },
    { name: 'score', align: 'right', of: ({ score }) => score.toFixed(2) },
    { name: 'both', of: ({ reasons }) => explain(reasons) },
  ];
  const notes =
    found.length > 0
      ? []
      : [
          `Nothing here shares a benchmark, a task or a part with ${shown}${describeFilter(flags)}.`,
        ];
  await show(
    {
      tables: () => [toTable(columns, found, { notes })],
      csv: { columns, rows: found },
      json: found,
    },
    flags,
    io,
  );
}

/** `tested on MATH, CIFAR; for planning` */
function explain(reasons: readonly SharedReason[]): string {
  const groups = new Map<string, string[]>();
  for (const { relation, way, name } of reasons) {
    const words = WORDS[relation]?.[way] ?? relation;
    groups.set(words, [...(groups.get(words) ?? []), name]);
  }
  return [...groups].map(([words, names]) => `${words} ${names.join(', ')}`).join('; ');
}

const WORDS: Partial<Readonly<Record<EdgeType, Readonly<Record<'to' | 'from', string>>>>> = {
  EVALUATED_ON: { to: 'tested on', from: 'used to test' },
  ADDRESSES: { to: 'for', from: 'addressed by' },
  TRAINED_ON: { to: 'trained on', from: 'used to train' },
  BUILDS_ON: { to: 'build on', from: 'used in' },
  PART_OF: { to: 'part of', from: 'with' },
  OUTPERFORMS: { to: 'outperform', from: 'outperformed by' },
  COMPARED_WITH: { to: 'compared with', from: 'compared with' },
  MEASURED_BY: { to: 'measured by', from: 'measure' },
};
