import { type Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { buildCommand } from '../../src/commands/build.ts';
import { claimsCommand } from '../../src/commands/claims.ts';
import type { CommandIo } from '../../src/commands/command-io.ts';
import { conflictsCommand } from '../../src/commands/conflicts.ts';
import { correctCommand } from '../../src/commands/correct.ts';
import { decisionsCommand } from '../../src/commands/decisions.ts';
import { diffCommand } from '../../src/commands/diff.ts';
import { evaluateCommand } from '../../src/commands/evaluate.ts';
import { exploreCommand } from '../../src/commands/explore.ts';
import { exportCommand } from '../../src/commands/export.ts';
import { extractCommand } from '../../src/commands/extract.ts';
import { identityCommand } from '../../src/commands/identity.ts';
import { leaderboardCommand } from '../../src/commands/leaderboard.ts';
import { matrixCommand } from '../../src/commands/matrix.ts';
import { mergeCommand } from '../../src/commands/merge.ts';
import { pushCommand } from '../../src/commands/push.ts';
import { queryCommand } from '../../src/commands/query.ts';
import { removeCommand } from '../../src/commands/remove.ts';
import { similarCommand } from '../../src/commands/similar.ts';
import { statsCommand } from '../../src/commands/stats.ts';
import { timelineCommand } from '../../src/commands/timeline.ts';
import { runCommand } from './run-command.ts';

const evaluation = (io: CommandIo) =>
  evaluateCommand(io, async function* () {
    // Nothing is extracted here.
  });
const push = (io: CommandIo) => pushCommand(io, {});
const query = (io: CommandIo) => queryCommand(io, {});

describe('a name or a path that is empty', () => {
  it.each<readonly [(io: CommandIo) => Command, string[]]>([
    [buildCommand, ['papers.txt', '--out', '']],
    [buildCommand, ['papers.txt', '']],
    [extractCommand, ['']],
    [extractCommand, ['--out', '']],
    [mergeCommand, ['']],
    [mergeCommand, ['facts.jsonl', '--out', ' ']],
    [evaluation, ['']],
    [evaluation, ['gold.jsonl', '--predictions', '']],
    [exploreCommand, ['']],
    [exploreCommand, ['--html', '']],
    [exploreCommand, ['--host', '']],
    [exportCommand, ['', '--format', 'edges']],
    [exportCommand, ['--format', 'edges', '--out', '']],
    [exportCommand, ['--format', 'cypher', '--name', '']],
    [push, ['']],
    [push, ['--uri', '']],
    [push, ['--user', '']],
    [query, ['']],
    [query, ['--recipe', '']],
    [leaderboardCommand, ['']],
    [leaderboardCommand, ['--metric', '']],
    [leaderboardCommand, ['--task', '']],
    [leaderboardCommand, ['--out', '']],
    [leaderboardCommand, ['--library', '']],
    [conflictsCommand, ['--benchmark', '']],
    [conflictsCommand, ['--method', '']],
    [conflictsCommand, ['--library', '']],
    [claimsCommand, ['Alpha', '']],
    [claimsCommand, ['Alpha', 'Beta', '--library', '']],
    [similarCommand, ['']],
    [similarCommand, ['Alpha', '--library', '']],
    [matrixCommand, ['--library', '']],
    [matrixCommand, ['--around', '']],
    [statsCommand, ['--library', '']],
    [timelineCommand, ['--library', '']],
    [diffCommand, ['', 'library']],
    [diffCommand, ['library', '']],
    [removeCommand, ['']],
    [removeCommand, ['2601.00001', '--library', '']],
    [identityCommand, ['check', '']],
    [identityCommand, ['candidates', '--library', '']],
    [identityCommand, ['same', 'moe', '']],
    [identityCommand, ['different', '', 'moe']],
    [identityCommand, ['split', 'SAM', '']],
    [identityCommand, ['rename', 'FastTok', '']],
    [identityCommand, ['rename', 'FastTok', 'Tok', '--by', '']],
    [correctCommand, ['drop', '']],
    [correctCommand, ['add', 'number', 'a', '3', '--words', '']],
    [correctCommand, ['add', 'relation', 'a', '', 'BUILDS_ON', 'SimSD', '--words', 'w']],
    [correctCommand, ['type', '', 'Model']],
    [correctCommand, ['value', '', '3']],
    [decisionsCommand, ['log', '--library', '']],
    [decisionsCommand, ['import', '']],
  ])('is refused by %o %j', async (make, args) => {
    const ended: unknown = await runCommand(make, args).catch((error: unknown) => error);
    expect(ended).toBeInstanceOf(CommanderError);
    expect(String(ended)).toMatch(
      /'\s*' is invalid.*It is empty, and a name or a path is expected/,
    );
  });
});
