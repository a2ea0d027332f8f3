import { drawing, element } from '../element.ts';
import type { Claim, ClaimGroup } from '../facts/claims.ts';
import { count, relationWords } from '../words.ts';
import type { PanelContext } from './context.ts';
import { evidence } from './evidence.ts';
import { expand } from './node-actions.ts';
import { textLink } from './node-link.ts';
import { relationButton } from './relation-page.ts';
import { typeMark } from './type-mark.ts';
import { unfolding } from './unfolding.ts';

const ARROW = ['M3 8h10', 'M9 4l4 4l-4 4'];
const FIRST = 8;

/** One relation of a node: its wording, how many it is, and a line that unfolds for each other end. */
export function claimGroup(context: PanelContext, key: string, group: ClaimGroup): HTMLElement {
  const lines = group.claims.map((claim) => claimLine(context, key, group, claim));
  const list = element('ul', { class: 'lines' }, lines.slice(0, FIRST));
  const title = element('h3', { class: 'group-title' }, [
    relationWords(group.type, group.way),
    element('span', { class: 'amount', text: String(lines.length) }),
    element('button', {
      class: 'group-show',
      text: 'Show on the graph',
      attributes: { type: 'button' },
      on: {
        click: () =>
          expand(context, key, ({ type, way }) => type === group.type && way === group.way),
      },
    }),
  ]);
  const rest = lines.slice(FIRST);
  return element('section', { class: 'group' }, [
    title,
    list,
    rest.length > 0 ? moreButton(list, rest) : undefined,
  ]);
}

/** A button that adds the rest of a long list to it. */
export function moreButton(list: HTMLElement, rest: readonly HTMLElement[]): HTMLButtonElement {
  const button = element('button', {
    class: 'more',
    text: `Show ${rest.length} more`,
    attributes: { type: 'button' },
    on: {
      click() {
        list.append(...rest);
        rest[0]?.querySelector<HTMLElement>('a, summary')?.focus();
        button.remove();
      },
    },
  });
  return button;
}

function claimLine(
  context: PanelContext,
  key: string,
  { type: relation, way }: ClaimGroup,
  claim: Claim,
): HTMLElement {
  const [source, target] = way === 'forward' ? [key, claim.other] : [claim.other, key];
  const line = { source, type: relation, target };
  const { type, name } = context.library.graph.getNodeAttributes(claim.other);
  const papers = claim.evidence.length;
  const summary = [
    typeMark(type),
    element('span', { class: 'node-name', text: name, attributes: { title: name } }),
    ...(papers > 1 ? [element('span', { class: 'note', text: count(papers, 'paper') })] : []),
  ];
  const ends = new Set([key, claim.other]);
  const go = textLink(context, claim.other, 'go', '');
  go.setAttribute('aria-label', `Go to ${name}`);
  go.append(drawing(ARROW, 'icon'));
  return element('li', { class: 'line' }, [
    unfolding(summary, () => [
      ...claim.evidence.map((edge) => evidence(context, edge, ends)),
      relationButton(context, line, 'Everything between the two'),
    ]),
    go,
  ]);
}
