import { describe, expect, it } from 'vitest';
import type { NodeLine } from '../../graph/schema.ts';
import { openLibrary } from '../../viz/library.ts';
import { createSearchIndex } from '../../viz/search-index.ts';
import { smallLibrary } from './small-library.ts';

const index = createSearchIndex(openLibrary(smallLibrary()));
const keys = (query: string) => index.find(query, 10).map(({ key }) => key);

const named = (key: string, name: string, papers: number): NodeLine => ({
  schema: 1,
  key,
  type: 'Method',
  name,
  aliases: [],
  papers,
  votes: { Method: papers },
  classTerm: false,
  statistics: [],
});
const squared = createSearchIndex(
  openLibrary({
    schema: 1,
    nodes: [named('m^2dlif', 'M²D-LIF', 9), named('m^2d', 'M²D', 1)],
    edges: [],
    positions: { 'm^2dlif': [0, 0], 'm^2d': [1, 1] },
    top: {},
    communities: [],
  }),
);

describe('find(query, most)', () => {
  it.each(['M²D', 'M$^2$D'])(
    'gives what is called just %s before what is more important',
    (query) => {
      expect(squared.find(query, 5).map(({ key }) => key)).toEqual(['m^2d', 'm^2dlif']);
    },
  );

  it('finds what a keyboard cannot type', () => {
    expect(squared.find('m2d', 5)).toHaveLength(2);
  });

  it('finds what begins as the query does, the most important first', () => {
    expect(keys('sims')[0]).toBe('simsd');
  });

  it.each(['math-500', 'MATH 500', 'math'])('finds MATH-500 by %s', (query) => {
    expect(keys(query)).toContain('math-500');
  });

  it('finds papers by title and by id', () => {
    expect(keys('second look')).toEqual(['paper:2602.00002']);
    expect(keys('2601.00001')).toEqual(['paper:2601.00001']);
  });

  it.each([
    ['sim sd', 'simsd'],
    ['simsd', 'simsd'],
    ['eagle3', 'eagle-3'],
    ['simple spec', 'simsd'],
    ['simplespec', 'simsd'],
  ])('finds by %s what is written with other spaces, before any paper', (query, key) => {
    expect(keys(query)[0]).toBe(key);
  });

  it('says which alias was found with other spaces', () => {
    expect(index.find('simplespec', 1)[0]?.alias).toBe('Simple Speculative Decoding');
  });

  it('says which alias was found', () => {
    expect(index.find('decoding', 1)).toEqual([
      {
        key: 'simsd',
        name: 'SimSD',
        type: 'Method',
        alias: 'Simple Speculative Decoding',
        papers: 3,
      },
    ]);
  });

  it('forgives a slip of the pen, but not in a number', () => {
    expect(keys('acuracy')).toEqual(['accuracy']);
    expect(keys('math-501')).toEqual([]);
  });

  it('finds no more than asked for', () => {
    expect(index.find('s', 1)).toHaveLength(1);
  });
});
