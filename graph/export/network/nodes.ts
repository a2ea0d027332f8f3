import type { KnowledgeGraph } from '../../knowledge-graph.ts';
import { type Columns, NODE_COLUMNS } from '../../property-graph/columns.ts';
import type { NodeAttributes, PaperNode } from '../../schema.ts';
import type { NetworkNode } from './network.ts';

const { fullKey: _, better: __, ...ENTITY } = NODE_COLUMNS.Method;
const { id: ___, fullKey: ____, ...PAPER } = NODE_COLUMNS.Paper;
const { fullKey: _____, ...RESULT } = NODE_COLUMNS.Result;

/**
 * The attributes of all types of nodes. `paper` is the id of a paper, of itself or of the one that reports a result:
 * `id` is what formats call the key of a node.
 */
export const NETWORK_NODE_COLUMNS: Columns = {
  type: 'text',
  name: 'text',
  ...ENTITY,
  paper: 'text',
  ...PAPER,
  ...RESULT,
};

export function toNetworkNode(
  graph: KnowledgeGraph,
  key: string,
  papers: ReadonlyMap<string, PaperNode>,
): NetworkNode {
  const node = graph.getNodeAttributes(key);
  const { type, name: label } = node;
  return { key, type, label, since: firstDay(node, papers), attributes: attributesOf(node) };
}

function attributesOf(node: NodeAttributes): Readonly<Record<string, unknown>> {
  if (node.type !== 'Paper') return node;
  const { id: paper, ...attributes } = node;
  return { ...attributes, paper };
}

function firstDay(
  node: NodeAttributes,
  papers: ReadonlyMap<string, PaperNode>,
): string | undefined {
  if (node.type === 'Paper') return node.date;
  return node.type === 'Result' ? papers.get(node.paper)?.date : node.firstSeen;
}
