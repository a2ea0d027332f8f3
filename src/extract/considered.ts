import type { EntityType, ResultKind, ResultSlot, Unit } from '../../graph/schema.ts';

/** An entity as the networks see it. Probabilities unless said otherwise. */
export interface ConsideredEntity {
  readonly name: string;
  readonly type: EntityType;
  /** Of there being a name, from the tags of its mentions. */
  readonly tags: number;
  /** Of its type. */
  readonly sure: number;
  readonly mentions: number;
  /** Whether it is first mentioned in the first sentence, or the title. */
  readonly first: boolean;
  /** Log-odds of the paper proposing it. */
  readonly proposed: number;
  /** Where it is first mentioned, 0 to 1 of the document. */
  readonly place: number;
  /** In how many ways it is written. */
  readonly forms: number;
}

/** An ordered pair with the likeliest relation between its ends. */
export interface ConsideredPair {
  readonly source: number;
  readonly target: number;
  readonly relation: string;
  readonly probability: number;
  /** Of there being no relation. */
  readonly none: number;
  /** Of each relation that the types allow. */
  readonly chances: Readonly<Record<string, number>>;
  /** Whether their nearest mentions share a sentence. */
  readonly together: boolean;
}

/** A number with its likeliest kind and what most likely fills its slots. */
export interface ConsideredNumber {
  readonly kind: ResultKind;
  readonly unit: Unit | null;
  readonly probability: number;
  /** Of it being no result. */
  readonly none: number;
  /** What fills its slots if only some entities may. */
  readonly slots: (known: (entity: number) => boolean) => Slots;
}

export type Slots = Readonly<Record<ResultSlot, ConsideredSlot>>;

export interface ConsideredSlot {
  readonly entity: number | null;
  readonly probability: number;
}

/** What may be said of a document. */
export interface Considered {
  readonly entities: readonly ConsideredEntity[];
  readonly pairs: readonly ConsideredPair[];
  readonly numbers: readonly ConsideredNumber[];
}
