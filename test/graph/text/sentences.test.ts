import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAt, splitSentences } from '../../../graph/text/sentences.ts';

const split = (text: string) =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences(text)', () => {
  it.each([
    ['full stops', 'We win. They lose.', ['We win.', 'They lose.']],
    ['question and exclamation marks', 'Why? Because! We', ['Why?', 'Because!', 'We']],
    ['new lines', 'We win.\nThey\nlose.', ['We win.', 'They\nlose.']],
    ['blank lines', 'Title\n\nText', ['Title', 'Text']],
    ['numbers', 'It has 2.5x. 3 of 4.0. We', ['It has 2.5x.', '3 of 4.0.', 'We']],
    ['versions', 'GPT-5.4 beats GPT-5. Gemma 3. We', ['GPT-5.4 beats GPT-5.', 'Gemma 3.', 'We']],
    ['closing quotes', 'He said "yes." (We did.) They', ['He said "yes."', '(We did.)', 'They']],
    ['closing braces', '\\textbf{Aim. } We', ['\\textbf{Aim. }', 'We']],
    [
      'lower-case names',
      'It is fast. vLLM is not. dLLMs are.',
      ['It is fast.', 'vLLM is not.', 'dLLMs are.'],
    ],
    ['careless lower case', 'It uses methods. we show it.', ['It uses methods.', 'we show it.']],
    ['LaTeX', 'We win. \\textbf{X} is. $D^3$ is.', ['We win.', '\\textbf{X} is.', '$D^3$ is.']],
    ['addresses', 'See https://a.io/b.html. We', ['See https://a.io/b.html.', 'We']],
    ['acronyms', 'It is for VQA. MT. SR. We', ['It is for VQA.', 'MT.', 'SR.', 'We']],
    ['etc.', 'On C4, etc. We win.', ['On C4, etc.', 'We win.']],
    ['other scripts', '我们赢。他们输。', ['我们赢。', '他们输。']],
  ])('splits at %s', (_, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it.each([
    ['abbreviations', 'Cf. X vs. Y, e.g. Z, i.e. W, resp. V w.r.t. U approx. 5'],
    ['references', 'See Fig. 1, Eq. (2), Sec. 3 and No. 4.'],
    ['authors', 'Smith et al. (2025), Li et al. [1] and Dr. J. B. Smith say so.'],
    ['the U.S.', 'In the U.S. Senate and 5 U.S. sites.'],
    ['species', 'It grows in E. coli and C. elegans.'],
    ['exclaiming names', 'The CheckThat! lab and Splits! are here.'],
    ['asides', 'Datasets (C4, etc.) help. . . and more'],
    ['numbers of items', 'There are: 1. A list; 2. Another list.'],
    ['stops without a space', 'We win.They lose.'],
    ['decimal commas and points', 'It is 1,000.5 or 0.46\\% better.'],
  ])('does not split at %s', (_, text) => {
    expect(split(text)).toEqual([text]);
  });

  it.each(['', ' \n ', '\n\n'])('finds none in %j', (text) => {
    expect(splitSentences(text)).toEqual([]);
  });

  it('holds all that is not white space, once and in order', () => {
    const part = fc.constantFrom('.', '. ', '? ', '\n\n', ' ', 'a', 'A', '1', ')', 'e.g', '。');
    const text = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (source) => {
        let rest = '';
        let last = 0;
        for (const { start, end } of splitSentences(source)) {
          expect(start).toBeLessThan(end);
          rest += source.slice(last, start);
          expect(source.slice(start, end).trim()).toBe(source.slice(start, end));
          last = end;
        }
        expect((rest + source.slice(last)).trim()).toBe('');
      }),
    );
  });
});

describe('sentenceAt(sentences, start, end)', () => {
  const sentences = splitSentences('One. Two. Three.');

  it.each([
    ['the sentence of a span', 6, 8, { start: 5, end: 9 }],
    ['all sentences that a span reaches into', 2, 7, { start: 0, end: 9 }],
    ['the next sentence for a gap', 4, 5, { start: 5, end: 9 }],
    ['the last sentence for what follows it', 40, 50, { start: 10, end: 16 }],
  ])('gives %s', (_, start, end, range) => {
    expect(sentenceAt(sentences, start, end)).toEqual(range);
  });

  it('gives nothing where there are no sentences', () => {
    expect(sentenceAt([], 0, 1)).toBeUndefined();
  });
});
