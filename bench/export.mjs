// How fast each format is written, and how much memory it takes beyond the graph:
// `npm run bench:export -- [LIBRARY | PAPERS] [FORMATS...]`.
// A number makes a synthetic library of so many papers (20,000 without one): each names twelve things, five of them
// shared, relates some, and reports two numbers. Each format is a process of its own. It is written twice: once against
// the clock, to a file, then with the heap swept after every MB, so that what is counted is what is held, not what waits for
// the collector. `adjacency-matrix` is written for the entities that eight papers or more name.
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filterGraph } from '../dist/graph/filter/filter-graph.js';
import { readKnowledgeGraph } from '../dist/graph/knowledge-graph.js';
import { EXPORT_FORMATS } from '../dist/src/commands/export-formats.js';
import { writePieces } from '../dist/src/commands/output.js';
import { openDocuments } from '../dist/src/library/open-documents.js';
import { readGraph } from '../dist/src/library/read-library.js';

const DEFAULT_PAPERS = '20000';
const MB = 1e6;
/** Characters between two sweeps of the heap. */
const SWEEP = MB;

const [source = DEFAULT_PAPERS, ...wanted] = process.argv.slice(2);
if (typeof globalThis.gc === 'function') {
  console.log(JSON.stringify(await measure(source, wanted[0] ?? 'json')));
} else {
  for (const format of wanted.length > 0 ? wanted : Object.keys(EXPORT_FORMATS)) {
    report(source, format);
  }
}

/**
 * @param {string} source
 * @param {string} format
 */
function report(source, format) {
  const script = fileURLToPath(import.meta.url);
  const flags = ['--expose-gc', '--max-old-space-size=12000'];
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, script, source, format], {
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  const { nodes, edges, bytes, seconds, graph, held } = JSON.parse(stdout);
  const speed = bytes / MB / seconds;
  console.log(
    `${format.padEnd(16)} ${nodes} nodes, ${edges} edges: ${(bytes / MB).toFixed(1)} MB in ${seconds.toFixed(2)} s, ${speed.toFixed(1)} MB/s; ${(held / MB).toFixed(1)} MB beyond the ${(graph / MB).toFixed(0)} MB of graph and texts`,
  );
}

/**
 * @param {string} source a folder, or how many papers
 * @param {string} name of the format
 */
async function measure(source, name) {
  const format = EXPORT_FORMATS[name];
  if (!format) throw new Error(`there is no format ${name}: ${Object.keys(EXPORT_FORMATS)}`);
  const isNumber = /^\d+$/.test(source);
  const made = isNumber ? synthesize(Number(source)) : undefined;
  const whole = made?.graph ?? (await readGraph(source));
  const documents = made?.documents ?? (await openDocuments(source));
  const part = {
    minPapers: 8,
    types: ['Method', 'Model', 'Benchmark', 'Dataset', 'Metric', 'Task'],
  };
  const { graph } = name === 'adjacency-matrix' ? filterGraph(whole, part) : { graph: whole };
  const options = { documents, whole };
  const files = () =>
    format.toFiles?.(graph, options, 'bench') ?? [
      { name, pieces: format.toFile(graph, options, 'bench') },
    ];
  const folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
  try {
    const started = performance.now();
    let bytes = 0;
    for (const { name: file, pieces } of files()) {
      const path = join(folder, file);
      const stream = createWriteStream(path);
      await writePieces(stream, pieces, { signal: new AbortController().signal });
      await new Promise((resolve) => stream.end(resolve));
      bytes += (await stat(path)).size;
    }
    const seconds = (performance.now() - started) / 1000;
    const before = heldNow();
    const held = Math.max(0, peak(files()) - before);
    return { nodes: graph.order, edges: graph.size, bytes, seconds, graph: before, held };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The most that is held while all pieces pass by. */
function peak(files) {
  let most = 0;
  let since = 0;
  for (const { pieces } of files) {
    for (const piece of pieces) {
      since += piece.length;
      if (since < SWEEP) continue;
      since = 0;
      most = Math.max(most, heldNow());
    }
    most = Math.max(most, heldNow());
  }
  return most;
}

function heldNow() {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/**
 * @param {number} count of papers
 */
function synthesize(count) {
  const types = ['Method', 'Model', 'Benchmark', 'Dataset', 'Metric', 'Task'];
  const random = mulberry32(1);
  const shared = Math.max(12, Math.round(Math.sqrt(count) * 10));
  /** @type {Map<string, any>} */
  const entities = new Map();
  const nodes = [];
  const edges = [];
  const documents = new Map();
  for (let index = 0; index < count; index++) {
    const id = `26${String(1 + (index % 12)).padStart(2, '0')}.${String(index).padStart(5, '0')}`;
    const date = `2026-${String(1 + (index % 12)).padStart(2, '0')}-01`;
    const names = new Set();
    for (let own = 0; own < 7; own++) names.add(`thing-${index}-${own}`);
    // Few are named often, most seldom.
    for (let common = 0; common < 5; common++) {
      names.add(`common-${Math.floor(shared * random() ** 3)}`);
    }
    const words = [...names];
    const text = `${words.map((word) => `We study ${word} at length and in depth.`).join(' ')} It reaches 31.6 and 42.5 percent.`;
    documents.set(id, { id, text, date });
    const paper = `paper:${id}`;
    nodes.push({ schema: 1, key: paper, type: 'Paper', name: `On ${words[0]}`, id, date });
    const claim = (from, type, to, word) => {
      const start = text.indexOf(word);
      const place = { field: 'text', start, end: start + word.length };
      const base = { schema: 1, source: from, type, target: to, paper: id, ...place };
      edges.push({ ...base, by: 'model', confidence: 0.9 });
    };
    for (const word of words) {
      const known = entities.get(word);
      if (known) known.papers++;
      else {
        const type = types[entities.size % types.length];
        const node = { schema: 1, key: word, type, name: word, aliases: [], papers: 1 };
        entities.set(word, {
          ...node,
          firstSeen: date,
          votes: { [type]: 1 },
          classTerm: false,
          statistics: [],
        });
      }
      claim(paper, 'MENTIONS', word, word);
    }
    for (let at = 0; at < 6; at++)
      claim(words[at], 'BUILDS_ON', words[words.length - 1 - at], words[at]);
    for (const number of ['31.6', '42.5']) {
      const key = `result:${id}#${text.indexOf(number)}`;
      const measured = {
        value: Number(number),
        unit: '%',
        kind: 'absolute',
        qualifier: null,
        direction: null,
      };
      nodes.push({ schema: 1, key, type: 'Result', name: `${number} %`, paper: id, ...measured });
      claim(key, 'REPORTED_IN', paper, number);
      claim(key, 'OF', words[0], number);
      claim(key, 'ON', words[words.length - 1], number);
    }
  }
  return { graph: readKnowledgeGraph([...nodes, ...entities.values()], edges), documents };
}

/**
 * Numbers from 0 to 1, the same each time. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 *
 * @param {number} seed
 */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
