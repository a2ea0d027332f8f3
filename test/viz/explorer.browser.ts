import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { HOSTILE, smallLibrary } from './small-library.ts';
import { useExplorer } from './use-explorer.ts';

const explorer = useExplorer();
let page: Page;

async function open(hash = '', options: BrowserContextOptions = {}): Promise<void> {
  ({ page } = await explorer.open(hash, options));
  await page.waitForSelector('.canvas canvas');
}

const title = () => page.textContent('.panel h1');
const search = async (words: string) => {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.waitForSelector('.hit');
};
const find = async (words: string) => {
  await search(words);
  await page.keyboard.press('Enter');
};

/** How many different colours the canvas shows. */
async function colors(): Promise<number> {
  const picture = await page.locator('.canvas').screenshot();
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
    return new Set(new Uint32Array(Uint8ClampedArray.from(data).buffer)).size;
  }, picture.toString('base64'));
}

/** Where a node is drawn, in pixels of the page. */
async function pointOf(key: string): Promise<{ x: number; y: number }> {
  const canvas = page.locator('.canvas');
  const box = await canvas.boundingBox();
  const [left = 0, top = 0] = String(await canvas.getAttribute('data-origin'))
    .split(',')
    .map(Number);
  const unit = Number(await canvas.getAttribute('data-unit'));
  const [x, y] = smallLibrary().positions[key] ?? [0, 0];
  return { x: (box?.x ?? 0) + left + x * unit, y: (box?.y ?? 0) + top - y * unit };
}

