import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Document, document, type Place } from '../../graph/schema.ts';
import { extract } from '../../src/extract/extract.ts';
import type { Facts } from '../../src/extract/prove.ts';
import { TITLE_END } from '../../src/extract/read.ts';
import { type OpenModel, openModel } from '../../src/runtime/open-model.ts';

// What the code that trained the model says of these documents, spans in code points of title + " . " + text.
interface Expected {
  id: string;
  entities: { name: string; type: string; spans: [number, number][] }[];
  relations: { source: string; type: string; target: string }[];
  results: ({ span: [number, number] } & Record<string, unknown>)[];
}

const golden = new URL('../golden/parity/', import.meta.url);
const lines = (file: string) =>
  readFileSync(new URL(file, golden), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

let model: OpenModel;
beforeAll(async () => {
  model = await openModel();
});
afterAll(async () => {
  await model[Symbol.asyncDispose]();
});

describe('extract(document, model, { rules: false })', () => {
  it('says what the code that trained the model says, but for one in a hundred', async () => {
    const documents = lines('documents.jsonl').map((line) => document.parse(line));
    const expected = new Map(lines('expected.jsonl').map((line: Expected) => [line.id, line]));
    const said = { entities: new Set(), relations: new Set(), results: new Set() };
    const wanted = { entities: new Set(), relations: new Set(), results: new Set() };
    for (const input of documents) {
      const reference = expected.get(input.id);
      if (!reference) throw new Error(`expected.jsonl says nothing of ${input.id}`);
      add(said, ofFacts(input, await extract(input, model.model, { rules: false })));
      add(wanted, ofReference(input, reference));
    }
    for (const part of ['entities', 'relations', 'results'] as const) {
      const missing = [...wanted[part]].filter((fact) => !said[part].has(fact));
      const extra = [...said[part]].filter((fact) => !wanted[part].has(fact));
      const agreement = (wanted[part].size - missing.length) / (wanted[part].size + extra.length);
      const differences = [...missing.map((f) => `- ${f}`), ...extra.map((f) => `+ ${f}`)].sort();
      const share = `${part}: ${(100 * agreement).toFixed(2)} % of ${wanted[part].size} equal`;
      process.stdout.write(`${[share, ...differences].join('\n  ')}\n`);
      expect(agreement, `${part}\n${differences.join('\n')}`).toBeGreaterThanOrEqual(0.99);
    }
  });
});

type Said = Record<'entities' | 'relations' | 'results', Set<unknown>>;

function add(all: Said, one: Record<keyof Said, string[]>): void {
  for (const part of ['entities', 'relations', 'results'] as const) {
    for (const fact of one[part]) all[part].add(fact);
  }
}

const SLOTS = ['subject', 'metric', 'benchmark', 'baseline'] as const;

/** Facts as text: things are told by where they are mentioned, since their names are shown without LaTeX. */
function ofFacts(input: Document, facts: Facts): Record<keyof Said, string[]> {
  const start = input.title ? input.title.length + TITLE_END.length : 0;
  const span = (place: Place): [number, number] =>
    place.field === 'title' ? [place.start, place.end] : [place.start + start, place.end + start];
  const places = new Map(facts.entities.map((e) => [e.name, JSON.stringify(e.mentions.map(span))]));
  return toText(input.id, places, {
    entities: facts.entities,
    relations: facts.relations,
    results: facts.results.map((result) => ({ ...result, span: span(result.number)[0] })),
  });
}

function ofReference(input: Document, reference: Expected): Record<keyof Said, string[]> {
  const source = [...(input.title ? input.title + TITLE_END + input.text : input.text)];
  const units = (points: readonly number[]) =>
    points.map((point) => source.slice(0, point).join('').length);
  const places = new Map(
    reference.entities.map((e) => [e.name, JSON.stringify(e.spans.map((s) => units(s)))]),
  );
  const results = reference.results.map((r) => ({ ...r, span: units(r.span)[0] }));
  return toText(input.id, places, { ...reference, results });
}

function toText(
  id: string,
  places: ReadonlyMap<string, string>,
  facts: {
    entities: readonly { name: string; type: string }[];
    relations: readonly { source: string; type: string; target: string }[];
    results: readonly Record<string, unknown>[];
  },
): Record<keyof Said, string[]> {
  const at = (name: unknown) => places.get(String(name)) ?? String(name);
  return {
    entities: facts.entities.map(({ name, type }) => `${id} ${type} ${at(name)}`),
    relations: facts.relations.map((r) => `${id} ${at(r.source)} ${r.type} ${at(r.target)}`),
    results: facts.results.map((r) =>
      [id, r.span, r.value, r.kind, r.unit, ...SLOTS.map((slot) => at(r[slot]))].join(' '),
    ),
  };
}
