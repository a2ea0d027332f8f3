import { element } from '../element.ts';
import { isLinkType, linksBetween } from '../narrow/filter-index.ts';
import { type RelationSelection, selectRelation } from '../state.ts';
import { count, relationWords } from '../words.ts';
import type { PanelContext } from './context.ts';
import { evidence } from './evidence.ts';
import { nodeLink } from './node-link.ts';
import { section } from './page.ts';

/** A relation between two nodes with everything that says so. */
export function relationPage(context: PanelContext, relation: RelationSelection): Node[] {
  const { graph, index } = context.library;
  const { source, type, target } = relation;
  const claims =
    graph.hasNode(source) && graph.hasNode(target)
      ? graph
          .filterDirectedEdges(source, target, (_edge, edge) => edge.type === type)
          .map((edge) => graph.getEdgeAttributes(edge))
      : [];
  if (claims.length === 0) return unknownRelation();
  const ends = new Set([source, target]);
  const papers = new Set(claims.map(({ paper }) => paper)).size;
  const others = linksBetween(index, source, target).flatMap((link) =>
    isLinkType(link.type) && !(link.type === type && link.source === source)
      ? [relationButton(context, { ...link, type: link.type })]
      : [],
  );
  return [
    element('header', { class: 'page-head' }, [
      element('p', { class: 'kind', text: 'Relation' }),
      element('h1', { class: 'relation-title', attributes: { tabindex: '-1' } }, [
        nodeLink(context, source),
        element('span', { class: 'relation-words', text: relationWords(type, 'forward') }),
        nodeLink(context, target),
      ]),
      element('p', { class: 'facts', text: `said by ${count(papers, 'paper')}` }),
    ]),
    section(
      'Evidence',
      claims.length,
      claims.map((claim) => evidence(context, claim, ends)),
    ),
    ...(others.length > 0
      ? [
          section('Also between them', others.length, [
            element(
              'ul',
              { class: 'lines' },
              others.map((button) => element('li', { class: 'line' }, [button])),
            ),
          ]),
        ]
      : []),
  ];
}

/** A relation as a sentence, which opens its page. */
export function relationButton(
  context: PanelContext,
  { source, type, target }: Omit<RelationSelection, 'kind'>,
  text = relationSentence(context, { source, type, target }),
): HTMLButtonElement {
  return element('button', {
    class: 'relation-link',
    text,
    attributes: { type: 'button' },
    on: {
      click: () => context.store.update((state) => selectRelation(state, { source, type, target })),
    },
  });
}

/** `SimSD is tested on MATH-500` */
export function relationSentence(
  { library: { graph } }: PanelContext,
  { source, type, target }: Omit<RelationSelection, 'kind'>,
): string {
  const name = (key: string) => graph.getNodeAttribute(key, 'name');
  return `${name(source)} ${relationWords(type, 'forward')} ${name(target)}`;
}

function unknownRelation(): Node[] {
  return [
    element('header', { class: 'page-head' }, [
      element('h1', { text: 'Not in this library', attributes: { tabindex: '-1' } }),
      element('p', {
        class: 'facts',
        text: 'No paper here says that any more. Press Escape for the overview.',
      }),
    ]),
  ];
}
