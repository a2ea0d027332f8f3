import { toPlain } from '../../graph/text/latex.ts';
import { element } from '../element.ts';
import { endOfUnit, type Mark } from '../facts/marks.ts';
import type { PanelContext } from './context.ts';
import { textLink } from './node-link.ts';

/**
 * A stretch of text as a person reads it, without its LaTeX: the mentions lead to their nodes and the
 * numbers are underlined with their units.
 */
export function markedText(
  context: PanelContext,
  text: string,
  range: { readonly start: number; readonly end: number },
  marks: readonly Mark[],
): Node[] {
  const view = toPlain(text);
  const [start, end] = view.toPlain(range.start, range.end);
  const pieces: Node[] = [];
  let position = start;
  const write = (until: number) => {
    if (until > position) pieces.push(document.createTextNode(view.text.slice(position, until)));
    position = Math.max(position, until);
  };
  for (const mark of marks) {
    const [from, last] = view.toPlain(mark.start, mark.end);
    if (from < position || last <= from) continue;
    const to = mark.type === 'Result' ? endOfUnit(view.text, last) : last;
    write(from);
    pieces.push(marked(context, view.text.slice(from, to), mark));
    position = to;
  }
  write(end);
  return pieces;
}

function marked(context: PanelContext, words: string, { key, type }: Mark): HTMLElement {
  const mark = element('mark', { attributes: { 'data-type': type, 'data-key': key } });
  const { name } = context.library.graph.getNodeAttributes(key);
  const link = textLink(context, key, 'mark-link', words);
  link.title = type === 'Result' ? name : `${type}: ${name}`;
  mark.append(link);
  return mark;
}
