import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Document, type Extraction, SCHEMA_VERSION } from '../../graph/schema.ts';
import type { Diagnostic } from '../../src/corpus/diagnostic.ts';
import { type BuildOptions, type Built, buildLibrary } from '../../src/library/build-library.ts';
import { documentHash } from '../../src/library/document-hash.ts';
import { statesOf } from './folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const one: Document = { id: 'one', text: 'SimSD is fast.' };
const two: Document = { id: 'two', text: 'SimSD again.', date: '2026-01-01' };
const three: Document = { id: 'three', text: 'SimSD once more.' };
const all = [one, two, three];
const changed = all.map((document) => ({ ...document, text: `${document.text} Changed.` }));

/** Finds "SimSD" at the beginning: what a reader says of a document is handed in. */
function facts(document: Document, extractor: string): Extraction {
  const mention = { field: 'text', start: 0, end: 5 } as const;
  return {
    schema: SCHEMA_VERSION,
    id: document.id,
    hash: documentHash(document),
    extractor,
    document,
    entities: [{ name: 'SimSD', type: 'Method', aliases: [], mentions: [mention], confidence: 1 }],
    relations: [],
    results: [],
    statistics: [],
    dropped: {},
  };
}

interface Run extends Partial<BuildOptions> {
  /** Ends the reading with an error after so many papers. */
  readonly failAfter?: number;
  /** What comes after the documents. */
  readonly diagnostic?: Diagnostic;
}

async function build(
  documents: readonly Document[],
  run: Run = {},
): Promise<Built & { asked: string[] }> {
  const asked: string[] = [];
  const extractor = run.extractor ?? '1+test';
  const corpus = (async function* () {
    for (const document of documents) yield { document, path: 'test', line: 1 };
    if (run.diagnostic) yield { diagnostic: run.diagnostic };
  })();
  const built = await buildLibrary(corpus, {
    folder,
    extractor,
    async *extract(wanted) {
      for (const document of wanted) {
        if (asked.length === run.failAfter) throw new Error('killed');
        asked.push(document.id);
        yield facts(document, extractor);
      }
    },
    ...run,
  });
  return { ...built, asked };
}

