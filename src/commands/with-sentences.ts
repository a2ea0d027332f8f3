import type { Wording } from '../../graph/analysis/wording.ts';

/** What an analysis gives, with its `sentence` beside every `evidence`. */
export function withSentences(value: unknown, wording: Wording): unknown {
  if (Array.isArray(value)) return value.map((item) => withSentences(item, wording));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, item]) =>
    name === 'evidence'
      ? [
          [name, item],
          ['sentence', wording.words(item) ?? null],
        ]
      : [[name, withSentences(item, wording)]],
  );
  return Object.fromEntries(entries);
}
