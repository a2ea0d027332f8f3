import { describe, expect, it } from 'vitest';
import {
  hide,
  hover,
  initialState,
  keep,
  select,
  selectedNode,
  toggleType,
} from '../../viz/state.ts';
import { beginTrail, follow, isSameStep, stepBack, stepForward } from '../../viz/walk/trail.ts';

const a = select(initialState, 'a');
const b = select(a, 'b');
const walked = follow(follow(beginTrail(initialState), a), b);

describe('follow(trail, state)', () => {
  it('takes steps down, and goes back and forward through them', () => {
    expect(walked.past).toEqual([initialState, a]);
    const back = stepBack(walked);
    expect(back?.present).toBe(a);
    expect(back && stepForward(back)?.present).toBe(b);
  });

  it('takes nothing down while the pointer moves', () => {
    const moved = follow(walked, hover(b, 'c'));
    expect([moved.past.length, moved.present.hovered]).toEqual([2, 'c']);
  });

  it('takes a return by other ways for a step back, and forward', () => {
    const back = follow(walked, select(b, 'a'));
    expect([back.past.length, back.future.length]).toEqual([1, 1]);
    expect(follow(back, b)).toMatchObject({ future: [] });
  });

  it('forgets where one could have gone once another way is taken', () => {
    const back = stepBack(walked);
    const other = back && follow(back, toggleType(a, 'Task'));
    expect(other && stepForward(other)).toBeUndefined();
  });

  it('undoes what was hidden and kept', () => {
    const trail = follow(follow(beginTrail(b), keep(b, ['x'])), hide(keep(b, ['x']), 'b'));
    const back = stepBack(trail);
    expect(back && selectedNode(back.present)).toBe('b');
    expect(back && stepBack(back)?.present.kept.size).toBe(0);
  });
});

describe('isSameStep(a, b)', () => {
  it('compares what sets and selections hold', () => {
    expect(isSameStep(keep(a, ['x']), keep(select(initialState, 'a'), ['x']))).toBe(true);
    expect(isSameStep(keep(a, ['x']), keep(a, ['y']))).toBe(false);
    expect(isSameStep(a, b)).toBe(false);
  });
});
