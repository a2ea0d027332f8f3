import type { Decision } from '../../graph/schema.ts';
import { drawing, element } from '../element.ts';
import { CROSS } from '../panel/cross.ts';
import { download } from '../share/download.ts';
import { count } from '../words.ts';
import { toLines } from './collected-corrections.ts';
import type { Correcting } from './correcting.ts';
import { saidAtOnce } from './corrections.ts';
import { decisionWords } from './decision-words.ts';
import { input } from './saying.ts';

/** A button of the bar with how many corrections there are; it opens their list. Returns what ends it. */
export function createCorrectionList(bar: HTMLElement, correcting: Correcting): () => void {
  const button = element('button', {
    class: 'bar-button',
    attributes: { type: 'button', 'aria-haspopup': 'dialog' },
    on: { click: () => openList() },
  });
  button.hidden = true;
  const body = element('div');
  const close = element(
    'button',
    {
      class: 'icon-button close',
      attributes: { type: 'button', 'aria-label': 'Close' },
      on: { click: () => dialog.close() },
    },
    [drawing(CROSS, 'icon')],
  );
  const dialog = element(
    'dialog',
    { class: 'sheet', attributes: { 'aria-label': 'Corrections' } },
    [element('h2', { text: 'Corrections' }), close, body],
  );
  dialog.addEventListener('close', () => {
    correcting.list.isOpen = false;
  });
  const openList = () => {
    correcting.list.isOpen = true;
    dialog.showModal();
  };
  const show = async () => {
    const decisions = await correcting.decisions();
    const groups = saidAtOnce(decisions).reverse();
    button.hidden = groups.length === 0;
    button.textContent = count(groups.length, 'correction');
    body.replaceChildren(
      element('p', { class: 'note', text: EXPLAINED[correcting.kind] }),
      element(
        'ul',
        { class: 'lines' },
        groups.map((group) => line(correcting, group)),
      ),
      ...(correcting.kind === 'collected' ? [signedDownload(correcting, decisions)] : []),
    );
    if (groups.length === 0) dialog.close();
  };
  // A list that cannot be loaded says so where it would stand.
  const refresh = () =>
    void show().catch((error: unknown) => {
      const text = error instanceof Error ? error.message : String(error);
      body.replaceChildren(element('p', { class: 'failed', text, attributes: { role: 'alert' } }));
    });
  const warn = (event: BeforeUnloadEvent) => {
    if (correcting.kind === 'collected' && !button.hidden) event.preventDefault();
  };
  const unsubscribe = correcting.onChange(refresh);
  addEventListener('beforeunload', warn);
  bar.prepend(button);
  document.body.append(dialog);
  if (correcting.list.isOpen) dialog.showModal();
  refresh();
  return () => {
    unsubscribe();
    removeEventListener('beforeunload', warn);
    button.remove();
    dialog.remove();
  };
}

const EXPLAINED = {
  written: 'They stand in decisions.jsonl of the library, and hold when it is built again.',
  collected:
    'Download them and give them to whoever keeps the library: sotagraph decisions import decisions.jsonl.',
} as const;

function line(correcting: Correcting, group: readonly Decision[]): HTMLElement {
  const [first] = group;
  if (!first) return element('li');
  const others = group.length > 1 ? ` and in ${count(group.length - 1, 'other paper')}` : '';
  const back = element('button', {
    class: 'chip-button',
    text: 'Take back',
    attributes: { type: 'button' },
    on: {
      click() {
        back.disabled = true;
        correcting.undo(first).catch((error: unknown) => {
          back.disabled = false;
          back.title = error instanceof Error ? error.message : String(error);
        });
      },
    },
  });
  return element('li', { class: 'line correction' }, [
    element('span', {}, [
      element('span', { text: `${decisionWords(first)}${others}` }),
      element('span', { class: 'note', text: `${first.author}, ${first.at.slice(0, 10)}` }),
    ]),
    back,
  ]);
}

/** Whoever takes the file over is to know whose decisions they are. */
function signedDownload(correcting: Correcting, decisions: readonly Decision[]): HTMLElement {
  const name = input('Your name', decisions[0]?.author ?? '');
  const save = async () => {
    correcting.sign?.(name.value);
    const lines = toLines(await correcting.decisions());
    download('decisions.jsonl', new Blob([lines], { type: 'application/jsonl' }));
  };
  const button = element('button', {
    class: 'chip-button',
    text: 'Download decisions.jsonl',
    attributes: { type: 'button' },
    on: { click: () => void save() },
  });
  return element('div', { class: 'saying-fields' }, [name, button]);
}
