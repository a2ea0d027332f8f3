import { paperKey } from '../../graph/knowledge-graph.ts';
import { element } from '../element.ts';
import { resultsOfNumber } from '../facts/numbers.ts';
import { isLinkType } from '../narrow/filter-index.ts';
import { relationWords } from '../words.ts';
import type { PanelContext } from './context.ts';

const HINT = 'Point at a marked word to see what it is said to do.';

/**
 * Lets a marked abstract tell of its relations: pointing at a mark, or coming to it by keyboard, says in a line below
 * what the paper says of it, and brings out what it is related with.
 */
export function showRelations(context: PanelContext, abstract: HTMLElement, paper: string): void {
  const marks = [...abstract.querySelectorAll<HTMLElement>('mark[data-key]')];
  if (marks.length === 0) return;
  const line = element('p', { class: 'abstract-relations', text: HINT });
  const point = (event: Event) => {
    const mark = event.target instanceof Element ? event.target.closest('mark') : null;
    const key = mark?.dataset.key;
    const { sentences, keys } = relationsOf(context, paper, key);
    abstract.classList.toggle('pointing', keys.size > 1);
    for (const other of marks) {
      other.classList.toggle('related', keys.size > 1 && keys.has(other.dataset.key ?? ''));
    }
    line.textContent = sentences.length > 0 ? sentences.join(' · ') : HINT;
  };
  abstract.addEventListener('pointerover', point);
  abstract.addEventListener('pointerleave', point);
  abstract.addEventListener('focusin', point);
  abstract.append(line);
}

/** What a paper says of an entity or a number, in words, and which others it names in that. */
function relationsOf({ library: { graph } }: PanelContext, paper: string, key: string | undefined) {
  const sentences = new Set<string>();
  const keys = new Set<string>();
  const isResult = (node: string) => graph.getNodeAttribute(node, 'type') === 'Result';
  // The mark of a number stands for all its results, and bears the key of the first.
  const marked = (node: string) => (isResult(node) ? resultsOfNumber(graph, node) : [node]);
  const about = key !== undefined && graph.hasNode(key) ? marked(key) : [];
  const own = paperKey(paper);
  const name = (node: string) =>
    node === own ? 'this paper' : graph.getNodeAttribute(node, 'name');
  for (const node of about) {
    keys.add(node);
    graph.forEachEdge(node, (_edge, { type, paper: by }, source, target) => {
      if (by !== paper || !(isLinkType(type) || isResult(source)) || type === 'REPORTED_IN') return;
      for (const end of [...marked(source), ...marked(target)]) keys.add(end);
      sentences.add(`${name(source)} ${relationWords(type, 'forward')} ${name(target)}`);
    });
  }
  return { sentences: [...sentences], keys };
}
