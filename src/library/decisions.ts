import { type Decision, decision } from '../../graph/schema.ts';
import { exists } from './exists.ts';
import { readJsonLines } from './json-lines.ts';
import { libraryFiles } from './library-files.ts';

/** What persons decided on a library, in the order of its lines. @throws InputError for a broken line */
export async function readDecisions(folder: string): Promise<Decision[]> {
  const { decisions: path } = libraryFiles(folder);
  if (!(await exists(path))) return [];
  const decisions: Decision[] = [];
  for await (const line of readJsonLines(path, decision)) decisions.push(line);
  return decisions;
}
