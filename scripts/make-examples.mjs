import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { chooseAbstracts } from './choose-abstracts.mjs';
import { run } from './run.mjs';
import { SetUpError, setUp } from './set-up.mjs';

/**
 * Makes the files of `npm run demo`.
 *
 *     node scripts/make-examples.mjs [EXPORT.jsonl.gz]
 *
 * With an export of arXiv's metadata it chooses the abstracts anew; without one it keeps those that are there, which is
 * what a new model asks for. Then it reads them. The same export and the same model give the same files.
 */

/** How many abstracts there are at most: a few minutes of reading, and a graph that one can get lost in. */
const MOST = 2_000;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const ABSTRACTS = 'examples/abstracts.jsonl.gz';
const FACTS = 'examples/facts.jsonl.gz';

try {
  await setUp('.', console.log);
  const [path] = process.argv.slice(2);
  if (path) choose(path);
  process.exitCode = await read();
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** @param {string} path */
function choose(path) {
  if (!existsSync(path)) throw new SetUpError(`${path} does not exist: name an export of arXiv.`);
  const abstracts = unzip(path).trim().split('\n').map(parse);
  const chosen = chooseAbstracts(abstracts, MOST);
  zip(ABSTRACTS, chosen.map((abstract) => `${JSON.stringify(abstract)}\n`).join(''));
  console.log(`${ABSTRACTS}  ${chosen.length} of ${abstracts.length} abstracts`);
}

/** @param {string} line */
function parse(line) {
  const { id, title, abstract, date, categories } = JSON.parse(line);
  return { id, title, abstract, date, categories };
}

/** @returns {Promise<number>} the exit code of the reading */
async function read() {
  const beside = join(tmpdir(), `sotagraph-facts-${process.pid}.jsonl`);
  try {
    const code = await run(process.execPath, [
      'dist/src/cli.js',
      'extract',
      ABSTRACTS,
      '--out',
      beside,
    ]);
    if (code !== 0) return code;
    zip(FACTS, readFileSync(beside, 'utf8'));
    return 0;
  } finally {
    rmSync(beside, { force: true });
  }
}

/** @param {string} path */
function unzip(path) {
  const bytes = readFileSync(path);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

/**
 * @param {string} path
 * @param {string} text
 */
function zip(path, text) {
  writeFileSync(path, gzipSync(text, { level: 9 }));
}
