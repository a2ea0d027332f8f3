import type { EntityNode } from '../../graph/schema.ts';
import { correctThing } from '../correct/correct-thing.ts';
import { element } from '../element.ts';
import { claimsOf } from '../facts/claims.ts';
import { nearTo } from '../facts/near.ts';
import { numbersOf } from '../facts/numbers.ts';
import { plotsOf } from '../facts/plots.ts';
import { count, monthWords } from '../words.ts';
import { claimGroup, moreButton } from './claim-list.ts';
import type { PanelContext } from './context.ts';
import { dotPlot } from './dot-plot.ts';
import { nodeActions } from './node-actions.ts';
import { nodeLink, textLink } from './node-link.ts';
import { numberTable } from './number-table.ts';
import { pageHead, section } from './page.ts';

const FIRST_PAPERS = 6;
const MOST_PLOTS = 4;
const MOST_NEAR = 5;

/** What the library knows of one entity. */
export function entityPage(context: PanelContext, key: string, node: EntityNode): Node[] {
  const numbers = numbersOf(context.library.graph, key);
  const groups = claimsOf(context.library.graph, key).filter(({ type }) => type !== 'PROPOSES');
  return [
    pageHead(node.type, node.name, [
      aliases(node),
      facts(context, key, node),
      nodeActions(context, key),
      correctThing(context, key, node),
    ]),
    numbers.length > 0
      ? section('Numbers', numbers.length, [
          ...plotsOf(context.library.graph, key)
            .slice(0, MOST_PLOTS)
            .map((plot) => dotPlot(context, key, plot)),
          numberTable(context, key, numbers),
        ])
      : undefined,
    groups.length > 0
      ? section(
          'Relations',
          groups.reduce((sum, { claims }) => sum + claims.length, 0),
          groups.map((group) => claimGroup(context, key, group)),
        )
      : undefined,
    ...near(context, key),
    papers(context, key),
  ].filter((part) => part !== undefined);
}

function aliases({ aliases }: EntityNode): HTMLElement | undefined {
  if (aliases.length === 0) return undefined;
  return element('p', { class: 'aliases' }, ['Also: ', aliases.join(', ')]);
}

/** `proposed by … · in 3 papers · first seen Mar 2026` */
function facts(context: PanelContext, key: string, node: EntityNode): HTMLElement {
  const { graph } = context.library;
  const line = element('p', { class: 'facts' });
  const proposers = graph.filterInEdges(key, (_edge, { type }) => type === 'PROPOSES');
  const [first] = proposers.map((edge) => graph.source(edge)).sort();
  if (first !== undefined) {
    const name = graph.getNodeAttribute(first, 'name');
    const isItself = name === node.name;
    line.append(
      'proposed by ',
      textLink(context, first, 'paper-link', isItself ? 'its paper' : name),
    );
    if (proposers.length > 1) line.append(` and ${count(proposers.length - 1, 'other')}`);
    line.append(' · ');
  }
  line.append(`in ${count(node.papers, 'paper')}`);
  if (node.firstSeen) line.append(` · first seen ${monthWords(node.firstSeen)}`);
  if (node.classTerm) line.append(' · a term for a class of things');
  return line;
}

/** What one might look at next. */
function near(context: PanelContext, key: string): HTMLElement[] {
  const { graph } = context.library;
  const found = nearTo(context.library, key, MOST_NEAR);
  if (found.length === 0) return [];
  const lines = found.map(({ key: other, shared }) => {
    const names = shared.map((ground) => graph.getNodeAttribute(ground, 'name'));
    const link = nodeLink(context, other, `${shared.length} in common`);
    link.title = `Both: ${names.join(', ')}`;
    return element('li', { class: 'line' }, [link]);
  });
  return [section('Near', undefined, [element('ul', { class: 'lines' }, lines)])];
}

function papers(context: PanelContext, key: string): HTMLElement {
  const { graph } = context.library;
  const pages = graph
    .inNeighbors(key)
    .filter((neighbour) => graph.getNodeAttribute(neighbour, 'type') === 'Paper')
    .sort();
  const lines = pages.map((page) => element('li', { class: 'line' }, [nodeLink(context, page)]));
  const list = element('ul', { class: 'lines' }, lines.slice(0, FIRST_PAPERS));
  const rest = lines.slice(FIRST_PAPERS);
  return section('Papers', pages.length, [
    list,
    ...(rest.length > 0 ? [moreButton(list, rest)] : []),
  ]);
}
