/** One thing that counts, and whether gold and prediction agree on it. */
export interface Judgement {
  /** An entity's or a relation's type; `RESULT` for a number. */
  readonly type: string;
  /** Its name or names, for a person to read. */
  readonly label: string;
  /** Words of the document by which to find where it speaks of it. */
  readonly names: readonly string[];
  readonly right: boolean;
}

/** All that counts of one kind in one document: what was predicted, and what the gold asks for. */
export interface Judged {
  readonly predicted: readonly Judgement[];
  readonly gold: readonly Judgement[];
}

/** How much of what was predicted is right, and how much the gold asks for. */
export interface Tally {
  readonly right: number;
  readonly predicted: number;
  readonly gold: number;
}

export function toTally({ predicted, gold }: Judged): Tally {
  const right = predicted.filter((judgement) => judgement.right).length;
  return { right, predicted: predicted.length, gold: gold.length };
}

/** The part of it that is of one type. */
export function ofType({ predicted, gold }: Judged, type: string): Judged {
  return {
    predicted: predicted.filter((judgement) => judgement.type === type),
    gold: gold.filter((judgement) => judgement.type === type),
  };
}
