import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { RunningExplorer } from '../../src/explorer/serve.ts';
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts';
import { serveSmall } from './serve-small.ts';

export interface ExplorerOfTests {
  readonly url: () => string;
  /** Opens a page of its own at a place of the explorer. */
  open(hash: string, options: BrowserContextOptions): Promise<WatchedPage>;
  /** Takes what went wrong in so many words for what the test wants. */
  forgive(words: string): void;
}

/** A browser and a served library for the tests of a file, in whose pages nothing may go wrong. */
export function useExplorer(serve: () => Promise<RunningExplorer> = serveSmall): ExplorerOfTests {
  let browser: Browser;
  let server: RunningExplorer;
  let watched: WatchedPage;
  beforeAll(async () => {
    browser = await openBrowser();
    server = await serve();
  });
  afterEach(async () => {
    await watched.page.context().close();
    expect(watched.faults).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    url: () => server.url,
    async open(hash, options) {
      watched = await openPage(browser, options);
      await watched.page.goto(server.url + hash);
      return watched;
    },
    forgive(words) {
      const left = watched.faults.filter((fault) => !fault.includes(words));
      watched.faults.splice(0, watched.faults.length, ...left);
    },
  };
}
