import type { Documents } from '../documents.ts';
import { createMemory } from '../memory.ts';
import type { EdgeAttributes } from '../schema.ts';
import { type Sentence, sentenceAt, splitSentences } from '../text/sentences.ts';

/** Of how many texts the sentences are kept. */
const REMEMBERED = 20_000;

/**
 * Gives the sentence or sentences, in the paper's own words, that a claim's place reaches into; undefined where the
 * paper is not among the documents.
 */
export function sentenceOf(
  documents: Documents,
): (claim: Pick<EdgeAttributes, 'paper' | 'field' | 'start' | 'end'>) => string | undefined {
  const remember = createMemory<readonly Sentence[]>(REMEMBERED);
  return ({ paper, field, start, end }) => {
    const text = documents.get(paper)?.[field];
    if (text === undefined) return undefined;
    const sentences = remember(`${field} ${paper}`, () => splitSentences(text));
    const sentence = sentenceAt(sentences, start, end);
    return sentence && text.slice(sentence.start, sentence.end);
  };
}
