// How large and how fast the explorer is, and how good its layout: `npm run bench:explore -- [seeds] [NODES...] [layout]`.
// Without arguments: the seeds' library, libraries of 1,000, 10,000 and 50,000 nodes, and the layout of 10,000.
// The libraries are made of the papers in examples/; where these are too few, disguised ones fill up (fill-up.mjs).
// Pages are those of a real Chromium without a screen, which draws with the processor. Each figure is a median with its
// spread; on a busy machine the milliseconds of processor (of the page's main thread) tell more than those of the clock.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { derive } from '../dist/graph/derive.js';
import { toHtmlFile } from '../dist/src/explorer/html-file.js';
import { serveExplorer } from '../dist/src/explorer/serve.js';
import { openLibrary } from '../dist/src/library/open-library.js';
import { EXPLORER_FOLDER } from '../dist/src/runtime/package-root.js';
import {
  countOverlaps,
  layOutDefault,
  layOutOurs,
  neighbourhoodPreservation,
  scaledTo,
} from './explore/layout-quality.mjs';
import { buildSeeds, makeLibrary, papersFor } from './explore/made-library.mjs';
import { openBrowser, sizeOnTheWire, timeFirstPicture, timeUse } from './explore/page-times.mjs';
import { count, judge, judgeTimes, kilobytes, megabytes, say, times } from './explore/report.mjs';

const KB = 1_000;
const MB = 1_000_000;
const RUNS = 3;
const LAID_OUT = 10_000;
/** Where times are held against their goals. */
const JUDGED = '10000';
const GOALS = { script: 150 * KB, html: 1.5 * MB, picture: 3_000, key: 50, filter: 100 };

const asked = process.argv.slice(2);
const wanted = asked.length > 0 ? asked : ['seeds', '1000', JUDGED, '50000', 'layout'];
const busy = () => `load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`;
console.log(`${busy()} before`);
await measureScripts();
for (const what of wanted) {
  if (what === 'layout') await measureLayout();
  else await inFolder((folder) => measureLibrary(what, folder));
}
console.log(`\n${busy()} after`);

async function measureScripts() {
  const files = await readdir(join(EXPLORER_FOLDER, 'assets'));
  for (const file of files.filter((name) => name.endsWith('.js.gz'))) {
    const { length } = await readFile(join(EXPLORER_FOLDER, 'assets', file));
    const isPage = file.startsWith('index-');
    const name = isPage ? 'JavaScript of the page' : 'of what reads an abstract, when asked for';
    const goal = isPage ? judge(length, GOALS.script, kilobytes) : '';
    say(name, `${kilobytes(length)} gzipped${goal}`);
  }
}

/**
 * @param {string} what `seeds`, or how many nodes
 * @param {string} folder
 */
async function measureLibrary(what, folder) {
  const isJudged = what === JUDGED;
  let madeOf = 'the seeds';
  if (what === 'seeds') buildSeeds(folder);
  else madeOf = await makeLibrary(folder, Number(what));
  const library = openLibrary(folder);
  const data = await library.explorerData();
  console.log(`\n${count(data.nodes)} nodes, ${count(data.edges)} edges (${madeOf})`);
  if (what === 'seeds') {
    const contents = { data, documents: await library.documents() };
    const { bytes } = await toHtmlFile(contents, { assets: EXPLORER_FOLDER, limit: Infinity });
    say('as one HTML file', megabytes(bytes) + judge(bytes, GOALS.html, megabytes));
  }
  const server = await serveExplorer({
    graph: library.explorerData,
    findDocument: library.findDocument,
    assets: EXPLORER_FOLDER,
    port: 0,
  });
  const browser = await openBrowser();
  try {
    const bytes = await sizeOnTheWire(new URL('graph.json', server.url).href);
    say('the graph on the wire', `${megabytes(bytes)} compressed`);
    const picture = await timeFirstPicture(browser, server.url, RUNS);
    say('first picture', times(picture) + (isJudged ? judgeTimes(picture, GOALS.picture) : ''));
    const { keys, clicks, heap, shown } = await timeUse(browser, server.url);
    say('a key press in the search', times(keys) + (isJudged ? judgeTimes(keys, GOALS.key) : ''));
    say('a click on a filter, drawn', times(clicks));
    say('heap of the page', megabytes(heap));
    say('it says', shown);
  } finally {
    await browser.close();
    await server.close();
  }
  const { timeFilters } = await importSource('./explore/filter-times.mjs');
  for (const [name, took] of Object.entries(timeFilters(data))) {
    const goal = isJudged ? judgeTimes(took, GOALS.filter) : '';
    say(`filter, not drawn: ${name}`, times(took) + goal);
  }
}

async function measureLayout() {
  const { facts } = await papersFor(LAID_OUT);
  const { graph } = derive(facts);
  console.log(`\nLayout of ${graph.order.toLocaleString('en')} nodes in Node`);
  const ours = layOutOurs(graph);
  const plain = layOutDefault(graph);
  const scaled = scaledTo(plain.positions, ours.positions);
  for (const [name, { positions, seconds, processor }] of Object.entries({
    ours,
    'ForceAtlas2 with its defaults': { ...plain, positions: scaled },
  })) {
    const kept = neighbourhoodPreservation(graph, positions);
    const overlaps = countOverlaps(graph, positions);
    say(
      name,
      `${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor), neighbourhoods kept ${kept.toFixed(3)}, ${overlaps.toLocaleString('en')} overlaps`,
    );
  }
}

/**
 * A module that imports the explorer's sources, which are not compiled file by file.
 * @param {string} path
 */
async function importSource(path) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const file = fileURLToPath(new URL(path, import.meta.url));
  const { module } = await runnerImport(file, { root, configFile: false, logLevel: 'warn' });
  return module;
}

/** @param {(folder: string) => Promise<unknown>} use */
async function inFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), 'sotagraph-bench-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
