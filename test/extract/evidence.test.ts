import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../graph/text/sentences.ts';
import { proposalEvidence, relationEvidence, sentenceOf } from '../../src/extract/evidence.ts';
import type { Span } from '../../src/extract/read.ts';

const textStart = 'About SimSD . '.length;
const title = [{ start: 0, end: 'About SimSD'.length }];

/** A source with a title and these sentences, and where a word stands in it. */
function source(...sentences: string[]) {
  const text = `About SimSD . ${sentences.join(' ')}`;
  const split = splitSentences(text.slice(textStart)).map(({ start, end }) => ({
    start: start + textStart,
    end: end + textStart,
  }));
  const spans = (word: string): Span[] =>
    [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => [index, index + word.length]);
  return { text, sentences: [...title, ...split], spans };
}

function related(a: string, b: string, ...said: string[]): string | undefined {
  const { text, sentences, spans } = source(...said);
  const evidence = relationEvidence(spans(a), spans(b), sentences, text, textStart);
  return evidence && text.slice(...evidence);
}

describe('relationEvidence(a, b, sentences, source, textStart)', () => {
  it('is the sentence that names both', () => {
    expect(related('SimSD', 'MMLU', 'We have SimSD.', 'SimSD wins on MMLU.', 'MMLU is hard.')).toBe(
      'SimSD wins on MMLU.',
    );
  });

  it('is the two adjoining sentences that do', () => {
    expect(related('SimSD', 'MMLU', 'This is SimSD.', 'It wins on MMLU.', 'So it goes.')).toBe(
      'This is SimSD. It wins on MMLU.',
    );
  });

  it('is else the sentence that names one and refers back to the other', () => {
    const said = [
      'SimSD is new.',
      'SimSD is small.',
      'It is fast.',
      'It wins on MMLU.',
      'Look at SimSD.',
    ];
    expect(related('SimSD', 'MMLU', ...said.slice(0, 4))).toBe('It wins on MMLU.');
    expect(related('SimSD', 'MMLU', ...said.slice(0, 4), 'We stop.', 'See SimSD.')).toBe(
      'It wins on MMLU.',
    );
  });

  it('does not take "show that" for a word that refers back', () => {
    const said = [
      'SimSD is new.',
      'Stop.',
      'Fuser joins all.',
      'Stop.',
      'Tests show that SimSD wins.',
    ];
    expect(related('SimSD', 'Fuser', ...said)).toBe('Fuser joins all.');
  });

  it('prefers the text to the title', () => {
    expect(related('SimSD', 'About', 'About this: SimSD is it.')).toBe('About this: SimSD is it.');
  });

  it('prefers what says it in so many words to what names both', () => {
    const { text, sentences, spans } = source(
      'We test SimSD and OldSD.',
      'Both are small.',
      'SimSD is the best.',
    );
    const says = (words: string) => words.includes('best');
    const evidence = relationEvidence(
      spans('SimSD'),
      spans('OldSD'),
      sentences,
      text,
      textStart,
      says,
    );

    expect(evidence && text.slice(...evidence)).toBe('SimSD is the best.');
  });

  it('never reaches from the title into the text', () => {
    expect(related('About', 'MMLU', 'It wins on MMLU.')).toBe('It wins on MMLU.');
  });
});

describe('proposalEvidence(mentions, sentences, source, textStart)', () => {
  const proposed = (...said: string[]) => {
    const { text, sentences, spans } = source(...said);
    const evidence = proposalEvidence(spans('SimSD'), sentences, text, textStart);
    return evidence && text.slice(...evidence);
  };

  it('is the sentence with which the paper claims it', () => {
    expect(proposed('Nothing like SimSD existed.', 'We propose SimSD.')).toBe('We propose SimSD.');
  });

  it('is else the first in the text', () => {
    expect(proposed('Here is SimSD.', 'There is SimSD.')).toBe('Here is SimSD.');
  });

  it('is the title where the text is silent', () => {
    expect(proposed('Here it is.')).toBe('About SimSD');
  });
});

describe('sentenceOf(span, sentences)', () => {
  it('is the sentence that a span stands in', () => {
    const { text, sentences, spans } = source('It is 1.5x. It is 2.5x faster.');
    expect(sentenceOf(spans('2.5')[0] ?? [0, 0], sentences)?.map((at) => at - textStart)).toEqual([
      text.indexOf('It is 2') - textStart,
      text.length - textStart,
    ]);
  });
});
