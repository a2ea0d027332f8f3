import { describe, expect, it } from 'vitest';
import { nameKey, nameKeys } from '../../src/evaluate/name-key.ts';

describe('nameKey(name)', () => {
  it.each([
    ['Vision-Language Models', 'visionlanguagemodel'],
    ['\\textbf{\\underline{Re}}ward', 'reward'],
    ['FG²-GDN+', 'fg2gdn+'],
    ['Pass@1', 'pass@1'],
    ['AIMS', 'aim'],
    ['DSS', 'dss'],
    ['loss', 'loss'],
    ['Poincaré', 'poincaré'],
    ['—', ''],
  ])('makes %s comparable', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });
});

describe('nameKeys(entity)', () => {
  it('gives the name first and leaves out what has no letter', () => {
    expect(nameKeys({ name: 'GRPO', aliases: ['—', 'Group Relative'] })).toEqual([
      'grpo',
      'grouprelative',
    ]);
  });
});
