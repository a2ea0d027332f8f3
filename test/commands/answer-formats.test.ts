import { describe, expect, it } from 'vitest';
import { ANSWER_FORMATS } from '../../src/commands/answer-formats.ts';
import { addParameter } from '../../src/commands/query-parameters.ts';

const answer = {
  columns: ['name', 'papers', 'aliases'],
  rows: [
    ['SimSD', 3, ['a', 'b']],
    ['x"y\n\u202ez', null, []],
  ],
};

describe('ANSWER_FORMATS', () => {
  it('prints a table that control characters cannot disturb', () => {
    expect(ANSWER_FORMATS.table(answer, 80)).toBe(`name         papers  aliases
───────────  ──────  ───────
SimSD        3       a, b
x"y \\u202ez

2 rows
`);
  });

  it('cuts the widest columns to the width of the terminal', () => {
    const wide = { columns: ['a', 'b'], rows: [['x'.repeat(50), 'y'.repeat(12)]] };
    const [, , row] = ANSWER_FORMATS.table(wide, 30).split('\n');
    expect(row).toBe(`${'x'.repeat(15)}…  ${'y'.repeat(12)}`);
  });

  it('prints JSON, an object a row', () => {
    expect(JSON.parse(ANSWER_FORMATS.json(answer))).toEqual([
      { name: 'SimSD', papers: 3, aliases: ['a', 'b'] },
      { name: 'x"y\n\u202ez', papers: null, aliases: [] },
    ]);
  });

  it('prints CSV', () => {
    expect(ANSWER_FORMATS.csv(answer)).toBe(
      'name,papers,aliases\nSimSD,3,"a, b"\n"x""y\n\u202ez",,\n',
    );
  });
});

describe('addParameter(given, before)', () => {
  it.each([
    ['name=SimSD', { name: 'SimSD' }],
    ['least=1.5', { least: 1.5 }],
    ['least="1.5"', { least: '1.5' }],
    ['names=["a","b"]', { names: ['a', 'b'] }],
    ['flag=true', { flag: true }],
    ['text=a=b', { text: 'a=b' }],
  ])('reads %j', (given, expected) => {
    expect(addParameter(given)).toEqual(expected);
  });

  it('adds to what was given before', () => {
    expect(addParameter('b=2', { a: 1 })).toEqual({ a: 1, b: 2 });
  });

  it('refuses what is no name=value', () => {
    expect(() => addParameter('name')).toThrow(/name=value/);
  });
});
