import type { ExtractedEntity, ExtractedResult } from '../../../graph/schema.ts';
import type { Views } from '../views.ts';
import { alignLists, listsOf } from './lists.ts';
import { candidates, type Filling, type Scene, toScenes } from './scene.ts';

/**
 * Puts right what fills the slots of results where the grammar of their sentence tells. A result that a rule changes
 * is said by the model and the rules together: `model + list`.
 */
export function settleSlots(
  results: readonly ExtractedResult[],
  entities: readonly ExtractedEntity[],
  views: Views,
): ExtractedResult[] {
  return RULES.reduce(
    (settled, [by, rule]) => {
      const fillings = toScenes(settled, entities, views).flatMap(rule);
      return settled.map((result) => fill(result, fillings, by));
    },
    [...results],
  );
}

/** In the order in which they apply; each sees what those before it have put right. */
const RULES: readonly (readonly [by: string, rule: (scene: Scene) => Filling[]])[] = [
  ['list', alignLists],
  ['opening', fillFromOpening],
  ['training', dropTrainingData],
  ['variant', preferVariant],
  ['rival', dropRival],
  ['start', dropSubjectOfStart],
];

function fill(result: ExtractedResult, fillings: readonly Filling[], by: string): ExtractedResult {
  const own = fillings.filter(
    (filling) => filling.result === result && result[filling.slot] !== filling.name,
  );
  if (own.length === 0) return result;
  const slots = Object.fromEntries(own.map(({ slot, name }) => [slot, name]));
  return { ...result, ...slots, by: `${result.by} + ${by}` };
}

/** "On ImageNet-1K, ..." and "Experiments on UCF101 show ..." are said of all numbers of the sentence without a benchmark. */
function fillFromOpening(scene: Scene): Filling[] {
  const { text, span, results } = scene;
  const [opening] = OPENING.exec(text.slice(...span)) ?? [];
  if (!opening) return [];
  const named = candidates(scene, 'benchmark').find(
    (candidate) => candidate.span[0] === span[0] + opening.length,
  );
  if (!named || listsOf(scene, 'benchmark').some((list) => list.includes(named))) return [];
  if (MORE.test(text.slice(named.span[1], span[1]))) return [];
  return results
    .filter(({ result, span: [start] }) => !result.benchmark && start > named.span[1])
    .map(({ result }) => ({ result, slot: 'benchmark', name: named.entity.name }));
}

const OPENING =
  /^(?:(?:[\p{L}-]+,?\s){0,4}?(?:experiments?|evaluations?|results|tests?|evaluated|tested)\s)?(?:(?:in particular|specifically|notably|for example|for instance|remarkably|moreover|furthermore|additionally),\s)?on\s(?:the\s|our\s)?(?:[\p{L}-]+\s){0,2}?(?=\p{Lu})/iu;
const MORE = /^\s*(?:and|or|,\s(?:and|as well))\b/;

/** What something was trained on is not what it was measured on. */
function dropTrainingData(scene: Scene): Filling[] {
  const { text, span, results } = scene;
  return results.flatMap(({ result }): Filling[] => {
    const own = candidates(scene, 'benchmark').filter(
      ({ entity }) => entity.name === result.benchmark,
    );
    const isTraining = own.every(
      ({ span: [start, end] }) =>
        TRAINED_ON.test(text.slice(Math.max(span[0], start - 70), start)) &&
        !/\btest\b/i.test(text.slice(start, end + 10)),
    );
    return own.length > 0 && isTraining ? [{ result, slot: 'benchmark', name: null }] : [];
  });
}

const TRAINED_ON =
  /\b(?:(?:pre-?|post-?|re)?train(?:ed|ing)|fine-?tun(?:ed|ing))\b[^.;,]{0,50}\bon\s(?:the\s|our\s)?(?:[\p{L}-]+\s)?$/iu;

/** Where the sentence names "GenSeg-R1-8B" and not "GenSeg-R1", that variant is the subject. */
function preferVariant(scene: Scene): Filling[] {
  const subjects = candidates(scene, 'subject');
  return scene.results.flatMap(({ result, span: [start] }): Filling[] => {
    const { subject } = result;
    if (!subject || subjects.some(({ entity }) => entity.name === subject)) return [];
    const variant = subjects.findLast(
      ({ entity, span }) => entity.name.startsWith(subject) && span[1] <= start,
    );
    return variant ? [{ result, slot: 'subject', name: variant.entity.name }] : [];
  });
}

/** "reaches 92.8 %, outperforming YOLOv11s by 4.8 %": a score is not measured against who is outperformed. */
function dropRival(scene: Scene): Filling[] {
  const { text, span } = scene;
  return scene.results.flatMap(({ result }): Filling[] => {
    if (result.kind !== 'absolute' || !result.baseline) return [];
    const rivals = candidates(scene, 'baseline').filter(
      ({ entity }) => entity.name === result.baseline,
    );
    const isRival = rivals.some(({ span: [start] }) => RIVAL.test(text.slice(span[0], start)));
    return isRival ? [{ result, slot: 'baseline', name: null }] : [];
  });
}

const RIVAL =
  /\b(?:outperform|surpass|exceed|beat|rival|improv)(?:s|es|ed|ing|ting)?\s(?:over\s|upon\s)?(?:the\s|an?\s)?(?:[\p{L}-]+\s){0,3}$/iu;

/** "X raises accuracy from 43 to 44": the first is the score of what was there before X. */
function dropSubjectOfStart({ text, span, results }: Scene): Filling[] {
  return results.flatMap(({ result, span: [start, end] }, index): Filling[] => {
    const next = results[index + 1];
    if (result.kind !== 'absolute' || !result.subject || !next) return [];
    const isStart =
      /\bfrom\s+[^\d.,;]{0,15}$/.test(text.slice(span[0], start)) &&
      /^\s?[%°]?\s+to\s+[~$]?$/.test(text.slice(end, next.span[0]));
    if (!isStart || next.result.subject !== result.subject) return [];
    return [{ result, slot: 'subject', name: next.result.baseline }];
  });
}
