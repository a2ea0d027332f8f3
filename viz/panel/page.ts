import type { NodeType } from '../../graph/schema.ts';
import { element } from '../element.ts';
import { typeMark } from './type-mark.ts';

/** The top of a page: what kind of thing it is, and its name. */
export function pageHead(
  type: NodeType,
  name: string,
  below: readonly (HTMLElement | undefined)[],
): HTMLElement {
  return element('header', { class: 'page-head' }, [
    element('p', { class: 'kind' }, [typeMark(type), type]),
    element('h1', { text: name, attributes: { tabindex: '-1' } }),
    ...below,
  ]);
}

/** A titled part of a page with how many things it holds. */
export function section(
  title: string,
  amount: number | undefined,
  children: readonly Node[],
): HTMLElement {
  const heading = element('h2', { class: 'section-title' }, [
    title,
    amount === undefined
      ? undefined
      : element('span', { class: 'amount', text: amount.toLocaleString('en') }),
  ]);
  return element('section', { class: 'section' }, [heading, ...children]);
}