async function digest(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const entries = names.map(async (name) => {
    const bytes = await readFile(join(folder, name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

describe('buildLibrary(corpus, options)', () => {
  it('writes the facts and all that is derived from them', async () => {
    const { read, reused, facts } = await build([two, one]);
    expect([read, reused, facts.map(({ id }) => id)]).toEqual([2, 0, ['one', 'two']]);
    expect((await readdir(folder)).sort()).toEqual([
      'edges.jsonl',
      'facts.jsonl',
      'index.json',
      'layout.json',
      'library.json',
      'merges.jsonl',
      'nodes.jsonl',
    ]);
  });

  it('reads only what is new', async () => {
    await build([one, two]);
    const { asked, read, reused } = await build([one, two, three]);
    expect([asked, read, reused]).toEqual([['three'], 1, 2]);
  });

  it('writes nothing where nothing is new', async () => {
    await build([one, two]);
    const before = await statesOf(folder);
    const { census } = await build([two, one]);
    expect(await statesOf(folder)).toEqual(before);
    expect([census.nodes, census.entities.Method, census.shared]).toEqual([3, 1, 1]);
  });

  it('gives the same bytes whatever the order and the steps', async () => {
    await build([one, two, three]);
    const atOnce = await digest();
    await rm(folder, { recursive: true });
    await build([three]);
    await build([two, one]);
    expect(await digest()).toEqual(atOnce);
  });

  it('goes on from where it was stopped, with the same bytes at the end', async () => {
    await expect(build([one, two, three], { failAfter: 2 })).rejects.toThrow('killed');
    expect(await readdir(folder)).toEqual(['journal.jsonl']);
    const { asked } = await build([one, two, three]);
    expect(asked).toEqual(['three']);
    const resumed = await digest();
    await rm(folder, { recursive: true });
    await build([one, two, three]);
    expect(resumed).toEqual(await digest());
  });

  it.each([
    ['another extractor', { stored: all, before: '11+ff', given: all, extractor: '11+0a' }],
    ['changed texts', { stored: all, before: '1+test', given: changed, extractor: '1+test' }],
    ['texts changed back', { stored: changed, before: '1+test', given: all, extractor: '1+test' }],
  ])('goes on with %s as if it had not been stopped', async (_, its) => {
    const { stored, before, given, extractor } = its;
    await build(stored, { extractor: before });
    await expect(build(given, { extractor, failAfter: 2 })).rejects.toThrow('killed');
    const { asked, replaced } = await build(given, { extractor });
    expect(asked).toEqual(['three']);
    const resumed = await digest();
    await rm(folder, { recursive: true });
    await build(stored, { extractor: before });
    expect((await build(given, { extractor })).replaced).toEqual(replaced);
    expect(resumed).toEqual(await digest());
  });

  it('keeps a stored text with the later date where a stopped build had read the older one', async () => {
    await expect(build([two, one], { failAfter: 1 })).rejects.toThrow('killed');
    const journal = join(folder, 'journal.jsonl');
    const lines = await readFile(journal);
    const late = { ...two, text: 'SimSD, newer.', date: '2026-02-02' };
    await build([late]);
    await writeFile(journal, lines);
    const { asked, facts } = await build([two]);
    expect([asked, facts.map(({ document }) => document.text)]).toEqual([[], [late.text]]);
  });

  it.each([
    ['between characters', Buffer.from('{"id":"thr')],
    ['within a character', Buffer.from('{"id":"é').subarray(0, -1)],
  ])('passes over a last line of the journal that was cut off %s', async (_, line) => {
    await expect(build(all, { failAfter: 2 })).rejects.toThrow('killed');
    await appendFile(join(folder, 'journal.jsonl'), line);
    expect((await build(all)).asked).toEqual(['three']);
  });

  it('reads a changed text again and forgets the old one', async () => {
    await build([one, two]);
    const other = { ...one, text: 'SimSD is slow.' };
    const { asked, facts } = await build([other]);
    expect(asked).toEqual(['one']);
    expect(facts.map(({ document }) => document.text)).toEqual([other.text, two.text]);
  });

  it('takes the later date of two texts under one id, and reports the other', async () => {
    const late = { ...two, text: 'SimSD, newer.', date: '2026-02-02' };
    const { asked, facts, replaced, repeated } = await build([two, late, two]);
    expect([asked, facts.map(({ document }) => document.text)]).toEqual([['two'], [late.text]]);
    expect(replaced).toEqual([{ id: 'two', kept: documentHash(late), gone: documentHash(two) }]);
    expect(repeated).toBe(1);
  });

  it('keeps a stored text with the later date, and reports the older one', async () => {
    const late = { ...two, text: 'SimSD, newer.', date: '2026-02-02' };
    await build([late]);
    const { asked, facts, replaced } = await build([two], { prune: true });
    expect([asked, facts.map(({ document }) => document.text)]).toEqual([[], [late.text]]);
    expect(replaced).toEqual([{ id: 'two', kept: documentHash(late), gone: documentHash(two) }]);
  });

  it('keeps what a build that was stopped had read, even if the next one reads other papers', async () => {
    await expect(build([one, two, three], { failAfter: 2 })).rejects.toThrow('killed');
    const { facts } = await build([three]);
    expect(facts.map(({ id }) => id)).toEqual(['one', 'three', 'two']);
  });

  it.each([
    ['with another extractor', { stored: all, before: '11+ff', given: all, extractor: '11+0a' }],
    ['in changed texts', { stored: all, before: '1+test', given: changed, extractor: '1+test' }],
    [
      'in texts changed back',
      { stored: changed, before: '1+test', given: all, extractor: '1+test' },
    ],
  ])(
    'reads nothing twice that a stopped build had read %s, whatever is built in between',
    async (_, its) => {
      const { stored, before, given, extractor } = its;
      await build(stored, { extractor: before });
      await expect(build(given, { extractor, failAfter: 2 })).rejects.toThrow('killed');
      await build([{ id: 'four', text: 'SimSD as well.' }], { extractor });
      expect((await build(given, { extractor })).asked).toEqual(['three']);
    },
  );

  it('keeps a stored text with the later date whatever a stopped build had read', async () => {
    await expect(build([two, one], { failAfter: 1 })).rejects.toThrow('killed');
    const journal = join(folder, 'journal.jsonl');
    const lines = await readFile(journal);
    const late = { ...two, text: 'SimSD, newer.', date: '2026-02-02' };
    await build([late]);
    await writeFile(journal, lines);
    const { facts } = await build([three]);
    expect(facts.map(({ document }) => document.text)).toEqual([three.text, late.text]);
  });

  it('writes nothing where deriving fails', async () => {
    await build([one]);
    const before = await digest();
    const broken = { ...two, text: 'SimSD' };
    const failing = build([one, broken], {
      async *extract() {
        yield { ...facts(broken, '1+test'), entities: null as never };
      },
    });
    await expect(failing).rejects.toThrow();
    await rm(join(folder, 'journal.jsonl'));
    expect(await digest()).toEqual(before);
  });

  it.each(['library.json', 'index.json', 'nodes.jsonl', 'edges.jsonl', 'layout.json'])(
    'makes %s again where it is damaged',
    async (name) => {
      await build([one]);
      const before = await digest();
      const path = join(folder, name);
      await writeFile(path, (await readFile(path, 'utf8')).slice(0, -7));
      await build([one]);
      expect(await digest()).toEqual(before);
    },
  );

  it('reads everything again with another extractor', async () => {
    await build([one]);
    expect((await build([one], { extractor: '2+test' })).asked).toEqual(['one']);
  });

  it('keeps papers that have gone from the input, unless asked to prune', async () => {
    await build([one, two]);
    expect((await build([one])).facts).toHaveLength(2);
    const pruned = await build([one], { prune: true });
    expect([pruned.facts.length, pruned.removed]).toEqual([1, 1]);
  });

  describe('with something broken in the input', () => {
    const diagnostic: Diagnostic = { kind: 'broken', path: 'b.gz', message: 'damaged' };

    it('refuses to prune papers that may be in it, before anything is read', async () => {
      await build([one, two]);
      const before = await digest();
      const refused = build([one, three], { prune: true, diagnostic });
      await expect(refused).rejects.toMatchObject({ name: 'InputError', path: 'b.gz' });
      await expect(refused).rejects.toThrow(
        'damaged; --prune would remove a paper that may be in what is broken here; put it right, or build without --prune',
      );
      expect(await digest()).toEqual(before);
    });

    it('refuses to prune papers that may have been in a file that gives none', async () => {
      await build([one, two]);
      const before = await digest();
      const empty = { kind: 'no document', path: 'b.jsonl', message: 'nothing in it' } as const;
      const refused = build([one, three], { prune: true, diagnostic: empty });
      await expect(refused).rejects.toMatchObject({ name: 'InputError', path: 'b.jsonl' });
      await expect(refused).rejects.toThrow(
        'nothing in it; --prune would remove a paper that may have been in it; fill it again, take it away, or build without --prune',
      );
      expect(await digest()).toEqual(before);
    });

    it('prunes where a file of another kind is passed over', async () => {
      await build([one, two]);
      const other = { kind: 'passed over', path: 'a.pdf', message: 'passed over' } as const;
      expect(await build([one], { prune: true, diagnostic: other })).toMatchObject({ removed: 1 });
    });

    it.each([
      ['prunes nothing where no paper has gone', [one, two], true],
      ['keeps all papers unless asked to prune', [one], false],
    ])('%s', async (_, documents, prune) => {
      await build([one, two]);
      const { facts, removed } = await build(documents, { prune, diagnostic });
      expect([facts.length, removed]).toEqual([2, 0]);
    });
  });

  it('derives again what has been deleted', async () => {
    await build([one]);
    const before = await digest();
    await rm(join(folder, 'nodes.jsonl'));
    await build([one]);
    expect(await digest()).toEqual(before);
  });

  it('leaves no lock behind, even when it fails', async () => {
    await expect(build([one], { failAfter: 0 })).rejects.toThrow('killed');
    expect(await readdir(folder)).not.toContain('lock.json');
  });

  it('names the line of a library that is broken', async () => {
    await build([one, two]);
    const path = join(folder, 'facts.jsonl');
    await writeFile(path, `${await readFile(path, 'utf8')}{"schema":1}\n`);
    await expect(build([three])).rejects.toMatchObject({ name: 'InputError', path, line: 3 });
  });

  it('names the line of a library that says what is not in its text', async () => {
    await build([one, two]);
    const path = join(folder, 'facts.jsonl');
    const [first, second = ''] = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, `${first}\n\n${second.replace('"end":5', '"end":500')}\n`);
    const failing = build([three]);
    await expect(failing).rejects.toMatchObject({ name: 'InputError', path, line: 3 });
    await expect(failing).rejects.toThrow('two: the place of SimSD, 0 to 500, is not in its text');
  });

  it('refuses a library that a newer version wrote', async () => {
    await build([one]);
    const path = join(folder, 'facts.jsonl');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"schema":2', '"schema":3'));
    await expect(build([one])).rejects.toThrow(/newer Sotagraph \(schema version 3/);
  });
});
