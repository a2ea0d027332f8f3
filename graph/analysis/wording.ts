import type { Documents } from '../documents.ts';
import { type PlainView, toPlain } from '../text/latex.ts';
import type { Cited } from './reported-result.ts';

/** The words of papers, as a person reads them; undefined for a paper that is not at hand. */
export interface Wording {
  /** `CoAct-1 achieves a success rate of 60.76%.` */
  words(place: Cited): string | undefined;
  /** A number with some words of its sentence on either side: `… reduces rFID from 0.57 to 0.29 and …` */
  around(number: Cited, sentence: Cited): string | undefined;
}

/** Words on either side of a number. */
const NEAR = 5;

/** @param documents by the ids of their papers */
export function wordingOf(documents: Documents): Wording {
  const views = new Map<string, PlainView>();
  const viewOf = ({ paper, field }: Cited) => {
    const text = documents.get(paper)?.[field];
    if (text === undefined) return undefined;
    const id = `${field} ${paper}`;
    const view = views.get(id) ?? toPlain(text);
    views.set(id, view);
    return view;
  };
  return {
    words: (place) => viewOf(place)?.visible(place.start, place.end),
    around: (number, sentence) => {
      const view = viewOf(number);
      if (!view) return undefined;
      const [from, to] = view.toPlain(number.start, number.end);
      const [first, last] =
        number.field === sentence.field
          ? view.toPlain(sentence.start, sentence.end)
          : [0, view.text.length];
      const before = wordsOf(view.text.slice(Math.min(first, from), from));
      const after = wordsOf(view.text.slice(to, Math.max(last, to)));
      const near = [...before.slice(-NEAR)].join('') + view.text.slice(from, to);
      return [
        before.length > NEAR ? '… ' : '',
        near + after.slice(0, NEAR).join(''),
        after.length > NEAR ? ' …' : '',
      ]
        .join('')
        .replace(/\s+/g, ' ')
        .trim();
    },
  };
}

/** Words with the white space beside them, so that joined they are the text again. */
function wordsOf(text: string): string[] {
  return text.match(/\s*\S+\s*$|\s*\S+/g) ?? (text === '' ? [] : [text]);
}
