import type { NodeType } from '../../graph/schema.ts';
import { type Layer, type State, selectedNode } from '../state.ts';
import { type FilterIndex, isLinkType, type Link } from './filter-index.ts';
import type { Filters } from './filters.ts';

/** What of a library is drawn, and how much more the filters would let through. */
export interface Shown {
  readonly nodes: ReadonlySet<string>;
  readonly links: readonly Link[];
  /** How many nodes the filters let through, drawn or not. */
  readonly fitting: number;
  /** How many of the drawn ones the filters let through; the others are selected, kept or pinned. */
  readonly drawn: number;
}

/** Why a node is left out, as bits, so that each filter can count what it would let through by itself. */
export const FAILS = { type: 1, papers: 2, community: 4, connected: 8, hidden: 16 } as const;

/** How each node of an index stands to the filters. */
export interface Judged {
  /** Sums of `FAILS`, in the order of the index's nodes; 0 is shown. */
  readonly fails: Uint8Array;
  /** How many of the papers that count name each node. */
  readonly amounts: Uint32Array;
  /** Which papers count; all where it is left out. */
  readonly papersOn: Uint8Array | undefined;
}

export type Narrowing = Pick<
  State,
  'filters' | 'layers' | 'budget' | 'kept' | 'pinned' | 'hidden' | 'selection'
>;

/** Holds every node against the filters. Time grows with nodes and links; 10,000 nodes take a few milliseconds. */
export function judge(
  index: FilterIndex,
  state: Pick<State, 'filters' | 'layers' | 'hidden'>,
): Judged {
  const { filters, layers, hidden } = state;
  const papersOn = papersThatCount(index, filters);
  const reached = reachedFrom(index, filters, papersOn);
  const fails = new Uint8Array(index.nodes.length);
  const amounts = new Uint32Array(index.nodes.length);
  for (const [number, node] of index.nodes.entries()) {
    const amount = papersOn ? countOn(node.namedBy, papersOn) : node.namedBy.length;
    amounts[number] = amount;
    const least = isLayer(node.kind) ? 1 : filters.leastPapers;
    fails[number] =
      (isKindShown({ filters, layers }, node.kind) ? 0 : FAILS.type) |
      (amount >= least || (amount === 0 && !papersOn && least === 1) ? 0 : FAILS.papers) |
      (filters.community === undefined || node.community === filters.community
        ? 0
        : FAILS.community) |
      (!reached || reached.has(node.key) ? 0 : FAILS.connected) |
      (hidden.has(node.key) ? FAILS.hidden : 0);
  }
  return { fails, amounts, papersOn };
}

/**
 * What is drawn: the most important of what the filters let through, as many as they and the budget allow, and whatever
 * `foci`, the neighbours of the selected node, and what the reader kept or pinned add to them.
 */
export function whatIsShown(
  index: FilterIndex,
  state: Narrowing,
  foci: Iterable<string>,
  judged: Judged = judge(index, state),
): Shown {
  const isDrawn = new Uint8Array(index.nodes.length);
  const { connected } = state.filters;
  const isLimited = connected?.most !== undefined;
  const middle = isLimited ? index.numberOf(connected.key) : undefined;
  let room = Math.min(state.budget, connected?.most ?? state.budget);
  let fitting = 0;
  let beyond = 0;
  for (const number of index.nodes.keys()) {
    if (judged.fails[number] !== 0) continue;
    fitting += 1;
    if (number === middle) isDrawn[number] = 1;
    else if (room > 0) {
      isDrawn[number] = 1;
      room -= 1;
    } else beyond += 1;
  }
  const draw = (number: number) => {
    if (isDrawn[number]) return;
    isDrawn[number] = 1;
    if (judged.fails[number] === 0) beyond -= 1;
  };
  const added = [...state.kept, ...state.pinned].filter((key) => !state.hidden.has(key));
  for (const key of [...added, ...foci]) {
    const number = index.numberOf(key);
    if (number !== undefined) draw(number);
  }
  const selected = selectedNode(state);
  // Who asked for the most important ones would not read them among all the others.
  if (selected !== undefined && !isLimited) {
    for (const { source, from, to } of index.linksOf(selected)) {
      const other = source === selected ? to : from;
      if (judged.fails[other] === 0) draw(other);
    }
  }
  const links = index.links.filter(
    ({ source, target, from, to, type, saidBy }) =>
      isDrawn[from] === 1 &&
      isDrawn[to] === 1 &&
      source !== target &&
      !(isLinkType(type) && state.filters.hiddenRelations.has(type)) &&
      (!judged.papersOn || countOn(saidBy, judged.papersOn) > 0),
  );
  const nodes = new Set<string>();
  for (const [number, { key }] of index.nodes.entries()) if (isDrawn[number]) nodes.add(key);
  return { nodes, links, fitting, drawn: fitting - beyond };
}

/** Whether nodes of a type are drawn by themselves. */
export function isKindShown(
  { filters, layers }: Pick<State, 'filters' | 'layers'>,
  kind: NodeType,
): boolean {
  return isLayer(kind) ? layers.has(kind) : !filters.hiddenTypes.has(kind);
}

const isLayer = (kind: NodeType): kind is Layer => kind === 'Paper' || kind === 'Result';

/** The papers of the months and on the task that are asked for. */
function papersThatCount(
  index: FilterIndex,
  { months, task }: Pick<Filters, 'months' | 'task'>,
): Uint8Array | undefined {
  if (!months && task === undefined) return undefined;
  const on = new Uint8Array(index.papers.length);
  if (task === undefined) on.fill(1);
  else for (const number of index.papersOn(task)) on[number] = 1;
  if (months) {
    for (const [number, { month }] of index.papers.entries()) {
      if (month === undefined || month < months[0] || month > months[1]) on[number] = 0;
    }
  }
  return on;
}

export function countOn(papers: readonly number[], on: Uint8Array): number {
  let count = 0;
  for (const number of papers) count += on[number] ?? 0;
  return count;
}

/** What lies within the reach of a node over relations that are shown, with the numbers that hang on it. */
function reachedFrom(
  index: FilterIndex,
  { connected, hiddenRelations }: Filters,
  papersOn: Uint8Array | undefined,
): Set<string> | undefined {
  if (!connected) return undefined;
  const reached = new Set([connected.key]);
  let border = [connected.key];
  for (let step = 0; step < connected.reach; step += 1) {
    const next: string[] = [];
    for (const key of border) {
      for (const { source, target, type, saidBy } of index.linksOf(key)) {
        const other = source === key ? target : source;
        if (reached.has(other) || !isLinkType(type) || hiddenRelations.has(type)) continue;
        if (papersOn && countOn(saidBy, papersOn) === 0) continue;
        reached.add(other);
        next.push(other);
      }
    }
    border = next;
  }
  for (const key of [...reached]) {
    for (const { source, type } of index.linksOf(key)) if (type === 'OF') reached.add(source);
  }
  return reached;
}
