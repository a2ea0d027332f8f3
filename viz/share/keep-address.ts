import { type Camera, readAddress, toAddress, WHOLE_PICTURE } from '../address.ts';
import type { State } from '../state.ts';
import type { Store } from '../store.ts';

/** What the address asks of the canvas. */
export interface Looking {
  camera(): Camera;
  look(camera: Camera): void;
  flyToSelection(): void;
  /** Calls `listener` when the reader has looked elsewhere; the returned function ends that. */
  onLook(listener: () => void): () => void;
}

/** How long the canvas has to rest before its address is written, in milliseconds: browsers take only so many. */
const REST = 250;

/**
 * The address follows what is shown, and what is shown follows the address: a copied link shows the same picture, and the
 * browser's own buttons go back and forward. Another selection or view is a step of the browser's; all else changes
 * the step that one is at.
 */
export function keepAddress(store: Store, stage: Looking): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFollowing = false;
  const keep = (state: State) => {
    const address = toAddress(state, stage.camera());
    if (address !== location.hash) history.replaceState(undefined, '', address);
  };
  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => keep(store.get()), REST);
  };
  const step = (state: State, previous: State) => {
    // Who goes on before the canvas has come to rest would come back to where it was before that.
    keep(previous);
    const address = toAddress(state, stage.camera());
    if (address !== location.hash) history.pushState(undefined, '', address);
  };
  const follow = () => {
    clearTimeout(timer);
    const { state, camera } = readAddress(location.hash);
    const before = store.get();
    // A step taken now would cut off all that lie ahead.
    isFollowing = true;
    store.update(() => state);
    isFollowing = false;
    const isNew = state.selection !== undefined && isOther(state, { ...before, view: state.view });
    if (camera) stage.look(camera);
    else if (isNew) stage.flyToSelection();
    else stage.look(WHOLE_PICTURE);
  };
  const unsubscribe = store.subscribe((state, previous) => {
    if (isFollowing) return;
    if (isOther(state, previous)) step(state, previous);
    else if (state.hovered === previous.hovered) keepSoon();
  });
  const stopLooking = stage.onLook(keepSoon);
  addEventListener('popstate', follow);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    stopLooking();
    removeEventListener('popstate', follow);
  };
}

const isOther = (a: State, b: State): boolean =>
  a.view !== b.view || JSON.stringify(a.selection) !== JSON.stringify(b.selection);
