import { drawing, element } from '../element.ts';
import type { PanelContext } from './context.ts';
import { textLink } from './node-link.ts';

const ARROW_OUT = ['M6 3.5h-2.5v9h9v-2.5', 'M9 3h4v4', 'M12.8 3.2l-5.8 5.8'];

/** A paper's title, leading to its page in the panel. */
export function paperLink(context: PanelContext, page: string): HTMLElement | undefined {
  const { graph } = context.library;
  if (!graph.hasNode(page)) return undefined;
  return textLink(context, page, 'paper-link', graph.getNodeAttribute(page, 'name'));
}

/** The way out to where the paper is published, where that is known. */
export function outLink(context: PanelContext, page: string): HTMLElement | undefined {
  const { graph } = context.library;
  const paper = graph.hasNode(page) ? graph.getNodeAttributes(page) : undefined;
  if (paper?.type !== 'Paper' || !paper.url || !/^https?:/.test(paper.url)) return undefined;
  const { hostname } = new URL(paper.url);
  const attributes = { href: paper.url, target: '_blank', rel: 'noopener noreferrer' };
  return element('a', { class: 'out-link', attributes }, [hostname, drawing(ARROW_OUT, 'icon')]);
}
