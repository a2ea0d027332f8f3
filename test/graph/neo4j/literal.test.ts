import { describe, expect, it } from 'vitest';
import { toLiteral } from '../../../graph/neo4j/literal.ts';

describe('toLiteral(value)', () => {
  it.each([
    ['it', "'it'"],
    ["it's", "'it\\'s'"],
    ['a\\u0027', "'a\\\\u0027'"],
    ['a;\n\u0000\u202eb', "'a\\u003b\\u000a\\u0000\\u202eb'"],
    ['"`😀', "'\"`😀'"],
    [5n, '5'],
    [5, '5.0'],
    [-0.5, '-0.5'],
    [1e21, '1e21'],
    [1e-7, '1e-7'],
    [true, 'true'],
    [['a', "b'"], "['a', 'b\\'']"],
    [[], '[]'],
  ])('writes %s', (value, expected) => {
    expect(toLiteral(value)).toBe(expected);
  });
});
