// How fast abstracts are read, and in how much memory: `npm run bench:extract [-- FILE]`.
// Each figure is of a process of its own, so that peak memory is that of one run.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readCorpus } from '../dist/src/corpus/read-corpus.js';
import { extractAll } from '../dist/src/runtime/extract-all.js';
import { openReader } from '../dist/src/runtime/open-reader.js';

const [input = fileURLToPath(new URL('abstracts.jsonl', import.meta.url)), threads] =
  process.argv.slice(2);
const RUNS = 3;

if (threads) console.log(JSON.stringify(await measure(input, Number(threads))));
else compare(input);

/** @param {string} path */
function compare(path) {
  /** @type {Map<number, { rate: number, memory: number }>} */
  const best = new Map();
  for (const count of [1, 2]) {
    for (let run = 0; run < RUNS; run++) {
      const script = fileURLToPath(import.meta.url);
      const { stdout, stderr } = spawnSync(process.execPath, [script, path, String(count)], {
        encoding: 'utf8',
      });
      if (!stdout) throw new Error(stderr);
      const { documents, seconds, memory, runtime } = JSON.parse(stdout);
      const rate = documents / seconds;
      const text = `${rate.toFixed(1)} abstracts a second, ${((1000 * count) / rate).toFixed(0)} ms each on a core`;
      console.log(
        `${count} thread(s): ${documents} abstracts in ${seconds.toFixed(2)} s, ${text}, ${memory.toFixed(0)} MB at most, ${runtime}`,
      );
      if (rate > (best.get(count)?.rate ?? 0)) best.set(count, { rate, memory });
    }
  }
  const [one, two] = [best.get(1), best.get(2)];
  if (one && two)
    console.log(
      `two threads against one: ${(two.rate / one.rate).toFixed(2)} times as fast, ${(two.memory / one.memory).toFixed(2)} times the memory`,
    );
}

/**
 * The model's loading is left out of the time and counted in the memory.
 * @param {string} path
 * @param {number} count
 */
async function measure(path, count) {
  const documents = [];
  for await (const item of readCorpus([path])) {
    if ('document' in item) documents.push(item.document);
  }
  const reader = await openReader(count);
  const warmUp = documents.slice(0, count);
  await Promise.all(warmUp.map((document) => reader.read(document)));
  const started = performance.now();
  let read = 0;
  for await (const _ of extractAll(documents, reader, 'bench')) read += 1;
  const seconds = (performance.now() - started) / 1000;
  await reader[Symbol.asyncDispose]();
  const memory = process.resourceUsage().maxRSS / 1000;
  return { documents: read, seconds, memory, runtime: reader.runtime };
}
