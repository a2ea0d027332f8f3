import { describe, expect, it } from 'vitest';
import { type Amendment, decisionsFor, proposalOf } from '../../../graph/decisions/amendment.ts';
import { anchorsIn } from '../../../graph/decisions/anchors.ts';
import { derive } from '../../../graph/derive.ts';
import { UsageError } from '../../../graph/errors.ts';
import type { Decision, Extraction } from '../../../graph/schema.ts';
import { find, paper } from '../paper.ts';

const SENTENCES = [
  'Sharpness-aware minimization trains SAM on COCO.',
  'The segment anything model reaches 31.6 on COCO.',
] as const;
const TEXT = SENTENCES.join(' ');
const sketch = paper('x', {
  text: TEXT,
  entities: [
    ['SAM', 'Model', 'Sharpness-aware minimization', 'segment anything model'],
    ['COCO', 'Dataset'],
  ],
  relations: [['SAM', 'EVALUATED_ON', 'COCO']],
  results: [{ number: find(TEXT, '31.6'), subject: 'SAM', benchmark: 'COCO' }],
});
const join = (name: string) => ({ name, rule: 'initials' as const, place: find(TEXT, name) });
/** All is said in the second sentence. */
const facts: Extraction = {
  ...sketch,
  entities: sketch.entities.map((entity) =>
    entity.name === 'SAM'
      ? {
          ...entity,
          joins: [join('Sharpness-aware minimization'), join('segment anything model')],
        }
      : entity,
  ),
  relations: sketch.relations.map((own) => ({ ...own, evidence: find(TEXT, SENTENCES[1]) })),
  results: sketch.results.map((own) => ({ ...own, evidence: find(TEXT, SENTENCES[1]) })),
  statistics: [{ entity: 'SAM', what: 'parameters', value: 7, evidence: find(TEXT, SENTENCES[0]) }],
};
const anchor = (words: string) => ({ paper: 'x', words, ...find(TEXT, words) });
const different = (a: string, b: string) =>
  ({
    schema: 2,
    at: '2026-01-01T00:00:00Z',
    author: 'ada',
    kind: 'different',
    a: anchor(a),
    b: anchor(b),
  }) satisfies Decision;

