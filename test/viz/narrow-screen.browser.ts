import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useExplorer } from './use-explorer.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const TABLET = { viewport: { width: 768, height: 1024 }, hasTouch: true };
const PLACES = [
  '#/',
  '#/node/simsd',
  '#/node/paper%3A2601.00001',
  '#/path/hostile/math-500/0',
  '#/?view=leaderboard',
  '#/?view=leaderboard&board=math-500',
  '#/?view=matrix',
  '#/?view=table&layers=Paper',
];

const explorer = useExplorer();
let page: Page;

async function open(hash = '', options: BrowserContextOptions = PHONE): Promise<void> {
  ({ page } = await explorer.open(hash, options));
  await page.waitForSelector('.canvas canvas', { state: 'attached' });
}

const title = () => page.textContent('.panel h1');
const fold = () => page.locator('.panel-fold');
const isUnfolded = async () => {
  const [expanded, shown] = [
    await fold().getAttribute('aria-expanded'),
    await page.isVisible('.panel'),
  ];
  expect(expanded).toBe(String(shown));
  return shown;
};
const find = async (words: string) => {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.waitForSelector('.hit');
  await page.keyboard.press('Enter');
};
const canvasSize = () =>
  page
    .locator('.canvas canvas')
    .first()
    .evaluate(({ clientWidth, clientHeight }) => ({
      width: clientWidth,
      height: clientHeight,
    }));

describe('the panel on a narrow screen', () => {
  it('is folded until something is selected, and says what it is about', async () => {
    await open();
    expect(await isUnfolded()).toBe(false);
    expect(await fold().textContent()).toBe('What these papers say');
    await find('sims');
    expect(await isUnfolded()).toBe(true);
    expect(await fold().textContent()).toBe('SimSD');
    await page.keyboard.press('Escape');
    expect(await isUnfolded()).toBe(false);
  });

  it('folds and unfolds by keyboard, and the canvas takes what is free', async () => {
    await open('#/node/simsd');
    const { height } = await canvasSize();
    await page.locator('.panel h1').focus();
    await fold().focus();
    await page.keyboard.press('Enter');
    expect(await isUnfolded()).toBe(false);
    await page.waitForFunction(
      (before) => (document.querySelector('.canvas canvas')?.clientHeight ?? 0) > before + 300,
      height,
    );
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('panel-fold');
    await page.keyboard.press('Space');
    expect(await isUnfolded()).toBe(true);
  });

  it('stays as the reader left it while one goes from node to node', async () => {
    await open('#/node/simsd');
    await fold().click();
    await page.focus('.canvas');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await title()).not.toBe('SimSD');
    expect(await isUnfolded()).toBe(false);
    expect(await fold().textContent()).toBe(await title());
  });

  it('unfolds for what is selected beside the graph', async () => {
    await open('#/?view=matrix');
    expect(await isUnfolded()).toBe(false);
    await page.click('.matrix-value');
    expect(await isUnfolded()).toBe(true);
    expect(await title()).toBe('31.6 %');
  });

  it('has the screen for itself where that is low', async () => {
    await open('#/node/simsd', { viewport: { width: 844, height: 390 }, hasTouch: true });
    const box = await page.locator('.panel').boundingBox();
    expect(box?.height).toBeGreaterThan(240);
    await fold().click();
    await page.waitForFunction(
      () => (document.querySelector('.canvas canvas')?.clientHeight ?? 0) > 240,
    );
  });
});

describe('the panel on a wide screen', () => {
  it('folds away, and comes back to who searches', async () => {
    await open('', {});
    const { width } = await canvasSize();
    expect(await isUnfolded()).toBe(true);
    await fold().click();
    expect(await isUnfolded()).toBe(false);
    await page.waitForFunction(
      (before) => (document.querySelector('.canvas canvas')?.clientWidth ?? 0) === before + 380,
      width,
    );
    await find('sims');
    expect(await isUnfolded()).toBe(true);
  });
});

describe.each([
  ['a phone', PHONE],
  ['a tablet', TABLET],
])('the page on %s', (_name, options) => {
  it.each(PLACES)('has no part that is cut off or too small for a finger at %s', async (place) => {
    await open(place, options);
    if (!(await isUnfolded())) await fold().click();
    await page.waitForSelector('.abstract:not(:has(mark))', { state: 'detached' });
    const overflow = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.panel, .view-page, .bar')]
        .filter((part) => part.scrollWidth > part.clientWidth)
        .map((part) => part.className),
    );
    expect(overflow).toEqual([]);
    const small = await page
      .locator('button:visible, select:visible, summary:visible, input:visible, a.go:visible')
      .evaluateAll((parts) =>
        parts
          .map((part) => ({ part, box: part.getBoundingClientRect() }))
          .filter(({ part, box }) => !part.closest('p, blockquote') && box.height < 39.5)
          .map(({ part, box }) => `${part.className} ${part.textContent} ${box.height}`),
      );
    expect(small).toEqual([]);
  });
});

describe('the bar on a phone', () => {
  it('shows its tools when they are asked for', async () => {
    await open();
    const share = page.getByRole('button', { name: 'Share' });
    expect(await share.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await share.click();
    await page.waitForSelector('.menu-line:has-text("GraphML")');
    expect(await share.isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.keyboard.press('Escape');
    expect(await share.isVisible()).toBe(false);
  });

  it('lists what it finds over everything else on a narrow screen', async () => {
    await open();
    await page.keyboard.press('/');
    await page.keyboard.type('s');
    await page.waitForSelector('.hit');
    const box = await page.locator('.view-button').nth(2).boundingBox();
    const [x, y] = [(box?.x ?? 0) + 16, (box?.y ?? 0) + 16];
    const isList = await page.evaluate(
      ([x, y]) => document.elementFromPoint(x, y)?.closest('.hits') !== null,
      [x, y] as const,
    );
    expect(isList).toBe(true);
  });

  it('lets nothing stand beside the button that closes a page', async () => {
    await open('#/node/simsd');
    await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, 200));
    const widths = await page
      .locator('.panel')
      .evaluate((panel) => [panel.clientWidth, panel.querySelector('.panel-bar')?.clientWidth]);
    expect(widths[1]).toBe(widths[0]);
  });

  it('puts the filters away on a narrow screen by Escape, and by a tap on the canvas', async () => {
    await open('#/node/simsd');
    const isOpen = () => page.getAttribute('.rail-toggle', 'aria-expanded');
    await page.click('.rail-toggle');
    await page.waitForSelector('.rail', { state: 'visible' });
    await page.focus('.legend-switch');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.rail', { state: 'hidden' });
    expect(await isOpen()).toBe('false');
    expect(await title()).toBe('SimSD');
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Filters');
    await page.click('.rail-toggle');
    await page.waitForSelector('.rail', { state: 'visible' });
    await page.touchscreen.tap(360, 140);
    await page.waitForSelector('.rail', { state: 'hidden' });
    expect(await isOpen()).toBe('false');
  });
});
