import { describe, expect, it } from 'vitest';
import { fromHash, toHash } from '../../viz/address.ts';

describe('toHash(selection)', () => {
  it.each(['simsd', 'paper:cs/9901001', 'result:1#5', 'FG²-GDN+', '100 %'])(
    'keeps %s through an address',
    (key) => {
      expect(fromHash(toHash(key))).toBe(key);
    },
  );

  it('has an address for the overview', () => {
    expect(toHash(undefined)).toBe('#/');
    expect(fromHash('#/')).toBeUndefined();
  });
});

describe('fromHash(hash)', () => {
  it.each(['', '#', '#/node/', '#/elsewhere', '#/node/%E0%A4%A'])(
    'opens nothing for %o',
    (hash) => {
      expect(fromHash(hash)).toBeUndefined();
    },
  );
});
