import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../viz/library.ts';
import { createSearchIndex } from '../../viz/search-index.ts';
import { smallLibrary } from './small-library.ts';

const index = createSearchIndex(openLibrary(smallLibrary()));
const keys = (query: string) => index.find(query, 10).map(({ key }) => key);

describe('find(query, most)', () => {
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
