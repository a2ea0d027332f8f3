import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolve } from '../../../graph/resolve/resolve.ts';
import { type Extraction, mergeLine } from '../../../graph/schema.ts';
import { paper, type Sketch } from '../paper.ts';

/** A paper whose text is what it names. */
function names(
  id: string,
  entities: NonNullable<Sketch['entities']>,
  { proposes = [], sure = 0.95 }: { proposes?: readonly string[]; sure?: number } = {},
): Extraction {
  const text = entities.map(([name]) => name).join(', ');
  const facts = paper(id, {
    text,
    date: '2026-01-01',
    entities,
    relations: proposes.map((name) => ['Paper', 'PROPOSES', name] as const),
  });
  return { ...facts, relations: facts.relations.map((claim) => ({ ...claim, confidence: sure })) };
}

/** The papers of each thing that bears a name, by key. */
function papersOf(facts: readonly Extraction[]): Record<string, string[]> {
  const { identities } = resolve(facts);
  return Object.fromEntries(
    identities.map(({ key, members }) => [key, members.map((member) => member.paper.id)]),
  );
}

describe('resolve(facts)', () => {
  it('carries a definition to papers where only one form stands', () => {
    const facts = [
      names('a', [['GRPO', 'Method', 'Group Relative Policy Optimization']]),
      names('b', [['GRPO', 'Method']]),
      names('c', [['group relative policy optimization', 'Method']]),
    ];
    expect(papersOf(facts)).toEqual({ grpo: ['a', 'b', 'c'] });
  });

  it('says by which rule each member was merged, and shows a definition', () => {
    const resolution = resolve([
      names('a', [['SAM 2', 'Model', 'Segment Anything Model 2']]),
      names('b', [['SAM-2', 'Model']]),
      names('c', [['SAM v2', 'Model']]),
      names('d', [['Segment Anything Model 2', 'Model']]),
    ]);
    const merges = [...resolution.merges()];
    expect(merges.map((line) => mergeLine.parse(line))).toEqual(merges);
    expect(merges[0]?.rules).toEqual(['spelling', 'rendering', 'definition']);
    expect(merges[0]?.members.map(({ paper, rule }) => [paper, rule])).toEqual([
      ['a', 'spelling'],
      ['b', 'spelling'],
      ['c', 'rendering'],
      ['d', 'definition'],
    ]);
    expect(merges[0]?.members[3]?.evidence).toEqual({
      paper: 'a',
      field: 'text',
      start: 0,
      end: 5,
    });
  });

  it('does not name a thing by an acronym that hardly any paper writes', () => {
    const usual = ['a', 'b', 'c', 'd'].map((id) => names(id, [['accuracy', 'Metric']]));
    const stray = names('e', [['AR', 'Metric', 'Accuracy']]);
    expect(papersOf([...usual, stray])).toEqual({ accuracy: ['a', 'b', 'c', 'd', 'e'] });
    expect(papersOf([...usual.slice(2), stray])).toEqual({ ar: ['c', 'd', 'e'] });
  });

  it('keeps an acronym apart for each of its long forms', () => {
    const facts = [
      names('a', [['APO', 'Method', 'Anchored Policy Optimization']]),
      names('b', [['APO', 'Method', 'Automatic Prompt Optimization']]),
    ];
    expect(papersOf(facts)).toEqual({ apo: ['a'], 'apo@b': ['b'] });
  });

  it('leaves a mention unlinked that may be either, with both as candidates', () => {
    const facts = [
      names('a', [['APO', 'Method', 'Anchored Policy Optimization']]),
      names('b', [['APO', 'Method', 'Automatic Prompt Optimization']]),
      names('c', [['APO', 'Method']]),
    ];
    expect(papersOf(facts)).toMatchObject({ 'apo@c': ['c'] });
    expect(resolve(facts).ambiguities).toEqual([{ key: 'apo@c', candidates: ['apo', 'apo@b'] }]);
  });

  it('links a mention to the sense whose company it keeps', () => {
    const facts = [
      names('a', [
        ['APO', 'Method', 'Anchored Policy Optimization'],
        ['MATH-500', 'Benchmark'],
      ]),
      names('b', [
        ['APO', 'Method', 'Automatic Prompt Optimization'],
        ['OSWorld', 'Benchmark'],
      ]),
      names('c', [
        ['APO', 'Method'],
        ['OSWorld', 'Benchmark'],
      ]),
    ];
    expect(papersOf(facts)).toMatchObject({ apo: ['a'], 'apo@b': ['b', 'c'] });
    const rules = [...resolve(facts).merges()].find(({ key }) => key === 'apo@b')?.members;
    expect(rules?.map(({ rule }) => rule)).toEqual(['spelling', 'company']);
  });

  it('links no mention to a sense that its paper spells out otherwise, tagged or not', () => {
    const facts = [
      names('a', [
        ['FM', 'Method', 'Flow Matching'],
        ['ImageNet', 'Dataset'],
      ]),
      names('b', [
        ['FM', 'Method', 'Feature Masking'],
        ['OSWorld', 'Benchmark'],
      ]),
      paper('c', {
        text: 'A foundation model (FM) on ImageNet.',
        entities: [
          ['FM', 'Method'],
          ['ImageNet', 'Dataset'],
        ],
      }),
      paper('d', {
        text: 'Fast flow matching (FM) on OSWorld.',
        entities: [
          ['FM', 'Method'],
          ['OSWorld', 'Benchmark'],
        ],
      }),
    ];
    expect(papersOf(facts)).toMatchObject({ fm: ['a', 'd'], 'fm@b': ['b'], 'fm@c': ['c'] });
  });

  it('joins an acronym whose long forms differ in small words or in an acronym inside', () => {
    const facts = [
      names('a', [['RLVR', 'Method', 'Reinforcement Learning with Verifiable Rewards']]),
      names('b', [['RLVR', 'Method', 'Reinforcement Learning from Verifiable Rewards']]),
      names('c', [['RLVR', 'Method', 'RL with Verifiable Rewards']]),
      names('d', [['RLVR', 'Method']]),
    ];
    expect(papersOf(facts)).toEqual({ rlvr: ['a', 'b', 'c', 'd'] });
  });

  describe('where nearly all papers mean one thing', () => {
    const usual = ['a', 'b', 'c', 'd'].map((id) =>
      names(id, [['DAPO', 'Method', 'Dynamic Sampling Policy Optimization']]),
    );
    const other = names('e', [['DAPO', 'Method', 'Defect-aware Prompt Optimization']]);

    it('takes it for what a paper means that says nothing, and says so', () => {
      const facts = [...usual, other, names('f', [['DAPO', 'Method']])];
      expect(papersOf(facts)).toEqual({ dapo: ['a', 'b', 'c', 'd', 'f'], 'dapo@e': ['e'] });
      const rules = [...resolve(facts).merges()].flatMap(({ members }) =>
        members.map(({ paper, rule }) => [paper, rule]),
      );
      expect(rules.at(-1)).toEqual(['f', 'usage']);
    });

    it.each([
      [
        'the paper proposes it',
        names('f', [['DAPO', 'Method']], { proposes: ['DAPO'], sure: 0.3 }),
      ],
      [
        'the paper has another long form in brackets',
        paper('f', { text: 'Data Pooling (DAPO)', entities: [['DAPO', 'Method']] }),
      ],
    ])('leaves it alone where %s', (_, own) => {
      expect(papersOf([...usual, other, own])).toMatchObject({ 'dapo@f': ['f'] });
    });

    it('leaves it alone where the name stands for a thing of another type as often', () => {
      const tasks = ['t', 'u'].map((id) => names(id, [['DAPO', 'Task']]));
      const facts = [...usual, other, ...tasks, names('f', [['DAPO', 'Method']])];
      expect(papersOf(facts)).toMatchObject({ 'dapo@f': ['f'] });
      expect(resolve(facts).ambiguities.map(({ key }) => key)).toEqual(['dapo@f']);
    });
  });

  it('joins nothing with an acronym that its paper spells out otherwise in brackets', () => {
    const facts = [
      names('a', [['PE', 'Method', 'prompt engineering']]),
      paper('b', { text: 'Positional encodings (PEs).', entities: [['PEs', 'Method']] }),
      names('c', [['PE', 'Method']]),
    ];
    expect(papersOf(facts)).toEqual({ pe: ['a', 'c'], 'pe@b': ['b'] });
  });

  it('joins names of several words that differ in capitals alone', () => {
    const facts = [
      names('a', [['EPIC-Kitchens', 'Benchmark']]),
      names('b', [['EPIC-KITCHENS', 'Benchmark']]),
      names('c', [['AIMs', 'Benchmark']]),
      names('d', [['AIMS', 'Benchmark']]),
    ];
    expect(papersOf(facts)).toEqual({ aim: ['c'], aims: ['d'], epickitchen: ['a', 'b'] });
    expect([...resolve(facts).merges()].map(({ rules }) => rules)).toEqual([['spelling']]);
  });

  it('leaves a definition that another one far outweighs to its own paper', () => {
    const usual = ['a', 'b', 'c', 'd', 'e'].map((id) =>
      names(id, [['GRPO', 'Method', 'Group Relative Policy Optimization']]),
    );
    const stray = names('f', [['GRPO', 'Method', 'Grounded Reward Process Overlay']]);
    const facts = [...usual, stray, names('g', [['GRPO', 'Method']])];
    expect(papersOf(facts)).toEqual({ grpo: ['a', 'b', 'c', 'd', 'e', 'g'], 'grpo@f': ['f'] });
  });

  it('takes a coined name that two papers surely propose for two things', () => {
    const facts = [
      names(
        'a',
        [
          ['SCALE', 'Method'],
          ['OSWorld', 'Benchmark'],
        ],
        { proposes: ['SCALE'] },
      ),
      names(
        'b',
        [
          ['SCALE', 'Method'],
          ['MATH-500', 'Benchmark'],
        ],
        { proposes: ['SCALE'] },
      ),
      names('c', [
        ['SCALE', 'Method'],
        ['MATH-500', 'Benchmark'],
      ]),
    ];
    expect(papersOf(facts)).toMatchObject({ scale: ['a'], 'scale@b': ['b', 'c'] });
  });

  it.each([
    ['one proposes with little confidence', { proposes: ['OSWorld'], sure: 0.6 }, 'Benchmark'],
    ['it is no coined name', { proposes: ['OSWorld'] }, 'Task'],
  ] as const)('takes it for one where %s', (_, second, type) => {
    const facts = [
      names('a', [['OSWorld', type]], { proposes: ['OSWorld'] }),
      names('b', [['OSWorld', type]], second),
      names('c', [['OSWorld', type]]),
    ];
    expect(papersOf(facts)).toEqual({ osworld: ['a', 'b', 'c'] });
  });

  it('takes it for one where many only use it', () => {
    const users = ['c', 'd', 'e', 'f'].map((id) => names(id, [['OSWorld', 'Benchmark']]));
    const propose = ['a', 'b'].map((id) =>
      names(id, [['OSWorld', 'Benchmark']], { proposes: ['OSWorld'] }),
    );
    expect(papersOf([...propose, ...users])).toEqual({ osworld: ['a', 'b', 'c', 'd', 'e', 'f'] });
  });

  it('tells what a paper coins from a word that others use', () => {
    const facts = [
      names('a', [['VISION', 'Method']], { proposes: ['VISION'] }),
      names('b', [['vision', 'Method']]),
      names('c', [['Vision', 'Method']]),
    ];
    expect(papersOf(facts)).toEqual({ vision: ['a'], 'vision@b': ['b', 'c'] });
  });

  it('joins types that stand for one another and no others', () => {
    const facts = [
      names('a', [['MMVIAD', 'Dataset']]),
      names('b', [['MMVIAD', 'Benchmark']]),
      names('c', [['MMVIAD', 'Method']]),
    ];
    expect(papersOf(facts)).toEqual({ mmviad: ['a', 'b'], 'mmviad@c': ['c'] });
  });

  it('gives every thing a key of its own, even where a name looks like one', () => {
    const facts = [
      names('1', [
        ['Pass', 'Metric'],
        ['Pass', 'Task'],
      ]),
      names('0', [
        ['Pass', 'Method'],
        ['Pass@1', 'Metric'],
      ]),
    ];
    const keys = resolve(facts).identities.map(({ key }) => key);
    expect(keys).toContain('pass@1');
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('depends on the set of facts, never on their order', () => {
    const forms = fc.constantFrom(
      ['APO', 'Method', 'Anchored Policy Optimization'],
      ['APO', 'Model', 'Automatic Prompt Optimization'],
      ['APO', 'Method'],
      ['Anchored Policy Optimisation', 'Method'],
      ['SCALE', 'Method'],
      ['SCALE', 'Dataset'],
      ['MATH-500', 'Benchmark'],
      ['MATH 500 benchmark', 'Dataset'],
      ['Claude 4.5 Sonnet', 'Model'],
      ['Claude Sonnet 4.5', 'Model'],
    ) as fc.Arbitrary<readonly [string, 'Method', ...string[]]>; // a table of names and types
    const arbitraryFacts = fc
      .array(
        fc.record({
          entities: fc.uniqueArray(forms, { maxLength: 4, selector: ([name]) => name }),
          proposes: fc.boolean(),
        }),
        { minLength: 2, maxLength: 8 },
      )
      .map((papers) =>
        papers.map(({ entities, proposes }, index) =>
          names(`p${index}`, entities, {
            proposes: proposes ? entities.map(([name]) => name) : [],
          }),
        ),
      );
    const show = (facts: readonly Extraction[]) => {
      const { identities, merges, ambiguities } = resolve(facts);
      const things = identities.map(({ key, name, members }) => [
        key,
        name,
        members.map(({ paper, entity }) => [paper.id, entity.name]),
      ]);
      return JSON.stringify([things, [...merges()], ambiguities]);
    };
    fc.assert(
      fc.property(
        arbitraryFacts.chain((facts) =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
        ),
        ([facts, shuffled]) => {
          expect(show(shuffled)).toBe(show(facts));
        },
      ),
    );
  });
});
