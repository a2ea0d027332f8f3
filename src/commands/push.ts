import { basename, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { UsageError } from '../../graph/errors.ts';
import { type Loaded, load } from '../../graph/neo4j/load.ts';
import { DEFAULT_LIBRARY } from '../library/library-files.ts';
import { readPropertyGraph } from '../library/read-property-graph.ts';
import { askPassword } from './ask-password.ts';
import { type CommandIo, write } from './command-io.ts';
import { filled, positiveInteger } from './flags.ts';
import { startProgress } from './progress.ts';

interface Flags {
  readonly uri: string;
  readonly user: string;
  readonly database?: string;
  readonly name?: string;
  readonly batch?: number;
  readonly verify: boolean;
  readonly json: boolean;
}

/** `sotagraph push LIBRARY`: a Neo4j database that holds the graph. */
export function pushCommand(io: CommandIo, env: NodeJS.ProcessEnv): Command {
  return new Command('push')
    .description(
      'bring a Neo4j database up to date with a library; what is not of this library is never touched',
    )
    .argument('[library]', 'the folder of the library', filled, DEFAULT_LIBRARY)
    .addOption(
      new Option('--uri <uri>', 'the address of the server')
        .env('NEO4J_URI')
        .default('bolt://localhost:7687')
        .argParser(filled),
    )
    .addOption(
      new Option('--user <user>', 'who pushes')
        .env('NEO4J_USERNAME')
        .default('neo4j')
        .argParser(filled),
    )
    .addOption(
      new Option('--database <database>', "the database (default: the user's own)").env(
        'NEO4J_DATABASE',
      ),
    )
    .option('--name <name>', 'what the library is called there (default: the name of its folder)')
    .option('--batch <rows>', 'rows a transaction', positiveInteger)
    .option('--verify', 'compare all that is there, also what others may have changed', false)
    .option('--json', 'print what changed as JSON', false)
    .addHelpText(
      'after',
      '\nThe password is read from NEO4J_PASSWORD, or asked for.\n\nExample:\n  $ sotagraph push library --uri bolt://localhost:7687 --user neo4j',
    )
    .action((library: string, flags: Flags) => push(library, flags, io, env));
}

async function push(
  library: string,
  flags: Flags,
  io: CommandIo,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const name = flags.name ?? basename(resolve(library));
  if (name === '') throw new UsageError('--name is empty; name what the library is called there');
  const graph = await readPropertyGraph(library);
  const { uri, user, database } = flags;
  const password = env.NEO4J_PASSWORD ?? (await askPassword(`Password of ${user} at ${uri}`, io));
  using progress = startProgress('Pushing', io);
  const loaded = await load(
    graph,
    { uri, user, password, database },
    {
      library: name,
      verify: flags.verify,
      ...(flags.batch === undefined ? {} : { batchSize: flags.batch }),
      progress: progress.update,
      signal: io.signal,
    },
  );
  progress[Symbol.dispose]();
  if (flags.json) await write(io.stdout, `${JSON.stringify(loaded, null, 2)}\n`);
  else if (!io.quiet()) await write(io.stdout, summarize(loaded, `${name} at ${uri}`));
}

function summarize(loaded: Loaded, where: string): string {
  const { nodesCreated, nodesUpdated, nodesDeleted, nodesRetired } = loaded;
  const { relationshipsCreated, relationshipsUpdated, relationshipsDeleted } = loaded;
  if (Object.values(loaded).every((count) => count === 0)) return `${where} is up to date\n`;
  const retired = nodesRetired > 0 ? `, ${nodesRetired} retired` : '';
  return `${where} is up to date now
Nodes          ${nodesCreated} created, ${nodesUpdated} updated, ${nodesDeleted} deleted${retired}
Relationships  ${relationshipsCreated} created, ${relationshipsUpdated} updated, ${relationshipsDeleted} deleted
`;
}
