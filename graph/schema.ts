/**
 * What the knowledge graph and every file of a library hold: the single source of truth.
 * Each schema is written once; its type is inferred from it.
 */
import { z } from 'zod';

/**
 * Version of every file that Sotagraph writes. A newer one is refused, an older one is read and
 * becomes one of this version. Version 2 brought settings and differences of results.
 */
export const SCHEMA_VERSION = 2;

export const ENTITY_TYPES = ['Method', 'Model', 'Benchmark', 'Dataset', 'Metric', 'Task'] as const;
export const NODE_TYPES = ['Paper', ...ENTITY_TYPES, 'Result'] as const;

export const RELATION_TYPES = [
  'PROPOSES',
  'EVALUATED_ON',
  'TRAINED_ON',
  'MEASURED_BY',
  'OUTPERFORMS',
  'COMPARED_WITH',
  'BUILDS_ON',
  'PART_OF',
  'ADDRESSES',
] as const;

/** How a result points to what it is about; `REPORTED_IN` leads to its paper. */
export const RESULT_EDGE_TYPES = ['OF', 'ON', 'MEASURES', 'AGAINST', 'REPORTED_IN'] as const;
/** A version, size or edition leads to its family; derived from names, and no claim of a paper. */
export const VARIANT_OF = 'VARIANT_OF';
export const EDGE_TYPES = [
  ...RELATION_TYPES,
  'MENTIONS',
  ...RESULT_EDGE_TYPES,
  VARIANT_OF,
] as const;

export const RESULT_SLOTS = ['subject', 'metric', 'benchmark', 'baseline'] as const;
export const RESULT_KINDS = ['absolute', 'gain', 'reduction', 'ratio'] as const;
export const UNITS = ['%', 'x', 'points'] as const;
export const QUALIFIERS = ['up to', 'over', 'under', 'about', 'average'] as const;
export const DIRECTIONS = ['up', 'down'] as const;
/** What a gain or a reduction is counted in: per cent of what it is compared with, or points. */
export const DIFFERENCES = ['relative', 'points'] as const;

export const entityType = z.enum(ENTITY_TYPES);
export const nodeType = z.enum(NODE_TYPES);
export const relationType = z.enum(RELATION_TYPES);
export const edgeType = z.enum(EDGE_TYPES);
export const resultKind = z.enum(RESULT_KINDS);
export const unit = z.enum(UNITS);

export type EntityType = z.infer<typeof entityType>;
export type NodeType = z.infer<typeof nodeType>;
export type RelationType = z.infer<typeof relationType>;
export type EdgeType = z.infer<typeof edgeType>;
export type ResultSlot = (typeof RESULT_SLOTS)[number];
export type ResultKind = z.infer<typeof resultKind>;
export type Unit = z.infer<typeof unit>;

/** What a relation may join. The source of `PROPOSES` is the paper itself. */
export const SIGNATURES = {
  PROPOSES: { source: ['Paper'], target: ENTITY_TYPES },
  EVALUATED_ON: { source: ['Method', 'Model'], target: ['Benchmark', 'Dataset'] },
  // A collection made both to train and to evaluate may bear either type.
  TRAINED_ON: { source: ['Method', 'Model'], target: ['Benchmark', 'Dataset'] },
  MEASURED_BY: { source: ['Method', 'Model', 'Benchmark', 'Dataset'], target: ['Metric'] },
  OUTPERFORMS: { source: ['Method', 'Model'], target: ['Method', 'Model'] },
  COMPARED_WITH: { source: ['Method', 'Model'], target: ['Method', 'Model'] },
  BUILDS_ON: {
    source: ['Method', 'Model', 'Benchmark', 'Dataset'],
    target: ['Method', 'Model', 'Benchmark', 'Dataset'],
  },
  PART_OF: {
    source: ['Method', 'Model', 'Benchmark', 'Dataset', 'Metric'],
    target: ['Method', 'Model', 'Benchmark', 'Dataset'],
  },
  ADDRESSES: { source: ['Method', 'Model', 'Benchmark', 'Dataset'], target: ['Task'] },
} as const satisfies Record<
  RelationType,
  { source: readonly NodeType[]; target: readonly EntityType[] }
