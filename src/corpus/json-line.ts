import { z } from 'zod';
import type { Document } from '../../graph/schema.ts';
import { isArxivCategory } from './arxiv.ts';
import { canonicalId, textId } from './canonical-id.ts';
import { quote } from './diagnostic.ts';
import { type DocumentLine, TEXT_LIMIT } from './document-line.ts';
import { explainError } from './explain-error.ts';

const ID_LIMIT = 200;
const TITLE_LIMIT = 2_000;
const NAME_LIMIT = 500;
const EXPECTED = 'expected one JSON object a line, such as {"id": "2507.12795", "text": "We ..."}';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads a line of JSON: `{id?, title?, text | abstract, date?, categories?, url?, authors?}`, anything
 * else in it ignored; null, empty strings and empty lists count as absent. Texts are trimmed at their
 * ends and untouched otherwise, dates cut to their day, and ids made canonical. Without a `date`, that of the first
 * version counts, as exports of arXiv give it.
 */
export function readJsonLine(line: string): DocumentLine {
  const value = parseJson(line);
  if (value instanceof SyntaxError) return { broken: `no JSON (${value.message}): ${EXPECTED}` };
  if (!isObject(value)) return { broken: `${quote(value)} is no JSON object: ${EXPECTED}` };
  const fields = withoutBlanks(value);
  const { date = firstDay(fields) } = fields;
  const { data, error } = documentLine.safeParse({ ...fields, date });
  if (error) return { broken: explainError(error, value) };
  const text = data.text ?? data.abstract;
  return text === undefined
    ? { broken: `no text: expected a field "text" or "abstract" with the abstract` }
    : { document: toDocument(data, text) };
}

const words = (limit: number) =>
  z
    .string({ error: 'expected a string' })
    .refine((text) => !/[\0\p{Surrogate}]/u.test(text), {
      error: 'expected Unicode text, without NUL and unpaired surrogates',
    })
    .trim()
    .min(1, { error: 'expected some text' })
    .max(limit, { error: `expected at most ${limit} characters` });

const listOf = (split: (text: string) => readonly string[]) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? split(value) : value),
    z.array(words(NAME_LIMIT), { error: 'expected a list of strings, or one string' }),
  );

const day = { error: 'expected an ISO day such as 2026-03-14' };
const DAY_AND_TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

const anyDay = z
  .string(day)
  .trim()
  .regex(DAY_AND_TIME, day)
  .transform((date) => date.slice(0, 10))
  .pipe(z.iso.date(day));

const documentLine = z.object({
  id: words(ID_LIMIT)
    .refine((id) => !/\p{Cc}/u.test(id), { error: 'expected an id on one line' })
    .optional(),
  title: words(TITLE_LIMIT).optional(),
  text: words(TEXT_LIMIT).optional(),
  abstract: words(TEXT_LIMIT).optional(),
  date: anyDay.optional(),
  url: words(2_000)
    .pipe(z.url({ protocol: /^https?$/, error: 'expected an http or https address' }))
    .optional(),
  authors: listOf(splitAuthors).optional(),
  categories: listOf(splitCategories).optional(),
});

function toDocument(line: z.infer<typeof documentLine>, text: string): Document {
  const { id, title, text: _, abstract: __, ...rest } = line;
  return {
    id: id === undefined ? textId(text) : canonicalId(id),
    ...(title && { title }),
    text,
    ...rest,
  };
}

/**
 * The day of the first version of an export of arXiv, `versions: [{created: "Mon, 2 Apr 2007 19:18:42 GMT"}]` or
 * `published: "2007-04-02T19:18:42Z"`, else that of the last change, `update_date: "2008-11-26"`.
 */
function firstDay({ versions, published, update_date: changed }: JsonObject): string | undefined {
  const created = Date.parse(exportedVersions.safeParse(versions).data?.[0]?.created ?? '');
  const first = Number.isNaN(created) ? published : new Date(created).toISOString();
  return [first, published, changed]
    .map((date) => anyDay.safeParse(date).data)
    .find((date) => date !== undefined);
}

const exportedVersions = z.tuple([z.object({ created: z.string().regex(/ GMT$/) })], z.unknown());

/** `A. Turing, G. Hopper and A. Lovelace` are three; where there are semicolons, they alone divide. */
function splitAuthors(authors: string): string[] {
  const divider = authors.includes(';') ? /;/ : /,\s+(?:and\s+)?|\s+and\s+/;
  return authors.split(divider).filter((author) => author.trim() !== '');
}

/** `cs.AI cs.LG` are two; `machine learning` is one. */
function splitCategories(categories: string): string[] {
  const parts = categories.trim().split(/\s+/);
  return parts.every(isArxivCategory) ? parts : [categories];
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutBlanks(line: JsonObject): Record<string, unknown> {
  return Object.fromEntries(Object.entries(line).filter(([, value]) => !isBlank(value)));
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || (Array.isArray(value) && value.length === 0);
}
