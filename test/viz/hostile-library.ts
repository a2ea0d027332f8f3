import { readKnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { layOut } from '../../graph/layout.ts';
import type { Document, EdgeLine, ExplorerData, NodeLine } from '../../graph/schema.ts';

/** Names that would call `executed` if they were ever taken for anything but text. */
export const HOSTILE_NAMES = [
  '<img src=x onerror="executed()">',
  '</script><script>executed()</script>',
  '</title></style><script>executed()</script><!--<script>',
  '"><svg onload=executed()>',
  "'-executed()-'",
  'javascript:executed()',
  '\u2028executed()\u2029',
  '__proto__',
] as const;

const TEXT = `We compare ${HOSTILE_NAMES.join(' with ')} at length.`;

/** One paper, everything about which is hostile. */
export const HOSTILE_DOCUMENT: Document = {
  id: HOSTILE_NAMES[1],
  title: HOSTILE_NAMES[2],
  text: TEXT,
};

/** Every name is an entity, related to the next, and another name of it. */
export function hostileLibrary(): ExplorerData {
  const paper = HOSTILE_DOCUMENT.id;
  const page: NodeLine = {
    schema: 1,
    key: `paper:${paper}`,
    type: 'Paper',
    id: paper,
    name: HOSTILE_NAMES[2],
    title: HOSTILE_NAMES[2],
    url: 'javascript:executed()',
    authors: [HOSTILE_NAMES[0]],
    date: HOSTILE_NAMES[3],
  };
  const entities = HOSTILE_NAMES.map(
    (name, index): NodeLine => ({
      schema: 1,
      key: `${name}#${index}`,
      type: 'Method',
      name,
      aliases: [`${name}, again`],
      papers: 1,
      votes: { Method: 1 },
      classTerm: false,
      statistics: [],
    }),
  );
  const claim = (
    source: string,
    type: EdgeLine['type'],
    target: string,
    name: string,
  ): EdgeLine => ({
    schema: 1,
    source,
    type,
    target,
    paper,
    field: 'text',
    start: TEXT.indexOf(name),
    end: TEXT.indexOf(name) + name.length,
    by: HOSTILE_NAMES[0],
    confidence: 1,
  });
  const edges = entities.flatMap(({ key, name }, index) => {
    const next = entities[(index + 1) % entities.length]?.key ?? key;
    return [claim(page.key, 'MENTIONS', key, name), claim(key, 'COMPARED_WITH', next, name)];
  });
  for (const edge of edges) {
    const { field, start, end } = edge;
    if (edge.type === 'MENTIONS') edge.places = [{ field, start, end }];
  }
  const nodes = [page, ...entities];
  const { positions } = layOut(readKnowledgeGraph(nodes, edges));
  return {
    schema: 1,
    nodes,
    edges,
    positions,
    top: {},
    communities: [entities.map(({ key }) => key)],
  };
}
