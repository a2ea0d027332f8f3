import { ENTITY_TYPES, RELATION_TYPES, VARIANT_OF } from '../graph/schema.ts';
import { type Filters, type LinkType, REACHES } from './narrow/filters.ts';
import {
  type Arrangement,
  initialState,
  LAYERS,
  type Selection,
  type State,
  VIEWS,
} from './state.ts';

/** Where one looks: the middle of the canvas in the units of the whole picture, and how much of that is seen. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export const WHOLE_PICTURE: Camera = { x: 0.5, y: 0.5, ratio: 1 };

/** The address of a node alone: `simsd` -> `#/node/simsd`; of nothing -> `#/`. */
export const toHash = (selection: string | undefined): string =>
  toAddress({
    ...initialState,
    selection: selection === undefined ? undefined : { kind: 'node', key: selection },
  });

/** The node that an address opens, if any. */
export function fromHash(hash: string): string | undefined {
  const { selection } = readAddress(hash).state;
  return selection?.kind === 'node' ? selection.key : undefined;
}

/**
 * The part of the address that shows the same picture again: the selection as its path, and what differs from how a
 * library is first shown behind it. `#/node/simsd?hide=Task&papers=3&at=0.5,0.42,0.2`
 */
export function toAddress(state: State, camera: Camera = WHOLE_PICTURE): string {
  const parameters = Object.entries(PARAMETERS).flatMap(([name, { write }]) => {
    const value = write(state);
    return value === undefined ? [] : [`${name}=${value}`];
  });
  const { x, y, ratio } = camera;
  const isWhole = [x - 0.5, y - 0.5, ratio - 1].every((away) => Math.abs(away) < 0.001);
  if (!isWhole) parameters.push(`at=${[x, y, ratio].map(digits).join(',')}`);
  const query = parameters.length > 0 ? `?${parameters.join('&')}` : '';
  return `#/${pathOf(state.selection)}${query}`;
}

/** What an address shows. What it says that no version knows, or that cannot be decoded, is passed over. */
export function readAddress(hash: string): { readonly state: State; readonly camera?: Camera } {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const given = new Map(
    query.split('&').map((part): [string, string] => {
      const at = part.indexOf('=');
      return [part.slice(0, Math.max(0, at)), part.slice(at + 1)];
    }),
  );
  let state: State = { ...initialState, selection: selectionOf(path) };
  for (const [name, { read }] of Object.entries(PARAMETERS)) {
    const value = given.get(name);
    if (value !== undefined) state = read(state, value);
  }
  const [x, y, ratio] = (given.get('at') ?? '').split(',').map(Number);
  const camera = { x: x ?? Number.NaN, y: y ?? Number.NaN, ratio: ratio ?? Number.NaN };
  const isWhere = Object.values(camera).every(Number.isFinite) && camera.ratio > 0;
  return { state, ...(isWhere && { camera }) };
}

const digits = (value: number): string => String(Math.round(value * 1_000_000) / 1_000_000);

function pathOf(selection: Selection | undefined): string {
  if (selection === undefined) return '';
  if (selection.kind === 'node') return join('node', selection.key);
  if (selection.kind === 'relation') {
    return join('relation', selection.source, selection.type, selection.target);
  }
  const { from, to, nth, overHubs } = selection;
  const rest = to === undefined ? [] : [to, String(nth), ...(overHubs ? [] : ['without-hubs'])];
  return join('path', from, ...rest);
}

const join = (...parts: readonly string[]): string => parts.map(encodeURIComponent).join('/');

function selectionOf(path: string): Selection | undefined {
  const [kind, first, second, third, fourth] = path.split('/').map(decode);
  if (!first) return undefined;
  if (kind === 'node') return { kind, key: first };
  if (kind === 'relation' && isLink(second) && third) {
    return { kind, source: first, type: second, target: third };
  }
  if (kind !== 'path') return undefined;
  const overHubs = fourth !== 'without-hubs';
  return { kind, from: first, to: second || undefined, nth: wholeNumber(third) ?? 0, overHubs };
}

interface Parameter {
  /** Nothing where the state is as it is at first. */
  readonly write: (state: State) => string | undefined;
  /** The state as it is where the value says nothing that can be understood. */
  readonly read: (state: State, value: string) => State;
}

const filter = (
  write: (filters: Filters) => string | undefined,
  read: (value: string) => Partial<Filters>,
): Parameter => ({
  write: ({ filters }) => write(filters),
  read: (state, value) => ({ ...state, filters: { ...state.filters, ...read(value) } }),
});

