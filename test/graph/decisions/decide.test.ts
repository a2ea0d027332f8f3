import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrderOfTime } from '../../../graph/decisions/problem.ts';
import { derive } from '../../../graph/derive.ts';
import { resolve } from '../../../graph/resolve/resolve.ts';
import type { Decision, Extraction } from '../../../graph/schema.ts';
import { find, paper } from '../paper.ts';

const scale = (id: string, beside = 'MATH-500') =>
  paper(id, {
    text: `SCALE on ${beside}`,
    date: '2026-01-01',
    entities: [
      ['SCALE', 'Method'],
      [beside, 'Benchmark'],
    ],
  });
const mention = (id: string, words = 'SCALE') => ({
  paper: id,
  words,
  ...find(`${words} on`, words),
});
function decide(kind: 'same' | 'different', a: string, b: string, day = 1): Decision {
  const signature = { schema: 1, at: `2026-01-0${day}T00:00:00Z`, author: 'ada' } as const;
  return { ...signature, kind, a: mention(a), b: mention(b) };
}
const rename = (id: string, name: string, day = 1): Decision => ({
  schema: 1,
  at: `2026-01-0${day}T00:00:00Z`,
  author: 'ada',
  kind: 'rename',
  entity: mention(id),
  name,
});

/** The papers of each thing called SCALE, or whatever else a person calls it. */
function things(facts: readonly Extraction[], ...decisions: readonly Decision[]) {
  const { identities, problems } = resolve(facts, inOrderOfTime(decisions));
  const named = identities.filter(({ members }) => members[0].entity.name === 'SCALE');
  const papers = named.map(({ key, members }) => [key, members.map((member) => member.paper.id)]);
  return { papers: Object.fromEntries(papers), problems };
}

describe('resolve(facts, decisions)', () => {
  it('keeps apart what a person takes for two; what cannot be told stays with the first', () => {
    const facts = ['a', 'b', 'c'].map((id) => scale(id));
    expect(things(facts, decide('different', 'a', 'b')).papers).toEqual({
      scale: ['a', 'c'],
      'scale@b': ['b'],
    });
  });

  it('moves those that keep the company of the second', () => {
    const facts = [scale('a'), scale('b', 'OSWorld'), scale('c', 'OSWorld')];
    expect(things(facts, decide('different', 'a', 'b')).papers).toEqual({
      scale: ['a'],
      'scale@b': ['b', 'c'],
    });
  });

  it('joins what a person takes for one, whatever their types', () => {
    const metric = paper('m', { text: 'SCALE on', entities: [['SCALE', 'Metric']] });
    const { papers } = things([scale('a'), metric], decide('same', 'a', 'm'));
    expect(papers).toEqual({ scale: ['a', 'm'] });
    const { merges } = resolve([scale('a'), metric], inOrderOfTime([decide('same', 'a', 'm')]));
    expect([...merges()][0]?.members.map(({ rule }) => rule)).toEqual(['spelling', 'decision']);
  });

  it('gives a thing the name that a person gave it', () => {
    expect(things([scale('a'), scale('b')], rename('b', 'Scale Net')).papers).toEqual({
      scalenet: ['a', 'b'],
    });
  });

  it.each([
    ['the later one', [decide('same', 'a', 'b', 1), decide('different', 'a', 'b', 2)], 1, 2],
    [
      'whatever the order of the lines',
      [decide('different', 'a', 'b', 2), decide('same', 'a', 'b', 1)],
      2,
      1,
    ],
  ] as const)(
    'lets %s win of two that contradict each other, and names both',
    (_, decisions, line, other) => {
      const { papers, problems } = things([scale('a'), scale('b')], ...decisions);
      expect(papers).toEqual({ scale: ['a'], 'scale@b': ['b'] });
      expect(problems).toEqual([
        { line, other, message: expect.stringContaining(`line ${other}`) },
      ]);
    },
  );

  it('sees a contradiction that several decisions make together', () => {
    const facts = ['a', 'b', 'c'].map((id) => scale(id));
    const chain = [decide('same', 'a', 'b', 1), decide('same', 'b', 'c', 2)];
    const { problems } = things(facts, ...chain, decide('different', 'a', 'c', 3));
    expect(problems.map(({ line, other }) => [line, other])).toEqual([[2, 3]]);
  });

  it('reports a decision whose paper has gone', () => {
    const { papers, problems } = things([scale('a')], decide('same', 'a', 'z'));
    expect(papers).toEqual({ scale: ['a'] });
    expect(problems).toEqual([{ line: 1, message: expect.stringContaining('paper z') }]);
  });

  it('depends on the sets of facts and decisions, never on their order', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const id = fc.constantFrom(...ids);
    const decision = fc.oneof(
      fc
        .tuple(fc.constantFrom('same' as const, 'different' as const), id, id, fc.nat(8))
        .filter(([, a, b]) => a !== b)
        .map(([kind, a, b, day]) => decide(kind, a, b, day + 1)),
      fc
        .tuple(id, fc.constantFrom('X', 'Y'), fc.nat(8))
        .map(([at, to, day]) => rename(at, to, day + 1)),
    );
    const facts = ids.map((paper, index) => scale(paper, index % 2 ? 'OSWorld' : 'MATH-500'));
    const show = (papers: readonly Extraction[], decisions: readonly Decision[]) => {
      const { nodes, edges, merges } = derive(papers, decisions);
      return JSON.stringify([[...nodes()], [...edges()], [...merges()]]);
    };
    fc.assert(
      fc.property(
        fc.array(decision, { maxLength: 5 }),
        fc.infiniteStream(fc.nat()),
        (made, random) => {
          const shuffle = <T>(items: readonly T[]) =>
            items
              .map((item) => ({ item, at: random.next().value }))
              .sort((a, b) => a.at - b.at)
              .map(({ item }) => item);
          expect(show(shuffle(facts), shuffle(made))).toBe(show(facts, made));
        },
      ),
    );
  });
});
