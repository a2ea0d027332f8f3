import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toPlain } from '../../graph/text/latex.ts';
import { type PageContents, toPageFile } from '../../src/explorer/page-file.ts';
import { HOSTILE_DOCUMENT, HOSTILE_NAMES, hostileLibrary } from './hostile-library.ts';
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts';
import { DOCUMENTS, smallLibrary } from './small-library.ts';

const ASSETS = fileURLToPath(new URL('../../dist/explorer', import.meta.url));

let browser: Browser;
let folder: string;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
});
afterEach(async () => {
  await watched.page.context().close();
  expect(watched.faults).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

const SMALL: PageContents = { data: smallLibrary(), documents: DOCUMENTS };
const HOSTILE: PageContents = { data: hostileLibrary(), documents: [HOSTILE_DOCUMENT] };

/** Opens a file that was passed on: no server, and no network either. */
async function open(contents: PageContents, options: BrowserContextOptions = {}, hash = '') {
  const path = join(folder, 'library.html');
  await writeFile(path, await toPageFile(contents, ASSETS));
  watched = await openPage(browser, { offline: true, ...options });
  const { page } = watched;
  await page.addInitScript(() => {
    Object.assign(globalThis, { executed: () => Object.assign(globalThis, { wasExecuted: true }) });
  });
  await page.goto(pathToFileURL(path).href + hash);
  await page.waitForSelector('.canvas canvas');
  return page;
}

const title = () => watched.page.textContent('.panel h1');
const wasExecuted = () => watched.page.evaluate(() => 'wasExecuted' in globalThis);

describe('the explorer in one file', () => {
  it('says where it is a part, of how much, and how to get more', async () => {
    const page = await open({ ...SMALL, data: { ...SMALL.data, of: 1_234 } });
    const notice = await page.textContent('.part-notice');
    expect(notice).toContain('of 1,234 in the library');
    expect(notice).toMatch(/--html FILE --top \d+$/);
    expect(await page.textContent('.shown p')).toMatch(/nodes, a part of 1,234$/);
  });

  it('shows the library, its sentences and its abstracts without asking anyone', async () => {
    const page = await open(SMALL, {}, '#/node/simsd');
    expect(await title()).toBe('SimSD');
    expect(await page.locator('.part-notice').count()).toBe(0);
    await page.click('.line summary:has-text("EAGLE-3")');
    await page.waitForSelector('.evidence mark');
    expect(await page.textContent('.evidence .quote')).toBe(
      'We propose SimSD, which decodes faster than EAGLE-3.',
    );
    await page.click('.evidence .paper-link');
    await page.waitForSelector('.abstract mark');
    expect(watched.requests.filter((url) => !/^(?:file|data|blob):/.test(url))).toEqual([]);
    expect(watched.requests.filter((url) => url.startsWith('file:'))).toHaveLength(1);
  });

  it('says that a text is not in it', async () => {
    const page = await open(SMALL, {}, '#/node/paper%3Alost');
    await page.waitForSelector('.abstract .failed');
    expect(await page.textContent('.abstract [role=alert]')).toBe(
      'The text of lost is not in this file.',
    );
  });

  it('says that it is damaged', async () => {
    const path = join(folder, 'damaged.html');
    const html = await toPageFile(SMALL, ASSETS);
    const data = /(<script type="application\/gzip" id="library-graph">.{100}).{20}/;
    await writeFile(path, html.replace(data, '$1'));
    watched = await openPage(browser);
    await watched.page.goto(pathToFileURL(path).href);
    await watched.page.waitForSelector('[role=alert]');
    expect(await watched.page.textContent('[role=alert] p')).toContain('the file is damaged');
  });

  // With its policy switched off: what is text runs nowhere, whether or not the browser would let it.
  it('takes hostile names for text everywhere', async () => {
    const page = await open(HOSTILE, { bypassCSP: true });
    for (const [index, name] of HOSTILE_NAMES.entries()) {
      await page.evaluate((key) => {
        location.hash = `#/node/${encodeURIComponent(key)}`;
      }, `${name}#${index}`);
      await page.waitForFunction(
        (name) => document.querySelector('h1')?.textContent === name,
        name,
      );
      await page.click('.line summary');
      await page.waitForSelector('.evidence mark');
      await page.click('.evidence .paper-link');
      await page.waitForSelector('.abstract mark');
      expect(await page.textContent('.abstract')).toContain(toPlain(name).text);
    }
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(await wasExecuted()).toBe(false);
  });

  it('has a policy under which nothing else runs, and nothing is sent', async () => {
    const page = await open(SMALL);
    const outcome = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'executed()';
      document.body.append(script);
      const image = document.createElement('div');
      image.innerHTML = '<img src="x" onerror="executed()"><svg onload="executed()"></svg>';
      document.body.append(image);
      const sent = await fetch('https://example.org/').then(
        () => 'sent',
        () => 'refused',
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
      return sent;
    });
    expect(outcome).toBe('refused');
    expect(await wasExecuted()).toBe(false);
    // The refusals are told of; nothing else is.
    expect(watched.faults.every((fault) => fault.includes('Content Security Policy'))).toBe(true);
    watched.faults.length = 0;
  });

  it('is the same for the same library', async () => {
    const page = await open(SMALL);
    expect(await toPageFile(SMALL, ASSETS)).toBe(await readFile(fileURLToPath(page.url()), 'utf8'));
  });
});
