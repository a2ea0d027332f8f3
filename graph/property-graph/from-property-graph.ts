import { type KnowledgeGraph, readKnowledgeGraph } from '../knowledge-graph.ts';
import { edgeLine, type NodeType, nodeLine, SCHEMA_VERSION } from '../schema.ts';
import { CLAIM_COLUMNS, NODE_COLUMNS } from './columns.ts';
import { fromProperties } from './properties.ts';

/** What a database gives back: rows whose properties have yet to be checked, its own among them. */
export interface StoredGraph {
  readonly nodes: readonly {
    readonly key: string;
    readonly type: NodeType;
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
  readonly relationships: readonly {
    readonly source: string;
    readonly type: string;
    readonly target: string;
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

/**
 * The graph that rows stand for: the inverse of `toPropertyGraph`. Properties that the schema does not know are passed
 * over.
 * @throws ZodError for rows that are no graph of this schema
 */
export function fromPropertyGraph({ nodes, relationships }: StoredGraph): KnowledgeGraph {
  const fullKeys = new Map<string, string>();
  const nodeLines = nodes.map(({ key, type, properties }) => {
    const fullKey = typeof properties.fullKey === 'string' ? properties.fullKey : key;
    fullKeys.set(key, fullKey);
    const attributes = { ...leftOut(type), ...fromProperties(properties, NODE_COLUMNS[type]) };
    return nodeLine.parse({ ...attributes, schema: SCHEMA_VERSION, key: fullKey, type });
  });
  const edgeLines = relationships.map(({ source, type, target, properties }) =>
    edgeLine.parse({
      ...fromProperties(properties, CLAIM_COLUMNS),
      schema: SCHEMA_VERSION,
      source: fullKeys.get(source) ?? source,
      type,
      target: fullKeys.get(target) ?? target,
    }),
  );
  return readKnowledgeGraph(nodeLines, edgeLines);
}

/** What databases do not hold: null, and, in some of them, an empty list. */
function leftOut(type: NodeType): object {
  if (type === 'Paper') return {};
  if (type === 'Result') return { unit: null, qualifier: null, direction: null };
  return { aliases: [], statistics: [] };
}
