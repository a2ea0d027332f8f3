import ora from 'ora';
import { colorsFor } from './colors.ts';
import { type CommandIo, say } from './command-io.ts';

/** Tells how far a long job has come: one moving line on a terminal, a few plain lines elsewhere. */
export interface Progress extends Disposable {
  update(done: number, total: number): void;
  /** Says what is being done now. */
  phase(text: string): void;
}

/** @param verb what is being done: `Reading abstracts` */
export function startProgress(verb: string, io: CommandIo): Progress {
  if (io.quiet()) return SILENT;
  // A terminal that nobody has given a width says 0.
  const { isTTY, columns = 0 } = io.stderr;
  return isTTY && columns > 0 ? onTerminal(verb, io) : inLines(verb, io);
}

const SILENT: Progress = {
  update: () => undefined,
  phase: () => undefined,
  [Symbol.dispose]: () => undefined,
};

function onTerminal(verb: string, io: CommandIo): Progress {
  const stream = io.stderr as NodeJS.WriteStream; // it is a terminal
  const color = colorsFor(stream).isColorSupported ? 'cyan' : false;
  const spinner = ora({ text: verb, stream, discardStdin: false, color });
  const started = performance.now();
  return {
    update(done, total) {
      if (!spinner.isSpinning) spinner.start();
      spinner.text = `${verb}  ${bar(done / total)}  ${done} of ${total}${left(done, total, started)}`;
    },
    phase(text) {
      spinner.text = text;
    },
    [Symbol.dispose]() {
      spinner.stop();
    },
  };
}

/** Every tenth of the way, at most. */
function inLines(verb: string, io: CommandIo): Progress {
  let tenths = 0;
  return {
    update(done, total) {
      const reached = Math.floor((10 * done) / total);
      if (reached <= tenths) return;
      tenths = reached;
      say(io, `${verb}: ${done} of ${total}`);
    },
    phase: () => undefined,
    [Symbol.dispose]: () => undefined,
  };
}

const WIDTH = 24;

function bar(share: number): string {
  const full = Math.round(share * WIDTH);
  return '█'.repeat(full) + '░'.repeat(WIDTH - full);
}

/** How long it will still take, once that can be told. */
function left(done: number, total: number, started: number): string {
  const passed = (performance.now() - started) / 1000;
  if (passed < 3 || done === 0) return '';
  return `, ${formatSeconds((passed / done) * (total - done))} left`;
}

/** `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min` */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
