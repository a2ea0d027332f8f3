import { element } from '../element.ts';
import type { Reach } from '../narrow/filters.ts';
import {
  arrange,
  changeFilters,
  findPath,
  hide,
  keep,
  leaveAround,
  type State,
  showBoard,
  togglePin,
} from '../state.ts';
import { isCrowded, neighboursToKeep, type Surrounding, showNeighbours } from '../walk/expand.ts';
import type { PanelContext } from './context.ts';

const REACH: Reach = 1;

/** What one can do with a node of the canvas. */
export function nodeActions(context: PanelContext, key: string): HTMLElement {
  const { store, follow } = context;
  const act = (change: (state: State) => State) => () => store.update(change);
  const connected = button(
    'Only what is connected',
    act((state) =>
      isConnected(state, key)
        ? leaveAround(state)
        : changeFilters(state, { connected: { key, reach: REACH } }),
    ),
  );
  const rings = button(
    'Draw around it',
    act((state) =>
      arrange(state, isRound(state, key) ? { kind: 'library' } : { kind: 'rings', around: key }),
    ),
  );
  const neighbours = button(
    'Show neighbours',
    act((state) =>
      isLookedAround(state, key)
        ? leaveAround(state)
        : showNeighbours(context.library, context.sceneOf(state).shown, state, key),
    ),
  );
  const pin = button(
    'Pin',
    act((state) => togglePin(state, key)),
  );
  follow((state) => {
    press(connected, isConnected(state, key));
    // Elsewhere it adds to what is shown, which is nothing that could be taken back here.
    if (isCrowded(context.library, key)) press(neighbours, isLookedAround(state, key));
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
      neighbours,
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

/** Draws the neighbours of a node by one relation where they lie, whatever filters and budget say. */
export function expand(
  { store, sceneOf, library }: PanelContext,
  key: string,
  isWanted: (surrounding: Surrounding) => boolean,
): void {
  store.update((state) =>
    keep(state, neighboursToKeep(library, sceneOf(state).shown, key, isWanted)),
  );
}

const isConnected = ({ filters }: State, key: string): boolean => filters.connected?.key === key;

const isLookedAround = (state: State, key: string): boolean =>
  isConnected(state, key) && state.filters.connected?.most !== undefined;

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
