import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../../node_modules/.cache/', import.meta.url));

/**
 * A Python that has the libraries that read exports, installed from PyPI once; null where there is none, and it is said
 * why; with `CI=true` that is a failure.
 */
export function findPython(): string | null {
  try {
    return providePython();
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    process.stderr.write(
      `The tests with Python's libraries are skipped: ${error instanceof Error ? error.message : error}\n`,
    );
    return null;
  }
}

function providePython(): string {
  const hash = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const folder = join(CACHE, `python-${hash}`);
  if (existsSync(folder)) return interpreterOf(folder);
  const beside = `${folder}.${process.pid}`;
  try {
    expectRun('there is no Python 3 with venv', PYTHON, ['-m', 'venv', beside]);
    expectRun('pip could not bring them', interpreterOf(beside), [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--requirement',
      REQUIREMENTS,
    ]);
    renameSync(beside, folder);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return interpreterOf(folder);
}

const isWindows = process.platform === 'win32';
const PYTHON = isWindows ? 'python' : 'python3';
const interpreterOf = (folder: string) =>
  join(folder, ...(isWindows ? ['Scripts', 'python.exe'] : ['bin', 'python']));

function expectRun(complaint: string, program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${complaint}: ${error?.message ?? stderr}`);
}
