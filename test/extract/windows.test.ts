import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Word } from '../../src/extract/read.ts';
import { windows } from '../../src/extract/windows.ts';

/** Words of sentences, each word of so many pieces. */
function wordsOf(sentences: readonly (readonly number[])[]): Word[] {
  return sentences.flatMap((lengths, sentence) =>
    lengths.map((length) => ({
      text: 'w',
      start: 0,
      end: 1,
      pieces: Array.from({ length }, () => 0),
      shape: 4,
      glue: 2,
      sentence,
    })),
  );
}

const sentence = (words: number, pieces = 1) => Array.from({ length: words }, () => pieces);

describe('windows(words)', () => {
  it('is one window for what fits', () => {
    expect(windows(wordsOf([sentence(300), sentence(210)]))).toEqual([
      { from: 0, own: 0, to: 510 },
    ]);
  });

  it('is none without words', () => {
    expect(windows([])).toEqual([]);
  });

  it('cuts between sentences and sees the sentences before again', () => {
    expect(windows(wordsOf([sentence(300), sentence(100), sentence(200), sentence(50)]))).toEqual([
      { from: 0, own: 0, to: 400 },
      { from: 300, own: 400, to: 650 },
    ]);
  });

  it('cuts a sentence that is longer than a window between words', () => {
    expect(windows(wordsOf([sentence(400, 2)]))).toEqual([
      { from: 0, own: 0, to: 255 },
      { from: 255, own: 255, to: 400 },
    ]);
  });

  it('answers for every word once and never takes more than the encoder can', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.array(lengths, { maxLength: 12 }), (sentences) => {
        const words = wordsOf(sentences);
        const found = windows(words);
        const owned = found.flatMap(({ own, to }) =>
          Array.from({ length: to - own }, (_, i) => own + i),
        );
        expect(owned).toEqual(words.map((_, index) => index));
        for (const { from, to } of found) {
          const size = words.slice(from, to).reduce((sum, word) => sum + word.pieces.length, 0);
          expect(size).toBeLessThanOrEqual(510);
        }
      }),
    );
  });
});
