import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Document, document as documentSchema } from '../../graph/schema.ts';
import type { RunningExplorer } from '../../src/explorer/serve.ts';
import { extract } from '../../src/extract/extract.ts';
import type { Facts } from '../../src/extract/prove.ts';
import { openModel } from '../../src/runtime/open-model.ts';
import { MODEL_FOLDER, WASM_FOLDER } from '../../src/runtime/package-root.ts';
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts';
import { serveSmall } from './serve-small.ts';

const PARITY = new URL('../golden/parity/documents.jsonl', import.meta.url);
/** Some abstracts of several kinds: with LaTeX, with numbers, long and short. */
const DOCUMENTS: Document[] = readFileSync(PARITY, 'utf8')
  .trim()
  .split('\n')
  .slice(0, 5)
  .map((line) => documentSchema.parse(JSON.parse(line)));
const PASTED = 'We propose SimSD, which reaches 31.6% accuracy on MATH-500 with <b>LoRA</b>.';

let browser: Browser;
let server: RunningExplorer;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await openBrowser();
  server = await serveSmall({ reading: { model: MODEL_FOLDER, runtime: WASM_FOLDER } });
  watched = await openPage(browser);
  await watched.page.goto(server.url);
  await watched.page.waitForSelector('.canvas canvas');
  // This server takes no corrections, and the browser tells of the answer that says so.
  watched.faults.length = 0;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What the worker of the page says of documents. */
function readInBrowser(documents: readonly Document[]): Promise<Facts[]> {
  return watched.page.evaluate(
    async ({ documents, base }) => {
      const script = (await (await fetch(document.baseURI)).text()).match(
        /assets\/index-[\w-]+\.js/,
      );
      const code = await (await fetch(String(script))).text();
      const reader = code.match(/assets\/reader-[\w-]+\.js|reader-[\w-]+\.js/);
      const worker = new Worker(`assets/${String(reader).replace('assets/', '')}`, {
        type: 'module',
      });
      const read: Facts[] = [];
      for (const [id, given] of documents.entries()) {
        worker.postMessage({ id, base, document: given });
        const answer = await new Promise<{ facts?: Facts; reason?: string }>((resolve) =>
          worker.addEventListener('message', ({ data }) => resolve(data), { once: true }),
        );
        if (!answer.facts) throw new Error(answer.reason);
        read.push(answer.facts);
      }
      worker.terminate();
      return read;
    },
    { documents, base: server.url },
  );
}

describe('reading an abstract in the browser', () => {
  it('loads neither model nor runtime before it is asked to', () => {
    expect(watched.requests.filter((url) => /model|runtime|reader/.test(url))).toEqual([]);
  });

  it('marks what is pasted and says where it joins the graph', async () => {
    const { page } = watched;
    await page.click('text="Read an abstract"');
    await page.fill('.live-input', PASTED);
    await page.click('text="Read it"');
    await page.waitForSelector('.live-output mark', { timeout: 100_000 });
    const marked = await page.locator('.live-output mark').allTextContents();
    expect(marked).toContain('SimSD');
    expect(marked).toContain('31.6%');
    expect(await page.textContent('.live-output .abstract-text')).toBe(PASTED);
    expect(await page.textContent('.live-output .line:has-text("SimSD")')).toContain('joins');
    await page.click('.live-output .line >> text=SimSD');
    expect(await page.textContent('.panel h1')).toBe('SimSD');
    expect(watched.requests.filter((url) => !url.startsWith(server.url))).toEqual([]);
    expect(watched.faults).toEqual([]);
  });

  it('says what the same runtime says in Node', async () => {
    process.env.SOTAGRAPH_RUNTIME = 'onnxruntime-web';
    await using opened = await openModel();
    delete process.env.SOTAGRAPH_RUNTIME;
    const expected: Facts[] = [];
    for (const given of DOCUMENTS) expected.push(await extract(given, opened.model));
    expect(expected.some(({ entities }) => entities.length > 0)).toBe(true);
    expect(await readInBrowser(DOCUMENTS)).toEqual(expected);
  });
});
