import type { Scene } from '../stage/scene.ts';
import { runForces } from './forces.ts';
import type { Positions } from './planes.ts';
import { inRings } from './rings.ts';

export interface Arranger {
  /** Where the nodes of a scene lie, where that is not as the library says. Forces begin to move them when they are asked for. */
  positionsOf(scene: Scene): Positions | undefined;
  readonly isMoving: () => boolean;
  /** Ends the moving; what moved stays where it is. */
  readonly stop: () => void;
}

/** Arranges scenes; `moved` is called whenever forces have moved nodes, and at their end. */
export function createArranger(moved: () => void): Arranger {
  let last: { readonly scene: Scene; positions: Positions | undefined } | undefined;
  let stop: (() => void) | undefined;
  const isSame = (scene: Scene) =>
    last?.scene.picture === scene.picture &&
    last.scene.state.arrangement === scene.state.arrangement;
  const halt = () => {
    const end = stop;
    stop = undefined;
    end?.();
  };
  const begin = (scene: Scene): Positions | undefined => {
    const { arrangement } = scene.state;
    if (arrangement.kind === 'rings') return inRings(scene.picture, arrangement.around);
    if (arrangement.kind === 'library') return undefined;
    // Until the worker answers, everything stays where it was.
    const before = last?.positions;
    stop = runForces(scene.picture, arrangement.seed, (positions, isDone) => {
      if (!isSame(scene) || !last) return;
      last.positions = positions;
      if (isDone) stop = undefined;
      moved();
    });
    return before;
  };
  return {
    positionsOf(scene) {
      if (isSame(scene)) return last?.positions;
      halt();
      const positions = begin(scene);
      last = { scene, positions };
      return positions;
    },
    isMoving: () => stop !== undefined,
    stop: halt,
  };
}
