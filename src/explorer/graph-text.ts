import type { ExplorerData } from '../../graph/schema.ts';

/** So many characters go out at once. */
const PIECE = 65_536;

/**
 * What the page shows as JSON, in pieces: no string has to hold all of it, which none could of a large library (V8 ends them
 * at 512 MB). What can be many stands on a line of its own, so that it can be read by lines too:
 * `{"schema":2,"communities":[],`, `"nodes":[`, `{"key":"simsd",…},`, `{"key":"math-500",…}`, `],` and so on to `}`.
 */
export function* graphText(data: ExplorerData): Generator<string> {
  let piece = '';
  for (const line of linesOf(data)) {
    piece += `${line}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function* linesOf({ nodes, edges, positions, top, ...head }: ExplorerData): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},`;
  yield '"nodes":[';
  yield* separated(nodes, (node) => JSON.stringify(node));
  yield '],';
  yield '"edges":[';
  yield* separated(edges, (edge) => JSON.stringify(edge));
  yield '],';
  for (const [name, places] of Object.entries({ positions, top })) {
    yield `${JSON.stringify(name)}:{`;
    const toLine = ([key, place]: [string, unknown]) =>
      `${JSON.stringify(key)}:${JSON.stringify(place)}`;
    yield* separated(Object.entries(places), toLine);
    yield name === 'top' ? '}' : '},';
  }
  yield '}';
}

/** A line for each item, with a comma after all but the last. */
function* separated<Item>(
  items: readonly Item[],
  toLine: (item: Item) => string,
): Generator<string> {
  const last = items.length - 1;
  for (const [number, item] of items.entries()) yield toLine(item) + (number < last ? ',' : '');
}