>;

/** What may fill each slot of a result, and the edge that it becomes. */
export const SLOTS = {
  subject: { types: ['Method', 'Model'], edge: 'OF' },
  metric: { types: ['Metric'], edge: 'MEASURES' },
  benchmark: { types: ['Benchmark', 'Dataset'], edge: 'ON' },
  baseline: { types: ['Method', 'Model'], edge: 'AGAINST' },
} as const satisfies Record<ResultSlot, { types: readonly EntityType[]; edge: EdgeType }>;

/** Whether a relation of this type may go from a source to a target of these types. */
export function allows(type: RelationType, source: NodeType, target: NodeType): boolean {
  const signature: { source: readonly NodeType[]; target: readonly NodeType[] } = SIGNATURES[type];
  return signature.source.includes(source) && signature.target.includes(target);
}

/** Whether an entity of this type may stand in this slot of a result. */
export function fits(slot: ResultSlot, type: EntityType): boolean {
  const types: readonly EntityType[] = SLOTS[slot].types;
  return types.includes(type);
}

const offset = z.int().nonnegative();
const confidence = z.number().min(0).max(1);
const filled = z.string().min(1);

/** Where words stand: `[start, end)` in UTF-16 code units of a field of the document. */
export const place = z.object({ field: z.enum(['title', 'text']), start: offset, end: offset });
export type Place = z.infer<typeof place>;

/** One abstract. `id` is an arXiv id without its version, a DOI in lower case, or derived from the text. */
export const document = z.object({
  id: filled,
  title: filled.optional(),
  text: filled,
  /** ISO 8601 day, `2026-03-14`. */
  date: z.iso.date().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  authors: z.array(filled).optional(),
  categories: z.array(filled).optional(),
});
export type Document = z.infer<typeof document>;

/**
 * Why a paper's two spellings are one thing: brackets say so, "Long Form (LF)"; the one is made of how the other's words
 * begin; both have the same words.
 */
export const JOIN_RULES = ['definition', 'initials', 'wording'] as const;
export const joinRule = z.enum(JOIN_RULES);
export type JoinRule = z.infer<typeof joinRule>;

export const extractedEntity = z.object({
  name: filled,
  type: entityType,
  aliases: z.array(filled),
  mentions: z.array(place).min(1),
  /** The aliases that a rule made one with the name, and where it found them. */
  joins: z
    .array(z.object({ name: filled, rule: joinRule, place }))
    .min(1)
    .optional(),
  confidence,
  /** How likely a reader of the paper would note it down; absent where nobody has said. */
  salience: confidence.optional(),
});
export type ExtractedEntity = z.infer<typeof extractedEntity>;

export const extractedRelation = z.object({
  /** The name of an entity of the same line, or `Paper`. */
  source: filled,
  type: relationType,
  target: filled,
  evidence: place,
  /** Which rule or model said it. */
  by: filled,
  confidence,
});
export type ExtractedRelation = z.infer<typeof extractedRelation>;

const measured = z.object({
  value: z.number(),
  unit: unit.nullable(),
  kind: resultKind,
  qualifier: z.enum(QUALIFIERS).nullable(),
  direction: z.enum(DIRECTIONS).nullable(),
  /** Absent where the words do not say, and in version 1. */
  difference: z.enum(DIFFERENCES).optional(),
});

export const extractedResult = measured.extend({
  subject: filled.nullable(),
  metric: filled.nullable(),
  benchmark: filled.nullable(),
  baseline: filled.nullable(),
  evidence: place,
  /** The number itself, with its sign and its word of size: `-0.86`, `53k`. */
  number: place,
  /** The words that condition it: `under the interactive protocol`. */
  setting: place.optional(),
  by: filled,
  confidence,
});
export type ExtractedResult = z.infer<typeof extractedResult>;

export const extractedStatistic = z.object({
  entity: filled,
  what: filled,
  value: z.number(),
  evidence: place,
});
export type ExtractedStatistic = z.infer<typeof extractedStatistic>;

