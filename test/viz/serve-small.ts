import { fileURLToPath } from 'node:url';
import {
  type ExplorerOptions,
  type RunningExplorer,
  serveExplorer,
} from '../../src/explorer/serve.ts';
import { DOCUMENTS, smallLibrary } from './small-library.ts';

const ASSETS = fileURLToPath(new URL('../../dist/explorer', import.meta.url));

/** Serves the small library, or what the options name instead, on a free port of this machine. */
export function serveSmall(options: Partial<ExplorerOptions> = {}): Promise<RunningExplorer> {
  return serveExplorer({
    assets: ASSETS,
    port: 0,
    graph: async () => smallLibrary(),
    findDocument: async (id) => DOCUMENTS.find((document) => document.id === id),
    ...options,
  });
}
