import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is removed at the end of its block. */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'sotagraph-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Every file of a folder with all that is in it. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const files = names.map(
    async (name) => [name, await readFile(join(folder, name), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(files));
}

/** Every file of a folder with all that is in it and when it was written, to the nanosecond. */
export async function statesOf(folder: string): Promise<Record<string, readonly [string, bigint]>> {
  const contents = Object.entries(await contentsOf(folder));
  const files = contents.map(async ([name, text]) => {
    const { mtimeNs } = await stat(join(folder, name), { bigint: true });
    return [name, [text, mtimeNs]] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}
