import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../graph/derive.ts';
import { edgeLines, nodeLines, readKnowledgeGraph } from '../../../graph/knowledge-graph.ts';
import { boundKey } from '../../../graph/property-graph/bound-key.ts';
import { fromPropertyGraph } from '../../../graph/property-graph/from-property-graph.ts';
import { toPropertyGraph } from '../../../graph/property-graph/property-graph.ts';
import type { NodeLine } from '../../../graph/schema.ts';
import { find, paper } from '../paper.ts';

const text = 'SimSD beats EAGLE. It reaches 31.5 on MATH.';
const facts = paper('2601.00001', {
  text,
  date: '2026-01-05',
  entities: [
    ['SimSD', 'Method', 'Simple SD'],
    ['EAGLE', 'Model'],
    ['MATH', 'Benchmark'],
  ],
  relations: [['SimSD', 'OUTPERFORMS', 'EAGLE']],
  results: [{ number: find(text, '31.5'), subject: 'SimSD', benchmark: 'MATH' }],
});
const documents = new Map([[facts.id, facts.document]]);
const { graph } = derive([facts]);

const TASK: NodeLine = {
  schema: 2,
  key: 'task',
  type: 'Task',
  name: 'task',
  aliases: [],
  papers: 1,
  votes: { Task: 1 },
  classTerm: false,
  statistics: [],
};

describe('toPropertyGraph(graph, documents)', () => {
  const { nodes, relationships } = toPropertyGraph(graph, documents);

  it('flattens a node and leaves out what is null', () => {
    expect(nodes.find(({ key }) => key === 'simsd')).toEqual({
      key: 'simsd',
      type: 'Method',
      properties: {
        type: 'Method',
        name: 'SimSD',
        aliases: ['Simple SD'],
        papers: 1n,
        firstSeen: '2026-01-05',
        votesJson: '{"Method":1}',
        classTerm: false,
        statisticsJson: '[]',
      },
    });
    expect(nodes.find(({ type }) => type === 'Result')?.properties).toEqual({
      type: 'Result',
      name: '31.5',
      paper: '2601.00001',
      value: 31.5,
      kind: 'absolute',
    });
  });

  it.each([
    ['word error rate', 'lower'],
    ['accuracy', 'higher'],
    ['attack success rate', undefined],
  ])('tells which of two values by %s is the better one: %s', (name, better) => {
    const metric: NodeLine = { ...TASK, type: 'Metric', name };
    const { nodes } = toPropertyGraph(readKnowledgeGraph([metric], []), documents);
    expect(nodes.map(({ properties }) => properties.better)).toEqual([better]);
  });

  it('gives a claim its date, and the sentence around its place', () => {
    const mention = relationships.find(
      ({ type, target }) => type === 'MENTIONS' && target === 'math',
    );
    expect(mention?.properties).toMatchObject({
      paper: '2601.00001',
      date: '2026-01-05',
      sentence: 'It reaches 31.5 on MATH.',
      start: BigInt(text.indexOf('MATH')),
      confidence: 0.9,
    });
  });

  it('has no sentence where the document is not at hand', () => {
    const [claim] = toPropertyGraph(graph, new Map()).relationships;
    expect(claim?.properties).not.toHaveProperty('sentence');
  });
});

describe('fromPropertyGraph(rows)', () => {
  it('gives the graph back', () => {
    const read = fromPropertyGraph(toPropertyGraph(graph, documents));
    expect([...nodeLines(read)]).toEqual([...nodeLines(graph)]);
    expect([...edgeLines(read)]).toEqual([...edgeLines(graph)]);
  });

  it('gives any names and keys back', () => {
    const sign = fc
      .integer({ min: 0, max: 0x10ffff })
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code));
    const word = fc.array(sign, { minLength: 1, maxLength: 30 }).map((signs) => signs.join(''));
    const times = fc.constantFrom(1, 50);
    fc.assert(
      fc.property(word, times, word, (part, count, name) => {
        const line: NodeLine = { ...TASK, key: part.repeat(count), name, aliases: [name] };
        const odd = readKnowledgeGraph([line], []);
        expect([...nodeLines(fromPropertyGraph(toPropertyGraph(odd, documents)))]).toEqual([line]);
      }),
    );
  });
});

describe('boundKey(key)', () => {
  it('keeps a key that an index can hold', () => {
    expect(boundKey('simsd')).toBe('simsd');
  });

  it('tells long keys apart by their whole, in few bytes', () => {
    const long = '😀'.repeat(5000);
    expect(boundKey(`${long}a`)).not.toBe(boundKey(`${long}b`));
    expect(Buffer.byteLength(boundKey(long))).toBeLessThan(1600);
    expect(boundKey(`a${long}`)).not.toMatch(/\p{Surrogate}/u);
  });

  it('tells keys with half a surrogate pair apart, without it', () => {
    expect(boundKey('a\ud800b')).toMatch(/^a\uFFFDb~[0-9a-f]{64}$/);
    expect(boundKey('a\ud800b')).not.toBe(boundKey('a\ud801b'));
  });
});
