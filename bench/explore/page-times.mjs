import { request } from 'node:http';
import { chromium } from 'playwright-core';
import { provideBrowser } from '../../scripts/browser.mjs';

/** A browser without a screen, drawing with the processor, that calls nobody. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
];
const SIZE = { width: 1440, height: 900 };
/** What is typed: a name letter by letter, then one with a mistake. */
const QUERIES = ['g', 'gr', 'grp', 'grpo', 'reasoning', 'mathematcal'];
const PATIENCE = 600_000;

/** @typedef {{ clock: number, processor: number }} Time in milliseconds */

/** @returns {Promise<import('playwright-core').Browser>} */
export async function openBrowser() {
  const executablePath = await provideBrowser(console.log);
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * Loads the page at an address anew so many times and says how long it took until the graph stood there, of the clock
 * and of the processor in the page's main thread.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {number} runs
 * @returns {Promise<Time[]>}
 */
export async function timeFirstPicture(browser, url, runs) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const { page, processor } = await openPage(browser);
    const clock = await load(page, url);
    times.push({ clock, processor: await processor() });
    await page.context().close();
  }
  return times;
}

/**
 * How long key presses and a click on a filter take, drawing left out and drawing included, what the page says that it
 * shows, and how much it holds.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @returns {Promise<{ keys: Time[], clicks: Time[], heap: number, shown: string }>}
 */
export async function timeUse(browser, url) {
  const { page, session, processor } = await openPage(browser);
  await load(page, url);
  const measure = async (/** @type {() => Promise<number>} */ act) => {
    const before = await processor();
    const clock = await act();
    return { clock, processor: (await processor()) - before };
  };
  const keys = [];
  // The first round warms up.
  for (let round = 0; round < 3; round += 1) {
    for (const query of QUERIES) {
      const time = await measure(() => page.evaluate(typeQuery, query));
      if (round > 0) keys.push(time);
    }
  }
  await page.evaluate(typeQuery, '');
  const clicks = [];
  for (let round = 0; round < 8; round += 1) {
    const time = await measure(() => page.evaluate(clickFilter));
    if (round > 1) clicks.push(time);
  }
  const shown = (await page.textContent('.shown p')) ?? '';
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.context().close();
  return { keys, clicks, heap: usedSize, shown };
}

/** @param {import('playwright-core').Browser} browser */
async function openPage(browser) {
  const context = await browser.newContext({ viewport: SIZE, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('pageerror', (error) => {
    throw error;
  });
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const processor = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  return { page, session, processor };
}

/**
 * Milliseconds from the navigation to the frame after the one in which the graph was drawn.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 */
async function load(page, url) {
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('.canvas[data-origin]')) return;
      observer.disconnect();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          document.documentElement.dataset.drawn = String(performance.now());
        }),
      );
    });
    observer.observe(document, { subtree: true, attributes: true, childList: true });
  });
  await page.goto(url, { timeout: PATIENCE });
  await page.waitForSelector('html[data-drawn]', { state: 'attached' });
  return page.evaluate(() => Number(document.documentElement.dataset.drawn));
}

/** Runs in the page: from a query in the box to the hits with their places worked out. */
function typeQuery(/** @type {string} */ query) {
  const box = document.querySelector('.search input');
  if (!(box instanceof HTMLInputElement)) throw new Error('the page has no search box');
  const started = performance.now();
  box.value = query;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - started;
}

/** Runs in the page: from a click on the first type to the drawn picture. */
function clickFilter() {
  const button = document.querySelector('.legend button');
  if (!(button instanceof HTMLButtonElement)) throw new Error('the page has no filter');
  const started = performance.now();
  button.click();
  document.body.getBoundingClientRect();
  return performance.now() - started;
}

/**
 * Bytes of an answer as a browser gets it.
 * @param {string} url
 * @returns {Promise<number>}
 */
export function sizeOnTheWire(url) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'Accept-Encoding': 'gzip, br' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve(bytes));
    });
    asked.on('error', reject).end();
  });
}
