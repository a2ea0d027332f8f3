import { describe, expect, it } from 'vitest';
import { derive } from '../../../graph/derive.ts';
import { type Decision, type ExtractedResult, resultNode } from '../../../graph/schema.ts';
import { find, paper } from '../paper.ts';

const text = 'SimSD reaches 31.6 on MATH-500 and beats EAGLE-3.';
const facts = paper('x', {
  text,
  entities: [
    ['SimSD', 'Method'],
    ['MATH-500', 'Benchmark'],
    ['EAGLE-3', 'Method'],
  ],
  relations: [['SimSD', 'EVALUATED_ON', 'MATH-500']],
  results: [{ number: find(text, '31.6'), subject: 'SimSD', benchmark: 'MATH-500' }],
});
const anchor = (words: string) => ({ paper: 'x', words, ...find(text, words) });
const signature = (day: number) => ({
  schema: 1 as const,
  at: `2026-01-0${day}T00:00:00Z`,
  author: 'ada',
});
const sign = (decision: object, day = 1) => ({ ...signature(day), ...decision }) as Decision; // written out in each test
const drop = (day: number) => sign({ kind: 'drop result', number: anchor('31.6') }, day);
const value = (day: number) => sign({ kind: 'value', number: anchor('31.6'), value: 40 }, day);
const added = (day: number, unit = '%') => {
  const about = { metric: null, benchmark: null, baseline: null, subject: anchor('SimSD') };
  const said = { value: 31.6, unit, resultKind: 'absolute', evidence: anchor(text), ...about };
  return sign({ kind: 'add result', number: anchor('31.6'), ...said }, day);
};
/** What a number is a number of, as it was read and then put right. */
const measured = (read: Partial<ExtractedResult>, right: object) => {
  const number = find(text, '31.6');
  const decision = sign({ kind: 'value', number: anchor('31.6'), value: 5, ...right });
  const { graph } = derive([paper('x', { text, results: [{ number, ...read }] })], [decision]);
  const { kind, unit, direction, difference } = resultNode.parse(
    graph.getNodeAttributes('result:x#14'),
  );
  return { kind, unit, direction, ...(difference && { difference }) };
};
const keysAfter = (...decisions: Decision[]) => {
  const { graph, problems } = derive([facts], decisions);
  expect(problems).toEqual([]);
  return [...graph.nodes(), ...graph.edges()].filter((key) => !key.includes('MENTIONS'));
};

