import { paperKey } from '../../graph/knowledge-graph.ts';
import { RESULT_KINDS, type ResultSlot } from '../../graph/schema.ts';
import { element } from '../element.ts';
import type { ReportedNumber } from '../facts/numbers.ts';
import { kindName } from '../words.ts';
import type { PanelContext } from './context.ts';
import { evidence } from './evidence.ts';
import { textLink } from './node-link.ts';
import { type Column, sortableTable, valueButton } from './sortable-table.ts';

const STEP = 10;
const SLOT_TITLES: Readonly<Record<ResultSlot, string>> = {
  subject: 'Reached by',
  benchmark: 'Benchmark',
  metric: 'Metric',
  baseline: 'Against',
};

/** The numbers of an entity or a paper, to be sorted by any column. Each row opens to the sentence that reports it. */
export function numberTable(
  context: PanelContext,
  key: string,
  numbers: readonly ReportedNumber[],
): HTMLElement {
  const isPaper = context.library.graph.getNodeAttribute(key, 'type') === 'Paper';
  const has = (slot: ResultSlot) =>
    numbers.some(({ slots }) => slots[slot] !== undefined && slots[slot] !== key);
  const slots = (['subject', 'benchmark', 'metric'] as const).filter(has);
  const value: Column<ReportedNumber> = {
    title: 'Value',
    name: 'value',
    first: 'descending',
    value: ({ result }) => result.value,
    cell: ({ result }) => [valueButton(result.name, '', 'Show the sentence')],
  };
  const kind: Column<ReportedNumber> = {
    title: 'Kind',
    name: 'kind',
    value: ({ result }) => RESULT_KINDS.indexOf(result.kind),
    cell: ({ result }) => [kindName(result.kind)],
  };
  return sortableTable({
    caption: 'Numbers',
    class: 'table numbers',
    rows: numbers,
    step: STEP,
    columns: [
      ...slots.map((slot) => slotColumn(context, key, slot)),
      value,
      kind,
      ...(has('baseline') || numbers.some(({ slots }) => slots.baseline === key)
        ? [slotColumn(context, key, 'baseline')]
        : []),
      ...(isPaper ? [] : [paperColumn(context)]),
    ],
    detail: (number) => {
      const ends = new Set([key, number.key, ...Object.values(number.slots)]);
      return [evidence(context, number.evidence, ends)];
    },
  });
}

function slotColumn(context: PanelContext, key: string, slot: ResultSlot): Column<ReportedNumber> {
  const { graph } = context.library;
  const name = (filler: string) => graph.getNodeAttribute(filler, 'name');
  return {
    title: SLOT_TITLES[slot],
    name: slot,
    value: ({ slots }) => (slots[slot] === undefined ? undefined : name(slots[slot])),
    cell: ({ slots }) => {
      const filler = slots[slot];
      if (filler === undefined) return [missing(slot === 'baseline' ? '–' : 'not named')];
      return [filler === key ? missing('this') : textLink(context, filler, 'slot', name(filler))];
    },
  };
}

function paperColumn(context: PanelContext): Column<ReportedNumber> {
  const { graph } = context.library;
  const nodeOf = ({ result }: ReportedNumber) => {
    const key = paperKey(result.paper);
    const node = graph.hasNode(key) ? graph.getNodeAttributes(key) : undefined;
    return node?.type === 'Paper' ? { key, node } : undefined;
  };
  return {
    title: 'Paper',
    name: 'paper',
    // By date where there are dates: who reads numbers wants to know which is newer.
    value: (number) => nodeOf(number)?.node.date ?? number.result.paper,
    cell: (number) => {
      const found = nodeOf(number);
      if (!found) return [missing(number.result.paper)];
      return [textLink(context, found.key, 'slot', found.node.name)];
    },
  };
}

const missing = (text: string): HTMLElement => element('span', { class: 'missing', text });
