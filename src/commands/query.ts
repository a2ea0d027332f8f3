import { Command, Option } from 'commander';
import type { Parameter } from '../../graph/cypher/embedded.ts';
import { expectReading } from '../../graph/cypher/reading.ts';
import type { Recipe } from '../../graph/cypher/recipe.ts';
import { UsageError } from '../../graph/errors.ts';
import { DEFAULT_LIBRARY } from '../library/library-files.ts';
import { openQueryProcess, type QueryProcess } from '../runtime/query-process.ts';
import { readRecipe, readRecipes } from '../runtime/recipes.ts';
import { ANSWER_FORMATS, type AnswerFormat } from './answer-formats.ts';
import { type CommandIo, say, write } from './command-io.ts';
import { positiveInteger } from './flags.ts';
import { historyPath, openHistory } from './query-history.ts';
import { addParameter, type Parameters } from './query-parameters.ts';
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
    .argument('[library]', 'the folder of the library', DEFAULT_LIBRARY)
    .argument('[query]', 'what to ask, or - for standard input')
    .option('--recipe <name>', 'ask one of the questions that come with Sotagraph')
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
  const question = await readQuestion(query, flags, io);
  // What is no query is told of at once, before the library is loaded.
  if (question) expectReading(question.text);
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

/** What is asked, or undefined where it is to be asked at a prompt. */
async function readQuestion(
  query: string | undefined,
  { recipe: name, param = {} }: Flags,
  io: CommandIo,
): Promise<{ text: string; parameters: Parameters } | undefined> {
  if (name !== undefined) {
    if (query !== undefined) throw new UsageError('give a query or --recipe, not both');
    const recipe = await readRecipe(name);
    return { text: recipe.text.embedded, parameters: fill(recipe, param) };
  }
  const isTerminal = 'isTTY' in io.stdin && io.stdin.isTTY;
  if (query !== undefined && query !== '-') return { text: query, parameters: param };
  if (query === undefined && isTerminal) return undefined;
  const chunks: string[] = [];
  for await (const chunk of io.stdin) chunks.push(String(chunk));
  return { text: chunks.join(''), parameters: param };
}

/** The parameters of a recipe, each as it was given or by its default. */
function fill({ name, parameters }: Recipe, given: Parameters): Parameters {
  const unknown = Object.keys(given).find(
    (key) => !parameters.some(({ name: own }) => own === key),
  );
  const known = parameters.map((parameter) => parameter.name).join(', ') || 'none';
  if (unknown) throw new UsageError(`recipe ${name} has no parameter ${unknown}; it has ${known}`);
  const entries = parameters.map(({ name: own, description, default: otherwise }) => {
    const value: Parameter | undefined = given[own] ?? otherwise;
    if (value === undefined) {
      throw new UsageError(`recipe ${name} needs --param ${own}=… (${description})`);
    }
    return [own, value] as const;
  });
  return Object.fromEntries(entries);
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
