import { z } from 'zod';
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts';
import { readAddress, toAddress } from './address.ts';
import { collectCorrections } from './correct/collected-corrections.ts';
import { createCorrecting } from './correct/correcting.ts';
import { openServedCorrections } from './correct/served-corrections.ts';
import { element } from './element.ts';
import { createExplorer } from './explorer.ts';
import { openFileSource } from './file-source.ts';
import { openLibrary } from './library.ts';
import { openAbstractReader } from './live/reading.ts';
import { openServedSource } from './source.ts';
import { select, selectedNode } from './state.ts';

// The page's policy forbids making code from strings, which zod would otherwise try.
z.config({ jitless: true });

const root = document.querySelector<HTMLElement>('#explorer');
if (root) await start(root);

/** Loads the library and shows it, or says why that cannot be done. */
async function start(root: HTMLElement): Promise<void> {
  const loading = element('p', { class: 'message', text: 'Loading the graph…' });
  root.replaceChildren(loading);
  const base = new URL('.', document.baseURI).href;
  const file = openFileSource(document);
  const source = file ?? openServedSource(base);
  try {
    expectWebGl();
    let library = openLibrary(await source.graph());
    const corrections = file
      ? collectCorrections(library.graph, file.documents)
      : await openServedCorrections(base);
    const correcting =
      corrections &&
      createCorrecting(corrections, {
        graph: () => library.graph,
        place: document.body,
        async reload(next) {
          library = openLibrary(await source.graph());
          close();
          history.replaceState(undefined, '', addressAfter(next, library.graph));
          close = createExplorer(root, library, source, { correcting, reader });
        },
      });
    const reader = file ? undefined : () => openAbstractReader(base);
    let close = createExplorer(root, library, source, { correcting, reader });
  } catch (error) {
    root.replaceChildren(failure(error instanceof Error ? error.message : String(error)));
  }
}

/** The address that shows what was shown before, where what was selected may be another node by now. */
function addressAfter(
  next: (selected: string, after: KnowledgeGraph) => string | undefined,
  after: KnowledgeGraph,
): string {
  const { state, camera } = readAddress(location.hash);
  const selected = selectedNode(state);
  if (selected === undefined) return toAddress(state, camera);
  return toAddress(select(state, next(selected, after)), camera);
}

/** @throws where the browser cannot draw, before anything is asked to */
function expectWebGl(): void {
  const canvas = document.createElement('canvas');
  if (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) return;
  throw new Error(
    'This browser has no WebGL, with which the graph is drawn. Switch hardware acceleration on, or open the page in another browser.',
  );
}

function failure(message: string): HTMLElement {
  const again = element('button', {
    class: 'button',
    text: 'Try again',
    attributes: { type: 'button' },
    on: { click: () => location.reload() },
  });
  return element('div', { class: 'message', attributes: { role: 'alert' } }, [
    element('h1', { text: 'The explorer cannot be shown' }),
    element('p', { text: message }),
    again,
  ]);
}
