import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type Document, document } from '../../graph/schema.ts';
import { extract } from '../../src/extract/extract.ts';
import type { Facts } from '../../src/extract/prove.ts';
import { openModel, type Runtime } from '../../src/runtime/open-model.ts';

const documents = readFileSync(new URL('../../training/gold/dev.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => document.parse(JSON.parse(line)));

/** What is decided of a document, as text: names with types, relations, numbers with their slots. */
function decisions({ id }: Document, { entities, relations, results }: Facts): string[] {
  return [
    ...entities.map(({ name, type, mentions }) => [id, type, name, mentions.length]),
    ...relations.map(({ source, type, target }) => [id, source, type, target]),
    ...results.map((result) => {
      const { value, unit, kind, subject, metric, benchmark, baseline } = result;
      return [id, value, unit, kind, subject, metric, benchmark, baseline];
    }),
  ].map((decision) => JSON.stringify(decision));
}

async function decide(runtime: Runtime): Promise<Set<string>> {
  process.env.SOTAGRAPH_RUNTIME = runtime;
  await using open = await openModel();
  expect(open.runtime).toContain(runtime);
  const all = new Set<string>();
  for (const input of documents) {
    const facts = await extract(input, open.model);
    for (const decision of decisions(input, facts)) all.add(decision);
  }
  return all;
}

afterEach(() => {
  delete process.env.SOTAGRAPH_RUNTIME;
});

describe('the model in onnxruntime-node and in onnxruntime-web', () => {
  it('decides alike on all annotated abstracts, but for one in a hundred', async () => {
    const native = await decide('onnxruntime-node');
    const web = await decide('onnxruntime-web');
    const either = new Set([...native, ...web]);
    const both = [...native].filter((decision) => web.has(decision));
    process.stdout.write(`${both.length} of ${either.size} decisions equal\n`);
    const apart = [...either].filter((decision) => !native.has(decision) || !web.has(decision));
    expect(both.length / either.size, apart.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(either.size).toBeGreaterThan(500);
  });
});
