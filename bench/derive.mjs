// How long deriving takes, and in how much memory: `npm run bench:derive -- FACTS [PAPERS...]`.
// FACTS are lines that `extract` wrote. Where they hold fewer papers than asked for, synthetic ones fill up: real papers
// under other ids, in which every name that only one paper bears has another spelling, so that shared names stay as
// shared as they are; they share the texts of the real ones, so that the memory is a lower bound. Each size is a process of its own, so that peak memory is that of one run.
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { derive } from '../dist/graph/derive.js';
import { toJsonLines, writeFileWhole } from '../dist/src/library/write-file.js';

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

/**
 * @param {readonly any[]} real
 * @param {number} papers
 */
function fillUp(real, papers) {
  const counts = new Map();
  for (const { entities } of real) {
    for (const { name } of entities) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const facts = [...real];
  while (facts.length < papers) {
    const round = Math.floor(facts.length / real.length);
    facts.push(disguise(real[facts.length % real.length], round, counts));
  }
  return facts;
}

/**
 * @param {any} paper
 * @param {number} round
 * @param {ReadonlyMap<string, number>} counts
 */
function disguise(paper, round, counts) {
  const mark = `q${String.fromCharCode(97 + round)}x`;
  /** @param {string | null} name */
  const other = (name) => (name && counts.get(name) === 1 ? name + mark : name);
  const id = `${paper.id}${mark}`;
  return {
    ...paper,
    id,
    document: { ...paper.document, id },
    entities: paper.entities.map((entity) => ({
      ...entity,
      name: other(entity.name),
      // A long form that stayed would lead all disguises of its acronym back to one.
      aliases: counts.get(entity.name) === 1 ? [] : entity.aliases,
    })),
    relations: paper.relations.map((relation) => ({
      ...relation,
      source: other(relation.source),
      target: other(relation.target),
    })),
    results: paper.results.map((result) => ({
      ...result,
      subject: other(result.subject),
      metric: other(result.metric),
      benchmark: other(result.benchmark),
      baseline: other(result.baseline),
    })),
    statistics: paper.statistics.map((statistic) => ({
      ...statistic,
      entity: other(statistic.entity),
    })),
  };
}
