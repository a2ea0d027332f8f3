import type { EdgeType, NodeType } from '../schema.ts';

/** Prefixes of the vocabularies, and how the keys of nodes and claims become names of resources. */
export const CONTEXT = {
  schema: 'https://schema.org/',
  orkgp: 'http://orkg.org/orkg/predicate/',
  orkgc: 'http://orkg.org/orkg/class/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  oa: 'http://www.w3.org/ns/oa#',
  sota: 'urn:sotagraph:term:',
  node: 'urn:sotagraph:node:',
  claim: 'urn:sotagraph:claim:',
  'schema:author': { '@container': '@list' },
  'schema:datePublished': { '@type': 'schema:Date' },
  'schema:url': { '@type': '@id' },
  'sota:firstSeen': { '@type': 'schema:Date' },
  'sota:votes': { '@type': '@json' },
  'sota:statistics': { '@type': '@json' },
  'sota:places': { '@type': '@json' },
} as const;

/** The classes of a node: our own first, then those of others that mean the same. */
export const CLASSES = {
  Paper: ['sota:Paper', 'schema:ScholarlyArticle', 'orkgc:Paper'],
  Method: ['sota:Method', 'schema:DefinedTerm'],
  Model: ['sota:Model', 'schema:DefinedTerm', 'orkgc:Model'],
  Benchmark: ['sota:Benchmark', 'schema:DefinedTerm', 'orkgc:Benchmark'],
  Dataset: ['sota:Dataset', 'schema:Dataset', 'orkgc:Dataset'],
  Metric: ['sota:Metric', 'schema:DefinedTerm', 'orkgc:Metric'],
  Task: ['sota:Task', 'schema:DefinedTerm', 'orkgc:Problem'],
  Result: ['sota:Result', 'schema:Observation'],
} as const satisfies Record<NodeType, readonly string[]>;

/** One predicate for each type of edge: that of a known vocabulary where it has one, else our own. */
export const PREDICATES = {
  PROPOSES: 'sota:proposes',
  EVALUATED_ON: 'sota:evaluatedOn',
  TRAINED_ON: 'sota:trainedOn',
  MEASURED_BY: 'sota:measuredBy',
  OUTPERFORMS: 'sota:outperforms',
  COMPARED_WITH: 'sota:comparedWith',
  BUILDS_ON: 'schema:isBasedOn',
  PART_OF: 'schema:isPartOf',
  /** "has research problem" */
  ADDRESSES: 'orkgp:P32',
  MENTIONS: 'schema:mentions',
  OF: 'schema:observationAbout',
  ON: 'orkgp:HAS_BENCHMARK',
  MEASURES: 'orkgp:HAS_METRIC',
  AGAINST: 'sota:against',
  REPORTED_IN: 'sota:reportedIn',
  VARIANT_OF: 'sota:variantOf',
} as const satisfies Record<EdgeType, string>;
