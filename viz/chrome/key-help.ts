import { drawing, element } from '../element.ts';
import { CROSS } from '../panel/cross.ts';

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['/'], 'Search from anywhere'],
  [['Tab'], 'Go to the next part of the page; the graph is one of them'],
  [['←', '→', '↑', '↓'], 'On the graph: go from node to node'],
  [['Enter'], 'Select the node'],
  [['E'], 'Show its neighbours'],
  [['P'], 'Pin it'],
  [['H'], 'Hide it'],
  [['+', '−', '0'], 'Zoom in, out, show everything'],
  [['Esc'], 'Back to the overview'],
  [['Ctrl', 'Z'], 'One step back; with Shift one forward'],
  [['?'], 'This list'],
];

/** A list of all keys, behind `?` and a button. Returns what ends it. */
export function createKeyHelp(container: HTMLElement, root: HTMLElement): () => void {
  const close = element(
    'button',
    {
      class: 'icon-button',
      attributes: { type: 'button', 'aria-label': 'Close' },
      on: { click: () => dialog.close() },
    },
    [drawing(CROSS, 'icon')],
  );
  const lines = KEYS.map(([keys, does]) =>
    element('div', { class: 'key-line' }, [
      element(
        'dt',
        {},
        keys.map((key) => element('kbd', { text: key })),
      ),
      element('dd', { text: does }),
    ]),
  );
  const dialog = element('dialog', { class: 'dialog', attributes: { 'aria-labelledby': 'keys' } }, [
    element('header', {}, [element('h2', { text: 'Keys', attributes: { id: 'keys' } }), close]),
    element('dl', {}, lines),
  ]);
  // A click beside it closes it, as one expects.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  const button = element('button', {
    class: 'icon-button key-button',
    text: '?',
    attributes: { type: 'button', 'aria-label': 'Keys', title: 'Keys (?)' },
    on: { click: () => dialog.showModal() },
  });
  const onKey = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.key !== '?' || isTyping || event.ctrlKey || event.metaKey || dialog.open) return;
    event.preventDefault();
    dialog.showModal();
  };
  document.addEventListener('keydown', onKey);
  container.append(button);
  root.append(dialog);
  return () => {
    document.removeEventListener('keydown', onKey);
    button.remove();
    dialog.remove();
  };
}
