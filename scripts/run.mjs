import { spawn } from 'node:child_process';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

/** Exit codes of a process that a signal ended, as shells have them. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 };

/** @type {number | undefined} */
let interrupted;

/** How long a process that a signal ends may take to be seen as gone, in milliseconds. */
const FALL = 100;

/**
 * Runs a command to its end and gives its exit code. It shares the terminal; when this process is told to
 * stop, so is the command, once, and nothing is run after it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] beyond the environment of this process
 * @returns {Promise<number>}
 */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    const bystander = placeBystander();
    /** @param {'SIGINT' | 'SIGTERM'} signal */
    const stop = async (signal) => {
      interrupted = SIGNALS[signal];
      if (await bystander.isLeftAlone()) child.kill(signal);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
    const settle = () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      bystander.dismiss();
    };
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code, signal) => {
      settle();
      if (interrupted) process.exit(interrupted);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/**
 * Tells a signal to this process alone, which is to be handed on, from one to its whole group, such as a
 * terminal's Ctrl-C, which the command gets itself and would take for the second: a process in the group that
 * only waits is ended by the latter. It ends with this process at the latest.
 */
function placeBystander() {
  // On Windows a console tells everyone in it.
  if (process.platform === 'win32')
    return { isLeftAlone: async () => false, dismiss: () => undefined };
  const bystander = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
  bystander.unref();
  let isGone = false;
  bystander.on('exit', () => {
    isGone = true;
  });
  // Without one, what might be handed on twice is better than what is not handed on.
  bystander.on('error', () => undefined);
  return {
    async isLeftAlone() {
      await setTimeout(FALL);
      return !isGone;
    },
    dismiss: () => bystander.kill('SIGKILL'),
  };
}

/**
 * Runs npm: the one that runs this script, else the one on the path.
 *
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>}
 */
export function runNpm(args, env) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], env);
  return process.platform === 'win32'
    ? run('cmd', ['/d', '/s', '/c', 'npm', ...args], env)
    : run('npm', args, env);
}
