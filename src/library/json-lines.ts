import { constants, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { InputError } from '../../graph/errors.ts';
import { SCHEMA_VERSION } from '../../graph/schema.ts';
import { explainError } from '../corpus/explain-error.ts';
import { type ByteLine, splitLines } from '../corpus/lines.ts';
import { whyUnreadable } from '../corpus/read-bytes.ts';

/** The longest line of Sotagraph's own files, in bytes: a paper of the greatest length with all its facts. */
export const LINE_LIMIT = 64_000_000;

/** The longest file that is one line, such as the layout, in bytes: as much as fits into one text of JavaScript. */
export const FILE_LIMIT = constants.MAX_STRING_LENGTH - 1;

/** Bytes that are read at once. */
const CHUNK = 1 << 20;

export interface LinesOptions<T> {
  /** Whether a last line that was cut off is passed over, as in a journal whose writer was killed. */
  readonly torn?: boolean;
  readonly chunks?: AsyncIterable<Uint8Array>;
  /** The longest line, in bytes. */
  readonly limit?: number;
  /** What is wrong with an object that the schema takes, in words. */
  readonly findFault?: (value: T) => string | undefined;
}

/**
 * The objects of a file of JSON lines, one by one.
 * @throws InputError with the line, for one that is not what the schema says or that a newer version wrote
 */
export async function* readJsonLines<T>(
  path: string,
  schema: z.ZodType<T>,
  {
    torn = false,
    chunks = explained(path, createReadStream(path, { highWaterMark: CHUNK })),
    limit = LINE_LIMIT,
    findFault = () => undefined,
  }: LinesOptions<T> = {},
): AsyncGenerator<T> {
  let held: ByteLine | undefined;
  function* parse(line: ByteLine): Generator<T> {
    const text = textOf(line, path, limit);
    if (!text) return;
    const place = { path, line: line.number };
    const value = parseLine(text, schema, place);
    const fault = findFault(value);
    if (fault !== undefined) throw new InputError(fault, place);
    yield value;
  }
  for await (const line of splitLines(chunks, limit)) {
    if (held) yield* parse(held);
    held = line;
  }
  if (held && !(torn && isCutOff(held))) yield* parse(held);
}

/** Whether a line ends before its object does, perhaps within a character. */
const isCutOff = ({ bytes }: ByteLine): boolean =>
  bytes !== undefined && !(isUtf8(bytes) && isJson(bytes.toString('utf8')));

/** The text of a line without white space around it. @throws InputError for one that cannot be Sotagraph's */
export function textOf({ number, bytes }: ByteLine, path: string, limit = LINE_LIMIT): string {
  const place = { path, line: number };
  if (!bytes) throw new InputError(`a line of over ${limit} bytes`, place);
  if (!isUtf8(bytes)) throw new InputError(`invalid UTF-8; ${REMEDY}`, place);
  return bytes.toString('utf8').trim();
}

/** All lines at once. */
export async function collect<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const line of lines) collected.push(line);
  return collected;
}

/** A value of a JSON text as a schema says it. @throws InputError with the place */
export function parseLine<T>(
  text: string,
  schema: z.ZodType<T>,
  place: { path: string; line?: number },
): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const message = `this is no JSON (${cause instanceof Error ? cause.message : cause}); ${REMEDY}`;
    throw new InputError(message, { ...place, cause });
  }
  refuseNewer(value, place);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const message = `${explainError(parsed.error, value)}; ${REMEDY}`;
  throw new InputError(message, { ...place, cause: parsed.error });
}

const REMEDY = 'expected a line as Sotagraph writes it; put it right, or remove it';

/** The bytes of a file. @throws InputError with its path, where they cannot be read */
export async function* explained(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new InputError(whyUnreadable(cause) ?? cause.message, { path, cause });
  }
}

const versioned = z.object({ schema: z.number() });

function refuseNewer(value: unknown, place: { path: string; line?: number }): void {
  const written = versioned.safeParse(value);
  if (!written.success || written.data.schema <= SCHEMA_VERSION) return;
  throw new InputError(
    `written by a newer Sotagraph (schema version ${written.data.schema}; this one reads up to ${SCHEMA_VERSION}); update Sotagraph, or build into another folder`,
    { ...place, isNewer: true },
  );
}

/** Whether a text is one JSON value, whole. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
