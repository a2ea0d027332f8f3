import { createHash } from 'node:crypto';
import {
  type Document,
  type EntityType,
  type ExtractedResult,
  type Extraction,
  type Place,
  type RelationType,
  SCHEMA_VERSION,
} from '../../graph/schema.ts';

/** A paper as tests write it: its entities are found in its text. */
export interface Sketch extends Partial<Document> {
  readonly text: string;
  readonly entities?: readonly (readonly [name: string, type: EntityType, ...aliases: string[]])[];
  readonly relations?: readonly (readonly [source: string, type: RelationType, target: string])[];
  readonly results?: readonly (Partial<ExtractedResult> & { readonly number: Place })[];
  readonly extractor?: string;
}

/** The facts of a sketched paper. */
export function paper(id: string, sketch: Sketch): Extraction {
  const { entities = [], relations = [], results = [], extractor = '1+test', ...fields } = sketch;
  const { text } = sketch;
  const evidence: Place = { field: 'text', start: 0, end: text.length };
  const document = { ...fields, id };
  return {
    schema: SCHEMA_VERSION,
    id,
    hash: createHash('sha256').update(JSON.stringify(document)).digest('hex'),
    extractor,
    document,
    entities: entities.map(([name, type, ...aliases]) => ({
      name,
      type,
      aliases,
      mentions: [name, ...aliases.filter((alias) => text.includes(alias))].map((words) =>
        find(text, words),
      ),
      confidence: 0.9,
    })),
    relations: relations.map(([source, type, target]) => ({
      source,
      type,
      target,
      evidence,
      by: 'model',
      confidence: 0.8,
    })),
    results: results.map((result) => ({
      subject: null,
      metric: null,
      benchmark: null,
      baseline: null,
      value: Number(text.slice(result.number.start, result.number.end)),
      unit: null,
      kind: 'absolute',
      qualifier: null,
      direction: null,
      evidence,
      by: 'model',
      confidence: 0.7,
      ...result,
    })),
    statistics: [],
    dropped: {},
  };
}

/** Where words stand in a text. */
export function find(text: string, words: string): Place {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" does not stand in "${text}"`);
  return { field: 'text', start, end: start + words.length };
}
