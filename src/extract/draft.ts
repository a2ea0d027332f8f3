import type { ResultSlot } from '../../graph/schema.ts';
import type { Join } from './group.ts';
import type { Span } from './read.ts';

/**
 * What the stages before `prove` say of a document, as they say it: nothing in it has been held against the text
 * or the schema yet, so its types promise little. Entities are referred to by their index; spans are of the source.
 */
export interface Draft {
  readonly entities: readonly DraftEntity[];
  readonly relations: readonly DraftRelation[];
  readonly results: readonly DraftResult[];
}

export interface DraftEntity {
  readonly name: Span;
  readonly type: string;
  readonly mentions: readonly Span[];
  readonly confidence: number;
  readonly joins?: readonly Join[];
}

export interface DraftRelation {
  readonly source: number | 'Paper';
  readonly type: string;
  readonly target: number;
  readonly evidence: Span | undefined;
  readonly by: string;
  readonly confidence: number;
}

export interface DraftResult extends Readonly<Record<ResultSlot, number | null>> {
  readonly kind: string;
  readonly unit: string | null;
  readonly number: Span;
  readonly evidence: Span | undefined;
  readonly by: string;
  readonly confidence: number;
}
