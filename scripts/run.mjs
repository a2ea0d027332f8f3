import { spawn } from 'node:child_process';
import process from 'node:process';

/** Exit codes of a process that a signal ended, as shells have them. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 };

/** @type {number | undefined} */
let interrupted;

/**
 * Runs a command to its end and gives its exit code. It shares the terminal; when this process is told to
 * stop, so is the command, and nothing is run after it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] beyond the environment of this process
 * @returns {Promise<number>}
 */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    /** @param {'SIGINT' | 'SIGTERM'} signal */
    const stop = (signal) => {
      interrupted = SIGNALS[signal];
      // A terminal tells the child itself.
      if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
    const settle = () => process.off('SIGINT', stop).off('SIGTERM', stop);
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
