import { textId } from './canonical-id.ts';
import { quote } from './diagnostic.ts';
import { type DocumentLine, TEXT_LIMIT } from './document-line.ts';

const MARK = 'Abstract:';

/** Reads a line of a listing, where `Abstract:` at its very beginning makes a document of what follows. */
export function readListingLine(line: string): DocumentLine {
  if (!line.startsWith(MARK)) {
    return { noise: `${quote(line.trim())} does not begin with "${MARK}": no document` };
  }
  const text = line.slice(MARK.length).trim();
  if (text === '') return { broken: `expected the abstract's text after "${MARK}", found nothing` };
  if (text.length > TEXT_LIMIT) {
    return {
      broken: `the abstract has ${text.length} characters: expected at most ${TEXT_LIMIT}; give one abstract a line`,
    };
  }
  return { document: { id: textId(text), text } };
}
