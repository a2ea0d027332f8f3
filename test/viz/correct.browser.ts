import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decision } from '../../graph/schema.ts';
import { toPageFile } from '../../src/explorer/page-file.ts';
import { type RunningExplorer, serveExplorer } from '../../src/explorer/serve.ts';
import { writingTo } from '../../src/explorer/writing-to.ts';
import { readDecisions } from '../../src/library/decisions.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import { writeLibrary } from '../../src/library/write-library.ts';
import { find, paper } from '../graph/paper.ts';
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts';

const ASSETS = fileURLToPath(new URL('../../dist/explorer', import.meta.url));
const TEXT = 'SimSD outperforms EAGLE-3 by 31.6 points.';
const FACTS = [
  paper('a', {
    text: TEXT,
    date: '2026-01-01',
    entities: [
      ['SimSD', 'Method'],
      ['EAGLE-3', 'Method'],
    ],
    relations: [['SimSD', 'OUTPERFORMS', 'EAGLE-3']],
    results: [{ number: find(TEXT, '31.6'), subject: 'SimSD' }],
  }),
  paper('b', { text: 'We use Sim.', date: '2026-02-01', entities: [['Sim', 'Method']] }),
  paper('c', { text: 'Group Policy (GP) wins.', entities: [['GP', 'Method', 'Group Policy']] }),
];

let browser: Browser;
let folder: string;
let server: RunningExplorer;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
  await writeLibrary(folder, FACTS);
  const library = openLibrary(folder);
  server = await serveExplorer({
    assets: ASSETS,
    port: 0,
    graph: library.explorerData,
    findDocument: library.findDocument,
    decisions: () => readDecisions(folder),
    writing: writingTo(folder),
  });
});
afterEach(async () => {
  await watched.page.context().close();
  expect(watched.faults).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true });
});

async function open(url: string) {
  watched = await openPage(browser);
  await watched.page.goto(url);
  await watched.page.waitForSelector('.canvas canvas');
  return watched.page;
}

const isTitled = (name: string) =>
  watched.page.waitForFunction((name) => document.querySelector('h1')?.textContent === name, name);
const notice = () => watched.page.textContent('.notice-title');

describe('putting right in a served library', () => {
  it('renames, tells what changed, and takes it back', async () => {
    const page = await open(`${server.url}#/node/simsd`);
    await page.click('.correct > summary');
    await page.fill('[aria-label="Its name"]', 'Simple <b>');
    await page.click('text="Rename"');
    await isTitled('Simple <b>');
    expect(await notice()).toBe('“SimSD” (a) is called “Simple <b>”');
    expect(await page.textContent('.notice .note')).toContain('1 thing');
    expect(await readDecisions(folder)).toMatchObject([{ kind: 'rename', name: 'Simple <b>' }]);
    await page.click('.notice >> text=Undo');
    await isTitled('SimSD');
    expect(await readDecisions(folder)).toEqual([]);
  });

  it('makes one of two, drops a relation, and lists both', async () => {
    const page = await open(`${server.url}#/node/simsd`);
    await page.click('.correct > summary');
    await page.fill('.correct .search input', 'Sim');
    await page.click('.correct .hit:has-text("1 paper")');
    await page.click('text="They are one"');
    await page.waitForSelector('.notice-title');
    expect(await page.textContent('.panel .facts')).toContain('in 2 papers');
    await page.click('.line summary:has-text("EAGLE-3")');
    await page.click('.evidence .correct > summary');
    await page.click('text="Drop the relation"');
    await page.waitForFunction(() => !document.querySelector('.claims, .group'));
    expect((await readDecisions(folder)).map(({ kind }) => kind)).toEqual([
      'same',
      'drop relation',
    ]);
    await page.click('.bar-button:has-text("2 corrections")');
    await page.click('dialog[open] li:first-child >> text=Take back');
    await page.waitForSelector('.bar-button:has-text("1 correction")');
    await page.click('dialog[open] li:first-child >> text=Take back');
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));
    expect(await readDecisions(folder)).toEqual([]);
  });

  it('makes two of what a paper calls by two names', async () => {
    const page = await open(`${server.url}#/node/gp`);
    await page.click('.correct > summary');
    await page.click('text="They are two"');
    await page.waitForSelector('.notice-title');
    expect(await notice()).toBe('“GP” (c) and “Group Policy” (c) are two things');
    await page.goto(`${server.url}#/node/grouppolicy`);
    await isTitled('Group Policy');
    await page.click('.notice >> text=Undo');
    await page.waitForSelector('.bar-button:has-text("correction")', { state: 'hidden' });
    expect(await readDecisions(folder)).toEqual([]);
  });

  it('says why something cannot be', async () => {
    const page = await open(`${server.url}#/node/simsd`);
    await page.click('.correct > summary');
    await page.click('text="They are one"');
    expect(await page.textContent('.saying [role=alert]')).toBe('Choose the other thing first.');
    await page.click('text="Change type"');
    expect(await page.locator('.saying [role=alert]', { hasText: 'already' }).count()).toBe(1);
  });
});

describe('putting right in a file', () => {
  it('collects lines of decisions.jsonl to download', async () => {
    const library = openLibrary(folder);
    const contents = { data: await library.explorerData(), documents: await library.documents() };
    const path = join(folder, 'library.html');
    await writeFile(path, await toPageFile(contents, ASSETS));
    const page = await open(`${pathToFileURL(path).href}#/node/result%3Aa%2329`);
    await page.click('.evidence .correct > summary');
    await page.fill('[aria-label="The number"]', '31.5');
    await page.click('text="Put it right"');
    await page.waitForSelector('.notice-title');
    expect(await notice()).toBe('“31.6” (a) is 31.5');
    await page.click('.bar-button:has-text("1 correction")');
    await page.fill('[aria-label="Your name"]', 'Ada');
    const saved = page.waitForEvent('download');
    await page.click('text="Download decisions.jsonl"');
    const download = await saved;
    expect(download.suggestedFilename()).toBe('decisions.jsonl');
    const [line] = (await readFile(await download.path(), 'utf8')).trim().split('\n');
    expect(decision.parse(JSON.parse(line ?? ''))).toMatchObject({
      kind: 'value',
      author: 'Ada',
      value: 31.5,
      number: { paper: 'a', words: '31.6' },
    });
  });
});
