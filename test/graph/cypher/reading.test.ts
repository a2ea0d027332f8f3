import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QueryError } from '../../../graph/cypher/query-error.ts';
import { expectReading } from '../../../graph/cypher/reading.ts';

describe('expectReading(text)', () => {
  it.each([
    'MATCH (a:Method) RETURN a.name',
    '  optional match (a) return a;',
    'WITH 1 AS x RETURN x ; // done',
    "MATCH (a) WHERE a.name = 'DROP; COPY' RETURN a",
    'MATCH (a) RETURN a.name AS `set`',
    'UNWIND $names AS created RETURN created',
  ])('lets through %j', (query) => {
    expect(expectReading(query)).toHaveLength(query.length);
  });

  it.each([
    ['COPY (MATCH (a) RETURN a) TO "x.csv"', /only reads/],
    ['LOAD FROM "/etc/passwd" RETURN *', /only reads/],
    ['ATTACH "x.db" AS x (dbtype duckdb)', /only reads/],
    ['INSTALL httpfs', /only reads/],
    ['CREATE (a:Method {key: "x"})', /only reads/],
    ['EXPLAIN COPY Method TO "x"', /only reads/],
    ['MATCH (a) LOAD FROM "x" RETURN *', /LOAD is refused/],
    ['MATCH (a) CALL show_tables() RETURN *', /CALL is refused/],
    ['MATCH (a) SET a.name = "x" RETURN a', /SET is refused/],
    ['MATCH (a) detach delete a', /DETACH is refused/],
    ['RETURN 1; COPY x TO "y"', /one statement/],
    ['RETURN 1 /* a */ ; /* b */ RETURN 2', /one statement/],
    ['// RETURN 1\nDROP TABLE Method', /only reads/],
    ["RETURN 'a", /never closed/],
    ['', /expected a query/],
    [';', /expected a query/],
  ])('refuses %j', (query, message) => {
    expect(() => expectReading(query)).toThrow(message);
    expect(() => expectReading(query)).toThrow(QueryError);
  });

  it('blanks comments out and leaves every offset as it was', () => {
    expect(expectReading("RETURN /* LOAD */ '// x' // CALL\n, 1")).toBe(
      "RETURN            '// x'        \n, 1",
    );
  });

  it('finds a refused clause wherever it stands outside quotes and comments', () => {
    const filler = fc.constantFrom(' ', '\n', "'x'", '"y\\""', '`z`', '/* c */', '(a)', '1', ',');
    const clause = fc.constantFrom('LOAD', 'call', 'Set', 'DELETE', 'create', 'MERGE', 'COPY');
    fc.assert(
      fc.property(fc.array(filler), clause, fc.array(filler), (before, refused, after) => {
        const query = `MATCH ${before.join(' ')} ${refused} ${after.join(' ')}`;
        expect(() => expectReading(query)).toThrow(QueryError);
      }),
    );
  });
});
