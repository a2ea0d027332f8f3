import { describe, expect, it } from 'vitest';
import { floats, type ReadingModel, type Session } from '../../src/extract/model.ts';
import { read } from '../../src/extract/read.ts';
import { encode } from '../../src/extract/tag.ts';

const WORDS = 1300;
/** Every word is one piece of its own, each tenth ends a sentence. */
const names = Array.from({ length: WORDS }, (_, index) => `W${index.toString(36)}q`);
const vocabulary = new Map(
  ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '.', ...names.map((name) => name.toLowerCase())].map(
    (piece, id) => [piece, id],
  ),
);
const text = names.map((name, index) => (index % 10 === 9 ? `${name}.` : name)).join(' ');
const reading = read({ id: 'long', text }, vocabulary);

describe('encode', () => {
  it('asks every window for its own words alone, and puts them together in their order', async () => {
    const asked: number[] = [];
    const { tags, words } = await encode(
      reading,
      model((ids, first) => {
        asked.push(first.length);
        return first.map((place) => ids[place] ?? -1);
      }),
    );
    expect(asked.length).toBeGreaterThan(2);
    expect(words.dims).toEqual([reading.words.length, 1]);
    expect([...words.data]).toEqual(reading.words.map(({ pieces }) => pieces[0]));
    expect(tags).toHaveLength(reading.words.length);
  });

  it('refuses files of a model that do not fit together', async () => {
    const short = model((_, first) => first.slice(1));
    await expect(encode(reading, short)).rejects.toThrow(/words where \d+ were asked for/);
  });
});

/** A model whose encoder says for each word one number. */
function model(say: (ids: number[], first: number[]) => number[]): ReadingModel {
  const encoder: Session = {
    async run({ ids, first }) {
      const hidden = say(
        Array.from(ids?.data ?? [], Number),
        Array.from(first?.data ?? [], Number),
      );
      return {
        logits: floats(
          hidden.flatMap(() => [0, 0]),
          1,
          hidden.length,
          2,
        ),
        hidden: floats(hidden, 1, hidden.length, 1),
      };
    },
  };
  return { encoder, vocabulary } as Partial<ReadingModel> as ReadingModel; // encoding asks for nothing else
}
