import { element } from '../element.ts';
import type { Contested } from '../facts/contested.ts';
import { entityCount, type Overview, overviewOf, type Ranked } from '../facts/overview.ts';
import { changeFilters, selectRelation, showBoard, showView } from '../state.ts';
import { count, monthWords } from '../words.ts';
import type { PanelContext } from './context.ts';
import { longList } from './long-list.ts';
import { nodeLink } from './node-link.ts';
import { section } from './page.ts';
import { typeMark } from './type-mark.ts';

const FIRST_PAPERS = 8;

/** The front page: what is in the library, and where to begin. */
export function overviewPage(context: PanelContext): Node[] {
  const overview = overviewOf(context.library);
  if (overview.counts.Paper === 0) return [emptyLibrary()];
  return [
    element('header', { class: 'page-head' }, [
      element('h1', { text: 'What these papers say', attributes: { tabindex: '-1' } }),
      element('p', { class: 'facts', text: summary(overview) }),
    ]),
    ...partNotice(context.library.of, entityCount(overview.counts)),
    ...ranking(context, 'Most numbers reported on', overview.benchmarks, 'number'),
    ...newest(context, overview),
    ...contested(context, overview),
    ...ranking(context, 'Most connected methods and models', overview.methods, 'neighbour'),
    ...ranking(context, 'Most worked on', overview.tasks, 'neighbour'),
    ...communities(context),
    papers(context, overview),
  ];
}

function emptyLibrary(): HTMLElement {
  return element('header', { class: 'page-head' }, [
    element('h1', { text: 'This library is empty' }),
    element('p', {
      class: 'facts',
      text: 'Build it from abstracts: sotagraph build PATHS --out library',
    }),
  ]);
}

/** Says of the top of a library that it is one, and how to get more. */
function partNotice(of: number | undefined, here: number): HTMLElement[] {
  if (of === undefined) return [];
  const [amount, all] = [here, of].map((value) => value.toLocaleString('en'));
  return [
    element('div', { class: 'part-notice', attributes: { role: 'note' } }, [
      element('p', {
        text: `This is a part: the ${amount} things that most papers name, of ${all} in the library.`,
      }),
      element('p', {}, [
        'Whoever has the library makes a larger one: ',
        element('code', {
          text: `sotagraph explore LIBRARY --html FILE --top ${Math.min(of, 2 * here)}`,
        }),
      ]),
    ]),
  ];
}

function summary({ counts, dates }: Overview): string {
  const parts = [
    count(counts.Paper, 'paper'),
    count(entityCount(counts), 'entity', 'entities'),
    count(counts.Result, 'reported number'),
  ];
  if (dates) parts.push([...new Set(dates.map(monthWords))].join(' – '));
  return parts.join(' · ');
}

function ranking(
  context: PanelContext,
  title: string,
  ranked: readonly Ranked[],
  noun: string,
): HTMLElement[] {
  if (ranked.length === 0) return [];
  const lines = ranked.map(({ key, amount }) =>
    element('li', { class: 'line' }, [nodeLink(context, key, count(amount, noun))]),
  );
  return [section(title, undefined, [element('ul', { class: 'lines' }, lines)])];
}

function newest(context: PanelContext, { newest }: Overview): HTMLElement[] {
  if (newest.length === 0) return [];
  const lines = newest.map(({ key, date }) =>
    element('li', { class: 'line' }, [nodeLink(context, key, monthWords(date))]),
  );
  return [section('Newest', undefined, [element('ul', { class: 'lines' }, lines)])];
}

function contested(context: PanelContext, { contested }: Overview): HTMLElement[] {
  if (contested.length === 0) return [];
  const lines = contested.map((line) =>
    element('li', { class: 'line' }, [contestedLine(context, line)]),
  );
  return [section('Papers disagree', undefined, [element('ul', { class: 'lines' }, lines)])];
}

function contestedLine(context: PanelContext, line: Contested): HTMLElement {
  const { store, library } = context;
  const name = (key: string) => library.graph.getNodeAttribute(key, 'name');
  if (line.kind === 'value') {
    const { subject, benchmark, metric, words } = line;
    const act = () => store.update((state) => showBoard(state, benchmark, metric));
    return lineButton(context, subject, name(subject), words, act);
  }
  const { a, b, papers } = line;
  const relation = { source: a, type: 'OUTPERFORMS', target: b } as const;
  const act = () => store.update((state) => selectRelation(state, relation));
  const words = count(papers, 'paper');
  return lineButton(context, a, `${name(a)} or ${name(b)}: which is better?`, words, act);
}

function communities(context: PanelContext): HTMLElement[] {
  const { communities } = context.library;
  if (communities.length === 0) return [];
  const list = longList(
    [...communities.entries()],
    ([number, { name, members }]) =>
      lineButton(context, members[0], name, count(members.length, 'member'), () => {
        context.store.update((state) =>
          showView(changeFilters(state, { community: number }), 'graph'),
        );
      }),
    { first: 6, step: 20 },
  );
  return [section('Communities', communities.length, [list])];
}

function lineButton(
  { library }: PanelContext,
  key: string | undefined,
  text: string,
  note: string,
  act: () => void,
): HTMLElement {
  const mark = key === undefined ? undefined : library.graph.getNodeAttribute(key, 'type');
  return element(
    'button',
    { class: 'node-link', attributes: { type: 'button' }, on: { click: act } },
    [
      mark ? typeMark(mark) : undefined,
      element('span', { class: 'node-name', text, attributes: { title: text } }),
      element('span', { class: 'note', text: note }),
    ],
  );
}

function papers(context: PanelContext, { papers }: Overview): HTMLElement {
  const { graph } = context.library;
  const list = longList(
    papers,
    (key) => {
      const paper = graph.getNodeAttributes(key);
      const note = paper.type === 'Paper' && paper.date ? monthWords(paper.date) : undefined;
      return nodeLink(context, key, note);
    },
    { first: FIRST_PAPERS, step: 50 },
  );
  return section('Papers', papers.length, [list]);
}
