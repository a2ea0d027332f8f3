import { describe, expect, it } from 'vitest';
import type { ResultKind } from '../../graph/schema.ts';
import { qualify } from '../../src/extract/qualify.ts';

const said = (text: string, number: string, kind: ResultKind = 'absolute') => {
  const start = text.indexOf(number);
  return qualify(text, [start, start + number.length], kind);
};

describe('qualify(text, span, kind)', () => {
  it.each([
    ['gains of up to 23.79%', '23.79', 'up to'],
    ['by as much as 5%', '5', 'up to'],
    ['more than 50 tasks', '50', 'over'],
    ['> 50%', '50', 'over'],
    ['less than 2 ms', '2', 'under'],
    ['approximately $3$', '3', 'about'],
    ['~2x faster', '2', 'about'],
    ['an average of 4.2 points', '4.2', 'average'],
    ['an average improvement of 4.2', '4.2', 'average'],
    ['reaches 81.3% on average', '81.3', 'average'],
    ['reaches 81.3% on MMLU', '81.3', null],
    ['set up to win: 81.3%', '81.3', null],
  ])('"%s": %s is %s', (text, number, qualifier) => {
    expect(said(text, number).qualifier).toBe(qualifier);
  });

  it.each([
    ['599x lower cost', '599', 'ratio', 'down'],
    ['40.7x more errors', '40.7', 'ratio', 'up'],
    ['7.46x higher throughput', '7.46', 'ratio', 'up'],
    ['a ratio of 2x', '2', 'ratio', null],
    ['improves by 5%', '5', 'gain', 'up'],
    ['cuts by 5%', '5', 'reduction', 'down'],
    ['is 5% lower', '5', 'absolute', null],
  ] as const)('"%s": %s as a %s goes %s', (text, number, kind, direction) => {
    expect(said(text, number, kind).direction).toBe(direction);
  });
});
