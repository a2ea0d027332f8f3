import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { derive } from '../../dist/graph/derive.js';
import { writeLibrary } from '../../dist/src/library/write-library.js';
import { fillUp } from '../fill-up.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** As many nodes as asked for, give or take this share. */
const CLOSE_ENOUGH = 0.02;
const MOST_TRIES = 6;

/** Builds the library of the seeds by the command line, as `npm start` does. @param {string} folder */
export function buildSeeds(folder) {
  const args = ['dist/src/cli.js', 'build', 'seeds', '--out', folder];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/**
 * Writes a library of about so many nodes, made of the examples' papers: evenly chosen ones where they are enough, all
 * and disguised ones (fill-up.mjs) beyond.
 * @param {string} folder
 * @param {number} nodes
 * @returns {Promise<string>} what it is made of
 */
export async function makeLibrary(folder, nodes) {
  const { facts, real } = await papersFor(nodes);
  await writeLibrary(folder, facts);
  const disguised = facts.length > real ? `, ${facts.length - real} of them disguised` : '';
  return `${facts.length} papers of the examples${disguised}`;
}

/**
 * The facts of papers that make a graph of about so many nodes.
 * @param {number} nodes
 */
export async function papersFor(nodes) {
  const real = await readExamples();
  let papers = Math.ceil(nodes / 10);
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const facts = papers < real.length ? evenly(real, papers) : fillUp(real, papers);
    const { order } = derive(facts).graph;
    if (Math.abs(order - nodes) < CLOSE_ENOUGH * nodes) return { facts, real: real.length };
    papers = Math.max(1, Math.round((papers * nodes) / order));
  }
  throw new Error(`no number of the examples' papers makes a graph of about ${nodes} nodes`);
}

async function readExamples() {
  const file = createReadStream(new URL('../../examples/facts.jsonl.gz', import.meta.url));
  const papers = [];
  for await (const line of createInterface({ input: file.pipe(createGunzip()) })) {
    papers.push(JSON.parse(line));
  }
  return papers;
}

/** So many of a list, from its beginning to its end. @param {readonly any[]} list @param {number} amount */
const evenly = (list, amount) =>
  Array.from({ length: amount }, (_, at) => list[Math.floor((at * list.length) / amount)]);
