import type { Document } from '../../graph/schema.ts';
import { type Sentence, splitSentences } from '../../graph/text/sentences.ts';
import type { Views } from './views.ts';

/** The sentences of title and text, in offsets of the source; none reaches from the title into the text. */
export function splitDocument(
  { title = '', text }: Document,
  { textStart }: Pick<Views, 'textStart'>,
): Sentence[] {
  const inText = splitSentences(text).map(({ start, end }) => ({
    start: start + textStart,
    end: end + textStart,
  }));
  return [...splitSentences(title), ...inText];
}
