import { createSearchBox } from '../chrome/search-box.ts';
import { element } from '../element.ts';
import { isLinkType, type Link } from '../narrow/filter-index.ts';
import { changePath, type PathSelection } from '../state.ts';
import type { Step } from '../walk/paths.ts';
import { count, relationWords } from '../words.ts';
import type { PanelContext } from './context.ts';
import { evidence } from './evidence.ts';
import { nodeLink } from './node-link.ts';
import { section } from './page.ts';
import { relationButton } from './relation-page.ts';

/** The way from one node to another, with the sentences along it. */
export function pathPage(context: PanelContext, selection: PathSelection): Node[] {
  const { graph } = context.library;
  const { from, to, nth } = selection;
  if (![from, to].every((key) => key === undefined || graph.hasNode(key)))
    return [head('Path', [])];
  if (to === undefined) return [head('Path', [fromLine(context, from), chooser(context, from)])];
  const { paths, overMentions } = context.pathsOf(selection);
  const path = paths[nth];
  return [
    head('Path', [
      fromLine(context, from),
      element('p', { class: 'path-end' }, [element('span', { text: 'to' }), nodeLink(context, to)]),
      element('p', { class: 'facts', text: summary(path, nth, paths.length, overMentions) }),
    ]),
    controls(context, selection, paths.length),
    ...(path
      ? [
          section(
            'Steps',
            path.length,
            path.map((step, index) => stepView(context, step, index === path.length - 1)),
          ),
        ]
      : []),
  ];
}

function head(title: string, below: readonly HTMLElement[]): HTMLElement {
  return element('header', { class: 'page-head' }, [
    element('h1', { text: title, attributes: { tabindex: '-1' } }),
    ...below,
  ]);
}

const fromLine = (context: PanelContext, from: string): HTMLElement =>
  element('p', { class: 'path-end' }, [element('span', { text: 'from' }), nodeLink(context, from)]);

function summary(
  path: readonly Step[] | undefined,
  nth: number,
  amount: number,
  overMentions: boolean,
): string {
  if (!path) return 'Nothing here joins the two, not even papers that name both in turn.';
  const length = count(path.length, 'step');
  const which = nth === 0 ? 'The shortest way' : `Way ${nth + 1} of ${amount}`;
  return overMentions
    ? `No relation joins the two. ${which} over papers that name both: ${length}.`
    : `${which}: ${length}.`;
}

function chooser(context: PanelContext, from: string): HTMLElement {
  const box = element('div', { class: 'search' });
  const dispose = createSearchBox(
    box,
    context.search,
    (to) => context.store.update((state) => changePath(state, { to })),
    {
      id: 'path-hits',
      label: 'Path to…',
      isMain: false,
      accepts: ({ key, type }) => key !== from && type !== 'Result',
    },
  );
  context.onLeave(dispose);
  return element('div', { class: 'path-chooser' }, [
    box,
    element('p', { class: 'note', text: 'Or click a node of the graph.' }),
  ]);
}

function controls(context: PanelContext, selection: PathSelection, amount: number): HTMLElement {
  const change = (to: Parameters<typeof changePath>[1]) => () =>
    context.store.update((state) => changePath(state, to));
  const step = (text: string, nth: number) => {
    const button = element('button', {
      class: 'chip-button',
      text,
      attributes: { type: 'button' },
      on: { click: change({ nth }) },
    });
    button.disabled = nth < 0 || nth >= amount;
    return button;
  };
  return element('div', { class: 'actions' }, [
    step('Shorter', selection.nth - 1),
    step('Next way', selection.nth + 1),
    element('button', {
      class: 'chip-button',
      text: 'Avoid hubs',
      attributes: {
        type: 'button',
        'aria-pressed': String(!selection.overHubs),
        title: 'Leave out what touches everything, such as “LLM” or “accuracy”',
      },
      on: { click: change({ overHubs: !selection.overHubs, nth: 0 }) },
    }),
    element('button', {
      class: 'chip-button',
      text: 'Choose another end',
      attributes: { type: 'button' },
      on: { click: change({ to: undefined, nth: 0 }) },
    }),
  ]);
}

/** Where a step begins, and what joins that to the next; the last step ends the way. */
function stepView(context: PanelContext, { from, to, links }: Step, isLast: boolean): HTMLElement {
  return element('section', { class: 'step' }, [
    nodeLink(context, from),
    ...links.map((link) => linkView(context, from, link)),
    isLast ? nodeLink(context, to) : undefined,
  ]);
}

/** What the two are to each other, read from the first, with the first sentence that says so. */
function linkView(context: PanelContext, from: string, link: Link): HTMLElement {
  const { graph } = context.library;
  const { source, type, target } = link;
  const words = relationWords(type, source === from ? 'forward' : 'backward');
  const claim = graph.findDirectedEdge(source, target, (_edge, edge) => edge.type === type);
  const more = link.papers - 1;
  return element('div', { class: 'step-link' }, [
    element('p', { class: 'relation-words', text: words }),
    claim
      ? evidence(context, graph.getEdgeAttributes(claim), new Set([source, target]))
      : undefined,
    isLinkType(type) && more > 0
      ? relationButton(context, { source, type, target }, `and in ${count(more, 'other paper')}`)
      : undefined,
  ]);
}
