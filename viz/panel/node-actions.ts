import { element } from '../element.ts';
import type { Reach } from '../narrow/filters.ts';
import {
  arrange,
  changeFilters,
  findPath,
  hide,
  keep,
  type State,
  showBoard,
  togglePin,
} from '../state.ts';
import { neighboursToKeep, type Surrounding } from '../walk/expand.ts';
import type { PanelContext } from './context.ts';

const REACH: Reach = 1;

/** What one can do with a node of the canvas. */
export function nodeActions(context: PanelContext, key: string): HTMLElement {
  const { store, follow } = context;
  const act = (change: (state: State) => State) => () => store.update(change);
  const connected = button(
    'Only what is connected',
    act((state) =>
      changeFilters(state, {
        connected: state.filters.connected?.key === key ? undefined : { key, reach: REACH },
      }),
    ),
  );
  const rings = button(
    'Draw around it',
    act((state) =>
      arrange(state, isRound(state, key) ? { kind: 'library' } : { kind: 'rings', around: key }),
    ),
  );
  const pin = button(
    'Pin',
    act((state) => togglePin(state, key)),
  );
  follow((state) => {
    press(connected, state.filters.connected?.key === key);
    press(rings, isRound(state, key));
    press(pin, state.pinned.has(key));
  });
  const { type } = context.library.graph.getNodeAttributes(key);
  const isMeasuredOn = type === 'Benchmark' || type === 'Dataset';
  return element(
    'div',
    { class: 'actions', attributes: { role: 'group', 'aria-label': 'Actions' } },
    [
      isMeasuredOn
        ? button(
            'Leaderboard',
            act((state) => showBoard(state, key)),
          )
        : undefined,
      button('Show neighbours', () => expand(context, key)),
      button(
        'Path to…',
        act((state) => findPath(state, key)),
      ),
      connected,
      rings,
      pin,
      button(
        'Hide',
        act((state) => hide(state, key)),
      ),
    ],
  );
}

/** Draws the neighbours of a node, of one relation or of all, whatever filters and budget say. */
export function expand(
  { store, sceneOf, library }: PanelContext,
  key: string,
  isWanted?: (surrounding: Surrounding) => boolean,
): void {
  store.update((state) =>
    keep(state, neighboursToKeep(library, sceneOf(state).shown, key, isWanted)),
  );
}

const isRound = ({ arrangement }: State, key: string): boolean =>
  arrangement.kind === 'rings' && arrangement.around === key;

function button(text: string, act: () => void): HTMLButtonElement {
  return element('button', {
    class: 'chip-button',
    text,
    attributes: { type: 'button' },
    on: { click: act },
  });
}

const press = (button: HTMLElement, isPressed: boolean): void =>
  button.setAttribute('aria-pressed', String(isPressed));