describe('derive(facts, decisions), spellings of one paper split', () => {
  it('gives a spelling to a thing of its own, with what is said where it alone is named', () => {
    const { graph, problems, merges } = derive(
      [facts],
      [different('SAM', 'segment anything model')],
    );
    expect(problems).toEqual([]);
    expect(graph.getNodeAttributes('sam')).toMatchObject({
      name: 'SAM',
      aliases: ['Sharpness-aware minimization'],
      statistics: [{ what: 'parameters', value: 7 }],
    });
    expect(graph.getNodeAttributes('segmentanythingmodel')).toMatchObject({
      name: 'segment anything model',
      aliases: [],
      statistics: [],
    });
    expect(graph.hasEdge('segmentanythingmodel EVALUATED_ON coco x')).toBe(true);
    expect(graph.hasEdge(`result:x#${find(TEXT, '31.6').start} OF segmentanythingmodel x`)).toBe(
      true,
    );
    expect(graph.outEdges('sam')).toEqual([]);
    expect([...merges()].map(({ key, members }) => [key, members.map(({ name }) => name)])).toEqual(
      [['sam', ['SAM', 'Sharpness-aware minimization']]],
    );
  });

  it('takes the name away where the name is another thing', () => {
    const { graph } = derive([facts], [different('segment anything model', 'SAM')]);
    expect(graph.getNodeAttributes('sam')).toMatchObject({ name: 'SAM', aliases: [] });
    expect(graph.getNodeAttributes('segmentanythingmodel')).toMatchObject({
      aliases: ['Sharpness-aware minimization'],
    });
  });

  it('keeps what was decided of the thing that keeps the name', () => {
    const text = 'Sharpness-aware minimization (SAM) is good. We run SAM on COCO.';
    const named = paper('x', {
      text,
      entities: [
        ['SAM', 'Method', 'Sharpness-aware minimization'],
        ['COCO', 'Dataset'],
      ],
      relations: [['SAM', 'EVALUATED_ON', 'COCO']],
    });
    const decide = (...said: Amendment[]) => {
      const made: Decision[] = [];
      for (const [day, one] of said.entries()) {
        const { graph } = derive([named], made);
        const anchors = anchorsIn(new Map([['x', named.document]]), graph);
        const signed = { schema: 2, at: `2026-01-0${day + 1}T00:00:00Z`, author: 'ada' };
        made.push(...decisionsFor(one, anchors, graph).map((own) => ({ ...signed, ...own })));
      }
      return made;
    };
    const split = {
      kind: 'split',
      thing: 'sam',
      spelling: 'sharpness-aware minimization',
    } as const;
    const dropped = derive(
      [named],
      decide({ kind: 'drop', what: 'sam EVALUATED_ON coco x' }, split),
    );
    expect(dropped.problems).toEqual([]);
    expect(dropped.graph.outEdges('sam')).toEqual([]);
    const renamed = derive([named], decide({ kind: 'rename', thing: 'sam', name: 'SAM 1' }, split));
    expect(renamed.graph.getNodeAttribute('sam1', 'name')).toBe('SAM 1');
    expect(renamed.graph.hasNode('sharpnessawareminimization')).toBe(true);
    const gone = derive(
      [named],
      decide(split, { kind: 'drop', what: 'sharpnessawareminimization' }),
    );
    expect(gone.problems).toEqual([]);
    expect(gone.graph.hasNode('sam')).toBe(true);
    expect(gone.graph.hasNode('sharpnessawareminimization')).toBe(false);
  });

  it('says that one spelling is one thing', () => {
    const { problems, nodes } = derive([facts], [different('SAM', 'SAM')]);
    expect(problems).toEqual([
      { line: 1, message: expect.stringContaining('are one spelling') as string },
    ]);
    expect([...nodes()]).toEqual([...derive([facts]).nodes()]);
  });

  it('changes nothing where reading has them apart, or where the words have gone', () => {
    const { problems, nodes } = derive([facts], [different('SAM', 'COCO')]);
    expect(problems).toEqual([]);
    expect([...nodes()]).toEqual([...derive([facts]).nodes()]);
    const lost = { ...different('SAM', 'COCO'), a: { ...anchor('SAM'), start: 1, end: 4 } };
    expect(derive([facts], [lost]).problems).toHaveLength(1);
  });

  it('corrects what is said of the things that are apart', () => {
    const typed: Decision = {
      ...{ schema: 2, at: '2026-01-02T00:00:00Z', author: 'ada', kind: 'type' },
      entity: anchor('segment anything model'),
      type: 'Method',
    };
    const { graph } = derive([facts], [different('SAM', 'segment anything model'), typed]);
    expect(graph.getNodeAttribute('sam', 'type')).toBe('Model');
    expect(graph.getNodeAttribute('segmentanythingmodel', 'type')).toBe('Method');
  });

  it('logs what one paper alone has joined, until it is split', () => {
    const [line, ...more] = derive([facts]).merges();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ key: 'sam', rules: ['spelling', 'initials'] });
    expect(line?.members.map(({ name, rule, place }) => [name, rule, place.start])).toEqual([
      ['SAM', 'spelling', 36],
      ['Sharpness-aware minimization', 'initials', 0],
      ['segment anything model', 'initials', TEXT.indexOf('segment')],
    ]);
  });
});

describe('decisionsFor({ kind: split }, anchors, graph)', () => {
  const { graph } = derive([facts]);
  const anchors = anchorsIn(new Map([['x', facts.document]]), graph);

  it('tells the spelling from each other one of the same paper', () => {
    const said = { kind: 'split', thing: 'sam', spelling: 'Segment Anything Model' } as const;
    expect(proposalOf(said).about).toContain('sam');
    expect(decisionsFor(said, anchors, graph)).toEqual([
      { kind: 'different', a: anchor('SAM'), b: anchor('segment anything model') },
      {
        kind: 'different',
        a: anchor('Sharpness-aware minimization'),
        b: anchor('segment anything model'),
      },
    ]);
  });

  it.each(['SAM 2', 'COCO', 'SAMs'])('refuses %s, which is no other name of it', (spelling) => {
    expect(() => decisionsFor({ kind: 'split', thing: 'sam', spelling }, anchors, graph)).toThrow(
      UsageError,
    );
  });
});
