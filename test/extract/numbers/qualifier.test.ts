import { describe, expect, it } from 'vitest';
import { readQualifier } from '../../../src/extract/numbers/qualifier.ts';

const said = (text: string, number: string) => {
  const start = text.lastIndexOf(number);
  return readQualifier(text, [start, start + number.length]);
};

describe('readQualifier(text, span)', () => {
  it.each([
    ['gains of up to 23.79%', '23.79', 'up to'],
    ['by as much as 5%', '5', 'up to'],
    ['more than 50 tasks', '50', 'over'],
    ['> 50%', '50', 'over'],
    ['retains 90+% of it', '90', 'over'],
    ['from 47.3 -> 78.5 F1', '78.5', null],
    ['less than 2 ms', '2', 'under'],
    ['no model exceeds 40% success rate', '40', 'under'],
    ['approximately $3$', '3', 'about'],
    ['~2x faster', '2', 'about'],
    ['a speedup of 3~5x', '5', null],
    ['an average of 4.2 points', '4.2', 'average'],
    ['an average improvement of 4.2', '4.2', 'average'],
    ['on average, it beats the others by 4.2', '4.2', 'average'],
    ['increasing the average Recall@50 to 67.6%', '67.6', 'average'],
    ['reaches 81.3% on average', '81.3', 'average'],
    ['a mean absolute error of 1.1', '1.1', null],
    ['reaches 81.3% on MMLU', '81.3', null],
    ['set up to win: 81.3%', '81.3', null],
  ])('"%s": %s is %s', (text, number, qualifier) => {
    expect(said(text, number)).toBe(qualifier);
  });

  it.each([
    ['up to 12.4% and 8.4% gains', '8.4', 'up to'],
    ['up to 46.7% on ADI and 42.5% on MBM', '42.5', 'up to'],
    ['approximately 80-83% of them', '83', 'about'],
    ['up to 20%. It reaches 50%', '50', null],
    ['up to 20% while it reaches 50%', '50', null],
  ])('means the later numbers of a list like the first: "%s"', (text, number, qualifier) => {
    expect(said(text, number)).toBe(qualifier);
  });

  it('takes time that grows with the text alone', () => {
    const text = `up to ${'1, '.repeat(20_000)}2%`;
    expect(readQualifier(text, [text.length - 2, text.length - 1])).toBe(null);
  });
});
