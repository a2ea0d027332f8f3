import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import process from 'node:process';
import { run } from './run.mjs';
import { SetUpError } from './set-up.mjs';

/**
 * What looking for a browser asks of the machine.
 *
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} env
 * @property {string} home
 * @property {(path: string) => boolean} exists
 * @property {(command: string, args: readonly string[]) => boolean} succeeds whether the command ends with 0
 */

/** @type {Machine} */
const THIS_MACHINE = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  exists: existsSync,
  succeeds: (command, args) =>
    spawnSync(command, args, { stdio: 'ignore', timeout: 30_000 }).status === 0,
};

/**
 * The path of a browser that runs: `CHROME_PATH`, an installed Chrome or Chromium, or Debian's
 * package, installed now where that is allowed.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<string>}
 */
export async function provideBrowser(say) {
  const found = findBrowser(THIS_MACHINE);
  if (found) return found;
  const prefix = aptPrefix(THIS_MACHINE);
  if (prefix) {
    say('Installing the browser for the tests (the package chromium, once)');
    await installChromium(prefix);
  }
  const installed = findBrowser(THIS_MACHINE);
  if (installed) return installed;
  throw new SetUpError(
    'The tests need Chrome or Chromium. Install one (on Debian and Ubuntu: sudo apt-get install chromium), or set CHROME_PATH to the path of its program, and run this again.',
  );
}

/**
 * The path of an installed browser.
 *
 * @param {Machine} machine
 * @returns {string | undefined}
 */
export function findBrowser(machine) {
  const { env, exists, platform, succeeds } = machine;
  if (env.CHROME_PATH) {
    if (exists(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new SetUpError(
      `CHROME_PATH is ${env.CHROME_PATH}, but there is no such file. Set it to the path of Chrome or Chromium, or unset it.`,
    );
  }
  // Ubuntu's chromium-browser may be a script that only says what to install. On Windows --version opens a window.
  return candidates(machine).find(
    (path) => exists(path) && (platform === 'win32' || succeeds(path, ['--version'])),
  );
}

/**
 * How to call apt-get: `[]` as root, `['sudo', '-n']` with sudo; undefined where it cannot be called.
 *
 * @param {Machine} machine
 * @returns {readonly string[] | undefined}
 */
export function aptPrefix({ platform, succeeds }) {
  if (platform !== 'linux' || !succeeds('apt-get', ['--version'])) return undefined;
  if (succeeds('sh', ['-c', 'test "$(id -u)" = 0'])) return [];
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
}

/** @param {readonly string[]} prefix */
async function installChromium(prefix) {
  const aptGet = (/** @type {string[]} */ ...args) => {
    const call = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    return run(call[0] ?? 'env', call.slice(1));
  };
  // Where the lists cannot be brought up to date, those that are there may do.
  await aptGet('update');
  const code = await aptGet('install', '-y', '--no-install-recommends', 'chromium');
  if (code === 0) return;
  throw new SetUpError(
    `apt-get could not install chromium (exit code ${code}, its own words are above). Install Chrome or Chromium by hand, or set CHROME_PATH to its path, and run this again.`,
  );
}

/**
 * @param {Machine} machine
 * @returns {string[]}
 */
function candidates({ platform, env, home }) {
  switch (platform) {
    case 'win32':
      return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
        folder
          ? [
              win32.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
              win32.join(folder, 'Chromium', 'Application', 'chrome.exe'),
              win32.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
            ]
          : [],
      );
    case 'darwin':
      return ['/Applications', posix.join(home, 'Applications')].flatMap((folder) =>
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
          posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
        ),
      );
    default:
      return ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'].flatMap(
        (name) => (env.PATH ?? '').split(':').map((folder) => posix.join(folder || '.', name)),
      );
  }
}