describe('derive(facts, decisions), corrected', () => {
  it('drops an entity with all that hangs on it', () => {
    const keys = keysAfter(sign({ kind: 'drop entity', entity: anchor('MATH-500') }));
    expect(keys.filter((key) => key.includes('math500'))).toEqual([]);
    expect(keys).toContain('result:x#14 OF simsd x');
  });

  it('drops and adds a relation', () => {
    const claim = { source: anchor('SimSD'), target: anchor('EAGLE-3'), evidence: anchor(text) };
    const keys = keysAfter(
      sign({ kind: 'add relation', type: 'OUTPERFORMS', ...claim }),
      sign({
        kind: 'drop relation',
        type: 'EVALUATED_ON',
        ...claim,
        target: anchor('MATH-500'),
      }),
    );
    expect(keys).toContain('simsd OUTPERFORMS eagle3 x');
    expect(keys).not.toContain('simsd EVALUATED_ON math500 x');
  });

  it('puts a value right, drops and adds numbers', () => {
    const value = sign({ kind: 'value', number: anchor('31.6'), value: 32, unit: '%' });
    expect(derive([facts], [value]).graph.getNodeAttribute('result:x#14', 'name')).toBe('32 %');
    const drop = sign({ kind: 'drop result', number: anchor('31.6') });
    expect(keysAfter(drop).filter((key) => key.startsWith('result'))).toEqual([]);
    const three = { ...anchor('EAGLE-3'), start: text.indexOf('3.', 40), words: '3' };
    const add = sign({
      kind: 'add result',
      number: { ...three, end: three.start + 1 },
      evidence: anchor(text),
      value: 3,
      unit: null,
      resultKind: 'absolute',
      subject: anchor('EAGLE-3'),
      metric: null,
      benchmark: null,
      baseline: null,
    });
    expect(keysAfter(add)).toContain(`result:x#${three.start} OF eagle3 x`);
  });

  it('forgets the direction of another kind, and the difference of another kind or unit', () => {
    const gain = { kind: 'gain', unit: '%', direction: 'up', difference: 'relative' } as const;
    expect(measured(gain, { resultKind: 'absolute' })).toEqual({
      kind: 'absolute',
      unit: '%',
      direction: null,
    });
    expect(measured(gain, { unit: 'points' })).toEqual({
      kind: 'gain',
      unit: 'points',
      direction: 'up',
    });
    expect(measured(gain, { resultKind: 'gain', unit: '%' })).toEqual(gain);
  });

  it('puts the value of an added number right, and then says which value does not count', () => {
    const right = (day: number, value: number) =>
      sign({ kind: 'value', number: anchor('31.6'), value }, day);
    const without = { ...facts, results: [] };
    const once = derive([without], [added(1), right(2, 32)]);
    expect(once.problems).toEqual([]);
    expect(once.graph.getNodeAttribute('result:x#14', 'name')).toBe('32 %');
    expect(once.graph.outNeighbors('result:x#14')).toContain('simsd');
    const twice = derive([without], [added(1), right(2, 32), right(3, 33)]);
    expect(twice.problems.map(({ line, other }) => [line, other])).toEqual([[2, 3]]);
    expect(twice.graph.getNodeAttribute('result:x#14', 'name')).toBe('33 %');
  });

  it.each([
    ['drops what was added', [added(1), drop(2)], [[1, 2]], null],
    ['adds what was dropped', [drop(1), added(2)], [[1, 2]], '31.6 %'],
    ['adds what had another value', [value(1), added(2)], [[1, 2]], '31.6 %'],
    ['keeps what has a value again', [added(1), drop(2), value(3)], [[2, 3]], '40 %'],
    ['adds the later of two', [added(1, 'x'), added(2), value(3)], [[1, 2]], '40 %'],
  ] as const)('%s, in the order of time', (_, decisions, expected, name) => {
    const { graph, problems } = derive([{ ...facts, results: [] }], decisions);
    expect(problems.map(({ line, other }) => [line, other])).toEqual(expected);
    const node = graph.hasNode('result:x#14')
      ? graph.getNodeAttribute('result:x#14', 'name')
      : null;
    expect(node).toBe(name);
  });

  it('decides a type against any number of papers', () => {
    const other = ['a', 'b'].map((id) =>
      paper(id, { text: 'SimSD', entities: [['SimSD', 'Method']] }),
    );
    const decision = sign({ kind: 'type', entity: anchor('SimSD'), type: 'Model' });
    const { graph } = derive([facts, ...other], [decision]);
    expect(graph.getNodeAttribute('simsd', 'type')).toBe('Model');
  });

  it('finds its words in what another extractor read', () => {
    const renamed = {
      ...facts,
      entities: facts.entities.map((entity) =>
        entity.name === 'EAGLE-3' ? { ...entity, name: 'EAGLE' } : entity,
      ),
    };
    const drop = sign({ kind: 'drop entity', entity: anchor('EAGLE-3') });
    expect(derive([renamed], [drop]).graph.hasNode('eagle')).toBe(false);
  });

  it('reports a decision whose words have gone', () => {
    const decision = sign({
      kind: 'value',
      number: { ...anchor('31.6'), words: '31.7' },
      value: 1,
    });
    expect(derive([facts], [decision]).problems).toEqual([
      { line: 1, message: expect.stringContaining('"31.7" no longer stands in paper x') },
    ]);
    expect(derive([], [decision]).problems).toHaveLength(1);
  });

  it('reports a relation that the schema forbids, and leaves it out', () => {
    const claim = { source: anchor('SimSD'), target: anchor('EAGLE-3'), evidence: anchor(text) };
    const added = sign({ kind: 'add relation', type: 'ADDRESSES', ...claim });
    const { graph, problems } = derive([facts], [added]);
    expect(graph.hasEdge('simsd ADDRESSES eagle3 x')).toBe(false);
    expect(problems).toEqual([
      {
        line: 1,
        message:
          'ADDRESSES cannot lead from SimSD, a Method, to EAGLE-3, a Method; correct a type first',
      },
    ]);
  });

  it('adds a number without the slot that its thing cannot fill, and says so', () => {
    const added = sign({
      kind: 'add result',
      number: anchor('31.6'),
      evidence: anchor(text),
      value: 31.6,
      unit: '%',
      resultKind: 'absolute',
      subject: anchor('SimSD'),
      metric: anchor('EAGLE-3'),
      benchmark: { ...anchor('MATH-500'), words: 'MATH-501' },
      baseline: null,
    });
    const { graph, problems } = derive([facts], [added]);
    expect(graph.outNeighbors('result:x#14').sort()).toEqual(['paper:x', 'simsd']);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^EAGLE-3, a Method, cannot be the metric.*"MATH-501" no longer stands/,
      ),
    ]);
  });

  it('reports two that contradict each other; the later one wins', () => {
    const value = (day: number, to: number) =>
      sign({ kind: 'value', number: anchor('31.6'), value: to }, day);
    const { graph, problems } = derive([facts], [value(2, 50), value(1, 40)]);
    expect(graph.getNodeAttribute('result:x#14', 'name')).toBe('50');
    expect(problems).toEqual([{ line: 2, other: 1, message: expect.stringContaining('line 1') }]);
  });
});

