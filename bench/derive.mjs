// How long deriving takes, and in how much memory: `npm run bench:derive -- FACTS [PAPERS...]`.
// FACTS are lines that `extract` wrote. Where they hold fewer papers than asked for, disguised ones fill up
// (fill-up.mjs); they share the texts of the real ones, so that the memory is a lower bound. Each size is a process of
// its own, so that peak memory is that of one run.
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { derive } from '../dist/graph/derive.js';
import { toJsonLines, writeFileWhole } from '../dist/src/library/write-file.js';
import { fillUp } from './fill-up.mjs';

const [path, ...sizes] = process.argv.slice(2);
if (!path) throw new Error('name a file of facts: npm run bench:derive -- facts.jsonl');

if (sizes.length === 1) console.log(JSON.stringify(await measure(path, Number(sizes[0]))));
else compare(path, sizes.length > 0 ? sizes : ['10000', '75297']);

/**
 * @param {string} path
 * @param {readonly string[]} sizes
 */
function compare(path, sizes) {
  /** @type {{ papers: number, derived: number } | undefined} */
  let before;
  for (const size of sizes) {
    const script = fileURLToPath(import.meta.url);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=12000', script, path, size],
      { encoding: 'utf8' },
    );
    if (!stdout) throw new Error(stderr);
    const run = JSON.parse(stdout);
    const { papers, real, nodes, edges, derived, cpu, written, memory } = run;
    console.log(
      `${papers} papers (${real} real): ${nodes} nodes and ${edges} edges derived in ${derived.toFixed(1)} s (${cpu.toFixed(1)} s of processor) and written in ${written.toFixed(1)} s, ${memory.toFixed(0)} MB at most`,
    );
    if (before) {
      const [more, longer] = [papers / before.papers, derived / before.derived];
      console.log(`${more.toFixed(2)} times the papers take ${longer.toFixed(2)} times as long`);
    }
    before = run;
  }
}

/**
 * Reading is left out of the time and counted in the memory.
 * @param {string} path
 * @param {number} papers
 */
async function measure(path, papers) {
  const real = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (real.length === papers) break;
    real.push(JSON.parse(line));
  }
  const facts = fillUp(real, papers);
  const folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
  try {
    const used = process.cpuUsage();
    const started = performance.now();
    const { nodes, edges, merges } = derive(facts);
    const derived = performance.now();
    const { user, system } = process.cpuUsage(used);
    const counts = { nodes: 0, edges: 0 };
    const count = function* (kind, lines) {
      for (const line of lines) {
        counts[kind] += 1;
        yield line;
      }
    };
    await writeFileWhole(join(folder, 'nodes.jsonl'), toJsonLines(count('nodes', nodes())));
    await writeFileWhole(join(folder, 'edges.jsonl'), toJsonLines(count('edges', edges())));
    await writeFileWhole(join(folder, 'merges.jsonl'), toJsonLines(merges()));
    return {
      papers: facts.length,
      real: real.length,
      nodes: counts.nodes,
      edges: counts.edges,
      derived: (derived - started) / 1000,
      cpu: (user + system) / 1e6,
      written: (performance.now() - derived) / 1000,
      memory: process.resourceUsage().maxRSS / 1000,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