const keys = (name: 'kept' | 'pinned' | 'hidden'): Parameter => ({
  write: (state) => list(state[name]),
  read: (state, value) => ({ ...state, [name]: new Set(parts(value)) }),
});

const LINKS: readonly LinkType[] = [...RELATION_TYPES, VARIANT_OF];
const isLink = (value: string | undefined): value is LinkType =>
  LINKS.some((type) => type === value);

/** In this order they stand in an address. */
const PARAMETERS: Readonly<Record<string, Parameter>> = {
  view: {
    write: ({ view }) => (view === initialState.view ? undefined : view),
    read: (state, value) => ({
      ...state,
      view: VIEWS.find((view) => view === value) ?? state.view,
    }),
  },
  board: {
    write: ({ board }) => board && list([board.benchmark, ...(board.metric ? [board.metric] : [])]),
    read: (state, value) => {
      const [benchmark, metric] = parts(value);
      return benchmark ? { ...state, board: { benchmark, metric } } : state;
    },
  },
  hide: filter(
    ({ hiddenTypes }) => list(hiddenTypes),
    (value) => ({ hiddenTypes: new Set(known(ENTITY_TYPES, value)) }),
  ),
  without: filter(
    ({ hiddenRelations }) => list(hiddenRelations),
    (value) => ({ hiddenRelations: new Set(known(LINKS, value)) }),
  ),
  papers: filter(
    ({ leastPapers }) => (leastPapers > 1 ? String(leastPapers) : undefined),
    (value) => ({ leastPapers: Math.max(1, wholeNumber(value) ?? 1) }),
  ),
  months: filter(
    ({ months }) => months?.map(monthName).join('..'),
    (value) => {
      const [first, last] = value.split('..').map(monthOf);
      return first === undefined || last === undefined ? {} : { months: [first, last] };
    },
  ),
  task: filter(
    ({ task }) => task && encodeURIComponent(task),
    (value) => ({ task: decode(value) }),
  ),
  community: filter(
    ({ community }) => community?.toString(),
    (value) => ({ community: wholeNumber(value) }),
  ),
  near: filter(
    ({ connected }) =>
      connected &&
      list([connected.key, ...[connected.reach, connected.most ?? []].flat().map(String)]),
    (value) => {
      const [key, far, limit] = parts(value);
      const reach = REACHES.find((reach) => String(reach) === far);
      const most = wholeNumber(limit) || undefined;
      return key && reach ? { connected: { key, reach, ...(most && { most }) } } : {};
    },
  ),
  layers: {
    write: ({ layers }) => list(layers),
    read: (state, value) => ({ ...state, layers: new Set(known(LAYERS, value)) }),
  },
  budget: {
    write: ({ budget }) => (budget === initialState.budget ? undefined : String(budget)),
    read: (state, value) => ({ ...state, budget: wholeNumber(value) || state.budget }),
  },
  keep: keys('kept'),
  pin: keys('pinned'),
  off: keys('hidden'),
  layout: {
    write: ({ arrangement }) => layoutOf(arrangement),
    read: (state, value) => ({ ...state, arrangement: arrangementOf(value) ?? state.arrangement }),
  },
};

function layoutOf(arrangement: Arrangement): string | undefined {
  if (arrangement.kind === 'library') return undefined;
  return arrangement.kind === 'forces'
    ? list(['forces', String(arrangement.seed)])
    : list(['rings', arrangement.around]);
}

function arrangementOf(value: string): Arrangement | undefined {
  const [kind, about] = parts(value);
  const seed = wholeNumber(about);
  if (kind === 'forces' && seed !== undefined) return { kind, seed };
  return kind === 'rings' && about ? { kind, around: about } : undefined;
}

/** Months are counted since the year 0: 24314 is March 2026. */
const monthName = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

function monthOf(name: string): number | undefined {
  const [, year, month] = /^(\d{1,4})-(\d\d)$/.exec(name) ?? [];
  const number = Number(month) - 1;
  return year && number >= 0 && number < 12 ? 12 * Number(year) + number : undefined;
}

/** Sorted, so that the same choices make the same address; nothing for none. */
function list(values: Iterable<string>): string | undefined {
  const written = [...values].map(encodeURIComponent);
  if (values instanceof Set) written.sort();
  return written.length > 0 ? written.join(',') : undefined;
}

const parts = (value: string): string[] => value.split(',').map(decode).filter(Boolean);

const known = <Value extends string>(values: readonly Value[], value: string): Value[] => {
  const given = new Set(parts(value));
  return values.filter((one) => given.has(one));
};

const wholeNumber = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;

/** What cannot be decoded is empty. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}
