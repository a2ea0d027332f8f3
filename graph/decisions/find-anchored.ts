import type { Anchor, Document, ExtractedEntity, ExtractedResult, Extraction } from '../schema.ts';
import { isOneNumber, overlap } from '../text/place.ts';

/** Whether the words of an anchor stand in a document where the anchor says. */
export function stands(document: Document, { field, start, end, words }: Anchor): boolean {
  return document[field]?.slice(start, end) === words;
}

/** The entity that a paper mentions at an anchor: where the words were, or nearest to that, whatever it is called now. */
export function findEntity(paper: Extraction, anchor: Anchor): ExtractedEntity | undefined {
  if (!stands(paper.document, anchor)) return undefined;
  const overlaps = paper.entities.map((entity) => ({
    entity,
    shared: Math.max(0, ...entity.mentions.map((mention) => overlap(mention, anchor))),
  }));
  const [best] = overlaps.sort((a, b) => b.shared - a.shared);
  return best && best.shared > 0 ? best.entity : undefined;
}

/** The results of the number that stands at an anchor: one for each thing that it is said of. */
export function findResults(paper: Extraction, anchor: Anchor): readonly ExtractedResult[] {
  if (!stands(paper.document, anchor)) return [];
  const found = paper.results.find(({ number }) => overlap(number, anchor) > 0);
  return paper.results.filter(({ number }) => found && isOneNumber(number, found.number));
}
