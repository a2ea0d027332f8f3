import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunningExplorer } from '../../src/explorer/serve.ts';
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts';
import { serveSmall } from './serve-small.ts';

let browser: Browser;
let server: RunningExplorer;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await openBrowser();
  server = await serveSmall();
});
afterEach(() => watched.page.context().close());
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(hash = '') {
  watched = await openPage(browser);
  await watched.page.goto(server.url + hash);
  await watched.page.waitForSelector('.canvas canvas');
  return watched.page;
}

/** What is in focus, and where the picture lies and how large, to a tenth of a pixel. */
async function seen() {
  const canvas = watched.page.locator('.canvas');
  const origin = String(await canvas.getAttribute('data-origin')).split(',');
  const numbers = [...origin, await canvas.getAttribute('data-unit')].map(Number);
  return {
    focus: await canvas.getAttribute('data-focus'),
    place: numbers.map((number) => number.toFixed(1)),
  };
}

async function save(name: string): Promise<Buffer> {
  const { page } = watched;
  if (!(await page.isVisible('.menu'))) await page.click('text="Share"');
  const saved = page.waitForEvent('download');
  await page.click(`.menu-line:text-is("${name}")`);
  return readFile(await (await saved).path());
}

describe('sharing', () => {
  it('shows the same picture under a copied address', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('sims');
    await page.waitForSelector('.hit');
    await page.keyboard.press('Enter');
    await page.click('[aria-label*="oom in"]');
    await page.waitForFunction(() => location.hash.includes('at='));
    await page.waitForTimeout(400);
    const address = page.url();
    const before = await seen();
    await page.context().close();
    await open(address.slice(server.url.length));
    await watched.page.waitForTimeout(400);
    expect(watched.page.url()).toBe(address);
    expect(await seen()).toEqual(before);
  });

  it('goes back and forward by the buttons of the browser, and cuts no step off', async () => {
    const page = await open('#/');
    const rest = () => page.waitForTimeout(400);
    const steps: { readonly hash: string; readonly place: string[] }[] = [];
    const look = async () => {
      await rest();
      steps.push({ hash: new URL(page.url()).hash, place: (await seen()).place });
    };
    await look();
    await page.click('.panel .node-link:has-text("MATH-500")');
    await page.click('[aria-label*="oom in"]');
    await look();
    await page.click('.view-button:has-text("Table")');
    await look();
    await page.click('.view-button:has-text("Graph")');
    await look();
    const length = await page.evaluate(() => history.length);
    const visit = async (
      step: 'back' | 'forward',
      expected: (typeof steps)[number] | undefined,
    ) => {
      await page.evaluate((step) => history[step](), step);
      await rest();
      expect(new URL(page.url()).hash).toBe(expected?.hash);
      expect((await seen()).place).toEqual(expected?.place);
    };
    for (const expected of steps.slice(0, -1).reverse()) await visit('back', expected);
    for (const expected of steps.slice(1)) await visit('forward', expected);
    expect(await page.evaluate(() => history.length)).toBe(length);
  });

  it('saves what is drawn, with its legend', async () => {
    await open();
    const svg = String(await save('SVG'));
    expect(svg).toContain('>MATH-500</text>');
    expect(svg).toContain('>Benchmarks</text>');
    const png = await save('PNG');
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(png.length).toBeGreaterThan(5_000);
    const graphml = String(await save('GraphML'));
    expect(graphml).toContain('MATH-500');
    // Papers are not drawn, and so not in it.
    expect(graphml).not.toContain('id="paper:');
    expect(JSON.parse(String(await save('JSON')))).toMatchObject({ nodes: expect.any(Array) });
    expect(String(await save('Edges as CSV'))).toContain('source');
    expect(watched.faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  });
});
