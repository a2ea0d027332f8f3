import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { Parameter } from '../../graph/cypher/embedded.ts';
import type { Recipe, RecipeParameter } from '../../graph/cypher/recipe.ts';
import { UsageError } from '../../graph/errors.ts';
import { quote } from '../corpus/diagnostic.ts';

export type Parameters = Readonly<Record<string, Parameter>>;

/** Adds `least=10` to what was given before. A value that is JSON is what it says, any other is text. */
export function addParameter(given: string, before: Parameters = {}): Parameters {
  const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(given) ?? [];
  if (name === undefined) throw new InvalidArgumentError('Expected name=value.');
  return { ...before, [name]: parse(value) };
}

const parameter: z.ZodType<Parameter> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(parameter)]),
);

function parse(value: string): Parameter {
  try {
    return parameter.parse(JSON.parse(value));
  } catch {
    return value;
  }
}

/**
 * The parameters of a recipe, each as it was given or by its default.
 * @throws UsageError for one that is missing, that the recipe does not have, or that is of another kind
 */
export function fillRecipe({ name, parameters }: Recipe, given: Parameters): Parameters {
  const known = parameters.map((parameter) => parameter.name);
  expectKnown(`recipe ${name}`, given, known);
  const entries = parameters.map((own) => {
    const value: Parameter | undefined = given[own.name] ?? own.default;
    if (value === undefined) {
      throw new UsageError(`recipe ${name} needs --param ${own.name}=… (${own.description})`);
    }
    expectKind(name, own, value);
    return [own.name, value] as const;
  });
  return Object.fromEntries(entries);
}

/** @throws UsageError for a parameter that does not stand in a query whose comments are blanked out */
export function expectUse(given: Parameters, query: string): void {
  const used = [...query.matchAll(/\$`?(\w+)/g)].flatMap(([, name]) => name ?? []);
  expectKnown('the query', given, [...new Set(used)]);
}

function expectKnown(what: string, given: Parameters, known: readonly string[]): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const names = known.join(', ') || 'none';
  throw new UsageError(`${what} has no parameter ${unknown}; it has ${names}`);
}

/** A number counts rows, and all else is compared with names. */
function expectKind(recipe: string, own: RecipeParameter, value: Parameter): void {
  const isCount = typeof own.default === 'number';
  if (isCount ? isWhole(value) : typeof value === 'string') return;
  const expected = isCount
    ? 'a whole number from 0 on'
    : `text, in quotes where it could be something else: --param '${own.name}=${JSON.stringify(String(value))}'`;
  throw new UsageError(
    `parameter ${own.name} of recipe ${recipe} (${own.description}) is ${quote(value)}; expected ${expected}`,
  );
}

const isWhole = (value: Parameter) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
