import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { CommandIo } from '../../src/commands/command-io.ts';
import { formatSeconds, startProgress } from '../../src/commands/progress.ts';

function record(terminal: { isTTY?: boolean; columns?: number }, quiet = false) {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  const stderr = Object.assign(stream, terminal);
  const io = { stderr, stdout: stream, quiet: () => quiet, signal: new AbortController().signal };
  return { written, io: io as unknown as CommandIo }; // progress asks for nothing else
}

function readTen(io: CommandIo): void {
  using progress = startProgress('Reading', io);
  for (let done = 1; done <= 20; done++) progress.update(done, 20);
}

describe('startProgress(verb, io)', () => {
  it('writes a line for every tenth where there is no terminal', () => {
    const { io, written } = record({});
    readTen(io);
    expect(written).toHaveLength(10);
    expect(written[0]).toBe('Reading: 2 of 20\n');
  });

  it('writes plain lines on a terminal without a width', () => {
    const { io, written } = record({ isTTY: true, columns: 0 });
    readTen(io);
    expect(written).toHaveLength(10);
  });

  it('is silent when it is to be quiet', () => {
    const { io, written } = record({}, true);
    readTen(io);
    expect(written).toEqual([]);
  });
});

describe('formatSeconds(seconds)', () => {
  it.each([
    [0.42, '0.4 s'],
    [12.4, '12 s'],
    [200, '3 min 20 s'],
    [7500, '2 h 5 min'],
  ])('%d -> %s', (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text);
  });
});
