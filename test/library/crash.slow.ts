import { access, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Document, type Extraction, extraction } from '../../graph/schema.ts';
import { amendLibrary } from '../../src/library/amend-library.ts';
import { buildLibrary } from '../../src/library/build-library.ts';
import type { Disk } from '../../src/library/disk.ts';
import { readJsonLines } from '../../src/library/json-lines.ts';
import { readFacts } from '../../src/library/read-library.ts';
import { type FaultyDisk, failingFrom, killedAt, MOMENTS } from './faulty-disk.ts';
import { contentsOf, temporaryFolder } from './folder.ts';
import { corpusOf, readReady } from './ready-papers.ts';

const old: Document[] = [
  { id: 'a', text: 'SimSD and EAGLE.' },
  { id: 'b', text: 'SimSD and LoRA.' },
];
const grown: Document[] = [
  ...old.slice(1),
  { id: 'a', text: 'SimSD has changed.', date: '2026-01-01' },
  { id: 'c', text: 'GRPO and LoRA.' },
];

/** Builds, and tells which papers were read and safely kept before it ended. */
async function build(folder: string, documents: readonly Document[], disk?: Disk) {
  const read: string[] = [];
  const kept: string[] = [];
  async function* extract(wanted: readonly Document[]): AsyncGenerator<Extraction> {
    for (const document of wanted) {
      read.push(document.id);
      yield readReady(document);
      // Asked for the next one: this one is in the journal.
      kept.push(document.id);
    }
  }
  const options = { folder, extractor: '1+test', extract, ...(disk && { disk }) };
  const error = await buildLibrary(corpusOf(documents), options).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return { read, kept, error };
}

/** How often a whole build of the grown library touches the disk, and what it leaves there. */
async function wholeBuild() {
  await using folder = await temporaryFolder();
  await build(folder.path, old);
  const disk = killedAt(Number.POSITIVE_INFINITY, 'before');
  await build(folder.path, grown, disk);
  return { touches: disk.touched, contents: await contentsOf(folder.path) };
}

async function expectParses(folder: string): Promise<void> {
  await readFacts(folder);
  const journal = join(folder, 'journal.jsonl');
  const isThere = await access(journal).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  for await (const paper of readJsonLines(journal, extraction, { torn: true })) {
    expect(paper.schema).toBe(2);
  }
}

describe('buildLibrary(corpus, options), killed', () => {
  it.each(MOMENTS)('goes on %s every single touch of the disk', async (moment) => {
    const { touches, contents } = await wholeBuild();
    expect(touches).toBeGreaterThanOrEqual(40);
    for (let nth = 1; nth <= touches; nth += 1) {
      await using folder = await temporaryFolder();
      await build(folder.path, old);
      const killed = await build(folder.path, grown, killedAt(nth, moment));
      // The last touch is the lock's, and nothing hangs on it.
      if (nth < touches) expect(killed.error, `touch ${nth}`).toBeDefined();
      await expectParses(folder.path);
      const resumed = await build(folder.path, grown);
      expect(resumed.error).toBeUndefined();
      const again = resumed.read.filter((id) => killed.kept.includes(id));
      expect(again, `read again after touch ${nth}`).toEqual([]);
      expect(await contentsOf(folder.path), `after touch ${nth}`).toEqual(contents);
    }
  });

  it.each(MOMENTS)(
    'survives being killed again and again, %s ever later touches',
    async (moment) => {
      const { touches, contents } = await wholeBuild();
      await using folder = await temporaryFolder();
      await build(folder.path, old);
      for (let nth = 1; nth <= touches; nth += 3) {
        await build(folder.path, grown, killedAt(nth, moment));
        await expectParses(folder.path);
      }
      await build(folder.path, grown);
      expect(await contentsOf(folder.path)).toEqual(contents);
    },
  );

  it('loses no paper where a removal is killed, and the next build derives the rest', async () => {
    for (let nth = 1; ; nth += 1) {
      await using folder = await temporaryFolder();
      await build(folder.path, old);
      const disk: FaultyDisk = killedAt(nth, 'after');
      const removal = amendLibrary(
        folder.path,
        (truth) => ({ ...truth, facts: truth.facts.slice(1) }),
        { disk },
      );
      const isWhole = await removal.then(
        () => true,
        () => false,
      );
      const ids = (await readFacts(folder.path)).map(({ id }) => id);
      expect([['b'], ['a', 'b']]).toContainEqual(ids);
      await build(folder.path, old);
      await using fresh = await temporaryFolder();
      await build(fresh.path, old);
      expect(await contentsOf(folder.path)).toEqual(await contentsOf(fresh.path));
      if (isWhole) break;
    }
  });
});

describe('buildLibrary(corpus, options), on a disk that fails', () => {
  it.each([
    ['ENOSPC', /no space is left on the device; make room and run the same command again/],
    ['EROFS', /the file system is read-only; name another folder/],
  ])('says so on %s, wherever it comes, and loses nothing', async (code, message) => {
    const { touches, contents } = await wholeBuild();
    for (let nth = 1; nth <= touches; nth += 1) {
      await using folder = await temporaryFolder();
      await build(folder.path, old);
      const { error } = await build(folder.path, grown, failingFrom(nth, code));
      if (nth < touches) expect(String(error), `touch ${nth}`).toMatch(message);
      await expectParses(folder.path);
      await build(folder.path, grown);
      expect(await contentsOf(folder.path), `after touch ${nth}`).toEqual(contents);
    }
  });
});

describe('buildLibrary(corpus, options), on a library that was touched by hand', () => {
  it('names line 17 of facts that are broken there, and changes nothing', async () => {
    await using folder = await temporaryFolder();
    const documents = Array.from({ length: 20 }, (_, index) => ({
      id: `p${String(index).padStart(2, '0')}`,
      text: `SimSD ${index}`,
    }));
    await build(folder.path, documents);
    const path = join(folder.path, 'facts.jsonl');
    const lines = (await readFile(path, 'utf8')).split('\n');
    lines[16] = lines[16]?.replace('"confidence":1', '"confidence":7') ?? '';
    await writeFile(path, lines.join('\n'));
    const before = await contentsOf(folder.path);
    const { error } = await build(folder.path, [...documents, { id: 'new', text: 'EAGLE' }]);
    expect(error).toMatchObject({ name: 'InputError', path, line: 17 });
    expect(String(error)).toContain('"entities[0].confidence"');
    const { 'journal.jsonl': _, ...after } = await contentsOf(folder.path);
    expect(after).toEqual(before);
  });

  it('tells a second build who is writing', async () => {
    await using folder = await temporaryFolder();
    let second: unknown;
    await buildLibrary(corpusOf(old), {
      folder: folder.path,
      extractor: '1+test',
      async *extract(documents) {
        // As another process would hold it.
        const holder = { pid: process.ppid, host: hostname() };
        await writeFile(join(folder.path, 'lock.json'), JSON.stringify(holder));
        ({ error: second } = await build(folder.path, old));
        yield* documents.map((document) => readReady(document));
      },
    });
    expect(String(second)).toContain(`process ${process.ppid} on ${hostname()} is writing`);
  });
});
