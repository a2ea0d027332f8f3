import { z } from 'zod';
import { census } from '../../graph/census.ts';
import { SCHEMA_VERSION } from '../../graph/schema.ts';

/** What is derived from the facts, in the order in which it is written. */
export const DERIVED_FILES = ['index', 'nodes', 'edges', 'merges', 'layout'] as const;
export type DerivedFile = (typeof DERIVED_FILES)[number];

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** `library.json`: from which facts, by which version of the rules, which bytes, and how much is in them. */
export const manifest = z.object({
  schema: z.int().min(1).max(SCHEMA_VERSION),
  derivation: z.int(),
  /** SHA-256 of the facts, and of the decisions, that everything else was derived from. */
  facts: digest,
  decisions: digest,
  /** SHA-256 of each derived file. */
  files: z.object({
    index: digest,
    nodes: digest,
    edges: digest,
    merges: digest,
    layout: digest,
  }),
  census,
});
export type Manifest = z.infer<typeof manifest>;

/** What a manifest of every version of the rules has. */
export const earlierManifest = manifest.pick({ schema: true, derivation: true });

/** What readers need of a manifest, also of one that was written before there was an index. */
export const readersManifest = manifest.pick({ facts: true }).extend({
  files: manifest.shape.files.partial({ index: true }),
});
