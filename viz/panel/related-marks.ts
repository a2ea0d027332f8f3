import { paperKey } from '../../graph/knowledge-graph.ts';
import { element } from '../element.ts';
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
  const sentences: string[] = [];
  const keys = new Set<string>();
  if (key === undefined || !graph.hasNode(key)) return { sentences, keys };
  keys.add(key);
  const own = paperKey(paper);
  const name = (node: string) =>
    node === own ? 'this paper' : graph.getNodeAttribute(node, 'name');
  graph.forEachEdge(key, (_edge, { type, paper: by }, source, target) => {
    const isResultEdge = graph.getNodeAttribute(source, 'type') === 'Result';
    if (by !== paper || !(isLinkType(type) || isResultEdge) || type === 'REPORTED_IN') return;
    keys.add(source).add(target);
    sentences.push(`${name(source)} ${relationWords(type, 'forward')} ${name(target)}`);
  });
  return { sentences, keys };
}
