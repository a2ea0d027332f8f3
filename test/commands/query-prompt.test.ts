import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { QueryError } from '../../graph/cypher/query-error.ts';
import type { CommandIo } from '../../src/commands/command-io.ts';
import { promptForQueries } from '../../src/commands/query-prompt.ts';

const typed: string[] = [];

async function type(input: string, ask: (text: string) => Promise<void>): Promise<string> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const io: CommandIo = {
    stdin,
    stdout,
    stderr,
    signal: new AbortController().signal,
    quiet: () => true,
  };
  stdin.end(input);
  typed.length = 0;
  const add = async (line: string) => void typed.push(line);
  await promptForQueries(ask, io, { lines: [], add });
  return String(stderr.read() ?? '');
}

describe('promptForQueries(ask, io, history)', () => {
  it('asks what a semicolon or an empty line ends, over any number of lines', async () => {
    const asked: string[] = [];
    await type('RETURN 1;\n\nMATCH (m)\nRETURN m\n\nRETURN 2;\n', async (text) => {
      asked.push(text);
    });
    expect(asked).toEqual(['RETURN 1;', 'MATCH (m)\nRETURN m', 'RETURN 2;']);
    expect(typed.filter(Boolean)).toEqual(['RETURN 1;', 'MATCH (m)', 'RETURN m', 'RETURN 2;']);
  });

  it('tells of a query that fails, and goes on', async () => {
    const asked: string[] = [];
    const told = await type('RETURN x;\nRETURN 1;\n', async (text) => {
      asked.push(text);
      if (text.includes('x')) throw new QueryError('no x', { text, offset: 7 });
    });
    expect(asked).toHaveLength(2);
    expect(told).toMatch(/no x\n {2}RETURN x;\n {9}\^\n$/);
  });

  it('ends with any other failure', async () => {
    const failing = type('RETURN 1;\n', () => Promise.reject(new Error('gone')));
    await expect(failing).rejects.toThrow('gone');
  });
});
