import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../../graph/analysis/wording.ts';
import { find } from '../paper.ts';

const text =
  'First. On ImageNet, DRoRAE reduces rFID from 0.57 to 0.29 and improves generation FID $\\times$ 2 by 9\\% or so. Last.';
const document = { id: 'a', text };
const sentence = { paper: 'a', ...find(text, text.slice(7, -6)) };
const wording = wordingOf(new Map([['a', document]]));

describe('wordingOf(documents)', () => {
  it('gives words as a person reads them', () => {
    expect(wording.words({ paper: 'a', ...find(text, '$\\times$ 2 by 9\\%') })).toBe('× 2 by 9%');
  });

  it('gives a number with the words beside it, within its sentence', () => {
    const around = (number: string) =>
      wording.around({ paper: 'a', ...find(text, number) }, sentence);
    expect(around('0.57')).toBe(
      '… ImageNet, DRoRAE reduces rFID from 0.57 to 0.29 and improves generation …',
    );
    expect(around('9\\%')).toBe('… generation FID × 2 by 9% or so.');
  });

  it('has no words of a paper that is not at hand', () => {
    const place = { paper: 'b', field: 'text', start: 0, end: 5 } as const;
    expect([wording.words(place), wording.around(place, place)]).toEqual([undefined, undefined]);
  });
});
