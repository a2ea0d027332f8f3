import { element } from '../element.ts';
import { entityCount, type Overview, overviewOf, type Ranked } from '../facts/overview.ts';
import { count, monthWords } from '../words.ts';
import { moreButton } from './claim-list.ts';
import type { PanelContext } from './context.ts';
import { nodeLink } from './node-link.ts';
import { section } from './page.ts';

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
    ...ranking(context, 'Most numbers reported on', overview.benchmarks, 'number'),
    ...ranking(context, 'Most connected methods and models', overview.methods, 'neighbour'),
    ...ranking(context, 'Most worked on', overview.tasks, 'neighbour'),
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

function papers(context: PanelContext, { papers }: Overview): HTMLElement {
  const { graph } = context.library;
  const lines = papers.map((key) => {
    const paper = graph.getNodeAttributes(key);
    const note = paper.type === 'Paper' && paper.date ? monthWords(paper.date) : undefined;
    return element('li', { class: 'line' }, [nodeLink(context, key, note)]);
  });
  const list = element('ul', { class: 'lines' }, lines.slice(0, FIRST_PAPERS));
  const rest = lines.slice(FIRST_PAPERS);
  return section('Papers', papers.length, [
    list,
    ...(rest.length > 0 ? [moreButton(list, rest)] : []),
  ]);
}
