import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../graph/derive.ts';
import { toCypher } from '../../../graph/export/cypher.ts';
import { toNeo4jCsv } from '../../../graph/export/neo4j-csv.ts';
import { toPropertyGraph } from '../../../graph/property-graph/property-graph.ts';
import { hostileGraph, hostileNames, KNOWN_NAMES } from '../../neo4j/hostile.ts';
import { find, paper } from '../paper.ts';

const text = 'A, "B"; beats C by 31.6.';
const facts = paper('one', {
  text,
  entities: [
    ['A, "B"', 'Method', 'x;y', 'z\u001f'],
    ['C', 'Model'],
  ],
  relations: [['A, "B"', 'OUTPERFORMS', 'C']],
  results: [{ number: find(text, '31.6'), subject: 'C' }],
});
const rows = toPropertyGraph(derive([facts]).graph, new Map([[facts.id, facts.document]]));

describe('toCypher(graph, library)', () => {
  const statements = [...toCypher(rows, "it's")].join('').split(';');

  it('begins with the constraints and ends with the claims', () => {
    expect(statements[0]).toMatch(/CREATE CONSTRAINT sotagraph_key IF NOT EXISTS/);
    expect(statements.at(-2)).toMatch(/^\nUNWIND.*MERGE \(source\)-\[r:`/s);
    expect(statements.at(-1)).toBe('\n');
  });

  it('leaves the library in no known state from before the first row on, since it removes nothing', () => {
    const states = statements.filter((statement) => statement.includes('digest'));
    expect(states).toEqual([
      "\nMERGE (n:SotagraphLibrary {library: 'it\\'s'}) SET n.digest = null",
    ]);
    const firstRow = statements.findIndex((statement) => statement.includes('UNWIND'));
    expect(statements.indexOf(states[0] ?? '')).toBeLessThan(firstRow);
  });

  it('leaves nothing in a text that could end a statement, whatever the names', () => {
    const write = (names: readonly string[], library: string) => {
      const { graph, documents } = hostileGraph(names);
      return [...toCypher(toPropertyGraph(graph, documents), library)].join('');
    };
    const count = (script: string) => script.split(';').length;
    const expected = count(write(['a'], 'b'));
    const property = fc.property(hostileNames, hostileNames, (names, [library = '']) => {
      const script = write(names, library);
      expect(count(script)).toBe(expected);
      // Ends of lines stand between texts; nothing else is there that does not show.
      expect(script).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
    });
    fc.assert(property, { examples: [[[...KNOWN_NAMES], [...KNOWN_NAMES]]] });
  });

  it('has one statement a type, with its rows as columns of literals', () => {
    const claims = statements.filter((statement) => statement.includes('[r:`OUTPERFORMS`'));
    expect(claims).toHaveLength(1);
    expect(claims[0]).toContain(`UNWIND range(0, 0) AS i
WITH
  ['ab'][i] AS sourceKey,
  ['c'][i] AS targetKey,
  ['one'][i] AS paper,
  {
    \`paper\`: ['one'][i],
    \`sentence\`: ['A, "B"\\u003b beats C by 31.6.'][i],
`);
  });

  it('writes lists of lists as one list and where each begins and ends', () => {
    const entities = statements.filter((statement) => statement.includes('`aliases`:'));
    expect(entities.find((statement) => statement.includes("'ab'"))).toContain(
      "`aliases`: ['x\\u003by', 'z\\u001f'][[0][i]..[2][i]]",
    );
  });

  it('fills what only some rows have with null', () => {
    const other = paper('two', { text: 'D.', date: '2026-01-05', entities: [['D', 'Method']] });
    const both = toPropertyGraph(derive([facts, other]).graph, new Map());
    expect([...toCypher(both, 'x')].join('')).toContain("`firstSeen`: [null, '2026-01-05'][i]");
  });
});

describe('toNeo4jCsv(graph, library)', () => {
  const files = new Map(
    [...toNeo4jCsv(rows, 'lib')].map(({ name, pieces }) => [name, [...pieces].join('')]),
  );
  const read = (name: string): Record<string, string>[] =>
    parse(files.get(name) ?? '', { columns: true });

  it('writes a file for each kind of node, one for the claims, and what it takes to import them', () => {
    expect([...files.keys()]).toEqual([
      'papers.csv',
      'entities.csv',
      'results.csv',
      'claims.csv',
      'library.csv',
      'schema.cypher',
      'README.md',
    ]);
  });

  it('types its columns and leaves out what is not there', () => {
    const [entity] = read('entities.csv');
    expect(entity).toMatchObject({
      'key:ID(key)': 'ab',
      'library:string': 'lib',
      'name:string': 'A, "B"',
      'papers:long': '1',
      'classTerm:boolean': 'false',
      'firstSeen:string': '',
    });
    expect(read('results.csv')[0]).toMatchObject({ 'value:double': '31.6', 'unit:string': '' });
    expect(read('claims.csv').map((row) => row[':TYPE'])).toContain('OUTPERFORMS');
  });

  it('separates lists by a sign that none of their items holds, and says which', () => {
    const [entity] = read('entities.csv');
    expect(entity?.['aliases:string[]']).toBe('x;y\u001ez\u001f');
    expect(entity?.[':LABEL']).toBe('Sotagraph\u001eEntity\u001eMethod');
    expect(files.get('README.md')).toContain('--array-delimiter=U+001E');
  });
});
