import { RESULT_SLOTS, type ResultSlot } from '../../../graph/schema.ts';
import type { Span } from '../read.ts';
import {
  candidates,
  type Filling,
  hasFigure,
  type Named,
  type Reported,
  type Scene,
} from './scene.ts';

/**
 * Gives each number of a list the name at the same place of a list of names: in "MAE of 1.74 and 2.15 on MORPH-II and
 * FG-NET", 2.15 is on FG-NET. The lists are of one length, and no other number stands between them. Benchmarks and
 * metrics have one slot alone; a method fills one that some number of the list has it in already, or is the subject
 * where the sentence says "respectively" and compares nothing before: "Gemma and Llama-3 drop to 39 % and 24 %, respectively".
 */
export function alignLists(scene: Scene): Filling[] {
  const { text, span, results } = scene;
  const numbers = toRuns(results, text, BETWEEN_NUMBERS).filter((run) => run.length > 1);
  const isRespective = /\brespectively\b/i.test(text.slice(...span));
  return numbers.flatMap((run) =>
    RESULT_SLOTS.flatMap((slot) =>
      listsOf(scene, slot)
        .filter((names) => names.length === run.length && isBeside(scene, names, run))
        .filter((names) => {
          if (slot === 'benchmark' || slot === 'metric') return true;
          if (run.some(({ result }) => names.some(({ entity }) => entity.name === result[slot])))
            return true;
          const [from, to] = [start(names), start(run)];
          const compares = COMPARES.test(text.slice(span[0], from));
          return slot === 'subject' && isRespective && from < to && !compares;
        })
        .flatMap((names) =>
          run.flatMap(({ result }, index): Filling[] => {
            const name = names[index]?.entity.name;
            return name === undefined ? [] : [{ result, slot, name }];
          }),
        ),
    ),
  );
}

/** Lists of names that may stand in a slot. */
export function listsOf(scene: Scene, slot: ResultSlot): Named[][] {
  // "Massive Text Embedding Benchmark (MTEB)" is one name of a list.
  const once = candidates(scene, slot).filter(
    ({ entity }, index, all) => all[index - 1]?.entity !== entity,
  );
  return toRuns(once, scene.text, BETWEEN_NAMES).filter((run) => run.length > 1);
}

/** Cuts what stands in a text into runs between whose members there is nothing but what joins a list. */
function toRuns<Item extends { readonly span: Span }>(
  items: readonly Item[],
  text: string,
  joint: RegExp,
): Item[][] {
  const all: Item[][] = [];
  for (const item of items) {
    const run = all.at(-1);
    const last = run?.at(-1);
    if (run && last && joint.test(text.slice(last.span[1], item.span[0]))) run.push(item);
    else all.push([item]);
  }
  return all;
}

function isBeside(scene: Scene, names: readonly Named[], run: readonly Reported[]): boolean {
  if (start(names) >= end(run)) return !hasFigure(scene, end(run), start(names));
  return end(names) <= start(run) && !hasFigure(scene, end(names), start(run));
}

type Run = readonly { readonly span: Span }[];
const start = (run: Run): number => run[0]?.span[0] ?? 0;
const end = (run: Run): number => run.at(-1)?.span[1] ?? 0;

/** A unit, a comma or "and", and what opens the next number: ` %, and +` */
export const BETWEEN_NUMBERS =
  /^\s*(?:\+?\s?(?:%|[x×]|percent|points?|times)\+?)?(?:\s(?:percentage )?points)?(?:\s\([^()\d]{1,20}\))?\s*(?:,\s*(?:and\s)?|\sand\s|\/|;\s*(?:and\s)?)\s*(?:(?:by|up to|of|over|about)\s)?[~$+≈-]*$/i;
/** A short form or a generic noun, a comma or "and", and what opens the next name. */
const BETWEEN_NAMES =
  /^(?:\s\([^()]*\))?(?:\s(?:datasets?|benchmarks?|tasks?|models?|scores?))?\s*(?:,\s*(?:and\s|or\s)?|\s(?:and|or)\s|\/|\s&\s|\s\+\s)\s*(?:(?:the|on|in|for|a|an|over)\s)?(?:the\s)?$/i;
const COMPARES = /\b(?:outperform|surpass|exceed|beat|over|than|vs|versus|compared)/i;
