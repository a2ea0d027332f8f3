import { describe, expect, it } from 'vitest';
import { resolve } from '../../../graph/resolve/resolve.ts';
import type { Extraction } from '../../../graph/schema.ts';
import { paper } from '../paper.ts';

/** Papers that spell an acronym out, beside one that names a thing in other words. */
const spell = (short: string, long: string, amount: number): Extraction[] =>
  Array.from({ length: amount }, (_, index) =>
    paper(`${short}${index}`, { text: `${short} ${long}`, entities: [[short, 'Method', long]] }),
  );
const named = (id: string, name: string, text = name): Extraction =>
  paper(id, { text, entities: [[name, 'Method']] });

/** The papers of each thing of the given ones, without those that spell an acronym out. */
function things(spelled: readonly Extraction[], ...own: readonly Extraction[]): string[] {
  return resolve([...spelled, ...own])
    .identities.map(({ members }) => members.map((member) => member.paper.id).join(''))
    .filter((ids) => !ids.includes('0'));
}

describe('acronymsIn(papers)', () => {
  const usual = spell('CoT', 'chain-of-thought', 5);
  const long = named('a', 'chain-of-thought reasoning');
  const short = named('b', 'CoT reasoning');
  const bracketed = named('c', 'Chain-of-Thought (CoT) reasoning');

  it('joins a phrase with its acronym, its long form or both', () => {
    expect(things(usual, long, short, bracketed)).toEqual(['abc']);
    const merges = [...resolve([...usual, long, short]).merges()];
    const rules = merges.find(({ members }) => members.some(({ paper }) => paper === 'b'))?.members;
    expect(rules?.map(({ rule }) => rule)).toEqual(['spelling', 'expansion']);
  });

  it('drops what brackets spell out, whoever else says so', () => {
    expect(things([], long, bracketed)).toEqual(['ac']);
    expect(things([], named('a', 'DeepSeek-R1'), named('b', 'DeepSeek-R1 (32B)'))).toHaveLength(2);
  });

  it('learns an acronym inside of names from the brackets of a text', () => {
    const said = Array.from({ length: 5 }, (_, index) =>
      named(`0${index}`, `KV cache ${index}x`, `The key-value (KV) store, KV cache ${index}x`),
    );
    const own = [named('a', 'key-value eviction'), named('b', 'KV eviction')];
    expect(things(said, ...own)).toEqual(['ab']);
    expect(things(said.slice(1), ...own)).toEqual(['a', 'b']);
  });

  it.each([
    ['few papers spell it out', spell('CoT', 'chain-of-thought', 4), short],
    ['papers spell it out in two ways', [...usual, ...spell('CoTs', 'chart of tables', 2)], short],
    [
      'the paper means something else',
      usual,
      named('b', 'CoT reasoning', 'chart of tables (CoT) for CoT reasoning'),
    ],
    ['the name is one word, which somebody may have coined', usual, named('b', 'CoT-reasoning')],
  ])('joins nothing where %s', (_, spelled, own) => {
    expect(things(spelled, long, own).sort()).toEqual(['a', 'b']);
  });
});