describe('derive(facts, decisions), of a number that is said of several things', () => {
  const said = 'SimSD reaches an accuracy and F1 of 97.8 on MATH-500, 12 less than EAGLE-3.';
  const about = { number: find(said, '97.8'), subject: 'SimSD', kind: 'gain', unit: '%' } as const;
  const shared = paper('x', {
    text: said,
    entities: [
      ['SimSD', 'Method'],
      ['accuracy', 'Metric'],
      ['F1', 'Metric'],
      ['EAGLE-3', 'Method'],
    ],
    results: [
      { ...about, metric: 'accuracy', direction: 'up' },
      { ...about, metric: 'F1', difference: 'points' },
      { number: find(said, '12'), subject: 'EAGLE-3' },
    ],
  });
  const at = (words: string) => ({ paper: 'x', words, ...find(said, words) });
  const [first, other] = [`result:x#${about.number.start}`, `result:x#${find(said, '12').start}`];
  const results = (...decisions: Decision[]) => {
    const { graph, problems } = derive([shared], decisions);
    expect(problems).toEqual([]);
    return graph.nodes().flatMap((key) => {
      const node = graph.getNodeAttributes(key);
      if (node.type !== 'Result') return [];
      const measures = graph.filterOutNeighbors(key, (_, { type }) => type === 'Metric');
      return [[key, node.name, ...measures].join(' ')];
    });
  };

  it('drops all its results, and those of no other number', () => {
    expect(results()).toEqual([
      `${first} +97.8 % accuracy`,
      `${first}.2 +97.8 % f1`,
      `${other} 12`,
    ]);
    expect(results(sign({ kind: 'drop result', number: at('97.8') }))).toEqual([`${other} 12`]);
  });

  it('puts value, unit and kind of all its results right', () => {
    const right = { value: 97.9, unit: null, resultKind: 'absolute' };
    const decision = sign({ kind: 'value', number: at('97.8'), ...right });
    expect(results(decision)).toEqual([
      `${first} 97.9 accuracy`,
      `${first}.2 97.9 f1`,
      `${other} 12`,
    ]);
    const { graph } = derive([shared], [decision]);
    for (const key of [first, `${first}.2`]) {
      const node = graph.getNodeAttributes(key);
      expect(node).toMatchObject({ kind: 'absolute', unit: null, direction: null });
      expect(node).not.toHaveProperty('difference');
      expect(graph.getEdgeAttribute(`${key} OF simsd x`, 'by')).toBe('person');
    }
  });

  it('puts an added result in the place of all of them', () => {
    const nothing = { benchmark: null, baseline: null };
    const slots = { ...nothing, subject: at('EAGLE-3'), metric: at('F1') };
    const measure = { value: 97.8, unit: '%', resultKind: 'absolute' };
    const added = { number: at('97.8'), evidence: at(said), ...measure, ...slots };
    expect(results(sign({ kind: 'add result', ...added }))).toEqual([
      `${first} 97.8 % f1`,
      `${other} 12`,
    ]);
  });

  it.each([
    ['the second metric', 'F1', 'accuracy'],
    ['the first metric', 'accuracy', 'f1'],
  ])('drops what is left of a result without %s', (_, dropped, left) => {
    const drop = sign({ kind: 'drop entity', entity: at(dropped) });
    expect(results(drop)).toEqual([`${first} +97.8 % ${left}`, `${other} 12`]);
    const retyped = sign({ kind: 'type', entity: at(dropped), type: 'Task' });
    expect(results(retyped)).toEqual([`${first} +97.8 % ${left}`, `${other} 12`]);
  });

  it('keeps a number when all that it is said of is dropped', () => {
    const drops = ['F1', 'accuracy'].map((words, day) =>
      sign({ kind: 'drop entity', entity: at(words) }, day + 1),
    );
    expect(results(...drops)).toEqual([`${first} +97.8 %`, `${other} 12`]);
  });
});
