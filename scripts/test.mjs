import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { provideBrowser } from './browser.mjs';
import { run, runNpm } from './run.mjs';
import { SetUpError, setUp } from './set-up.mjs';
import { countTests, sum } from './tally.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

try {
  await setUp('.', console.log);
  const env = { CHROME_PATH: await provideBrowser(console.log) };
  process.exitCode = await test(process.argv.slice(2), env);
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/**
 * Runs all checks and tests, or vitest alone with the given arguments; the last line sums up.
 *
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<number>}
 */
async function test(args, env) {
  const vitest = (/** @type {string[]} */ ...more) =>
    run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...more], env);
  /** @type {((reporters: readonly string[]) => Promise<number>)[]} */
  const runs =
    args.length > 0
      ? [(reporters) => vitest(...reporters, ...args)]
      : [
          // The unit tests are the last command of `check`, and it hands its arguments on to them.
          (reporters) => runNpm(['run', '--silent', 'check', '--', ...reporters], env),
          // One by one: each of them must have tests.
          (reporters) => vitest('--project', 'slow', ...reporters),
          (reporters) => vitest('--project', 'neo4j', ...reporters),
          (reporters) => vitest('--project', 'browser', ...reporters),
        ];
  const tallies = [];
  for (const runTests of runs) tallies.push(await counted(runTests));
  const tally = sum(tallies);
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 ? 0 : 1;
}

/**
 * @param {(reporters: readonly string[]) => Promise<number>} runTests
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
async function counted(runTests) {
  const folder = mkdtempSync(join(tmpdir(), 'sotagraph-'));
  const file = join(folder, 'tests.json');
  const code = await runTests([
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const tally = countTests(code, existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  rmSync(folder, { recursive: true });
  return tally;
}
