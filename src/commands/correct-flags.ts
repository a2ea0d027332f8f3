import { type Command, Option } from 'commander';
import { UsageError } from '../../graph/errors.ts';
import {
  type Anchor,
  RESULT_KINDS,
  type ResultKind,
  UNITS,
  type Unit,
} from '../../graph/schema.ts';
import type { Anchors } from '../identity/anchors.ts';
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

/** Where a paper mentions a thing. @throws UsageError where it does not */
export function mention(anchors: Anchors, thing: string, paper: string): Anchor {
  const found = anchors.entities(thing).find((anchor) => anchor.paper === paper);
  if (found) return found;
  throw new UsageError(`paper ${paper} does not mention "${thing}"`);
}

/** One of several known values. @throws UsageError for another one */
export function choose<T extends string>(given: string, known: readonly T[]): T {
  const found = known.find((value) => value === given);
  if (found) return found;
  throw new UsageError(`"${given}" is none of ${known.join(', ')}`);
}
