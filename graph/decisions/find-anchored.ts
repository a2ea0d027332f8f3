import type { Anchor, Document, ExtractedEntity, ExtractedResult, Extraction } from '../schema.ts';
import { overlap } from '../text/place.ts';

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

/** The result whose number stands at an anchor. */
export function findResult(paper: Extraction, anchor: Anchor): ExtractedResult | undefined {
  if (!stands(paper.document, anchor)) return undefined;
  return paper.results.find(({ number }) => overlap(number, anchor) > 0);
}
