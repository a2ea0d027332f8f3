import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../graph/errors.ts';
import type { Document, Extraction } from '../../graph/schema.ts';
import { evaluateCommand } from '../../src/commands/evaluate.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evaluate-'));
});
afterEach(() => rm(folder, { recursive: true }));

const GOLD = {
  id: 'a',
  title: 'A title',
  text: 'We propose GRPO.',
  entities: [{ name: 'GRPO', types: ['Method'] }],
  relations: [['Paper', 'PROPOSES', 'GRPO']],
};

async function write(name: string, ...lines: object[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path;
}

/** An extractor that finds GRPO in every document. */
async function* findGrpo(documents: readonly Document[]): AsyncGenerator<Extraction> {
  for (const document of documents) {
    const mentions = [{ field: 'text' as const, start: 11, end: 15 }];
    yield {
      schema: 1,
      id: document.id,
      hash: '0'.repeat(64),
      extractor: 'test',
      document,
      entities: [{ name: 'GRPO', type: 'Method', aliases: [], mentions, confidence: 1 }],
      relations: [],
      results: [],
      statistics: [],
      dropped: {},
    };
  }
}

async function run(args: readonly string[], stdin = '') {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const io = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    signal: new AbortController().signal,
    quiet: () => false,
  };
  await evaluateCommand(io, findGrpo).parseAsync(args, { from: 'user' });
  stdout.end();
  stderr.end();
  return { stdout: await text(stdout), stderr: await text(stderr) };
}

describe('evaluateCommand(io, extract)', () => {
  it('extracts from the texts of the gold', async () => {
    const { stdout } = await run([await write('gold.jsonl', GOLD), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      documents: 1,
      entities: { precision: 1, recall: 1, f1: 1, interval: [1, 1], right: 1 },
      relations: { right: 0, predicted: 0, gold: 1 },
      types: { Method: { f1: 1 } },
    });
  });

  it('scores predictions of a file', async () => {
    const gold = await write('gold.jsonl', GOLD);
    const predictions = await write('found.jsonl', { id: 'a', entities: [] });
    const { stdout } = await run([gold, '--predictions', predictions, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ entities: { f1: 0, predicted: 0, gold: 1 } });
  });

  it('scores predictions of standard input', async () => {
    const gold = await write('gold.jsonl', GOLD);
    const found = JSON.stringify({ id: 'a', entities: [{ name: 'grpo', type: 'Method' }] });
    const { stdout } = await run([gold, '--predictions', '-', '--json'], found);
    expect(JSON.parse(stdout)).toMatchObject({ entities: { f1: 1 } });
  });

  it('says which documents have no counterpart', async () => {
    const gold = await write('gold.jsonl', GOLD);
    const predictions = await write('found.jsonl', { id: 'b' }, { id: 'c' });
    const { stderr } = await run([gold, '--predictions', predictions]);
    expect(stderr).toBe(
      'No prediction, so all is missed in: a\nNot in the gold, so not scored: b, c\n',
    );
  });

  it('lists mistakes', async () => {
    const { stdout } = await run([await write('gold.jsonl', GOLD), '--errors']);
    expect(stdout).toContain('\n\nmissed PROPOSES (1)\n  a  Paper -> GRPO\n      ');
  });

  it('writes Markdown', async () => {
    const { stdout } = await run([await write('gold.jsonl', GOLD), '--markdown']);
    expect(stdout).toContain('| entities | 100.0 | 100.0 | 100.0 | 100.0-100.0 | 1 | 1 | 1 |');
  });

  it('names the line of a gold that is broken', async () => {
    const gold = await write('gold.jsonl', GOLD, {
      ...GOLD,
      entities: [{ name: 'a', types: ['X'] }],
    });
    const error: unknown = await run([gold]).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ path: gold, line: 2 });
    expect(String(error)).toContain('entities[0].types[0]');
  });

  it('refuses an empty gold', async () => {
    const gold = await write('gold.jsonl');
    await expect(run([gold])).rejects.toThrow(
      'no document in it: expected annotated abstracts, one JSON object a line',
    );
  });
});
