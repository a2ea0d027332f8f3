import { resultKey } from '../../graph/knowledge-graph.ts';
import type { Document } from '../../graph/schema.ts';
import type { Facts } from '../../src/extract/prove.ts';
import { drawing, element } from '../element.ts';
import type { Library } from '../library.ts';
import { CROSS } from '../panel/cross.ts';
import { section } from '../panel/page.ts';
import { typeMark } from '../panel/type-mark.ts';
import { count, relationWords } from '../words.ts';
import { type Joined, joinWith } from './join.ts';
import { liveText } from './live-text.ts';
import type { AbstractReader } from './reading.ts';

/** The longest text that is read, as by the commands. */
const LONGEST = 50_000;

interface LiveContext {
  readonly library: Library;
  readonly open: (key: string) => void;
}

/** A box to paste an abstract into, which the model reads here; nothing leaves the machine. Returns what ends it. */
export function createLiveBox(
  bar: HTMLElement,
  context: LiveContext,
  reader: AbstractReader,
): () => void {
  const close = element(
    'button',
    {
      class: 'icon-button close',
      attributes: { type: 'button', 'aria-label': 'Close' },
      on: { click: () => dialog.close() },
    },
    [drawing(CROSS, 'icon')],
  );
  const text = element('textarea', {
    class: 'field live-input',
    attributes: {
      'aria-label': 'The abstract',
      placeholder: 'We propose …',
      rows: '7',
      maxlength: String(LONGEST),
      spellcheck: 'false',
    },
  });
  const button = element('button', {
    class: 'button',
    text: 'Read it',
    attributes: { type: 'submit' },
  });
  const status = element('p', { class: 'note', attributes: { role: 'status' } });
  const output = element('div', { class: 'live-output' });
  const read = async () => {
    const given = text.value.trim();
    if (given === '') return say('Paste an abstract first.');
    button.disabled = true;
    say('Reading. The first time, the model is loaded: 40 MB, from this machine.');
    try {
      const pasted: Document = { id: 'pasted', text: given };
      const facts = await reader.read(pasted);
      say(summary(facts));
      const go = (key: string) => {
        dialog.close();
        context.open(key);
      };
      output.replaceChildren(...found(context.library, go, pasted, facts));
    } catch (error) {
      say(`It could not be read: ${error instanceof Error ? error.message : String(error)}`);
    }
    button.disabled = false;
  };
  const say = (words: string) => {
    status.textContent = words;
  };
  const form = element(
    'form',
    {
      on: {
        submit(event) {
          event.preventDefault();
          void read();
        },
      },
    },
    [text, element('div', { class: 'live-actions' }, [button, status])],
  );
  const dialog = element(
    'dialog',
    { class: 'sheet live', attributes: { 'aria-labelledby': 'live-title' } },
    [
      element('h2', { text: 'Read an abstract', attributes: { id: 'live-title' } }),
      close,
      element('p', {
        class: 'note',
        text: 'The model runs in this browser. What you paste stays on this machine, and the library stays as it is.',
      }),
      form,
      output,
    ],
  );
  // The page's own keys are letters of a text here.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  const opener = element('button', {
    class: 'bar-button',
    text: 'Read an abstract',
    attributes: { type: 'button', 'aria-haspopup': 'dialog' },
    on: {
      click() {
        dialog.showModal();
        text.focus();
      },
    },
  });
  bar.prepend(opener);
  document.body.append(dialog);
  return () => {
    reader.dispose();
    opener.remove();
    dialog.remove();
  };
}

function summary({ entities, relations, results }: Facts): string {
  if (entities.length === 0 && results.length === 0) return 'Nothing was found in it.';
  // A number that is said of several things is marked once.
  const numbers = new Set(results.map(({ number }) => resultKey('pasted', number)));
  return [
    count(entities.length, 'thing'),
    count(relations.length, 'relation'),
    count(numbers.size, 'number'),
  ].join(', ');
}

/** The marked-up text, and where it would join the graph. */
function found(
  library: Library,
  open: (key: string) => void,
  text: Document,
  facts: Facts,
): HTMLElement[] {
  const joined = joinWith(library.graph, facts.entities);
  const linkTo = (name: string, words: string) => {
    const key = joined.nodes.get(name);
    return key === undefined ? undefined : opener(words, () => open(key));
  };
  return [
    section('Marked', undefined, liveText(text, facts, linkTo)),
    ...things(library, facts, joined, open),
    ...relations(facts),
    ...nearPapers(library, joined, open),
  ];
}

function things(
  { graph }: Library,
  { entities }: Facts,
  { nodes }: Joined,
  open: (key: string) => void,
): HTMLElement[] {
  if (entities.length === 0) return [];
  const lines = entities.map(({ name, type }) => {
    const key = nodes.get(name);
    const node = key === undefined ? undefined : graph.getNodeAttributes(key);
    const note = node && 'papers' in node ? `joins ${count(node.papers, 'paper')}` : 'new';
    return element('li', { class: 'line' }, [
      typeMark(type),
      key === undefined ? element('span', { text: name }) : opener(name, () => open(key)),
      element('span', { class: 'note', text: note }),
    ]);
  });
  return [section('Things', entities.length, [element('ul', { class: 'lines' }, lines)])];
}

function relations({ relations }: Facts): HTMLElement[] {
  if (relations.length === 0) return [];
  const lines = relations.map(({ source, type, target }) => {
    const subject = source === 'Paper' ? 'The paper' : source;
    return element('li', { class: 'line' }, [
      element('span', { text: subject }),
      element('em', { class: 'note', text: relationWords(type, 'forward') }),
      element('span', { text: target }),
    ]);
  });
  return [section('Relations', relations.length, [element('ul', { class: 'lines' }, lines)])];
}

function nearPapers({ graph }: Library, { papers }: Joined, open: (key: string) => void) {
  if (papers.length === 0) return [];
  const name = (key: string) => graph.getNodeAttribute(key, 'name');
  const lines = papers.map(({ key, shared }) =>
    element('li', { class: 'line' }, [
      opener(name(key), () => open(key)),
      element('span', { class: 'note', text: `also names ${shared.map(name).join(', ')}` }),
    ]),
  );
  return [
    section('Nearest papers', papers.length, [element('ul', { class: 'lines near' }, lines)]),
  ];
}

const opener = (text: string, open: () => void): HTMLButtonElement =>
  element('button', {
    class: 'mark-link',
    text,
    attributes: { type: 'button' },
    on: { click: open },
  });
