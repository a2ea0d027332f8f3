import { Command, Option } from 'commander';
import { expectReading } from '../../graph/cypher/reading.ts';
import type { Recipe } from '../../graph/cypher/recipe.ts';
import { UsageError } from '../../graph/errors.ts';
import { quote } from '../corpus/diagnostic.ts';
import { exists } from '../library/exists.ts';
import { DEFAULT_LIBRARY } from '../library/library-files.ts';
import { expectLibrary } from '../library/read-library.ts';
import { openQueryProcess, type QueryProcess } from '../runtime/query-process.ts';
import { readRecipe, readRecipes } from '../runtime/recipes.ts';
import { ANSWER_FORMATS, type AnswerFormat } from './answer-formats.ts';
import { type CommandIo, say, write } from './command-io.ts';
import { filled, positiveInteger } from './flags.ts';
import { historyPath, openHistory } from './query-history.ts';
import { addParameter, expectUse, fillRecipe, type Parameters } from './query-parameters.ts';
import { promptForQueries } from './query-prompt.ts';

interface Flags {
  readonly recipe?: string;
  readonly recipes: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly param?: Parameters;
  readonly timeout: number;
}

/** `sotagraph query LIBRARY "MATCH ..."`: an answer in Cypher, without a server. */
export function queryCommand(io: CommandIo, env: NodeJS.ProcessEnv): Command {
  return new Command('query')
    .description('ask a library in Cypher, without a server; without a query, a prompt opens')
    .argument('[library]', 'the folder of the library', filled, DEFAULT_LIBRARY)
    .argument('[query]', 'what to ask, or - for standard input')
    .option('--recipe <name>', 'ask one of the questions that come with Sotagraph', filled)
    .option('--recipes', 'list these questions', false)
    .option(
      '--param <name=value>',
      'a parameter: $name in the query; may be repeated',
      addParameter,
    )
    .addOption(new Option('--json', 'print the answer as JSON').conflicts('csv'))
    .addOption(new Option('--csv', 'print the answer as CSV'))
    .option('--timeout <seconds>', 'how long a query may take', positiveInteger, 60)
    .addHelpText(
      'after',
      `
Example:
  $ sotagraph query library 'MATCH (m:Method)-[r:EVALUATED_ON]->(b) RETURN m.name, b.name, r.sentence'
  $ sotagraph query library --recipe results-on --param benchmark=MATH-500`,
    )
    .action((library: string, query: string | undefined, flags: Flags) =>
      runQuery(library, query, flags, io, env),
    );
}

async function runQuery(
  library: string,
  query: string | undefined,
  flags: Flags,
  io: CommandIo,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  if (flags.recipes) return write(io.stdout, listRecipes(await readRecipes()));
  // What is no library and no query is told of at once, before the one is loaded and the other waited for.
  await expectLibraryFirst(library);
  const question = await readQuestion(query, flags, io);
  const options = { timeout: flags.timeout * 1000, signal: io.signal };
  await using process = await openQueryProcess(library, options);
  const format = flags.json ? 'json' : flags.csv ? 'csv' : 'table';
  const ask = (text: string, parameters: Parameters) =>
    answer(process, text, parameters, format, io);
  // Awaited here: the process ends when this function does.
  if (question) return await ask(question.text, question.parameters);
  const history = await openHistory(historyPath(env), (message) => say(io, message));
  await promptForQueries((text) => ask(text, flags.param ?? {}), io, history);
}

/** @throws UsageError where the query stands in the place of the library; InputError where there is no library */
async function expectLibraryFirst(library: string): Promise<void> {
  if (/\s/.test(library) && !(await exists(library))) {
    throw new UsageError(
      `there is no library at ${quote(library)}; give the library first, then the query`,
    );
  }
  await expectLibrary(library);
}

/** What is asked, or undefined where it is to be asked at a prompt. */
async function readQuestion(
  query: string | undefined,
  { recipe: name, param = {} }: Flags,
  io: CommandIo,
): Promise<{ text: string; parameters: Parameters } | undefined> {
  if (name !== undefined) {
    if (query !== undefined) throw new UsageError('give a query or --recipe, not both');
    const recipe = await readRecipe(name);
    return { text: recipe.text.embedded, parameters: fillRecipe(recipe, param) };
  }
  const isTerminal = 'isTTY' in io.stdin && io.stdin.isTTY;
  if (query === undefined && isTerminal) return undefined;
  const text = query === undefined || query === '-' ? await readText(io) : query;
  if (text.trim() === '') {
    throw new UsageError("the query is empty; give one, such as 'MATCH (m:Method) RETURN m.name'");
  }
  expectUse(param, expectReading(text));
  return { text, parameters: param };
}

async function readText({ stdin }: CommandIo): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of stdin) chunks.push(String(chunk));
  return chunks.join('');
}

async function answer(
  process: QueryProcess,
  text: string,
  parameters: Parameters,
  format: AnswerFormat,
  io: CommandIo,
): Promise<void> {
  const width = 'columns' in io.stdout ? Number(io.stdout.columns) : Number.POSITIVE_INFINITY;
  await write(io.stdout, ANSWER_FORMATS[format](await process.ask(text, parameters), width));
}

function listRecipes(recipes: readonly Recipe[]): string {
  const width = Math.max(...recipes.map(({ name }) => name.length));
  return recipes
    .map(({ name, title, parameters }) => {
      const given = parameters.map((parameter) => `$${parameter.name}`).join(' ');
      return `${name.padEnd(width)}  ${title}${given && `  (${given})`}\n`;
    })
    .join('');
}
