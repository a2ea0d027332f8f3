import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { describe, expect, it } from 'vitest';

const RUN = new URL('../../scripts/run.mjs', import.meta.url).href;

/** Ends half a second after the first signal and says how many it got. */
const COMMAND = `
  let signals = 0;
  const end = () => { console.log(signals); process.exit(130); };
  const count = () => { signals += 1; if (signals === 1) setTimeout(end, 500); };
  process.on('SIGINT', count).on('SIGTERM', count);
  setInterval(() => {}, 1000);
  console.log('ready');
`;
const SCRIPT = `
  import { run } from ${JSON.stringify(RUN)};
  await run(process.execPath, ['--eval', ${JSON.stringify(COMMAND)}]);
  console.log('went on');
`;

/** Runs a script that runs the command, in a process group of its own, and signals it. */
async function interrupt(signal: NodeJS.Signals, whom: 'the script' | 'its group') {
  const script = spawn(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  script.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (text.startsWith('ready')) process.kill((whom === 'its group' ? -1 : 1) * pid, signal);
  });
  const pid = script.pid ?? Number.NaN;
  const [code] = await once(script, 'close');
  return { code, output };
}

describe.skipIf(process.platform === 'win32')('run(command, args)', () => {
  it.each([
    ['SIGINT', 'the script', 130],
    ['SIGINT', 'its group', 130],
    ['SIGTERM', 'the script', 143],
    ['SIGTERM', 'its group', 143],
  ] as const)('tells the command once of %s to %s, and ends', async (signal, whom, code) => {
    expect(await interrupt(signal, whom)).toEqual({ code, output: 'ready\n1\n' });
  });
});
