import { z } from 'zod';
import { element } from './element.ts';
import { createExplorer } from './explorer.ts';
import { openFileSource } from './file-source.ts';
import { openServedSource } from './source.ts';

// The page's policy forbids making code from strings, which zod would otherwise try.
z.config({ jitless: true });

const root = document.querySelector<HTMLElement>('#explorer');
if (root) await start(root);

/** Loads the library and shows it, or says why that cannot be done. */
async function start(root: HTMLElement): Promise<void> {
  const loading = element('p', { class: 'message', text: 'Loading the graph…' });
  root.replaceChildren(loading);
  const source = openFileSource(document) ?? openServedSource(new URL('.', document.baseURI).href);
  try {
    expectWebGl();
    createExplorer(root, await source.graph(), source);
  } catch (error) {
    root.replaceChildren(failure(error instanceof Error ? error.message : String(error)));
  }
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
