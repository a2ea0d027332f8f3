import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { SetUpError, setUp } from './set-up.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

try {
  await setUp('.', console.log);
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/**
 * Builds the library of the sample corpus and opens it in the explorer.
 *
 * @param {readonly string[]} args of `explore`
 * @returns {Promise<number>}
 */
async function start(args) {
  const cli = 'dist/src/cli.js';
  const built = await run(process.execPath, [cli, 'build', 'seeds', '--out', 'library']);
  return built === 0 ? run(process.execPath, [cli, 'explore', 'library', ...args]) : built;
}
