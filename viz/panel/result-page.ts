import { RESULT_SLOTS, type ResultSlot } from '../../graph/schema.ts';
import { element } from '../element.ts';
import { type ReportedNumber, reportedNumber, resultsOfNumber } from '../facts/numbers.ts';
import { kindWords } from '../words.ts';
import type { PanelContext } from './context.ts';
import { evidence } from './evidence.ts';
import { nodeLink } from './node-link.ts';
import { pageHead, section } from './page.ts';

const SLOT_WORDS: Readonly<Record<ResultSlot, string>> = {
  subject: 'Reached by',
  metric: 'Measures',
  benchmark: 'On',
  baseline: 'Against',
};

/** One reported number: what it is about, and its sentence. */
export function resultPage(context: PanelContext, key: string): Node[] {
  const number = reportedNumber(context.library.graph, key);
  const name = context.library.graph.getNodeAttribute(key, 'name');
  if (!number) return [pageHead('Result', name, [])];
  const kind = kindWords(number.result.kind);
  const note = kind ? element('p', { class: 'facts', text: kind }) : undefined;
  const ends = new Set([key, ...Object.values(number.slots)]);
  return [
    pageHead('Result', name, [note]),
    section('About', undefined, [slotList(context, number)]),
    ...alsoSaidOf(context, number),
    section('Said in', undefined, [evidence(context, number.evidence, ends)]),
  ];
}

/** The other results of a number that is said of several things, each with what it is about and this one is not. */
function alsoSaidOf(context: PanelContext, { key, slots }: ReportedNumber): HTMLElement[] {
  const { graph } = context.library;
  const others = resultsOfNumber(graph, key).filter((other) => other !== key);
  if (others.length === 0) return [];
  const lines = others.map((other) => {
    const own = reportedNumber(graph, other)?.slots ?? {};
    const names = RESULT_SLOTS.flatMap((slot) => {
      const filler = own[slot];
      return filler === undefined || filler === slots[slot]
        ? []
        : [graph.getNodeAttribute(filler, 'name')];
    });
    return element('li', { class: 'line' }, [nodeLink(context, other, names.join(', '))]);
  });
  return [section('Also said of', others.length, [element('ul', { class: 'lines' }, lines)])];
}

function slotList(context: PanelContext, { slots }: ReportedNumber): HTMLElement {
  const lines = RESULT_SLOTS.flatMap((slot) => {
    const filler = slots[slot];
    if (filler === undefined) return [];
    return [
      element('dt', { text: SLOT_WORDS[slot] }),
      element('dd', {}, [nodeLink(context, filler)]),
    ];
  });
  if (lines.length === 0)
    return element('p', { class: 'note', text: 'The text ties this number to no name.' });
  return element('dl', { class: 'slots' }, lines);
}
