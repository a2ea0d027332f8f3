import { describe, expect, it } from 'vitest';
import { isOtherSize } from '../../viz/stage/boxes.ts';

describe('isOtherSize(before, now)', () => {
  const before = { width: 100, height: 40 };

  it.each([
    [{ width: 100, height: 40 }, false],
    [{ width: 60, height: 90 }, false],
    [{ width: 190, height: 40 }, false],
    [{ width: 40, height: 210 }, true],
    [{ width: 30, height: 40 }, true],
  ])('holds the longer sides against each other (%#)', (now, expected) => {
    expect(isOtherSize(before, now)).toBe(expected);
  });
});
