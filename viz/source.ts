import { z } from 'zod';
import { type Document, document, type ExplorerData, explorerData } from '../graph/schema.ts';
import { readByLines } from './read-by-lines.ts';

/** Where the explorer gets what it shows; each promise is rejected with a `SourceError`. */
export interface Source {
  graph(): Promise<ExplorerData>;
  document(id: string): Promise<Document>;
}

/** What could not be loaded, in words for the reader. */
export class SourceError extends Error {
  override name = 'SourceError';
}

/** Reads from the server that served the page. A document is asked for once. */
export function openServedSource(base: string, request: typeof fetch = fetch): Source {
  const documents = new Map<string, Promise<Document>>();
  return {
    graph: () => load(new URL('graph.json', base), explorerData, 'The graph', request, byLines),
    document(id) {
      const known = documents.get(id);
      if (known) return known;
      const url = new URL(`documents/${encodeURIComponent(id)}`, base);
      const loaded = load(url, document, `The text of ${id}`, request);
      documents.set(id, loaded);
      loaded.catch(() => documents.delete(id));
      return loaded;
    },
  };
}

const byLines = (response: Response): Promise<unknown> =>
  response.body ? readByLines(response.body) : response.json();

/**
 * Asks for what a schema describes.
 * @param read how the answer is read, if not as one JSON text
 * @throws SourceError, which names `what` to the reader
 */
export async function load<Schema extends z.ZodType>(
  url: URL,
  schema: Schema,
  what: string,
  request: (url: URL) => Promise<Response>,
  read?: (response: Response) => Promise<unknown>,
): Promise<z.infer<Schema>> {
  let response: Response;
  try {
    response = await request(url);
  } catch (cause) {
    const message = `${what} could not be loaded: the server does not answer. Is \`sotagraph explore\` still running?`;
    throw new SourceError(message, { cause });
  }
  if (response.status === 404) throw new SourceError(`${what} is not in this library.`);
  if (!response.ok) throw new SourceError(`${what} could not be loaded: ${await reason(response)}`);
  return parse(await readJson(response, what, read), schema, what);
}

/** The server's own sentence, where it gives one. */
async function reason(response: Response): Promise<string> {
  const said = problem.safeParse(await response.json().catch(() => undefined));
  return said.success ? said.data.error : `the server said ${response.status}.`;
}

const problem = z.object({ error: z.string() });

export async function readJson(
  response: Response,
  what: string,
  read = (response: Response): Promise<unknown> => response.json(),
): Promise<unknown> {
  try {
    return await read(response);
  } catch (cause) {
    throw new SourceError(`${what} could not be read: it is not JSON.`, { cause });
  }
}

/** @throws SourceError where a value is not what the schema says; `what` names it to the reader */
export function parse<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
  what: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'the top';
  throw new SourceError(
    `${what} is not what this version of the explorer reads (${where}: ${issue?.message}). Build the library again.`,
    { cause: parsed.error },
  );
}