/** Why something that the model said is not among the facts. */
export const DROP_REASONS = [
  'mention outside the text',
  'mention across title and text',
  'mention without a word',
  'mention inside an address',
  'name that is too long',
  'overlapping mention',
  'entity without a mention',
  'entity of an unknown type',
  'entity named twice',
  'entity named Paper',
  'relation without its ends',
  'relation that the schema forbids',
  'relation said twice',
  'evidence that does not show it',
  'number that does not parse',
  'number said twice',
  'result of an unknown kind or unit',
  'slot of the wrong type',
] as const;
export const dropReason = z.enum(DROP_REASONS);
export type DropReason = z.infer<typeof dropReason>;

const version = z
  .int()
  .min(1)
  .max(SCHEMA_VERSION)
  .transform((): number => SCHEMA_VERSION);

/** The facts of one paper: a line of `extract`'s output and of `facts.jsonl`. */
export const extraction = z.object({
  schema: version,
  id: filled,
  /** SHA-256 of the document, in hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Which extractor read it; another one reads it again. */
  extractor: filled,
  document,
  entities: z.array(extractedEntity),
  relations: z.array(extractedRelation),
  results: z.array(extractedResult),
  statistics: z.array(extractedStatistic),
  dropped: z.partialRecord(dropReason, z.int().positive()),
});
export type Extraction = z.infer<typeof extraction>;

/** Words of a paper that a decision hangs on: it survives as long as they stand there. */
export const anchor = place.extend({ paper: filled, words: filled });
export type Anchor = z.infer<typeof anchor>;

const decided = {
  schema: version,
  /** When, in ISO 8601, and who. */
  at: z.iso.datetime(),
  author: filled,
};

const claimed = {
  /** Null for the paper itself. */
  source: anchor.nullable(),
  type: relationType,
  target: anchor,
  /** The words that say so. */
  evidence: anchor,
};

/** A line of `decisions.jsonl`: what a person decided, which wins over rules and model. */
export const decision = z.discriminatedUnion('kind', [
  z.object({ ...decided, kind: z.literal('same'), a: anchor, b: anchor }),
  z.object({ ...decided, kind: z.literal('different'), a: anchor, b: anchor }),
  z.object({ ...decided, kind: z.literal('rename'), entity: anchor, name: filled }),
  z.object({ ...decided, kind: z.literal('type'), entity: anchor, type: entityType }),
  z.object({ ...decided, kind: z.literal('drop entity'), entity: anchor }),
  z.object({ ...decided, kind: z.literal('drop relation'), ...claimed }),
  z.object({ ...decided, kind: z.literal('add relation'), ...claimed }),
  z.object({ ...decided, kind: z.literal('drop result'), number: anchor }),
  z.object({
    ...decided,
    kind: z.literal('value'),
    number: anchor,
    value: z.number(),
    unit: unit.nullable().optional(),
    resultKind: resultKind.optional(),
  }),
  z.object({
    ...decided,
    kind: z.literal('add result'),
    number: anchor,
    evidence: anchor,
    value: z.number(),
    unit: unit.nullable(),
    resultKind,
    subject: anchor.nullable(),
    metric: anchor.nullable(),
    benchmark: anchor.nullable(),
    baseline: anchor.nullable(),
  }),
]);
export type Decision = z.infer<typeof decision>;
export type DecisionOf<Kind extends Decision['kind']> = Extract<Decision, { kind: Kind }>;

export const paperNode = z.object({
  type: z.literal('Paper'),
  /** The title as a reader sees it, or the name of the main contribution where there is none. */
  name: filled,
  id: filled,
  title: filled.optional(),
  date: filled.optional(),
  url: filled.optional(),
  authors: z.array(filled).optional(),
  categories: z.array(filled).optional(),
});
export type PaperNode = z.infer<typeof paperNode>;

export const entityNode = z.object({
  type: entityType,
  name: filled,
  aliases: z.array(filled),
  /** How many papers mention it. */
  papers: z.int().positive(),
  /** The earliest date among them. */
  firstSeen: filled.optional(),
  /** How many entities of papers that became this node bear which type: one a paper, rarely more. */
  votes: z.partialRecord(entityType, z.int().positive()),
  /** A term for a class of things ("LLM"), not a thing of its own. */
  classTerm: z.boolean(),
  /** How much it matters to the paper that it matters to most, from 0 to 1. */
  salience: confidence.optional(),
  statistics: z.array(extractedStatistic.omit({ entity: true }).extend({ paper: filled })),
});
export type EntityNode = z.infer<typeof entityNode>;

