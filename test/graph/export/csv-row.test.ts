import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsvRow } from '../../../graph/export/csv-row.ts';

describe('toCsvRow(cells, options)', () => {
  it.each([
    [['a', 1.5, null, undefined, ''], 'a,1.5,,,\n'],
    [['a,b', 'say "so"', 'two\nlines', 'an\rend'], '"a,b","say ""so""","two\nlines","an\rend"\n'],
    [[' as it is '], ' as it is \n'],
  ])('writes %j', (cells, row) => {
    expect(toCsvRow(cells)).toBe(row);
  });

  it('quotes only what its delimiter asks for', () => {
    expect(toCsvRow(['a,b', 'c\td'], { delimiter: '\t' })).toBe('a,b\t"c\td"\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM', '\tx', '＝1'])(
    'lets no spreadsheet take %j for a formula',
    (text) => {
      expect(toCsvRow([text], { spreadsheet: true })).toBe(`'${text}\n`);
    },
  );

  it('lets numbers be numbers in a spreadsheet', () => {
    expect(toCsvRow([-3, 'a-b'], { spreadsheet: true })).toBe('-3,a-b\n');
  });

  it('can be read back, whatever stands in it', () => {
    const cells = fc.array(fc.string({ unit: 'binary' }), { minLength: 2 });
    const delimiters = fc.constantFrom(',', '\t');
    fc.assert(
      fc.property(cells, delimiters, (row, delimiter) => {
        const options = { delimiter, record_delimiter: '\n', relax_column_count: true };
        expect(parse(toCsvRow(row, { delimiter }), options)).toEqual([row]);
      }),
    );
  });
});
