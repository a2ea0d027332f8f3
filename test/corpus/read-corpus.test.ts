import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../graph/errors.ts';
import { document } from '../../graph/schema.ts';
import { type ReadOptions, readCorpus } from '../../src/corpus/read-corpus.ts';
import type { CorpusItem } from '../../src/corpus/read-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** What was read, in short: `a.txt:1 One.` for a document, `a.txt:2 noise` for a diagnostic. */
async function read(paths: readonly string[], options: ReadOptions = {}): Promise<string[]> {
  const items: CorpusItem[] = [];
  for await (const item of readCorpus(paths, options)) items.push(item);
  return items.map(brief);
}

function brief(item: CorpusItem): string {
  if ('document' in item) return `${inFolder(item.path)}:${item.line} ${item.document.text}`;
  const { path, line, kind } = item.diagnostic;
  return `${inFolder(path)}${line ? `:${line}` : ''} ${kind}`;
}

const inFolder = (path: string) => path.replace(`${folder}/`, '');

async function failure(paths: readonly string[], options: ReadOptions = {}): Promise<string> {
  const error = await read(paths, options).then(
    (items) => items.join('; '),
    (error: unknown) => error,
  );
  return error instanceof InputError ? inFolder(error.located) : `no InputError: ${error}`;
}

describe('readCorpus(paths, options)', () => {
  it('reads a listing', async () => {
    const path = await write('a.txt', 'Abstract:One.\n\nA name\n \nAbstract: Two.');
    expect(await read([path])).toEqual(['a.txt:1 One.', 'a.txt:3 noise', 'a.txt:5 Two.']);
  });

  it('reads JSON lines', async () => {
    const path = await write('a.jsonl', '{"text":"One."}\n\n{"abstract":"Two."}\n');
    expect(await read([path])).toEqual(['a.jsonl:1 One.', 'a.jsonl:3 Two.']);
  });

  it('reads what is gzipped, in several members too', async () => {
    const members = ['{"text":"One."}\n', '{"text":"Two."}\n'].map((line) => gzipSync(line));
    const path = await write('a.jsonl.gz', Buffer.concat(members));
    expect(await read([path])).toEqual(['a.jsonl.gz:1 One.', 'a.jsonl.gz:2 Two.']);
  });

  it('takes away a byte order mark and carriage returns', async () => {
    const path = await write('a.txt', '\uFEFFAbstract:One.\r\nAbstract:Two\u2028lines.\r\n');
    expect(await read([path])).toEqual(['a.txt:1 One.', 'a.txt:2 Two\u2028lines.']);
  });

  it('tells the format by the first line where the name does not', async () => {
    const json = await write('json', '\n {"text":"One."}\n');
    const zipped = await write('zipped', gzipSync('{"text":"Two."}'));
    const listing = await write('listing', '\nA name\nAbstract:Three.');
    expect(await read([json, zipped, listing])).toEqual([
      'json:2 One.',
      'zipped:1 Two.',
      'listing:2 noise',
      'listing:3 Three.',
    ]);
  });

  it('reads standard input', async () => {
    const stdin = [gzipSync('{"text":"One."}')].values();
    async function* chunks() {
      for (const zipped of stdin) for (const byte of zipped) yield Uint8Array.of(byte);
    }
    expect(await read(['-'], { stdin: chunks() })).toEqual(['standard input:1 One.']);
  });

  it('reads a directory by name, with what is below it and without what is hidden', async () => {
    await write('c.txt', 'Abstract:Three.');
    await write('b/a.NDJSON', '{"text":"Two."}');
    await write('a.jsonl', '{"text":"One."}');
    await write('.hidden.txt', 'Abstract:Hidden.');
    await write('.hidden/a.txt', 'Abstract:Hidden.');
    expect(await read([folder])).toEqual(['a.jsonl:1 One.', 'b/a.NDJSON:1 Two.', 'c.txt:1 Three.']);
  });

  it('passes over what is no document in a directory', async () => {
    await write('a.txt', 'Abstract:One.');
    await write('b.md', 'Abstract:Two.');
    await symlink(folder, join(folder, 'circle.txt'));
    await symlink('nowhere', join(folder, 'nowhere.txt'));
    expect(await read([folder])).toEqual([
      'b.md passed over',
      'circle.txt passed over',
      'nowhere.txt passed over',
      'a.txt:1 One.',
    ]);
  });

  it('says which files of a directory hold no document', async () => {
    await write('a.txt', 'A name');
    await write('b.txt', '');
    await write('c.txt', 'Abstract:One.');
    expect(await read([folder])).toEqual([
      'a.txt:1 noise',
      'a.txt no document',
      'b.txt no document',
      'c.txt:1 One.',
    ]);
  });

  it('refuses a missing path before it reads another', async () => {
    const path = await write('a.txt', 'Abstract:One.');
    const first = readCorpus([path, join(folder, 'b.txt')], { keepGoing: true }).next();
    await expect(first).rejects.toThrow(
      new InputError('does not exist: expected a file or a directory; check the path', {
        path: join(folder, 'b.txt'),
      }),
    );
  });

  it('refuses a directory without documents', async () => {
    await write('below/a.md', 'A page');
    expect(await failure([join(folder, 'below')])).toBe(
      'below: a directory without documents: expected listings (.txt) or JSON lines (.jsonl, .ndjson), gzipped (.gz) or not',
    );
  });

  const nowhere = 'expected lines that begin with "Abstract:" (JSON lines are named .jsonl)';
  const utf8 = 'or leave the file out if it holds no text';
  it.each([
    ['a.txt', '', `a.txt: nothing in it: ${nowhere}`],
    ['a.txt', ' \n\t\n', `a.txt: nothing in it: ${nowhere}`],
    ['a.txt', 'A name', `a.txt: no document in it: ${nowhere}`],
    ['a.jsonl', '', 'a.jsonl: nothing in it: expected one JSON object a line'],
    [
      'a.txt',
      'a'.repeat(1e6 + 1),
      'a.txt:1: longer than 1000000 bytes: expected one document a line',
    ],
    [
      'a.txt',
      'Abstract:One.\nAbstract:',
      `a.txt:2: expected the abstract's text after "Abstract:", found nothing`,
    ],
    [
      'a.jsonl',
      '{"id":"a"}',
      'a.jsonl:1: no text: expected a field "text" or "abstract" with the abstract',
    ],
    [
      'a.txt',
      Buffer.from('Abstract:caf\xe9', 'latin1'),
      `a.txt:1: invalid UTF-8: expected text in UTF-8; convert it, from Latin-1 with "iconv -f LATIN1 -t UTF-8", ${utf8}`,
    ],
    [
      'a.txt',
      Buffer.from('Abstract:One.', 'utf16le'),
      `a.txt:1: binary data (a NUL byte): expected text in UTF-8; convert it, from UTF-16 with "iconv -f UTF-16 -t UTF-8", ${utf8}`,
    ],
    [
      'a.jsonl.gz',
      gzipSync('{"text":"One."}').subarray(0, 20),
      'a.jsonl.gz: the gzip data end too early: expected a whole file; fetch or make it anew',
    ],
    [
      'a.jsonl.gz',
      '{"text":"One."}',
      'a.jsonl.gz: the gzip data are damaged (incorrect header check): expected a whole file; fetch or make it anew',
    ],
  ])('refuses %s with what is wrong in it, case %#', async (name, content, message) => {
    expect(await failure([await write(name, content)])).toBe(message);
  });

  it('says so where the system does not let it read', async () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('Abstract:One.\nAbs');
      throw denied;
    }
    expect(await failure(['-'], { stdin: chunks() })).toBe(
      'standard input: may not be read: check its permissions',
    );
  });

  it('does not take a fault of its own for one of the input', async () => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('Abstract:One.\n');
      throw new TypeError('a fault');
    }
    await expect(read(['-'], { stdin: chunks(), keepGoing: true })).rejects.toThrow(
      new TypeError('a fault'),
    );
  });

  it('reads on past what is broken when it is asked to', async () => {
    const lines = ['{"text":"One."}', '{', '{"text":7}', `"${'a'.repeat(1e6)}"`, '{"text":"Two."}'];
    const broken = await write('a.jsonl', lines.join('\n'));
    const cut = gzipSync(`{"text":"Three."}\n`.repeat(2)).subarray(0, -9);
    const damaged = await write('b.jsonl.gz', cut);
    const binary = await write('c.txt', 'Abstract:Four.\n\0\nAbstract:Five.');
    const empty = await write('d.txt', '');
    expect(await read([broken, damaged, binary, empty], { keepGoing: true })).toEqual([
      'a.jsonl:1 One.',
      'a.jsonl:2 broken',
      'a.jsonl:3 broken',
      'a.jsonl:4 broken',
      'a.jsonl:5 Two.',
      'b.jsonl.gz:1 Three.',
      'b.jsonl.gz:2 Three.',
      'b.jsonl.gz broken',
      'c.txt:1 Four.',
      'c.txt:2 broken',
      'd.txt broken',
    ]);
  });

  it('gives documents or says why not, whatever comes in', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(`Abstract:${text}`)),
      fc.json().map((text) => Buffer.from(text)),
      fc
        .record({ id: fc.jsonValue(), text: fc.string({ unit: 'binary' }), date: fc.jsonValue() })
        .map((line) => Buffer.from(JSON.stringify(line))),
      fc.uint8Array().map((inner) => gzipSync(inner)),
      fc.uint8Array().map((inner) => Buffer.concat([Buffer.from([0x1f, 0x8b, 8]), inner])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (bytes, keepGoing) => {
        async function* chunks() {
          yield bytes;
        }
        try {
          for await (const item of readCorpus(['-'], { stdin: chunks(), keepGoing })) {
            if ('document' in item) document.parse(item.document);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect(keepGoing).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('readCorpus(seeds)', () => {
  async function readSeeds(paths: readonly string[]) {
    const ids: string[] = [];
    const noise: string[] = [];
    for await (const item of readCorpus(paths)) {
      if ('document' in item) ids.push(item.document.id);
      else noise.push(`${item.diagnostic.path}:${item.diagnostic.line} ${item.diagnostic.message}`);
    }
    return { ids, noise };
  }

  it('finds 46 papers in 48 abstracts, and two lines of noise', async () => {
    const { ids, noise } = await readSeeds(['seeds']);
    expect(ids).toHaveLength(48);
    expect(new Set(ids).size).toBe(46);
    expect(noise).toEqual([
      'seeds/001_61697972f064bb59.txt:1 "Yusuf Hamied Department of Chemistry, University of Cambrid… does not begin with "Abstract:": no document',
      'seeds/004_ebbddfa82c332bb0.txt:1 "Alphabetical order by last name" does not begin with "Abstract:": no document',
    ]);
  });

  it('finds the same papers in whichever order the files are given', async () => {
    const files = [
      'seeds/000_c9c2fb58d1d527b6.txt',
      'seeds/001_61697972f064bb59.txt',
      'seeds/002_e656d3ae1acd7eeb.txt',
      'seeds/003_85bb3a0f34a5d4e3.txt',
      'seeds/004_ebbddfa82c332bb0.txt',
    ];
    const { ids } = await readSeeds(['seeds']);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(files, { minLength: files.length }),
        async (shuffled) => {
          expect(new Set((await readSeeds(shuffled)).ids)).toEqual(new Set(ids));
        },
      ),
      { numRuns: 10 },
    );
  });
});
