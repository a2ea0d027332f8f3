import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readKnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { layOut } from '../../graph/layout.ts';
import type { EdgeLine, ExplorerData, NodeLine } from '../../graph/schema.ts';
import { serveSmall } from './serve-small.ts';
import { useExplorer } from './use-explorer.ts';

const AROUND = 90;

/** A benchmark on which many methods are tested, and a chain of methods away from it: `m0 <- c0 <- c1 <- ...`. */
function hubLibrary(): ExplorerData {
  const words = { paper: 'p', field: 'text', start: 0, end: 1, by: 'test', confidence: 1 } as const;
  const node = (key: string, type: 'Method' | 'Benchmark', papers: number): NodeLine => ({
    ...{ schema: 2, key, type, name: key, aliases: [], papers },
    ...{ votes: { [type]: papers }, classTerm: false, statistics: [] },
  });
  const nodes: NodeLine[] = [
    { schema: 2, key: 'paper:p', type: 'Paper', name: 'p', id: 'p' },
    node('hub', 'Benchmark', 60),
  ];
  const edges: EdgeLine[] = [];
  const join = (source: string, type: EdgeLine['type'], target: string) =>
    edges.push({ schema: 2, source, type, target, ...words });
  for (let number = 0; number < AROUND; number += 1) {
    nodes.push(node(`m${number}`, 'Method', 1 + (number % 30)));
    join(`m${number}`, 'EVALUATED_ON', 'hub');
  }
  for (let number = 0; number < 6; number += 1) {
    nodes.push(node(`c${number}`, 'Method', 1));
    join(`c${number}`, 'BUILDS_ON', number === 0 ? 'm0' : `c${number - 1}`);
  }
  const { positions } = layOut(readKnowledgeGraph(nodes, edges));
  return { schema: 2, nodes, edges, positions, top: {}, communities: [] };
}

const library = hubLibrary();
const findDocument = async (id: string) => ({ id, title: 'p', text: 'a b' });
const explorer = useExplorer(() => serveSmall({ graph: async () => library, findDocument }));
let page: Page;

async function open(hash: string, viewport = { width: 1280, height: 800 }): Promise<void> {
  ({ page } = await explorer.open(hash, { viewport }));
  await page.waitForSelector('.canvas canvas');
}

/** The nodes that lie on the canvas with so many pixels around them, of those that are asked for. */
async function inView(keys: readonly string[], free = 8): Promise<string[]> {
  // The canvas is drawn anew in the frame after its size has changed.
  await page.waitForTimeout(400);
  const canvas = page.locator('.canvas');
  const box = await canvas.boundingBox();
  const [left = 0, top = 0] = String(await canvas.getAttribute('data-origin'))
    .split(',')
    .map(Number);
  const unit = Number(await canvas.getAttribute('data-unit'));
  return keys.filter((key) => {
    const [x, y] = library.positions[key] ?? [Number.NaN, Number.NaN];
    const place = { x: left + x * unit, y: top - y * unit };
    const isAcross = place.x > free && place.x < (box?.width ?? 0) - free;
    return isAcross && place.y > free && place.y < (box?.height ?? 0) - free;
  });
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const shown = () => page.textContent('.shown p');
const CHAIN = ['hub', 'm0', 'c0', 'c1', 'c2', 'c3', 'c4', 'c5'];

describe.each([
  ['a wide screen', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
])('flying on %s', (_name, viewport) => {
  it('frames a node with its neighbours', async () => {
    await open('#/', viewport);
    await page.keyboard.press('/');
    await page.keyboard.type('c3');
    await page.waitForSelector('.hit');
    await page.keyboard.press('Enter');
    expect(await inView(['c2', 'c3', 'c4'], 24)).toEqual(['c2', 'c3', 'c4']);
  });

  it('frames the whole of a path, and of the address of one', async () => {
    await open('#/path/hub/c5/0', viewport);
    expect(await inView(CHAIN, 24)).toEqual(CHAIN);
    await press('Choose another end');
    for (let zoom = 0; zoom < 4; zoom += 1) await press('Zoom in');
    await page.getByLabel('Path to…').fill('c4');
    await page.waitForSelector('#path-hits-0');
    await page.keyboard.press('Enter');
    expect(await inView(CHAIN.slice(0, -1), 24)).toEqual(CHAIN.slice(0, -1));
  });
});

describe('the neighbours of a hub', () => {
  it('are shown by themselves, so many at a time, until one goes back', async () => {
    await open('#/node/hub');
    expect(await shown()).toBe('97 nodes');
    await press('Show neighbours');
    expect(await shown()).toBe('hub and 40 of 90 around it');
    await press('Show 40 more');
    expect(await shown()).toBe('hub and 80 of 90 around it');
    await page.waitForFunction(() => location.hash.includes('near=hub,1,80&layout=rings,hub'));
    await press('Show 10 more');
    expect(await shown()).toBe('hub and 90 around it');
    await press('Whole graph');
    expect(await shown()).toBe('97 nodes');
    await page.waitForFunction(() => location.hash === '#/node/hub');
  });

  it('come by the key too, and go by the button that brought them', async () => {
    await open('#/node/hub');
    await page.keyboard.press('e');
    expect(await shown()).toBe('hub and 40 of 90 around it');
    const button = page.getByRole('button', { name: 'Show neighbours' });
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.click();
    expect(await shown()).toBe('97 nodes');
  });

  it('stay alone when one of them is selected', async () => {
    await open('#/node/m0?near=hub,1,40&layout=rings,hub');
    expect(await shown()).toMatch(/^hub and 4[01] of 90 around it$/);
  });
});
