import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('on-terminal.py', import.meta.url));

/** Whether a program can be given a terminal here: Python does it, on systems that have such things. */
export const hasTerminals =
  process.platform !== 'win32' && spawnSync('python3', ['--version']).status === 0;

export interface OnTerminal {
  /** What is waited for, and what is typed then, in turn. */
  readonly steps: readonly (readonly [awaited: string, typed: string])[];
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a Node program on a terminal; `shown` is all that stood there. */
export async function runOnTerminal(
  args: readonly string[],
  { steps, cwd, env = process.env }: OnTerminal,
): Promise<{ code: number; shown: string }> {
  const child = spawn('python3', [SCRIPT, JSON.stringify(steps), process.execPath, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: string[] = [];
  child.stdout.on('data', (data) => chunks.push(String(data)));
  await once(child, 'close');
  return JSON.parse(chunks.join(''));
}
