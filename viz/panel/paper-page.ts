import type { Document, EntityType, PaperNode } from '../../graph/schema.ts';
import { ENTITY_TYPES } from '../../graph/schema.ts';
import { element } from '../element.ts';
import { marksIn } from '../facts/marks.ts';
import { numbersOf } from '../facts/numbers.ts';
import { monthWords, plural } from '../words.ts';
import type { PanelContext } from './context.ts';
import { markedText } from './marked-text.ts';
import { nodeLink } from './node-link.ts';
import { numberTable } from './number-table.ts';
import { pageHead, section } from './page.ts';
import { outLink } from './paper-link.ts';
import { showRelations } from './related-marks.ts';

/** A paper: its abstract with everything found in it marked, its entities and its numbers. */
export function paperPage(context: PanelContext, key: string, paper: PaperNode): Node[] {
  const abstract = element('div', { class: 'abstract' }, [
    element('p', { class: 'note', text: 'Loading the abstract…' }),
  ]);
  context.source.document(paper.id).then(
    (document) => {
      abstract.replaceChildren(...abstractText(context, document));
      showRelations(context, abstract, document.id);
    },
    (error: unknown) => {
      const text = error instanceof Error ? error.message : String(error);
      abstract.replaceChildren(
        element('p', { class: 'failed', text, attributes: { role: 'alert' } }),
      );
    },
  );
  const numbers = numbersOf(context.library.graph, key);
  const entities = entitiesByType(context, key);
  const amount = entities.reduce((sum, { keys }) => sum + keys.length, 0);
  return [
    pageHead('Paper', paper.name, [facts(context, key, paper)]),
    section('Abstract', undefined, [abstract]),
    section(
      'In this paper',
      amount,
      entities.map(({ type, keys }) => entityGroup(context, type, keys)),
    ),
    ...(numbers.length > 0
      ? [section('Numbers', numbers.length, [numberTable(context, key, numbers)])]
      : []),
  ];
}

function facts(context: PanelContext, key: string, { id, date, authors }: PaperNode): HTMLElement {
  const parts = [authors && authorWords(authors), date && monthWords(date), id];
  const line = element('p', { class: 'facts', text: parts.filter(Boolean).join(' · ') });
  const out = outLink(context, key);
  if (out) line.append(' · ', out);
  return line;
}

/** `A. Lovelace, C. Babbage and 3 others` */
function authorWords(authors: readonly string[]): string {
  const [first, second] = authors;
  if (authors.length <= 2) return authors.join(' and ');
  return `${first}, ${second} and ${authors.length - 2} others`;
}

function abstractText(context: PanelContext, { id, title, text }: Document): Node[] {
  const { graph } = context.library;
  const fields = [
    ...(title ? [{ field: 'title' as const, text: title }] : []),
    { field: 'text' as const, text },
  ];
  return fields.map(({ field, text }) => {
    const range = { field, start: 0, end: text.length };
    const marks = marksIn(graph, id, range);
    const className = field === 'title' ? 'abstract-title' : 'abstract-text';
    return element('p', { class: className }, markedText(context, text, range, marks));
  });
}

function entitiesByType({ library }: PanelContext, key: string) {
  const { graph, importance } = library;
  const keys = graph.outNeighbors(key);
  return ENTITY_TYPES.map((type) => ({
    type,
    keys: keys
      .filter((neighbour) => graph.getNodeAttribute(neighbour, 'type') === type)
      .sort((a, b) => (importance.get(b) ?? 0) - (importance.get(a) ?? 0) || (a < b ? -1 : 1)),
  })).filter(({ keys }) => keys.length > 0);
}

function entityGroup(
  context: PanelContext,
  type: EntityType,
  keys: readonly string[],
): HTMLElement {
  return element('section', { class: 'group' }, [
    element('h3', { class: 'group-title' }, [
      plural(type),
      element('span', { class: 'amount', text: String(keys.length) }),
    ]),
    element(
      'ul',
      { class: 'chips' },
      keys.map((key) => element('li', {}, [nodeLink(context, key)])),
    ),
  ]);
}
