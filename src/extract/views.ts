import type { Document, Place } from '../../graph/schema.ts';
import { type PlainView, toPlain } from '../../graph/text/latex.ts';
import { type Span, TITLE_END } from './read.ts';

/** The fields of a document as a reader sees them, and the way from the source that the model read to them. */
export interface Views {
  /** Title and text in one, as the model read them. */
  readonly whole: string;
  /** Offset of the text in the source. */
  readonly textStart: number;
  /** The place of a span of the source, if it lies in one field and holds something. */
  placeOf(span: Span): Place | undefined;
  /** Whether a span lies in the source and holds something. */
  isInside(span: Span): boolean;
  /** Whether a place lies inside a web address. */
  isInAddress(place: Place): boolean;
  /** The words at a place, as they are written. */
  source(place: Place): string;
  /** The words at a place, as a reader sees them: without LaTeX and without blanks around. */
  visible(place: Place): string;
  /** The LaTeX-free view of a place's whole field, and where the place is in it. */
  view(place: Place): string;
  seen(place: Place): Span;
  /** The place of a span of the view. */
  unsee(field: Place['field'], span: Span): Place;
}

/** Makes the LaTeX-free views of a document. */
export function createViews({ title = '', text }: Document): Views {
  const textStart = title ? title.length + TITLE_END.length : 0;
  const length = textStart + text.length;
  const views: Record<Place['field'], PlainView> = { title: toPlain(title), text: toPlain(text) };
  const isInside = ([start, end]: Span) =>
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length;
  const seen = ({ field, start, end }: Place) => views[field].toPlain(start, end);
  const addresses = { title: findAddresses(title), text: findAddresses(text) };
  return {
    whole: title ? title + TITLE_END + text : text,
    textStart,
    isInAddress: ({ field, start, end }) =>
      addresses[field].some(([from, to]) => start >= from && end <= to),
    isInside,
    placeOf(span) {
      if (!isInside(span)) return undefined;
      const [start, end] = span;
      if (start >= textStart)
        return { field: 'text', start: start - textStart, end: end - textStart };
      return end <= title.length ? { field: 'title', start, end } : undefined;
    },
    source: ({ field, start, end }) => (field === 'title' ? title : text).slice(start, end),
    visible: ({ field, start, end }) => views[field].visible(start, end),
    view: ({ field }) => views[field].text,
    seen,
    unsee(field, span) {
      const [start, end] = views[field].toSource(...span);
      return { field, start, end };
    },
  };
}

/** `https://github.com/name/SimSD`, `github.com/name/SimSD`, `name.github.io/SimSD` */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s{}]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+){0,3}\.(?:com|io|org|net|ai|co|dev|edu)\/[^\s{}]*/gi;

function findAddresses(text: string): Span[] {
  return [...text.matchAll(ADDRESS)].map(({ 0: address, index }) => [
    index,
    index + address.length,
  ]);
}