export const resultNode = measured.extend({
  type: z.literal('Result'),
  /** As it is read: `31.6 %`, `1.33x`, `+10.2 points`. */
  name: filled,
  paper: filled,
  /** The words that condition it: `under the interactive protocol`. */
  setting: filled.optional(),
  /** What it is a share of, where the words say that it is one of another value: `the original accuracy`. */
  shareOf: filled.optional(),
});
export type ResultNode = z.infer<typeof resultNode>;

export const nodeAttributes = z.discriminatedUnion('type', [paperNode, entityNode, resultNode]);
export type NodeAttributes = z.infer<typeof nodeAttributes>;

/** One claim of one paper, with the words that make it. */
export const edgeAttributes = z.object({
  type: edgeType,
  /** The id of the paper that says so. */
  paper: filled,
  ...place.shape,
  by: filled,
  confidence,
  /** Every place of a `MENTIONS` edge; the edge's own place is the first. */
  places: z.array(place).optional(),
});
export type EdgeAttributes = z.infer<typeof edgeAttributes>;

const nodeIdentity = { schema: version, key: filled };
/** A line of `nodes.jsonl`. */
export const nodeLine = z.discriminatedUnion('type', [
  paperNode.extend(nodeIdentity),
  entityNode.extend(nodeIdentity),
  resultNode.extend(nodeIdentity),
]);
export type NodeLine = z.infer<typeof nodeLine>;

/** A line of `edges.jsonl`. */
export const edgeLine = edgeAttributes.extend({ schema: version, source: filled, target: filled });
export type EdgeLine = z.infer<typeof edgeLine>;

/**
 * Why a member bears the name of its thing, in the order in which rules are tried: its name has the same spelling key;
 * it is another rendering of it (`v2.0` for `2`), or one when acronyms inside are spelled out; a document spells it out; of several things with this name it is the
 * one that its company tells, or else the one that nearly all papers mean; a person said so. Within one paper the rules of
 * `JOIN_RULES` join spellings.
 */
export const MERGE_RULES = [
  'spelling',
  'rendering',
  'expansion',
  ...JOIN_RULES,
  'company',
  'usage',
  'decision',
] as const;
export const mergeRule = z.enum(MERGE_RULES);
export type MergeRule = z.infer<typeof mergeRule>;

/** A line of `merges.jsonl`: names of several papers, or spellings of one, that became one node, and why. */
export const mergeLine = z.object({
  schema: version,
  key: filled,
  /** The rules of its members. */
  rules: z.array(mergeRule).min(1),
  members: z
    .array(
      z.object({
        paper: filled,
        name: filled,
        type: entityType,
        place,
        rule: mergeRule,
        /** Where the definition stands that a member is merged by. */
        evidence: place.extend({ paper: filled }).optional(),
      }),
    )
    .min(2),
});
export type MergeLine = z.infer<typeof mergeLine>;

/** `layout.json`: where the explorer draws each node, and which nodes belong together. */
export const layout = z.object({
  schema: version,
  positions: z.record(z.string(), z.tuple([z.number(), z.number()])),
  /** The same for the picture of the most important entities alone; empty where all are drawn at first. */
  top: z.record(z.string(), z.tuple([z.number(), z.number()])).default({}),
  /** The keys of the entities and papers of each community, the one with the most entities first. */
  communities: z.array(z.array(filled)).default([]),
});
export type Layout = z.infer<typeof layout>;

/** What the explorer loads: the whole graph with its layout. Documents are fetched one by one. */
export const explorerData = z.object({
  schema: version,
  nodes: z.array(nodeLine),
  edges: z.array(edgeLine),
  positions: layout.shape.positions,
  top: layout.shape.top,
  communities: layout.shape.communities,
  /** How many entities the library has that this is the top of; nothing where it is all of it. */
  of: z.int().positive().optional(),
});
export type ExplorerData = z.infer<typeof explorerData>;
