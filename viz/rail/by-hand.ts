import { element } from '../element.ts';
import type { Library } from '../library.ts';
import { type State, unhideAll } from '../state.ts';
import type { Store } from '../store.ts';
import { type RailPart, railSection } from './part.ts';

type Hand = 'pinned' | 'kept' | 'hidden';

/** What the reader pinned, walked to and hid, with the way back. */
export function byHand(store: Store, { graph }: Library): RailPart {
  const lines = (
    [
      ['pinned', 'pinned', 'Unpin', (state) => ({ ...state, pinned: new Set() })],
      ['kept', 'shown by you', 'Let go', (state) => ({ ...state, kept: new Set() })],
      ['hidden', 'hidden', 'Show again', unhideAll],
    ] as const satisfies readonly (readonly [Hand, string, string, (state: State) => State])[]
  ).map(([hand, words, undo, change]) => {
    const text = element('span', { class: 'legend-name' });
    const line = element('p', { class: 'hand-line' }, [
      text,
      element('button', {
        class: 'more',
        text: undo,
        attributes: { type: 'button', 'aria-label': `${undo}: all that is ${words}` },
        on: { click: () => store.update(change) },
      }),
    ]);
    return { hand, words, text, line };
  });
  const part = railSection(
    'By hand',
    lines.map(({ line }) => line),
  );
  return {
    element: part,
    show(state) {
      for (const { hand, words, text, line } of lines) {
        const keys = [...state[hand]].filter((key) => graph.hasNode(key));
        line.hidden = keys.length === 0;
        text.textContent = `${keys.length} ${words}`;
        text.title = keys.map((key) => graph.getNodeAttribute(key, 'name')).join(', ');
      }
      part.hidden = lines.every(({ line }) => line.hidden);
    },
  };
}
