import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { writeFileWhole } from '../library/write-file.ts';

/** What was typed at the prompt, kept from one time to the next. */
export interface QueryHistory {
  /** The newest first. */
  readonly lines: readonly string[];
  /** Keeps a line, unless it says nothing or is too long to be typed again. */
  add(line: string): Promise<void>;
}

/** Lines that are kept, and the most signs of one: together they bound the file. */
const MOST_LINES = 1000;
const MOST_SIGNS = 4000;

/**
 * Where the history lies: `$XDG_STATE_HOME/sotagraph/queries`, which is `~/.local/state/sotagraph/queries` unless set
 * (https://specifications.freedesktop.org/basedir-spec), never beside a library.
 */
export function historyPath(env: NodeJS.ProcessEnv, home = homedir()): string {
  const { XDG_STATE_HOME: state = '' } = env;
  return join(
    // The specification wants whatever is not absolute to be passed over.
    isAbsolute(state) ? state : join(home, '.local', 'state'),
    'sotagraph',
    'queries',
  );
}

/**
 * Opens the history at a path, and shortens it where it has grown too long. Where it cannot be kept, that is told of
 * once, and what is typed is forgotten.
 */
export async function openHistory(
  path: string,
  tell: (message: string) => void,
): Promise<QueryHistory> {
  let isKept = true;
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      if (isKept) await work();
    } catch (error) {
      isKept = false;
      tell(`Queries are not kept in ${path}: ${error instanceof Error ? error.message : error}`);
    }
  };
  let all: readonly string[] = [];
  await attempt(async () => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    all = await readLines(path);
  });
  const lines = all.slice(-MOST_LINES);
  if (lines.length < all.length) {
    await attempt(() =>
      writeFileWhole(
        path,
        lines.map((line) => `${line}\n`),
      ),
    );
  }
  return {
    lines: lines.toReversed(),
    add: async (line) => {
      if (line.trim() === '' || line.length > MOST_SIGNS) return;
      // Appended at once, so that neither a prompt beside this one nor a sudden end loses it.
      await attempt(() => appendFile(path, `${line}\n`, { mode: 0o600 }));
    },
  };
}

async function readLines(path: string): Promise<string[]> {
  try {
    const text = await readFile(path, 'utf8');
    return text.split('\n').filter((line) => line !== '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
