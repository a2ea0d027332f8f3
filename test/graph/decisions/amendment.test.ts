import { describe, expect, it } from 'vitest';
import { type Amendment, decisionsFor } from '../../../graph/decisions/amendment.ts';
import { anchorsIn } from '../../../graph/decisions/anchors.ts';
import { derive } from '../../../graph/derive.ts';
import { UsageError } from '../../../graph/errors.ts';
import { find, paper } from '../paper.ts';

const FIRST = 'SimSD outperforms EAGLE-3 by 31.6 points.';
const FACTS = [
  paper('a', {
    text: FIRST,
    date: '2026-01-01',
    entities: [
      ['SimSD', 'Method'],
      ['EAGLE-3', 'Method'],
    ],
    relations: [['SimSD', 'OUTPERFORMS', 'EAGLE-3']],
    results: ['SimSD', 'EAGLE-3'].map((subject) => ({ number: find(FIRST, '31.6'), subject })),
  }),
  paper('b', { text: 'We use SimSD.', date: '2026-02-01', entities: [['SimSD', 'Method']] }),
  paper('c', {
    text: 'Sim 7B: accuracy on Simset.',
    entities: [
      ['Sim 7B', 'Model'],
      ['accuracy', 'Metric'],
      ['Simset', 'Dataset'],
    ],
  }),
];
const { graph } = derive(FACTS);
const anchors = anchorsIn(new Map(FACTS.map(({ id, document }) => [id, document])), graph);
const decide = (said: Amendment) => decisionsFor(said, anchors, graph);

const anchor = (paper: string, text: string, words: string) => ({
  paper,
  ...find(text, words),
  words,
});
const SIMSD = anchor('a', FIRST, 'SimSD');
const SIMSD_IN_B = anchor('b', 'We use SimSD.', 'SimSD');
const EAGLE = anchor('a', FIRST, 'EAGLE-3');
const NUMBER = anchor('a', FIRST, '31.6');

describe('decisionsFor(said, anchors, graph)', () => {
  it.each<readonly [Amendment, unknown[]]>([
    [{ kind: 'same', a: 'simsd', b: 'EAGLE-3' }, [{ kind: 'same', a: SIMSD, b: EAGLE }]],
    [
      { kind: 'different', a: 'simsd@a', b: 'simsd@b' },
      [{ kind: 'different', a: SIMSD, b: SIMSD_IN_B }],
    ],
    [
      { kind: 'rename', thing: 'simsd', name: 'Sim' },
      [{ kind: 'rename', entity: SIMSD, name: 'Sim' }],
    ],
    [
      { kind: 'type', thing: 'simsd', type: 'Model' },
      [
        { kind: 'type', entity: SIMSD, type: 'Model' },
        { kind: 'type', entity: SIMSD_IN_B, type: 'Model' },
      ],
    ],
    [
      { kind: 'drop', what: 'simsd OUTPERFORMS eagle3 a' },
      [
        {
          kind: 'drop relation',
          source: SIMSD,
          type: 'OUTPERFORMS',
          target: EAGLE,
          evidence: anchor('a', FIRST, FIRST),
        },
      ],
    ],
    [{ kind: 'drop', what: `result:a#${NUMBER.start}` }, [{ kind: 'drop result', number: NUMBER }]],
    [
      { kind: 'drop', what: `result:a#${NUMBER.start}.2` },
      [{ kind: 'drop result', number: NUMBER }],
    ],
    [{ kind: 'drop', what: 'eagle3' }, [{ kind: 'drop entity', entity: EAGLE }]],
    [
      { kind: 'value', result: `result:a#${NUMBER.start}`, value: 31.5, unit: null },
      [{ kind: 'value', number: NUMBER, value: 31.5, unit: null }],
    ],
    [
      { kind: 'value', result: `result:a#${NUMBER.start}.2`, value: 31.5 },
      [{ kind: 'value', number: NUMBER, value: 31.5 }],
    ],
  ])('%j', (said, decisions) => {
    expect(decide(said)).toEqual(decisions);
  });

  it('joins a method and a model, which papers call one thing', () => {
    expect(decide({ kind: 'same', a: 'simsd', b: 'Sim 7B' })).toHaveLength(1);
  });

  it.each([
    ['SimSD', 'accuracy', '"SimSD" is a Method and "accuracy" a Metric, which cannot be one thing'],
    ['SimSD', 'accuracy', '(`sotagraph correct type "accuracy" Method`, or '],
    ['Simset', 'Sim 7B', '"Simset" is a Dataset and "Sim 7B" a Model'],
  ])('refuses to join %s and %s, and says what to do', (a, b, message) => {
    expect(() => decide({ kind: 'same', a, b })).toThrow(UsageError);
    expect(() => decide({ kind: 'same', a, b })).toThrow(message);
  });

  it.each<readonly [Amendment, string]>([
    [{ kind: 'same', a: 'simsd', b: 'nobody' }, '"nobody" is nothing in this library'],
    [{ kind: 'different', a: 'simsd@a', b: 'simsd' }, 'are the same words'],
    [{ kind: 'same', a: 'simsd', b: 'SimSD@a' }, 'are the same words'],
    [{ kind: 'drop', what: 'paper:a' }, 'sotagraph remove a'],
    [{ kind: 'rename', thing: 'paper:a', name: 'A' }, 'is a Paper; name a thing'],
    [{ kind: 'drop', what: 'paper:a MENTIONS simsd a' }, 'follows from others'],
    [{ kind: 'value', result: 'simsd', value: 1 }, 'is no result of this library'],
    [{ kind: 'drop', what: `result:a#${NUMBER.start}.3` }, '.3" is no result of this library'],
  ])('refuses %j', (said, message) => {
    expect(() => decide(said)).toThrow(UsageError);
    expect(() => decide(said)).toThrow(message);
  });
});
