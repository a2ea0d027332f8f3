import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { SetUpError, setUp } from './set-up.mjs';

/**
 * `npm run demo`: opens the library of the example abstracts, whose facts are ready, so that nothing has to be read.
 * It lies under dist/ and is made anew when the facts or the program have changed.
 */

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const FACTS = 'examples/facts.jsonl.gz';
const LIBRARY = join('dist', 'demo');
const STAMP = join(LIBRARY, '.facts');

try {
  await setUp('.', console.log);
  process.exitCode = await demo(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/**
 * @param {readonly string[]} args of `explore`
 * @returns {Promise<number>}
 */
async function demo(args) {
  const cli = 'dist/src/cli.js';
  const digest = createHash('sha256').update(readFileSync(FACTS)).digest('hex');
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== digest) {
    console.log('Making the library of the examples (once, some seconds)');
    const code = await run(process.execPath, [cli, 'merge', FACTS, '--out', LIBRARY]);
    if (code !== 0) return code;
    mkdirSync(LIBRARY, { recursive: true });
    writeFileSync(STAMP, digest);
  }
  return run(process.execPath, [cli, 'explore', LIBRARY, ...args]);
}
