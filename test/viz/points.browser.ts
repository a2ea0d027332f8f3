import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../viz/address.ts';
import { useExplorer } from './use-explorer.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const explorer = useExplorer();
let page: Page;

async function open(hash = '', options: BrowserContextOptions = {}): Promise<void> {
  ({ page } = await explorer.open(hash, options));
  await page.waitForSelector('.canvas canvas');
}

const title = () => page.textContent('.panel h1');
const shown = () => page.textContent('.shown p');
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const view = (name: string) => page.click(`.view-button:has-text("${name}")`);

/** What axe-core finds wrong, as `rule: element`. */
async function violations(): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>('axe.run(document)');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}

describe('narrowing', () => {
  it('shows the field grow month by month', async () => {
    await open();
    expect(await page.textContent('.month-words')).toBe('Jan 2026 – Feb 2026 · 2 papers');
    await page.getByLabel('Last month').press('ArrowLeft');
    expect(await page.textContent('.month-words')).toBe('Jan 2026 · 1 paper');
    expect(await shown()).toBe('4 nodes');
    await press('Clear filters');
    expect(await shown()).toBe('6 nodes');
  });

  it('shows only what is connected, as far as it is told', async () => {
    await open('#/node/accuracy');
    await press('Only what is connected');
    expect(await shown()).toBe('1 node');
    await page.click('.filter-chip button');
    await page.keyboard.press('/');
    await page.keyboard.type('onerror');
    await page.keyboard.press('Enter');
    await press('Only what is connected');
    expect(await shown()).toBe('2 nodes');
    await page.getByLabel('How many relations away').selectOption('2');
    expect(await shown()).toBe('4 nodes');
  });

  it('says that nothing fits, and what to do', async () => {
    await open();
    for (const type of ['Methods', 'Models', 'Benchmarks', 'Datasets', 'Metrics', 'Tasks']) {
      await page.click(`.legend-switch:has-text("${type}")`);
    }
    expect(await shown()).toBe('Nothing fits the filters.');
    await page.click('.shown button:has-text("Clear filters")');
    expect(await shown()).toBe('6 nodes');
  });
});

describe('walking', () => {
  it('finds the way between two nodes with its sentences, and the next one', async () => {
    await open('#/node/hostile');
    await press('Path to…');
    await page.getByLabel('Path to…').fill('EAGLE');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.page-head .facts')).toBe('The shortest way: 2 steps.');
    await page.waitForSelector('.step .evidence mark');
    expect(await page.locator('.step .relation-words').allTextContents()).toEqual([
      'builds on',
      'outperforms',
      'builds on',
    ]);
    // Each on the way once: where one step ends the next begins.
    expect(await page.locator('.step > .node-link').count()).toBe(3);
    expect(await page.getAttribute('.canvas', 'data-focus')).toBe('hostile eagle-3');
    expect(await page.getByRole('button', { name: 'Next way' }).isDisabled()).toBe(true);
    // One of the papers has no document, which the browser says as well.
    explorer.forgive('404');
  });

  it('goes back and forward through all steps, and undoes what was hidden', async () => {
    await open('#/node/simsd');
    await press('Hide');
    expect(await shown()).toBe('5 nodes');
    await page.keyboard.press('Control+z');
    expect(await shown()).toBe('6 nodes');
    expect(await title()).toBe('SimSD');
    await press('Forward (Ctrl+Shift+Z)');
    expect(await shown()).toBe('5 nodes');
  });

  it('pins and keeps', async () => {
    await open('#/node/llm');
    await press('Pin');
    await page.keyboard.press('Escape');
    await page.click('.legend-switch:has-text("Models")');
    expect(await page.textContent('.hand-line:has-text("pinned")')).toContain('1 pinned');
    expect(await shown()).toBe('4 nodes');
  });

  it('walks over the canvas by keyboard', async () => {
    await open();
    await page.focus('.canvas');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('.canvas[data-focus]:not([data-focus=""])');
    const key = await page.getAttribute('.canvas', 'data-focus');
    await page.keyboard.press('Enter');
    expect(page.url()).toContain(`node/${key}`);
  });
});

describe('the keys of what is selected', () => {
  it('pin, keep what is next to it, and hide it, wherever the focus is', async () => {
    await open('#/node/simsd');
    await page.locator('.panel h1').focus();
    await page.keyboard.press('p');
    expect(
      await page.getByRole('button', { name: 'Pin', exact: true }).getAttribute('aria-pressed'),
    ).toBe('true');
    await page.keyboard.press('e');
    expect(await page.textContent('.hand-line:has-text("shown by you")')).toContain(
      '4 shown by you',
    );
    await page.keyboard.press('h');
    expect(await shown()).toBe('5 nodes');
    expect(await title()).toBe('What these papers say');
  });

  it('are letters in a field, and nothing beside an open menu', async () => {
    await open('#/node/simsd');
    await page.keyboard.press('/');
    await page.keyboard.type('hep');
    expect(await page.inputValue('.bar input')).toBe('hep');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await press('Share');
    await page.keyboard.press('h');
    expect(await title()).toBe('SimSD');
  });
});

