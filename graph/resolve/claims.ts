import { isClassTerm } from '../class-terms.ts';
import { proposes } from '../proposes.ts';
import type { EntityType, Extraction } from '../schema.ts';
import { isExpansion } from './expansion.ts';
import { stemsOf } from './long-forms.ts';
import type { Member } from './member.ts';
import { isCoined } from './normalize-name.ts';
import type { Form, Spellings } from './spellings.ts';
import { TYPE_GROUP } from './type-group.ts';

/** "Long Form (LF)", said in a document: numbers are those of the spellings. */
export interface Definition {
  readonly short: number;
  readonly long: number;
  /** Long forms of one acronym agree that share this. */
  readonly stems: string;
  /** The long form as it is written. */
  readonly words: string;
}

/** What one paper says of the name of one of its entities. */
export interface Claim extends Member {
  /** Its position among all claims. */
  readonly at: number;
  readonly form: Form;
  /** The number of the name's spelling. */
  readonly name: number;
  readonly definitions: readonly Definition[];
  /** Whether the paper surely introduces a coined name as its own. */
  readonly coins: boolean;
}

/** How sure a paper must be of proposing a name for the name to be its own coinage. */
const SURE = 0.9;

/** The claims of all papers on names, in the order of the papers and of their entities. */
export function claimsOn(facts: readonly Extraction[], spellings: Spellings): Claim[] {
  const claims: Claim[] = [];
  for (const paper of facts) {
    for (const entity of paper.entities) {
      const { name, type, aliases } = entity;
      const form = spellings.form(name, TYPE_GROUP[type]);
      claims.push({
        at: claims.length,
        paper,
        entity,
        form,
        name: spellings.numberOf(form),
        definitions:
          aliases.length > 0
            ? aliases.flatMap((alias) => definition(name, alias, type, spellings))
            : NONE,
        coins: proposes(paper, name, SURE) && canBeCoined(name, type),
      });
    }
  }
  return claims;
}

const NONE: readonly Definition[] = [];

/** Metrics and tasks are named alike by everybody; a class of things is nobody's. */
function canBeCoined(name: string, type: EntityType): boolean {
  const group = TYPE_GROUP[type];
  return (
    (group === 'system' || group === 'collection') && isCoined(name) && !isClassTerm(name, type)
  );
}

function definition(
  name: string,
  alias: string,
  type: EntityType,
  { form, numberOf }: Spellings,
): Definition[] {
  const number = (written: string) => numberOf(form(written, TYPE_GROUP[type]));
  const make = (short: string, long: string) => [
    { short: number(short), long: number(long), stems: stemsOf(long), words: long },
  ];
  if (isExpansion(name, alias)) return make(name, alias);
  return isExpansion(alias, name) ? make(alias, name) : [];
}
