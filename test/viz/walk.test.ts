import { describe, expect, it } from 'vitest';
import type { EdgeLine, NodeLine } from '../../graph/schema.ts';
import { openLibrary } from '../../viz/library.ts';
import { initialState, lookAround } from '../../viz/state.ts';
import {
  MOST_ADDED,
  neighboursToKeep,
  showNeighbours,
  surroundingsOf,
} from '../../viz/walk/expand.ts';
import { countNeighbours } from '../../viz/walk/hubs.ts';
import { findPaths } from '../../viz/walk/paths.ts';
import { smallLibrary } from './small-library.ts';

const node = (key: string, classTerm = false): NodeLine => ({
  schema: 1,
  key,
  type: 'Method',
  name: key,
  aliases: [],
  papers: 1,
  votes: { Method: 1 },
  classTerm,
  statistics: [],
});
const paper = (id: string): NodeLine => ({
  schema: 1,
  key: `paper:${id}`,
  type: 'Paper',
  name: id,
  id,
});
const edge = (source: string, type: EdgeLine['type'], target: string): EdgeLine => ({
  schema: 1,
  source,
  type,
  target,
  paper: 'p',
  field: 'text',
  start: 0,
  end: 1,
  by: 'test',
  confidence: 1,
});

/** Methods that build on each other as `ab bc` says, and papers that name some of them. */
function libraryOf(pairs: string, named: Record<string, string> = {}, terms = '') {
  const built = pairs.split(' ').filter(Boolean);
  const keys = new Set([...built.join(''), ...Object.values(named).join('')]);
  return openLibrary({
    schema: 1,
    nodes: [
      ...[...keys].map((key) => node(key, terms.includes(key))),
      ...Object.keys(named).map(paper),
      paper('p'),
    ],
    edges: [
      ...built.map(([source = '', target = '']) => edge(source, 'BUILDS_ON', target)),
      ...Object.entries(named).flatMap(([id, things]) =>
        [...things].map((key) => ({ ...edge(`paper:${id}`, 'MENTIONS', key), paper: id })),
      ),
    ],
    positions: {},
    top: {},
    communities: [],
  });
}
const ways = (library: ReturnType<typeof libraryOf>, from: string, to: string, avoided = '') =>
  findPaths(library.index, from, to, (key) => avoided.includes(key)).paths.map((steps) =>
    [from, ...steps.map(({ to }) => to)].join(' '),
  );

describe('findPaths(index, from, to, isAvoided)', () => {
  it('finds the shortest first, against the direction of relations too', () => {
    expect(ways(libraryOf('ab cb cd ad'), 'a', 'c')).toEqual(['a b c', 'a d c']);
  });

  it('goes on to longer ones, never twice through a node', () => {
    expect(ways(libraryOf('ab bc ac cd'), 'a', 'd')).toEqual(['a c d', 'a b c d']);
  });

  it('puts what touches less before what touches more', () => {
    expect(ways(libraryOf('ab bd ac cd be bf'), 'a', 'd')).toEqual(['a c d', 'a b d']);
  });

  it('leaves out what is to be avoided, but not the ends', () => {
    expect(ways(libraryOf('ab bd ac ce ed'), 'a', 'd', 'bad')).toEqual(['a c e d']);
  });

  it('gathers every relation of a step', () => {
    const { paths } = findPaths(libraryOf('ab ba').index, 'a', 'b');
    expect(paths.map((steps) => steps.map(({ links }) => links.length))).toEqual([[2]]);
  });

  it('goes over papers that name both where no relation joins them', () => {
    const { index } = libraryOf('ab', { one: 'bc', two: 'cd' });
    const { paths, overMentions } = findPaths(index, 'a', 'd');
    expect(overMentions).toBe(true);
    expect(paths[0]?.map(({ to }) => to)).toEqual(['b', 'paper:one', 'c', 'paper:two', 'd']);
  });

  it('finds none where nothing joins the two', () => {
    expect(findPaths(libraryOf('ab cd').index, 'a', 'd')).toEqual({
      paths: [],
      overMentions: true,
    });
  });
});

describe('openLibrary(data).hubs', () => {
  it('are class terms and what most is related to', () => {
    const spokes = [...'bcdefghijklmn'].map((key) => `a${key}`).join(' ');
    expect([...libraryOf(`${spokes} op`, {}, 'o').hubs].sort()).toEqual(['a', 'o']);
  });
});

describe('countNeighbours(index, key)', () => {
  it.each([
    ['simsd', 3],
    ['accuracy', 0],
    ['paper:2601.00001', 4],
  ])('counts what is drawn next to %s without papers and results', (key, amount) => {
    expect(countNeighbours(openLibrary(smallLibrary()).index, key)).toBe(amount);
  });
});

describe('neighboursToKeep(library, shown, key)', () => {
  const many = Array.from({ length: MOST_ADDED + 5 }, (_, n) => String.fromCharCode(200 + n));
  const library = libraryOf(`ab ${many.map((key) => `${key}a`).join(' ')}`);

  it('adds so many of each relation, and again the next ones', () => {
    const first = neighboursToKeep(library, { nodes: new Set(['a']) }, 'a');
    expect(first).toHaveLength(1 + 1 + MOST_ADDED);
    const second = neighboursToKeep(library, { nodes: new Set(first) }, 'a');
    expect(second).toHaveLength(1 + 1 + MOST_ADDED + 5);
  });

  it('adds those of one relation alone', () => {
    const isForward = ({ way }: { way: string }) => way === 'forward';
    expect(neighboursToKeep(library, { nodes: new Set() }, 'a', isForward)).toEqual(['a', 'b']);
  });

  it('knows relations by their direction', () => {
    expect(
      surroundingsOf(library, 'a').map(({ type, way, keys }) => [type, way, keys.length]),
    ).toEqual([
      ['BUILDS_ON', 'backward', MOST_ADDED + 5],
      ['BUILDS_ON', 'forward', 1],
    ]);
  });
});

describe('showNeighbours(library, shown, state, key)', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const nothing = { nodes: new Set<string>() };

  it('keeps a few where they lie', () => {
    const library = libraryOf('ab ac');
    const state = showNeighbours(library, nothing, initialState, 'a');
    expect([...state.kept].sort()).toEqual(['a', 'b', 'c']);
    expect(state.filters).toBe(initialState.filters);
  });

  it('shows those of a hub by themselves', () => {
    const library = libraryOf(letters.map((letter) => `${letter}0`).join(' '));
    expect(showNeighbours(library, nothing, initialState, '0')).toEqual(
      lookAround(initialState, '0'),
    );
  });
});
