import type { Span } from '../read.ts';

/**
 * The words that condition a number, in a text without LaTeX: "under the interactive protocol", "zero-shot",
 * "in multi-agent systems". They stand in its own clause: after it up to the next number, else before it up to the
 * number before.
 */
export function readSetting(text: string, [start, end]: Span): Span | undefined {
  const [afterEnd] = AFTER_CLAUSE.exec(text.slice(end, end + 160)) ?? [''];
  const after = CONDITION.exec(afterEnd);
  if (after) return at(end, after);
  const head = text.slice(Math.max(0, start - 160), start);
  const clause = (BEFORE_CLAUSE.exec(head)?.[0] ?? '').replace(OF_NUMBER_BEFORE, '');
  const before = [...clause.matchAll(new RegExp(CONDITION, 'giu'))].at(-1);
  return before && at(start - clause.length, before);
}

function at(from: number, match: RegExpExecArray): Span {
  const start = from + match.index;
  return [start, start + match[0].trimEnd().length];
}

/** Words up to the end of the clause or to the next number that is a figure of its own: not the 4 of "4-bit". */
const STOP =
  '(?!\\.\\s|\\.$|[;!?]|,?\\s(?:while|whereas|but|which)\\b|(?<![\\p{L}\\p{N}-])\\d+(?:\\.\\d+)?(?![\\p{L}\\p{N}-]))';
const AFTER_CLAUSE = new RegExp(`^(?:%|[x×]|\\s?percent)?(?:${STOP}[^])*`, 'u');
const BEFORE_CLAUSE = new RegExp(`(?:${STOP}[^])*$`, 'u');

/** What follows the number before, up to the next comma, is said of that one. */
const OF_NUMBER_BEFORE = /^[\d.]*\d?\s?(?:%|[x×])[^,]*/;

const SHOT = '(?:zero|one|two|three|four|five|few|many|\\p{N}+)-shot';
const NOUN =
  '(?:settings?|scenarios?|regimes?|protocols?|conditions?|budgets?|constraints?|environments?|setups?|configurations?|modes?|supervision|shifts?|attacks?|noise|quantization|sparsity|compression|systems)';
/** Words that tell no condition from another: "in some settings", "across multiple scenarios". */
const VAGUE =
  '(?:(?:multiple|various|different|diverse|several|many|some|most|all|both|each|other|these|this|that|our|such|certain|real-world|challenging|practical|complex|existing|equal|same|comparable|similar|more|less|one|two|three|four|five|six|seven|eight|nine|ten|\\p{N}+)\\s)';
const CONDITION = new RegExp(
  [
    `\\b(?:under|in|at)\\s(?:an?\\s|the\\s)?(?!${VAGUE})(?:(?!(?:and|or|of|on|over|than|with|for|to|from|by|the|that|our|their)\\b)[\\p{L}\\p{N}'@/.+-]+\\s){1,4}?${NOUN}\\b`,
    `\\bin\\s(?:an?\\s|the\\s)?${SHOT}(?:\\s(?:and|or)\\s${SHOT})?\\s(?:settings?|scenarios?|evaluations?|transfer|learning|prompting)\\b`,
    `(?<!\\b(?:than|over|to|versus|vs\\.?|an?|its|the|two|three|four|five|six|both|on|baseline|and|or)\\s)(?<!\\p{N})\\b${SHOT}(?=\\s(?:settings?|evaluation|prompting|transfer|learning|accuracy|performance|inference|top-)|[,.)])`,
    'without (?:any )?(?:additional |extra |further |test-time )?(?:training|fine-?tuning|retraining|supervision|tools|thinking|augmentation)\\b',
    '\\b(?:with|using|under)\\s(?:only\\s)?\\p{N}[\\p{N}.,]*\\s?%\\s(?:of\\s)?(?:the\\s)?(?:[\\p{L}-]+\\s){0,2}(?:data|labels?|samples|annotations|sparsity)\\b',
  ].join('|'),
  'iu',
);
