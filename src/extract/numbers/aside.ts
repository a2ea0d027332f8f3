import type { Span } from '../read.ts';

/**
 * Whether a number only qualifies or counts for another one, in a text without LaTeX: the level and the bounds of a
 * confidence interval, what stands after `±`, a p-value, a test statistic, the size of a sample, the whole of "10/4039",
 * the cut of a metric ("mAP@0.5", "top-10"), a rank, one part of a time that is written in two ("23 minutes 36 seconds"), the ends of the interval "[0, 1]", a size in a name ("Qwen-7B").
 */
export function isAside(text: string, [start, end]: Span): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const digits = text.slice(start, end);
  const after = text.slice(end, end + REACH);
  return (
    isWhole(before, digits, after) ||
    ASIDES.some(([left, own, right]) => left.test(before) && own.test(digits) && right.test(after))
  );
}

/** "10/4039" is ten of so many; "85/54 ms" and "45/19/77 %" are lists, "1/8" is a part. */
function isWhole(before: string, digits: string, after: string): boolean {
  const part = /(?<![\d./-])(\d[\d,]*)\s?\/\s?$/.exec(before)?.[1];
  if (part === undefined || part === '1' || !WHOLE.test(digits)) return false;
  const [some, all] = [part, digits].map((written) => Number(written.replaceAll(',', '')));
  return (some ?? 0) <= (all ?? 0) && !/^\s?[%/×x\d.]|^\s[A-Za-z]+\//.test(after);
}

const REACH = 60;
const ANY = /^/;
const WHOLE = /^\d[\d,]*$/;

const INTERVAL = '(?:CIs?|(?:confidence|credible) intervals?)';
const NUMBER = '[-+−–]?\\d[\\d.,]*\\s?%?';
const TIME = '(?:hours?|hrs?|h|min(?:ute)?s?)';

/** What stands before a number, what it is written in, and what stands after it. */
const ASIDES: readonly (readonly [before: RegExp, own: RegExp, after: RegExp])[] = [
  // "95% CI [0.71, 0.83]", "95% confidence interval: 70.1%-77.2%"
  [ANY, /^9\d/, new RegExp(`^\\s?%?[\\s-]?${INTERVAL}\\b`)],
  [
    new RegExp(
      `\\b${INTERVAL}[\\s:=,of]{0,6}[[(]?(?:${NUMBER}\\s?(?:[-–—,;]+|to|and)\\s?)?[-+−–]?$`,
    ),
    ANY,
    ANY,
  ],
  [/\d\s?%?\s?(?:±|\+\/[-−]|\+-)\s?$/, ANY, ANY],
  // A capital P with "=" is a precision.
  [
    /(?<![A-Za-z])(?:ps?(?:[\s-]?values?)?\s?(?:[<>≤≥=]|of)|P(?:[\s-]?values?)?\s?[<>≤≥])\s?$/,
    ANY,
    ANY,
  ],
  [/(?<![A-Za-z])(?:[tFzZU]|χ2|χ²)\s?\([\d., ]+\)\s?=\s?[-−–]?$/, ANY, ANY],
  [/(?<![A-Za-z])[nN]\s?=\s?$/, WHOLE, ANY],
  // An interval that ends at 0 or 1 says where something may lie: "in [0, 1]", "(0.5,1)".
  [/[[(]$/, ANY, /^,\s?1[\])]/],
  [/[[(](?:0|-?1),\s?$/, ANY, /^[\])]/],
  [/[[(]$/, /^[01],1$/, /^[\])]/],
  // "Qwen-7B" and "PubTables-1M" are names.
  [/[A-Za-z][\d.]*-$/, ANY, /^[BM](?![A-Za-z])/],
  [/@\s?$/, ANY, ANY],
  [/\b(?:mAP|AP) at (?:an )?(?:IoU (?:of )?)?$/, /^0?\.\d+$/, /^(?!\s?(?:%|FPS|ms|s\b))/],
  [/\bIoU\s?(?:[≥>@]|thresholds?(?: of)?)\s?$/, ANY, ANY],
  [/\b[Tt]op-$/, WHOLE, ANY],
  [ANY, WHOLE, /^(?:st|nd|rd|th)\b(?! percentile)/],
  [
    new RegExp(`\\d\\s?${TIME}(?:,|\\sand)?\\s$`),
    ANY,
    /^\s?(?:min(?:ute)?s?|s(?:ec(?:ond)?s?)?)\b/,
  ],
  [ANY, ANY, new RegExp(`^\\s?${TIME}(?:,|\\sand)?\\s\\d+\\s?(?:min|s(?:ec(?:ond)?s?)?\\b)`)],
];
