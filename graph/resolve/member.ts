import { ENTITY_TYPES, type ExtractedEntity, type Extraction } from '../schema.ts';
import { compare } from '../union.ts';

/** One paper's entity. */
export interface Member {
  readonly paper: Extraction;
  readonly entity: ExtractedEntity;
}

/** Earliest paper first, by date and then by id; a paper without a date comes last. */
export function byAge(a: Member, b: Member): number {
  return (
    compare(a.paper.document.date ?? '~', b.paper.document.date ?? '~') ||
    compare(a.paper.id, b.paper.id) ||
    ENTITY_TYPES.indexOf(a.entity.type) - ENTITY_TYPES.indexOf(b.entity.type) ||
    compare(a.entity.name, b.entity.name)
  );
}
