import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { InputError, UsageError } from '../../graph/errors.ts';
import {
  describeFilter,
  type FilterFlags,
  readFiltered,
  withFilter,
} from '../../src/commands/filter-options.ts';
import { buildLibrary } from '../../src/library/build-library.ts';
import { temporaryFolder } from '../library/folder.ts';
import { corpusOf, extractReady } from '../library/ready-papers.ts';

const silent = { writeErr: () => undefined };

function parse(...args: string[]): FilterFlags {
  const command = withFilter(new Command().exitOverride().configureOutput(silent));
  return command.parse(args, { from: 'user' }).opts();
}

describe('withFilter(command)', () => {
  it('takes types in any case, once each', () => {
    expect(parse('--types', 'method, Benchmark,Method', '--relations', 'part_of')).toEqual({
      types: ['Method', 'Benchmark'],
      relations: ['PART_OF'],
    });
  });

  it.each([
    [['--types', 'Methods'], /"Methods" is none of Paper, Method, /],
    [['--types', ''], /"" is none of Paper, /],
    [['--relations', 'BEATS'], /"BEATS" is none of PROPOSES, EVALUATED_ON, /],
    [['--min-papers', '0'], /whole number from 1 on/],
    [['--since', 'March'], /a day, a month or a year: 2026-03-14/],
    [['--until', '2026-02-30'], /a day, a month or a year/],
    [['--depth', '-1'], /whole number from 0 on/],
    [['--around', ''], /It is empty/],
  ])('refuses %j and says what is expected', (args, message) => {
    expect(() => parse(...args)).toThrow(message);
  });

  it('gives a command only the conditions that make sense for it', () => {
    const command = withFilter(new Command(), ['since', 'around']);
    expect(command.options.map(({ long }) => long)).toEqual(['--since', '--around', '--depth']);
  });
});

describe('describeFilter(flags)', () => {
  it('names the conditions as they are given, and nothing else', () => {
    const flags = parse('--min-papers', '2', '--since', '2026-03', '--around', 'OSWorld');
    expect(describeFilter(flags)).toBe(' with --since 2026-03 --min-papers 2 --around "OSWorld"');
    expect(describeFilter({})).toBe('');
  });
});

describe('readFiltered(library, flags)', () => {
  const papers = [
    { id: 'one', text: 'SimSD beats EAGLE.', date: '2026-01-05' },
    { id: 'two', text: 'SimSD again.', date: '2026-03-01' },
    { id: 'three', text: 'OSWorld.' },
  ];

  it('reads the part that is asked for, and says which conditions leave nothing', async () => {
    await using folder = await temporaryFolder();
    const options = { folder: folder.path, extractor: '1+test', extract: extractReady };
    await buildLibrary(corpusOf(papers), options);
    const read = (flags: FilterFlags) => readFiltered(folder.path, flags);
    expect((await read({ minPapers: 2, types: ['Method'] })).nodes()).toEqual(['simsd']);
    await expect(read({ types: ['Task'] })).rejects.toThrow(
      new InputError('nothing is left: of 6 nodes, --types Task takes 6; loosen the filter', {
        path: folder.path,
      }),
    );
    await expect(read({ since: '2027', minPapers: 9 })).rejects.toThrow(
      'of 6 nodes, --since 2027 takes 6 (its papers are dated 2026-01-05 to 2026-03-01; 1 without a date); loosen the filter',
    );
    await expect(read({ minPapers: 2, around: 'EAGLE' })).rejects.toThrow(
      'of 6 nodes, --min-papers 2 takes 2, then --around "EAGLE", which is not among them, takes 4; loosen the filter',
    );
    await expect(read({ around: 'Eagel' })).rejects.toThrow(
      new UsageError('there is no node "Eagel"; the nearest are "EAGLE"'),
    );
    await expect(read({ depth: 2 })).rejects.toThrow(/name the node with --around/);
    await expect(read({ since: '2026-04', until: '2026-03-14' })).rejects.toThrow(/in between/);
  });
});
