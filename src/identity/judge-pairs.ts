import { resolve } from '../../graph/resolve/resolve.ts';
import { type Extraction, type Place, SCHEMA_VERSION } from '../../graph/schema.ts';
import type { Pair, PairSide } from './pair.ts';

export interface PairJudgement {
  readonly pairs: number;
  /** How many must be one, and how many two. */
  readonly same: number;
  readonly different: number;
  readonly rightMerges: number;
  readonly wrongMerges: number;
  /** Pairs that were not judged as they should be, in their order. */
  readonly errors: readonly Pair[];
}

/** Judges pairs as the two sides would fare in a library of two papers, neither of which proposes the thing. */
export function judgePairs(pairs: readonly Pair[]): PairJudgement {
  const errors = pairs.filter((pair) => isMerged(pair) !== pair.same);
  const same = pairs.filter((pair) => pair.same).length;
  const wrongMerges = errors.filter((pair) => !pair.same).length;
  return {
    pairs: pairs.length,
    same,
    different: pairs.length - same,
    rightMerges: same - (errors.length - wrongMerges),
    wrongMerges,
    errors,
  };
}

function isMerged({ a, b }: Pair): boolean {
  const [one, other] = [paperOf('a', a), paperOf('b', b)];
  const { keyOf } = resolve([one, other]);
  return keyOf(one, a.name) === keyOf(other, b.name);
}

/** A paper whose text is what it calls the thing. */
function paperOf(id: string, { name, type, aliases }: PairSide): Extraction {
  const forms = [name, ...aliases];
  const mentions = forms.map((form, index): Place => {
    const start = forms.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0);
    return { field: 'text', start, end: start + form.length };
  });
  return {
    schema: SCHEMA_VERSION,
    id,
    hash: '0'.repeat(64),
    extractor: 'pair',
    document: { id, text: forms.join(' ') },
    entities: [{ name, type, aliases, mentions, confidence: 1 }],
    relations: [],
    results: [],
    statistics: [],
    dropped: {},
  };
}
