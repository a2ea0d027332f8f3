import { describe, expect, it } from 'vitest';
import { diff } from '../../../graph/analysis/diff.ts';
import { derive } from '../../../graph/derive.ts';
import type { Decision, Extraction } from '../../../graph/schema.ts';
import { find, paper } from '../paper.ts';
import { literature, page, scored } from './literature.ts';

const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);

describe('diff(before, after)', () => {
  it('finds nothing between a graph and itself', () => {
    const graph = literature(scored('1', 'Alpha', '81'), scored('2', 'Beta', '82'));
    expect(diff(graph, graph)).toEqual({
      papers: { added: [], removed: [] },
      entities: { added: [], removed: [] },
      firstResults: [],
      beaten: [],
      merged: [],
      split: [],
    });
  });

  it('finds papers and entities that came and went', () => {
    const found = diff(
      literature(scored('1', 'Alpha', '81'), scored('2', 'Beta', '82')),
      literature(
        scored('1', 'Alpha', '81'),
        page('3', { text: 'Gamma and LLMs.', entities: [['LLMs', 'Model']] }),
      ),
    );
    expect(found.papers.added.map(({ id }) => id)).toEqual(['3']);
    expect(found.papers.removed.map(({ id }) => id)).toEqual(['2']);
    expect(names(found.entities.added)).toEqual(['Gamma']);
    expect(names(found.entities.removed)).toEqual(['Beta']);
  });

  it('finds first results, and best values that are beaten', () => {
    const word = { metric: 'WER', benchmark: 'CIFAR' };
    const before = [scored('1', 'Alpha', '81'), scored('2', 'Alpha', '5', word)];
    const found = diff(
      literature(...before),
      literature(
        ...before,
        scored('3', 'Beta', '82'),
        scored('4', 'Beta', '6', word),
        scored('5', 'Beta', '50', { benchmark: 'OSWorld' }),
      ),
    );
    expect(found.firstResults).toMatchObject([
      { benchmark: { name: 'OSWorld' }, results: [{ label: '50 %' }] },
    ]);
    expect(found.beaten).toMatchObject([
      {
        benchmark: { name: 'MATH' },
        metric: { name: 'accuracy' },
        before: [{ label: '81 %', subject: { name: 'Alpha' } }],
        after: [{ label: '82 %', subject: { name: 'Beta' } }],
      },
    ]);
  });

  it('holds what was merged against the best of its boards', () => {
    const scores = [
      scored('1', 'Alpha', '90', { benchmark: 'MATH' }),
      scored('2', 'Beta', '80', { benchmark: 'OSWorld' }),
      scored('3', 'Gamma', '5', { benchmark: 'MATH', metric: 'WER' }),
      scored('4', 'Delta', '9', { benchmark: 'OSWorld', metric: 'WER' }),
    ];
    const [before, after] = [literature(...scores), derive(scores, [isMath]).graph];
    const { merged, beaten } = diff(before, after);
    expect(merged).toMatchObject([{ before: [{ name: 'MATH' }, { name: 'OSWorld' }] }]);
    expect(beaten).toEqual([]);
    const more = scored('5', 'Beta', '91', { benchmark: 'MATH' });
    const [{ before: earlier, after: later } = NOTHING] = diff(
      before,
      derive([...scores, more], [isMath]).graph,
    ).beaten;
    expect([earlier, later].map((rows) => rows.map(({ label }) => label))).toEqual([
      ['90 %'],
      ['91 %'],
    ]);
  });

  it('does not take a thing whose key has changed for a new one', () => {
    const scale = (id: string, date: string, long: string) =>
      paper(id, { text: `SCALE is ${long}.`, date, entities: [['SCALE', 'Method', long]] });
    const first = scale('2', '2026-02-01', 'Selective Context Attention Loss Estimation');
    const earlier = scale('1', '2026-01-01', 'Sparse Convolutional Adapter Learning');
    const found = diff(literature(first), literature(first, earlier));
    expect(found.entities.added.map(({ key }) => key)).toEqual(['scale']);
    expect([found.entities.removed, found.merged, found.split]).toEqual([[], [], []]);
  });

  it('finds what was merged and what was split', () => {
    const apart = [mention('1', 'Omni'), mention('2', 'Omnibus')];
    const together = [mention('1', 'Omni'), mention('2', 'Omnibus', 'Omni')];
    const [before, after] = [literature(...apart), literature(...together)];
    expect(before.order).toBe(4);
    expect(after.order).toBe(3);
    expect(diff(before, after).merged).toMatchObject([
      { before: [{ name: 'Omni' }, { name: 'Omnibus' }], after: { name: 'Omni' } },
    ]);
    expect(diff(after, before).split).toMatchObject([
      { before: { name: 'Omni' }, after: [{ name: 'Omni' }, { name: 'Omnibus' }] },
    ]);
    expect(diff(before, after).entities).toEqual({ added: [], removed: [] });
  });
});

const NOTHING = { before: [], after: [] };

/** That OSWorld of the second paper is MATH of the first. */
const isMath: Decision = {
  schema: 2,
  at: '2026-01-01T00:00:00Z',
  author: 'ada',
  kind: 'same',
  a: { paper: '1', words: 'MATH', ...find('Alpha reaches 90 accuracy on MATH.', 'MATH') },
  b: { paper: '2', words: 'OSWorld', ...find('Beta reaches 80 accuracy on OSWorld.', 'OSWorld') },
};

/** A paper that names one thing, under another name than it stands there if told so. */
function mention(id: string, words: string, name = words): Extraction {
  const text = `We use ${words}.`;
  const facts = paper(id, { text, entities: [[words, 'Method']] });
  return { ...facts, entities: facts.entities.map((entity) => ({ ...entity, name })) };
}