describe('the explorer', () => {
  it('draws the graph and tells what is in it', async () => {
    await open();
    expect(await title()).toBe('What these papers say');
    expect(await page.textContent('.panel .facts')).toContain('3 papers · 6 entities · 1 reported');
    expect(await colors()).toBeGreaterThan(20);
  });

  it('finds as one types and opens with Enter', async () => {
    await open();
    await find('sims');
    expect(await title()).toBe('SimSD');
    expect(page.url()).toMatch(/#\/node\/simsd$/);
    expect(await page.textContent('.panel .facts')).toContain('in 3 papers');
    await page.keyboard.press('Escape');
    expect(await title()).toBe('What these papers say');
  });

  it('chooses with the arrows', async () => {
    await open();
    await search('s');
    const second = await page.textContent('#hits-1 .node-name');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await title()).toBe(second);
  });

  it('leaves the keys to an input method while one composes', async () => {
    await open();
    await search('s');
    await page.evaluate(() => {
      for (const key of ['ArrowDown', 'Enter', 'Escape']) {
        const options = { key, bubbles: true, cancelable: true, isComposing: true };
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', options));
      }
    });
    expect(await page.inputValue('.search input')).toBe('s');
    expect(await page.getAttribute('#hits-0', 'aria-selected')).toBe('true');
    expect(await title()).toBe('What these papers say');
  });

  it('opens the node that its address names, and goes back', async () => {
    await open('#/node/math-500');
    expect(await title()).toBe('MATH-500');
    await find('EAGLE');
    expect(await title()).toBe('EAGLE-3');
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'MATH-500');
  });

  it('unfolds a relation to its sentence with the ends marked', async () => {
    await open('#/node/simsd');
    await page.click('.line summary:has-text("EAGLE-3")');
    await page.waitForSelector('.evidence mark');
    expect(await page.textContent('.evidence .quote')).toBe(
      'We propose SimSD, which decodes faster than EAGLE-3.',
    );
    expect(await page.locator('.evidence mark').allTextContents()).toEqual(['SimSD', 'EAGLE-3']);
    expect(await page.getAttribute('.out-link', 'href')).toBe('https://arxiv.org/abs/2601.00001');
  });

  it('underlines no number in the sentence of a relation', async () => {
    await open('#/node/simsd');
    await page.click('.line summary:has-text("MATH-500")');
    await page.waitForSelector('.evidence mark');
    const quote = page.locator('.evidence', { hasText: '31.6%' });
    expect(await quote.locator('mark').allTextContents()).toEqual(['MATH-500']);
  });

  it('shows a number with its sentence, without LaTeX', async () => {
    await open('#/node/simsd');
    expect(await page.textContent('.numbers .figure')).toBe('31.6 %');
    await page.click('.value-button');
    await page.waitForSelector('.numbers mark[data-type="Result"]');
    expect(await page.textContent('.numbers .quote')).toBe(
      'On MATH-500 it reaches 31.6% accuracy.',
    );
    expect(await page.locator('.numbers mark[data-type="Result"]').allTextContents()).toEqual([
      '31.6%',
    ]);
  });

  it('underlines a number on its own page', async () => {
    await open('#/node/simsd');
    await page.click('.value-button');
    await page.click('.numbers mark[data-type="Result"] a');
    expect(await title()).toBe('31.6 %');
    await page.waitForSelector('.evidence mark');
    expect(await page.locator('.evidence mark').allTextContents()).toEqual([
      'MATH-500',
      '31.6%',
      'accuracy',
    ]);
  });

  it('shows a paper with every mention marked', async () => {
    await open('#/node/paper%3A2601.00001');
    await page.waitForSelector('.abstract mark');
    expect(await page.locator('.abstract mark').allTextContents()).toEqual([
      'SimSD',
      'SimSD',
      'EAGLE-3',
      'MATH-500',
      '31.6%',
      'accuracy',
    ]);
    await page.click('.abstract mark:has-text("EAGLE-3")');
    expect(await title()).toBe('EAGLE-3');
  });

  it('takes a hostile name for text everywhere', async () => {
    await open();
    await search('onerror');
    expect(await page.textContent('#hits-0 .node-name')).toBe(HOSTILE);
    await page.keyboard.press('Enter');
    expect(await title()).toBe(HOSTILE);
    await page.click('.line summary');
    await page.waitForSelector('.evidence mark');
    await page.click('.evidence .paper-link');
    await page.waitForSelector('.abstract mark');
    expect(await page.textContent('.abstract')).toContain(HOSTILE);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe('Sotagraph');
  });

  it('says that a document is missing and goes on', async () => {
    await open('#/node/paper%3Alost');
    await page.waitForSelector('.abstract .failed');
    expect(await page.textContent('.abstract [role=alert]')).toBe(
      'The text of lost is not in this library.',
    );
    explorer.forgive('404');
    await find('sims');
    expect(await title()).toBe('SimSD');
  });

  it('selects what is clicked and clears on the empty canvas', async () => {
    await open();
    const { x, y } = await pointOf('math-500');
    await page.mouse.move(x - 1, y);
    await page.mouse.move(x, y);
    await page.waitForSelector('.canvas[data-focus="math-500"]');
    await page.mouse.click(x, y);
    expect(await title()).toBe('MATH-500');
    // Two clicks in quick succession would be a double click, wherever they are.
    await page.waitForTimeout(400);
    const box = await page.locator('.canvas').boundingBox();
    await page.mouse.click((box?.x ?? 0) + 6, (box?.y ?? 0) + 6);
    await page.waitForFunction(
      () => document.querySelector('h1')?.textContent === 'What these papers say',
    );
  });

  it('comes to the same picture by fading as at once', async () => {
    const pictures: string[] = [];
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      if (pictures.length > 0) await page.context().close();
      await open('', { reducedMotion });
      const { x, y } = await pointOf('math-500');
      await page.mouse.move(x - 1, y);
      await page.mouse.move(x, y);
      await page.waitForSelector('.canvas[data-focus="math-500"]');
      await page.waitForTimeout(1000);
      const picture = await page.locator('.canvas').screenshot();
      pictures.push(picture.toString('base64'));
    }
    expect(pictures[1] === pictures[0]).toBe(true);
  });

  it('hides a type from its legend and says what is left', async () => {
    await open();
    expect(await page.textContent('.shown p')).toBe('6 nodes');
    await page.click('.legend-switch:has-text("Methods")');
    expect(await page.textContent('.shown p')).toBe('4 nodes');
    expect(await page.getAttribute('.legend-switch:has-text("Methods")', 'aria-pressed')).toBe(
      'false',
    );
    await page.click('.legend-switch:has-text("Papers")');
    expect(await page.textContent('.shown p')).toBe('7 nodes');
    await page.click('text=Show all types');
    expect(await page.textContent('.shown p')).toBe('9 nodes');
  });

  it.each(['light', 'dark'] as const)(
    'follows a %s system until it is told otherwise',
    async (scheme) => {
      await open('', { colorScheme: scheme });
      const theme = () => page.getAttribute('html', 'data-theme');
      expect(await theme()).toBe(scheme);
      await page.click('.theme');
      expect(await theme()).toBe(scheme === 'light' ? 'dark' : 'light');
      expect(await colors()).toBeGreaterThan(20);
    },
  );

  it('remembers the colours that were chosen', async () => {
    await open('', { colorScheme: 'light' });
    await page.click('.theme');
    await page.reload();
    await page.waitForSelector('.canvas canvas');
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
  });

  it('changes colours where the browser keeps nothing', async () => {
    await open('', { colorScheme: 'light' });
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    });
    await page.reload();
    await page.waitForSelector('.canvas canvas');
    await page.click('.theme');
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
  });

  it.each([1280, 1100, 1024, 960, 850, 768, 720, 701])(
    'has room for the whole of its bar at a width of %d',
    async (width) => {
      await open('', { viewport: { width, height: 800 } });
      const cut = await page
        .locator('.bar :is(button, input, .wordmark):visible')
        .evaluateAll((parts) =>
          parts
            .filter((part) => {
              const { right, bottom } = part.getBoundingClientRect();
              const bar = part.closest('.bar')?.getBoundingClientRect();
              const isOut = right > innerWidth || bottom > (bar?.bottom ?? 0);
              return isOut || part.scrollWidth > part.clientWidth;
            })
            .map((part) => part.textContent || part.ariaLabel),
        );
      expect(cut).toEqual([]);
    },
  );

  it('says what happened where the graph cannot be loaded', async () => {
    await open();
    await page.route('**/graph.json', (route) => route.fulfill({ status: 500, body: '{}' }));
    await page.reload();
    await page.waitForSelector('[role=alert]');
    expect(await page.textContent('[role=alert]')).toContain('the server said 500');
    expect(await page.isVisible('text=Try again')).toBe(true);
    explorer.forgive('500');
  });
});
