import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import {
  type EdgeAttributes,
  RESULT_SLOTS,
  type ResultNode,
  type ResultSlot,
  SLOTS,
} from '../../graph/schema.ts';

/** One reported number with the keys of what it is about, and the place of its sentence. */
export interface ReportedNumber {
  readonly key: string;
  readonly result: ResultNode;
  readonly slots: Readonly<Partial<Record<ResultSlot, string>>>;
  readonly evidence: EdgeAttributes;
}

const slotOf = (type: string): ResultSlot | undefined =>
  RESULT_SLOTS.find((slot) => SLOTS[slot].edge === type);

/** The number that a result node stands for; nothing where no paper reports it. */
export function reportedNumber(graph: KnowledgeGraph, key: string): ReportedNumber | undefined {
  const result = graph.getNodeAttributes(key);
  if (result.type !== 'Result') return undefined;
  const slots: Partial<Record<ResultSlot, string>> = {};
  let evidence: EdgeAttributes | undefined;
  graph.forEachOutEdge(key, (_edge, attributes, _source, target) => {
    const slot = slotOf(attributes.type);
    if (attributes.type === 'REPORTED_IN') evidence = attributes;
    // Where the text names no subject, the edge leads to the paper.
    else if (slot && graph.getNodeAttribute(target, 'type') !== 'Paper') slots[slot] = target;
  });
  return evidence && { key, result, slots, evidence };
}

/** The numbers that stand in some slot for an entity, or that a paper reports, in the order of their keys. */
export function numbersOf(graph: KnowledgeGraph, key: string): ReportedNumber[] {
  const results = graph
    .inNeighbors(key)
    .filter((neighbour) => graph.getNodeAttribute(neighbour, 'type') === 'Result');
  return results.sort(byPlace).flatMap((result) => reportedNumber(graph, result) ?? []);
}

/** Which slot an entity fills in a number. */
export const slotOfEntity = (number: ReportedNumber, key: string): ResultSlot | undefined =>
  RESULT_SLOTS.find((slot) => number.slots[slot] === key);

const order = new Intl.Collator('en', { numeric: true });
const byPlace = (a: string, b: string): number => order.compare(a, b);