describe('looking', () => {
  it('looks anew where most of what lay in rings is left out', async () => {
    await open('#/node/hostile?layout=rings,hostile&at=0.5,0.5,0.04');
    await press('Only what is connected');
    expect(await shown()).toBe('2 nodes');
    await page.waitForTimeout(400);
    const { camera } = readAddress(new URL(page.url()).hash);
    expect(camera?.ratio ?? 1).toBeGreaterThan(0.3);
  });

  it('draws a node with what is around it in rings, and goes back', async () => {
    await open('#/node/simsd');
    await press('Draw around it');
    await page.keyboard.press('Escape');
    // In the middle of the rings is what they were drawn around.
    const canvas = page.locator('.canvas');
    const box = await canvas.boundingBox();
    const [left = 0, top = 0] = String(await canvas.getAttribute('data-origin'))
      .split(',')
      .map(Number);
    const [x, y] = [(box?.x ?? 0) + left, (box?.y ?? 0) + top];
    await page.mouse.move(x - 1, y);
    await page.mouse.move(x, y);
    await page.waitForSelector('.canvas[data-focus="simsd"]');
    await press('Back to the library’s layout');
    expect(await page.getByRole('button', { name: 'Back to the library’s layout' }).count()).toBe(
      0,
    );
  });

  it('lays out anew in a worker, the same way each time', async () => {
    const pictures: Buffer[] = [];
    for (let time = 0; time < 2; time += 1) {
      if (time > 0) await page.context().close();
      await open();
      if (time === 0) pictures.push(await page.locator('.canvas').screenshot());
      await press('Lay out anew');
      await page.getByRole('button', { name: 'Stop the layout' }).waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'Lay out anew' }).waitFor({ state: 'attached' });
      pictures.push(await page.locator('.canvas').screenshot());
    }
    const [library, first, second] = pictures.map((picture) => picture.toString('base64'));
    expect(first === library).toBe(false);
    expect(second === first).toBe(true);
  });
});

describe('reading and comparing', () => {
  it('opens a relation with all its evidence', async () => {
    await open('#/node/simsd');
    await page.click('.line summary:has-text("MATH-500")');
    await page.click('.relation-link:has-text("Everything between the two")');
    expect(await page.textContent('.panel .relation-words')).toBe('is tested on');
    await page.waitForSelector('.evidence mark');
    expect(await page.locator('.evidence').count()).toBe(2);
  });

  it('sorts numbers by any column', async () => {
    await open('#/node/simsd');
    const heading = page.locator('.numbers th', { hasText: 'Value' });
    await heading.locator('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    await heading.locator('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
  });

  it('opens a leaderboard from a benchmark, and goes back to the graph', async () => {
    await open('#/node/math-500');
    await page.click('.actions button:has-text("Leaderboard")');
    expect(await page.textContent('.view-page h1')).toBe('MATH-500');
    expect(await page.textContent('.lane .figure')).toBe('31.6 %');
    await page.click('.lane .value-button');
    await page.waitForSelector('.lane .evidence mark');
    await page.click('.lane .cell-subject a');
    expect(await title()).toBe('SimSD');
    expect(await page.isHidden('.view-page')).toBe(true);
  });

  it('narrows a leaderboard by the filters, says so, and has all of it back', async () => {
    await open('#/?view=leaderboard&board=math-500&months=2026-02..2026-02');
    const note = () => page.textContent('.filter-note span');
    expect(await note()).toBe('None of 1 number here fits the filters.');
    expect(await page.locator('.lane').count()).toBe(0);
    await press('All benchmarks');
    expect(await note()).toBe('None of 1 number here fits the filters.');
    await page.click('.filter-note button');
    expect(await page.textContent('.view-page td.cell-leader')).toBe('SimSD, 31.6 % accuracy');
    expect(await page.locator('.filter-note').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.waitForFunction(() => location.hash === '#/?view=leaderboard');
    await page.click('.board-button');
    await page.click('.legend-switch:has-text("Methods")');
    expect(await page.locator('.lane').count()).toBe(0);
    await page.waitForFunction(() => location.hash.endsWith('&board=math-500&hide=Method'));
  });

  it('says of an empty cell that no abstract says so', async () => {
    await open();
    await view('Matrix');
    expect(await page.textContent('.matrix-value')).toBe('31.6 %');
    await page.click('.column-head');
    expect(await page.textContent('.view-page h1')).toBe('MATH-500');
  });

  it('shows the same as a table', async () => {
    await open();
    await view('Table');
    expect(await page.locator('.table-row').count()).toBe(6);
    await page.click('.sort-button:has-text("Name")');
    expect(await page.textContent('.table-row')).toContain('<img');
    await page.click('.table-row a:has-text("SimSD")');
    expect(await title()).toBe('SimSD');
  });
});

describe('for everyone', () => {
  it.each(['light', 'dark'] as const)('has nothing that axe-core finds in %s', async (scheme) => {
    await open('#/node/simsd', { colorScheme: scheme });
    await page.click('.line summary');
    await page.waitForSelector('.evidence mark');
    await page.click('.rail-fold summary');
    expect(await violations()).toEqual([]);
    for (const name of ['Leaderboard', 'Matrix', 'Table']) {
      await view(name);
      expect(await violations()).toEqual([]);
    }
  });

  it('has nothing that axe-core finds on the overview, a paper, a path and the list of keys', async () => {
    await open();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('?');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.goto(`${explorer.url()}#/node/paper%3A2601.00001`);
    await page.waitForSelector('.abstract mark');
    expect(await violations()).toEqual([]);
    await page.goto(`${explorer.url()}#/node/simsd`);
    await press('Path to…');
    await page.getByLabel('Path to…').fill('eagle');
    expect(await violations()).toEqual([]);
  });

  it.each([360, 420])('fits a screen %d wide, with words as long as German ones', async (width) => {
    await open('#/node/simsd', { viewport: { width, height: 720 } });
    for (const name of ['Graph', 'Leaderboard', 'Matrix', 'Table']) {
      await view(name);
      await page.evaluate(() => {
        for (const label of document.querySelectorAll('button:not(.icon-button), th, h2, option')) {
          if (label.childElementCount === 0) label.append('sverarbeitungsgeschwindigkeit');
        }
      });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([name, overflow]).toEqual([name, 0]);
    }
  });
});
