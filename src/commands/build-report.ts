import type { Census } from '../../graph/census.ts';
import { DROP_REASONS, type DropReason } from '../../graph/schema.ts';
import type { Replacement } from '../../graph/union.ts';
import type { Diagnostic } from '../corpus/diagnostic.ts';
import type { Built } from '../library/build-library.ts';

/** What a build did, as a program reads it. */
export interface BuildReport extends Census {
  readonly library: string;
  readonly papers: number;
  readonly read: number;
  readonly reused: number;
  readonly removed: number;
  readonly repeated: number;
  readonly replaced: readonly Replacement[];
  /** What the model said and the text does not bear out. */
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  readonly diagnostics: readonly Diagnostic[];
  readonly seconds: number;
  readonly extractor: string;
  /** Null where nothing had to be read. */
  readonly runtime: string | null;
  readonly threads: number;
}

/** Counts what a built library holds. */
export function reportBuild(
  built: Built,
  run: Pick<BuildReport, 'library' | 'seconds' | 'extractor' | 'runtime' | 'threads'>,
): BuildReport {
  const { census, facts, read, reused, removed, repeated, replaced, diagnostics } = built;
  return {
    ...run,
    papers: facts.length,
    read,
    reused,
    removed,
    repeated,
    replaced,
    ...census,
    dropped: Object.fromEntries(
      DROP_REASONS.flatMap((reason) => {
        const count = facts.reduce((sum, { dropped }) => sum + (dropped[reason] ?? 0), 0);
        return count > 0 ? [[reason, count]] : [];
      }),
    ),
    diagnostics,
  };
}
