import {
  DROP_REASONS,
  type DropReason,
  ENTITY_TYPES,
  type EntityType,
  RELATION_TYPES,
  type RelationType,
} from '../../graph/schema.ts';
import type { Replacement } from '../../graph/union.ts';
import type { Diagnostic } from '../corpus/diagnostic.ts';
import type { Built } from '../library/build-library.ts';

/** What a build did, as a program reads it. */
export interface BuildReport {
  readonly library: string;
  readonly papers: number;
  readonly read: number;
  readonly reused: number;
  readonly removed: number;
  readonly repeated: number;
  readonly replaced: readonly Replacement[];
  readonly nodes: number;
  readonly edges: number;
  readonly entities: Readonly<Record<EntityType, number>>;
  readonly relations: Readonly<Record<RelationType, number>>;
  readonly results: number;
  /** Entities that several papers name. */
  readonly shared: number;
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
  const { graph, facts, read, reused, removed, repeated, replaced, diagnostics } = built;
  const nodes = graph.mapNodes((_, attributes) => attributes);
  const edges = graph.mapEdges((_, { type }) => type);
  const counted = <K extends string>(keys: readonly K[], values: readonly string[]) => {
    const entries = keys.map((key) => [key, values.filter((value) => value === key).length]);
    return Object.fromEntries(entries) as Record<K, number>; // one entry for each key
  };
  const types = nodes.map(({ type }) => type);
  return {
    ...run,
    papers: facts.length,
    read,
    reused,
    removed,
    repeated,
    replaced,
    nodes: graph.order,
    edges: graph.size,
    entities: counted(ENTITY_TYPES, types),
    relations: counted(RELATION_TYPES, edges),
    results: types.filter((type) => type === 'Result').length,
    shared: nodes.filter((node) => 'papers' in node && node.papers > 1).length,
    dropped: Object.fromEntries(
      DROP_REASONS.flatMap((reason) => {
        const count = facts.reduce((sum, { dropped }) => sum + (dropped[reason] ?? 0), 0);
        return count > 0 ? [[reason, count]] : [];
      }),
    ),
    diagnostics,
  };
}
