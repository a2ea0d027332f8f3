import type { EdgeAttributes, EntityNode, NodeType, PaperNode, ResultNode } from '../schema.ts';

/**
 * How databases hold an attribute: a text, a list of texts, a whole number, a real one, a flag; what is deeper is text
 * in JSON.
 */
export type ColumnType = 'text' | 'texts' | 'whole' | 'real' | 'flag' | 'json';
export type Columns = Readonly<Record<string, ColumnType>>;

/** Every attribute of a schema, so that a new one cannot be forgotten. */
type ColumnsOf<T> = Record<keyof T, ColumnType>;

/** The type is a label too. `fullKey` is there where `key` was cut to a length that an index can hold. */
const ANY_NODE = { fullKey: 'text', type: 'text' } as const;

const PAPER = {
  ...ANY_NODE,
  name: 'text',
  id: 'text',
  title: 'text',
  date: 'text',
  url: 'text',
  authors: 'texts',
  categories: 'texts',
} as const satisfies ColumnsOf<PaperNode> & Columns;

const ENTITY = {
  ...ANY_NODE,
  name: 'text',
  aliases: 'texts',
  papers: 'whole',
  firstSeen: 'text',
  votes: 'json',
  classTerm: 'flag',
  salience: 'real',
  statistics: 'json',
  /** Of a metric: which of two values is the better one, where its names tell. No query could read that off them. */
  better: 'text',
} as const satisfies ColumnsOf<EntityNode> & Columns;

/** What was measured, without who reports it. */
export const MEASURE_COLUMNS = {
  value: 'real',
  unit: 'text',
  kind: 'text',
  qualifier: 'text',
  direction: 'text',
  difference: 'text',
  setting: 'text',
  shareOf: 'text',
} as const satisfies ColumnsOf<Omit<ResultNode, 'type' | 'name' | 'paper'>> & Columns;

const RESULT = {
  ...ANY_NODE,
  name: 'text',
  paper: 'text',
  ...MEASURE_COLUMNS,
} as const satisfies ColumnsOf<ResultNode> & Columns;

export const NODE_COLUMNS: Readonly<Record<NodeType, Columns>> = {
  Paper: PAPER,
  Method: ENTITY,
  Model: ENTITY,
  Benchmark: ENTITY,
  Dataset: ENTITY,
  Metric: ENTITY,
  Task: ENTITY,
  Result: RESULT,
};

/** A claim bears the sentence that makes it and the date of its paper besides its own attributes. */
export const CLAIM_COLUMNS: Columns = {
  paper: 'text',
  date: 'text',
  sentence: 'text',
  field: 'text',
  start: 'whole',
  end: 'whole',
  by: 'text',
  confidence: 'real',
  places: 'json',
} as const satisfies ColumnsOf<Omit<EdgeAttributes, 'type'>> & Columns;

/** The property that holds an attribute: `votes` -> `votesJson`, `name` -> `name`. */
export function propertyName(attribute: string, type: ColumnType): string {
  return type === 'json' ? `${attribute}Json` : attribute;
}

/** The names of the properties that columns may fill. */
export function propertyNames(columns: Columns): string[] {
  return Object.entries(columns).map(([attribute, type]) => propertyName(attribute, type));
}
