import { type KnowledgeGraph, paperKey } from '../../graph/knowledge-graph.ts';
import {
  type EdgeAttributes,
  type Place,
  RESULT_SLOTS,
  type ResultNode,
  type ResultSlot,
  SLOTS,
} from '../../graph/schema.ts';
import { isOneNumber } from '../../graph/text/place.ts';

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

/** The results of the number that a result stands on, itself among them: one for each thing that the number is said of. */
export function resultsOfNumber(graph: KnowledgeGraph, key: string): string[] {
  const number = numberAt(graph, key);
  const node = graph.getNodeAttributes(key);
  const page = node.type === 'Result' ? paperKey(node.paper) : undefined;
  if (!number || page === undefined || !graph.hasNode(page)) return [key];
  const results = graph
    .filterInEdges(page, (_edge, { type }) => type === 'REPORTED_IN')
    .map((edge) => graph.source(edge))
    .filter((other) => {
      const place = numberAt(graph, other);
      return place !== undefined && isOneNumber(place, number);
    });
  return results.sort(byPlace);
}

/** Where the number of a result stands; nothing where no paper reports it. */
function numberAt(graph: KnowledgeGraph, key: string): Place | undefined {
  const edge = graph.findOutEdge(key, (_edge, { type }) => type === 'REPORTED_IN');
  return edge === undefined ? undefined : graph.getEdgeAttribute(edge, 'places')?.[0];
}

/** Results without those of a number that comes before: what shows the sentence of each number shows it once. */
export function oncePerNumber(graph: KnowledgeGraph, results: readonly string[]): string[] {
  const shown = new Set<string>();
  return results.filter((key) => {
    const [first = key] = resultsOfNumber(graph, key);
    const isNew = !shown.has(first);
    shown.add(first);
    return isNew;
  });
}

/** Which slot an entity fills in a number. */
export const slotOfEntity = (number: ReportedNumber, key: string): ResultSlot | undefined =>
  RESULT_SLOTS.find((slot) => number.slots[slot] === key);

const order = new Intl.Collator('en', { numeric: true });
const byPlace = (a: string, b: string): number => order.compare(a, b);
