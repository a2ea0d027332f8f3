import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../graph/errors.ts';
import type { CommandIo } from '../../src/commands/command-io.ts';
import { queryCommand } from '../../src/commands/query.ts';
import { writeLibrary } from '../../src/library/write-library.ts';
import { temporaryFolder } from '../library/folder.ts';
import { readReady } from '../library/ready-papers.ts';
import { runCommand } from './run-command.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let library: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  library = join(folder.path, 'my library');
  await mkdir(library);
  await writeLibrary(library, [readReady({ id: 'a', text: 'SimSD wins.' })]);
});
afterAll(() => folder[Symbol.asyncDispose]());

// What is refused before the database is opened; the slow tests ask it.
const query = (...args: string[]) => runCommand((io: CommandIo) => queryCommand(io, {}), args);

describe('sotagraph query, before it asks', () => {
  it('says that the library comes first where a query stands in its place', async () => {
    await expect(query('MATCH (n) RETURN count(n)')).rejects.toThrow(
      new UsageError(
        'there is no library at "MATCH (n) RETURN count(n)"; give the library first, then the query',
      ),
    );
    await expect(query(join(folder.path, 'nowhere'))).rejects.toThrow('there is no library here');
  });

  it.each([[['']], [[' \n']], [['-']], [[]]])('refuses %j as an empty query', async (given) => {
    await expect(query(library, ...given)).rejects.toThrow(
      new UsageError("the query is empty; give one, such as 'MATCH (m:Method) RETURN m.name'"),
    );
  });

  it('refuses a parameter that the query does not have', async () => {
    await expect(query(library, 'RETURN 1 // $x', '--param', 'x=1')).rejects.toThrow(
      new UsageError('the query has no parameter x; it has none'),
    );
  });

  it('refuses a parameter of a recipe that is no number of rows', async () => {
    await expect(
      query(library, '--recipe', 'best-results', '--param', 'limit=abc'),
    ).rejects.toThrow('parameter limit of recipe best-results (the most rows) is "abc"');
  });
});
