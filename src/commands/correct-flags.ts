import { type Command, Option } from 'commander';
import { UsageError } from '../../graph/errors.ts';
import { RESULT_KINDS, type ResultKind, UNITS, type Unit } from '../../graph/schema.ts';
import type { AmendFlags } from './amend.ts';

export interface NumberFlags extends AmendFlags {
  readonly unit?: Unit;
  readonly kind?: ResultKind;
}

/** The options of a command that tells what a number is. */
export function numbered(command: Command): Command {
  return command
    .addOption(new Option('--unit <unit>', 'its unit').choices(UNITS))
    .addOption(new Option('--kind <kind>', 'what kind of number it is').choices(RESULT_KINDS));
}

/** One of several known values. @throws UsageError for another one */
export function choose<T extends string>(given: string, known: readonly T[]): T {
  const found = known.find((value) => value === given);
  if (found) return found;
  throw new UsageError(`"${given}" is none of ${known.join(', ')}`);
}
