import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../../node_modules/.cache/', import.meta.url));

/**
 * A Python that has the libraries that read exports, installed from PyPI once; null where there is none, and it is said
 * why; with `CI=true` that is a failure.
 */
export const findPython = () => unlessMissing("Python's libraries", providePython);

/** The jar of Gephi's own importers, brought from Maven Central once, on the same terms. */
export const findGephi = () => unlessMissing('Gephi', provideGephi);

function unlessMissing(what: string, provide: () => string): string | null {
  try {
    return provide();
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    const why = error instanceof Error ? error.message : error;
    process.stderr.write(`The tests with ${what} are skipped: ${why}\n`);
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

const GEPHI = '0.10.1';

function provideGephi(): string {
  const jar = join(CACHE, `gephi-toolkit-${GEPHI}-all.jar`);
  if (existsSync(jar)) return jar;
  expectRun('there is no Java', 'java', ['-version']);
  const beside = `${jar}.${process.pid}`;
  try {
    expectRun('Maven could not bring it', 'mvn', [
      '-q',
      '-B',
      'dependency:copy',
      `-Dartifact=org.gephi:gephi-toolkit:${GEPHI}:jar:all`,
      `-DoutputDirectory=${beside}`,
    ]);
    renameSync(join(beside, basename(jar)), jar);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return jar;
}

const isWindows = process.platform === 'win32';
const PYTHON = isWindows ? 'python' : 'python3';
const interpreterOf = (folder: string) =>
  join(folder, ...(isWindows ? ['Scripts', 'python.exe'] : ['bin', 'python']));

function expectRun(complaint: string, program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${complaint}: ${error?.message ?? stderr}`);
}
