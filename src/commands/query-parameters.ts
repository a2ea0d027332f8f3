import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { Parameter } from '../../graph/cypher/embedded.ts';

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
