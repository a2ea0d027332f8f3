import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { CommandIo } from '../../src/commands/command-io.ts';

/** Runs a command with streams of its own, and gives what it wrote. */
export async function runCommand(
  make: (io: CommandIo) => Command,
  args: readonly string[],
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const signal = new AbortController().signal;
  const io = { stdin: Readable.from([]), stdout, stderr, signal, quiet: () => false };
  const command = make(io)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  passOn(command);
  await command.parseAsync(args, { from: 'user' });
  stdout.end();
  stderr.end();
  return { stdout: await text(stdout), stderr: await text(stderr) };
}

/** As the command line does: what is set of a command holds for those below it. */
function passOn(command: Command): void {
  for (const below of command.commands) passOn(below.copyInheritedSettings(command));
}
