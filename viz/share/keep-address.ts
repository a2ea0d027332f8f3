import { type Camera, readAddress, toAddress } from '../address.ts';
import { type State, selectedNode } from '../state.ts';
import type { Store } from '../store.ts';

/** What the address asks of the canvas. */
export interface Looking {
  camera(): Camera;
  look(camera: Camera): void;
  flyTo(key: string): void;
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
  const write = (isStep: boolean) => {
    const address = toAddress(store.get(), stage.camera());
    if (address === location.hash) return;
    if (isStep) history.pushState(undefined, '', address);
    else history.replaceState(undefined, '', address);
  };
  const writeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => write(false), REST);
  };
  const follow = () => {
    clearTimeout(timer);
    const { state, camera } = readAddress(location.hash);
    const before = selectedNode(store.get());
    store.update(() => state);
    const now = selectedNode(state);
    if (camera) stage.look(camera);
    else if (now !== undefined && now !== before) stage.flyTo(now);
  };
  const unsubscribe = store.subscribe((state, previous) => {
    if (isOther(state, previous)) write(true);
    else if (state.hovered === previous.hovered) writeSoon();
  });
  const stopLooking = stage.onLook(writeSoon);
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
