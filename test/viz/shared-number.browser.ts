import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { writingTo } from '../../src/explorer/writing-to.ts';
import { readDecisions } from '../../src/library/decisions.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import { writeLibrary } from '../../src/library/write-library.ts';
import { find, paper } from '../graph/paper.ts';
import { serveSmall } from './serve-small.ts';
import { useExplorer } from './use-explorer.ts';

const TEXT = 'SimSD has an accuracy and F1 of 97.8% on MATH.';
const about = { number: find(TEXT, '97.8'), subject: 'SimSD', unit: '%' } as const;
const FACTS = paper('a', {
  text: TEXT,
  entities: [
    ['SimSD', 'Method'],
    ['accuracy', 'Metric'],
    ['F1', 'Metric'],
    ['MATH', 'Benchmark'],
  ],
  results: ['accuracy', 'F1'].map((metric) => ({ ...about, metric, benchmark: 'MATH' })),
});

let folder: string | undefined;
const explorer = useExplorer(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
  await writeLibrary(folder, [FACTS]);
  const written = folder;
  const library = openLibrary(written);
  return serveSmall({
    graph: library.explorerData,
    findDocument: library.findDocument,
    decisions: () => readDecisions(written),
    writing: writingTo(written),
  });
});
afterAll(async () => {
  if (folder) await rm(folder, { recursive: true });
});

async function open(hash: string): Promise<Page> {
  const { page } = await explorer.open(hash, {});
  await page.waitForSelector('.canvas canvas');
  return page;
}

describe('a number that is said of two metrics', () => {
  it('is a row of its paper for each, and one mark that tells of both', async () => {
    const page = await open('#/node/paper%3Aa');
    const rows = page.locator('.numbers .table-row');
    expect(await rows.locator('.cell-metric').allTextContents()).toEqual(['accuracy', 'F1']);
    expect(await rows.locator('.figure').allTextContents()).toEqual(['97.8 %', '97.8 %']);
    await page.waitForSelector('.abstract mark');
    const mark = page.locator('.abstract mark[data-type="Result"]');
    expect(await mark.allTextContents()).toEqual(['97.8%']);
    await mark.hover();
    expect(await page.textContent('.abstract-relations')).toBe(
      '97.8 % measures accuracy · 97.8 % is a number of SimSD · 97.8 % is measured on MATH · 97.8 % measures F1',
    );
    await page.hover('.abstract mark:has-text("F1")');
    expect(await page.locator('.abstract mark.related').allTextContents()).toEqual(['F1', '97.8%']);
    await rows.nth(1).locator('.value-button').click();
    await page.waitForSelector('.numbers .opened:not([hidden]) mark[data-type="Result"]');
    expect(await page.locator('.numbers .quote mark').allTextContents()).toEqual([
      'SimSD',
      'F1',
      '97.8%',
      'MATH',
    ]);
  });

  it('leads from one of them to the other', async () => {
    const page = await open('#/node/result%3Aa%2332');
    await page.click('.section:has-text("Also said of") .node-link:has-text("F1")');
    await page.waitForSelector('.slots:has-text("F1")');
    expect(page.url()).toMatch(/result%3Aa%2332\.2$/);
    const also = page.locator('.section', { hasText: 'Also said of' });
    expect(await also.locator('.note').allTextContents()).toEqual(['accuracy']);
    expect(await page.locator('.quote mark[data-type="Result"]').allTextContents()).toEqual([
      '97.8%',
    ]);
  });

  it('is put right for both at once, which is told before', async () => {
    const page = await open('#/node/result%3Aa%2332.2');
    await page.click('.evidence .correct > summary');
    expect(await page.textContent('.evidence .correct .note')).toMatch(/said of several things/);
    await page.click('text="Drop the number"');
    await page.waitForSelector('.notice-title');
    expect(await page.textContent('.notice .note')).toMatch(/^2 things and 8 statements went/);
    await page.click('.notice >> text=Undo');
    await page.waitForSelector('.notice-title:has-text("Taken back")');
    expect(await page.textContent('.notice .note')).toMatch(/^2 things and 8 statements came/);
  });
});
