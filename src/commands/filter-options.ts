import { type Command, InvalidArgumentError } from 'commander';
import { InputError, UsageError } from '../../graph/errors.ts';
import { type Filtered, filterGraph } from '../../graph/filter/filter-graph.ts';
import {
  CONDITIONS,
  type Condition,
  type GraphFilter,
  period,
} from '../../graph/filter/graph-filter.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { EDGE_TYPES, NODE_TYPES } from '../../graph/schema.ts';
import { readGraph } from '../library/read-library.ts';
import { filled, positiveInteger, wholeNumber } from './flags.ts';

/** The filter of a command line, as commander hands it over: its options bear the names of the conditions. */
export type FilterFlags = GraphFilter;

/** Each condition as an option, in the order in which a help lists them. */
const ADD: Readonly<Record<Condition, (command: Command) => Command>> = {
  types: (command) =>
    command.option(
      '--types <types>',
      `only nodes of these types: ${NODE_TYPES.join(', ')}`,
      nodeTypes,
    ),
  relations: (command) =>
    command.option(
      '--relations <types>',
      'only edges of these types (OUTPERFORMS,EVALUATED_ON, ...) and what they join',
      edgeTypes,
    ),
  minPapers: (command) =>
    command.option(
      '--min-papers <count>',
      'only entities that so many papers name',
      positiveInteger,
    ),
  since: (command) =>
    command.option(
      '--since <date>',
      'only papers from then on: 2026, 2026-03 or 2026-03-14',
      isoPeriod,
    ),
  until: (command) =>
    command.option('--until <date>', 'only papers up to then, its last day included', isoPeriod),
  around: (command) =>
    command
      .option(
        '--around <node>',
        'only what lies near this node: a key, a name, the id of a paper',
        filled,
      )
      .option('--depth <steps>', 'how many steps from it (default: 1)', wholeNumber),
};

/**
 * Gives a command the options that choose a part of the graph.
 * @param conditions those that make sense for it, all by default
 */
export function withFilter(
  command: Command,
  conditions: readonly Condition[] = [
    'types',
    'relations',
    'minPapers',
    'since',
    'until',
    'around',
  ],
): Command {
  return conditions.reduce((built, condition) => ADD[condition](built), command);
}

/** A part of a graph, and the whole that it was taken from. */
export interface Part {
  readonly graph: KnowledgeGraph;
  readonly whole: KnowledgeGraph;
}

/** The graph of a library, or the part of it that the flags ask for; throws what `readPart` throws. */
export async function readFiltered(library: string, flags: FilterFlags): Promise<KnowledgeGraph> {
  return (await readPart(library, flags)).graph;
}

/**
 * The part of a library's graph that the flags ask for, which is the whole where they ask for nothing.
 * @throws UsageError for flags that contradict each other or name no node
 * @throws InputError where there is no library, or nothing is left of its graph
 */
export async function readPart(library: string, flags: FilterFlags): Promise<Part> {
  expectSense(flags);
  const whole = await readGraph(library);
  const { graph, taken } = filterGraph(whole, flags);
  if (graph.order === 0 && whole.order > 0) {
    throw new InputError(explainNothing(whole, flags, taken), { path: library });
  }
  return { graph, whole };
}

function expectSense({ around, depth, since, until }: FilterFlags): void {
  if (depth !== undefined && around === undefined) {
    throw new UsageError('--depth says how far from a node; name the node with --around');
  }
  if (since !== undefined && until !== undefined && until < since.slice(0, until.length)) {
    throw new UsageError(`--until ${until} is before --since ${since}: no paper is in between`);
  }
}

/** `nothing is left: of 507 nodes, --types Method takes 313, then --min-papers 90 takes 194` */
function explainNothing(
  graph: KnowledgeGraph,
  flags: FilterFlags,
  taken: Filtered['taken'],
): string {
  const took = taken
    .filter(({ nodes }) => nodes > 0)
    .map(({ condition, nodes }) => {
      const why = condition === 'around' ? ', which is not among them,' : '';
      return `${FLAG[condition](flags)}${why} takes ${nodes}`;
    });
  const dated = taken.some(({ condition, nodes }) => isDate(condition) && nodes > 0);
  const hint = dated ? ` (${describeDates(graph)})` : '';
  return `nothing is left: of ${graph.order} nodes, ${took.join(', then ')}${hint}; loosen the filter`;
}

const FLAG: Readonly<Record<Condition, (flags: FilterFlags) => string>> = {
  since: ({ since }) => `--since ${since}`,
  until: ({ until }) => `--until ${until}`,
  minPapers: ({ minPapers }) => `--min-papers ${minPapers}`,
  types: ({ types: wanted = [] }) => `--types ${wanted.join(',')}`,
  relations: ({ relations: wanted = [] }) => `--relations ${wanted.join(',')}`,
  around: ({ around }) => `--around "${around}"`,
};

/** What a sentence about what is left ends with: ` with --since 2026 --min-papers 2`, or nothing without a condition. */
export function describeFilter(flags: FilterFlags): string {
  const given = CONDITIONS.filter((condition) => flags[condition] !== undefined);
  return given.length > 0 ? ` with ${given.map((one) => FLAG[one](flags)).join(' ')}` : '';
}

const isDate = (condition: Condition) => condition === 'since' || condition === 'until';

function describeDates(graph: KnowledgeGraph): string {
  const dates = graph.mapNodes((_, node) => (node.type === 'Paper' ? [node.date] : [])).flat();
  const known = dates.filter((date) => date !== undefined).sort();
  if (known.length === 0) return `none of the ${dates.length} papers has a date`;
  const without = dates.length - known.length;
  const range = `its papers are dated ${known[0]} to ${known.at(-1)}`;
  return without === 0 ? range : `${range}; ${without} without a date`;
}

/** `method,Benchmark` -> `['Method', 'Benchmark']` */
export const nodeTypes = (value: string) => oneOrMore(value, NODE_TYPES);
const edgeTypes = (value: string) => oneOrMore(value, EDGE_TYPES);

function oneOrMore<Name extends string>(value: string, names: readonly Name[]): Name[] {
  const wanted = value.split(',').map((word) => word.trim());
  const found = wanted.map((word) => {
    const name = names.find((other) => other.toLowerCase() === word.toLowerCase());
    if (name !== undefined) return name;
    throw new InvalidArgumentError(`"${word}" is none of ${names.join(', ')}.`);
  });
  return [...new Set(found)];
}

function isoPeriod(value: string): string {
  const parsed = period.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError('Expected a day, a month or a year: 2026-03-14, 2026-03 or 2026.');
}
