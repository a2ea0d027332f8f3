import type { ResultSlot } from '../../graph/schema.ts';
import { element } from '../element.ts';
import { type ReportedNumber, slotOfEntity } from '../facts/numbers.ts';
import { kindWords } from '../words.ts';
import type { PanelContext } from './context.ts';
import { evidence } from './evidence.ts';
import { textLink } from './node-link.ts';

const FIRST = 10;

/** The numbers of an entity or a paper. Each row opens to the sentence that reports it. */
export function numberTable(
  context: PanelContext,
  key: string,
  numbers: readonly ReportedNumber[],
): HTMLElement {
  const isPaper = context.library.graph.getNodeAttribute(key, 'type') === 'Paper';
  const body = element('tbody');
  const hasBaselines = numbers.some(({ slots }) => slots.baseline !== undefined);
  const rows = numbers.flatMap((number) => numberRows(context, key, number, hasBaselines));
  body.append(...rows.slice(0, 2 * FIRST));
  const headings = [
    isPaper ? 'What, where' : 'Where',
    'Value',
    ...(hasBaselines ? ['Against'] : []),
  ];
  const head = headings.map((text) => element('th', { text, attributes: { scope: 'col' } }));
  const className = hasBaselines ? 'numbers with-baselines' : 'numbers';
  const table = element('table', { class: className }, [
    element('thead', {}, [element('tr', {}, head)]),
    body,
  ]);
  if (rows.length <= 2 * FIRST) return table;
  const more = element('button', {
    class: 'more',
    text: `Show ${numbers.length - FIRST} more`,
    attributes: { type: 'button' },
    on: {
      click() {
        body.append(...rows.slice(2 * FIRST));
        more.remove();
      },
    },
  });
  return element('div', {}, [table, more]);
}

/** The row of a number and the row below it that holds its sentence while it is open. */
function numberRows(
  context: PanelContext,
  key: string,
  number: ReportedNumber,
  hasBaselines: boolean,
): HTMLElement[] {
  const own = slotOfEntity(number, key);
  const slots: readonly ResultSlot[] = ['subject', 'benchmark', 'metric'];
  const about = slots.flatMap((slot) => {
    const other = number.slots[slot];
    return other === undefined || slot === own ? [] : [slotLink(context, other)];
  });
  const quote = element('td', { attributes: { colspan: hasBaselines ? '3' : '2' } });
  const opened = element('tr', { class: 'opened', attributes: { hidden: '' } }, [quote]);
  const row = element('tr', { class: 'number-row' }, [
    element('td', {}, about.length > 0 ? about : [missing('not named')]),
    element('td', { class: 'value' }, [openButton(context, key, number, opened, quote)]),
    hasBaselines ? baselineCell(context, key, number) : undefined,
  ]);
  return [row, opened];
}

function baselineCell(
  context: PanelContext,
  key: string,
  { slots: { baseline } }: ReportedNumber,
): HTMLElement {
  if (baseline === undefined) return element('td', {}, [missing('–')]);
  return element('td', {}, [baseline === key ? missing('this') : slotLink(context, baseline)]);
}

const missing = (text: string): HTMLElement => element('span', { class: 'missing', text });

function slotLink(context: PanelContext, key: string): HTMLElement {
  const name = context.library.graph.getNodeAttribute(key, 'name');
  return textLink(context, key, 'slot', name);
}

function openButton(
  context: PanelContext,
  key: string,
  number: ReportedNumber,
  opened: HTMLElement,
  quote: HTMLElement,
): HTMLButtonElement {
  const button = element('button', {
    class: 'value-button',
    attributes: { type: 'button', 'aria-expanded': 'false', title: 'Show the sentence' },
    on: {
      click() {
        if (!quote.hasChildNodes()) {
          const ends = new Set([key, number.key, ...Object.values(number.slots)]);
          quote.append(evidence(context, number.evidence, ends));
        }
        opened.hidden = !opened.hidden;
        button.setAttribute('aria-expanded', String(!opened.hidden));
      },
    },
  });
  const kind = kindWords(number.result.kind);
  button.append(element('span', { class: 'figure', text: number.result.name }));
  if (kind) button.append(element('span', { class: 'kind-note', text: kind }));
  return button;
}
