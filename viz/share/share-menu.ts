import { toEdgesCsv } from '../../graph/export/edges.ts';
import { toGexf } from '../../graph/export/gexf.ts';
import { toGraphml } from '../../graph/export/graphml.ts';
import { toJson } from '../../graph/export/json.ts';
import { toNodesCsv } from '../../graph/export/nodes.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { element } from '../element.ts';
import { count } from '../words.ts';
import { download } from './download.ts';
import type { Snapshot } from './snapshot.ts';
import { toPng } from './to-png.ts';
import { toSvg } from './to-svg.ts';

interface Format {
  readonly name: string;
  readonly file: string;
  readonly type: string;
  readonly write: (graph: KnowledgeGraph) => Iterable<string>;
}

/** What other programs read; as `sotagraph export` writes it. */
const FORMATS: readonly Format[] = [
  { name: 'GraphML', file: 'graph.graphml', type: 'application/xml', write: toGraphml },
  { name: 'GEXF', file: 'graph.gexf', type: 'application/xml', write: toGexf },
  { name: 'Nodes as CSV', file: 'nodes.csv', type: 'text/csv', write: toNodesCsv },
  { name: 'Edges as CSV', file: 'edges.csv', type: 'text/csv', write: toEdgesCsv },
  { name: 'JSON', file: 'graph.json', type: 'application/json', write: toJson },
];

export interface Shared {
  /** What the canvas shows now. */
  snapshot(): Snapshot;
  /** The part of the graph that is drawn now. */
  visible(): KnowledgeGraph;
}

/** A menu of the bar: the link to what is shown, and what is shown as files. Returns what ends it. */
export function createShareMenu(bar: HTMLElement, shared: Shared): () => void {
  const status = element('p', { class: 'note', attributes: { role: 'status' } });
  const menu = element('div', { class: 'menu', attributes: { id: 'share', popover: 'auto' } });
  const act = (name: string, words: string, action: () => Promise<void> | void) =>
    element('button', {
      class: 'menu-line',
      text: name,
      attributes: { type: 'button' },
      on: {
        click: async () => {
          try {
            await action();
            status.textContent = words;
          } catch (error) {
            status.textContent = error instanceof Error ? error.message : String(error);
          }
        },
      },
    });
  const picture = (
    name: string,
    file: string,
    make: (snapshot: Snapshot) => Promise<Blob> | Blob,
  ) => act(name, `${file} is saved.`, async () => download(file, await make(shared.snapshot())));
  const amount = element('p', { class: 'menu-title' });
  menu.append(
    act('Copy the link', 'The link shows this again, with what is selected and filtered.', () =>
      navigator.clipboard.writeText(location.href),
    ),
    element('p', { class: 'menu-title', text: 'The picture' }),
    picture('PNG', 'graph.png', (snapshot) => toPng(toSvg(snapshot), snapshot)),
    picture(
      'SVG',
      'graph.svg',
      (snapshot) => new Blob([toSvg(snapshot)], { type: 'image/svg+xml' }),
    ),
    amount,
    ...FORMATS.map(({ name, file, type, write }) =>
      act(name, `${file} is saved.`, () =>
        download(file, new Blob([...write(shared.visible())], { type })),
      ),
    ),
    status,
  );
  menu.addEventListener('toggle', () => {
    status.textContent = '';
    amount.textContent = `What is drawn: ${count(shared.visible().order, 'node')}`;
  });
  const button = element('button', {
    class: 'bar-button',
    text: 'Share',
    attributes: { type: 'button', popovertarget: 'share' },
  });
  bar.prepend(button);
  document.body.append(menu);
  return () => {
    button.remove();
    menu.remove();
  };
}
