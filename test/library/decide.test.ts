import { describe, expect, it } from 'vitest';
import { mentionIn, type Proposal, proposalOf } from '../../graph/decisions/amendment.ts';
import { UsageError } from '../../graph/errors.ts';
import { buildLibrary } from '../../src/library/build-library.ts';
import { adopt, decide, undo, undoByIds } from '../../src/library/decide.ts';
import { decisionId } from '../../src/library/decision-id.ts';
import { readDecisions } from '../../src/library/decisions.ts';
import { contentsOf, temporaryFolder } from './folder.ts';
import { corpusOf, extractReady } from './ready-papers.ts';

const OPTIONS = { by: 'ada', now: () => new Date('2026-03-14T12:00:00Z') };

async function library() {
  const folder = await temporaryFolder();
  const documents = [
    { id: 'a', text: 'SimSD and EAGLE.' },
    { id: 'b', text: 'SimSD and LoRA.' },
  ];
  await buildLibrary(corpusOf(documents), {
    folder: folder.path,
    extractor: '1+test',
    extract: extractReady,
  });
  return folder;
}

const rename = (folder: string, thing: string, name: string) =>
  decide(folder, proposalOf({ kind: 'rename', thing, name }), OPTIONS);

describe('decide(folder, proposal, options)', () => {
  it('signs, writes and tells what changes', async () => {
    await using folder = await library();
    const { decisions, difference } = await rename(folder.path, 'simsd', 'Sim');
    expect(decisions).toEqual([
      {
        schema: 2,
        at: '2026-03-14T12:00:00.000Z',
        author: 'ada',
        kind: 'rename',
        entity: { paper: 'a', field: 'text', start: 0, end: 5, words: 'SimSD' },
        name: 'Sim',
      },
    ]);
    expect(difference.added).toContain('sim');
    expect(difference.removed).toContain('simsd');
    expect(await readDecisions(folder.path)).toEqual(decisions);
  });

  it('refuses what would have no effect, and writes nothing', async () => {
    await using folder = await library();
    const before = await contentsOf(folder.path);
    const proposal: Proposal = {
      about: ['simsd', 'lora'],
      make: (anchors) => [
        {
          kind: 'add relation',
          source: mentionIn(anchors, 'simsd', 'b'),
          type: 'ADDRESSES',
          target: mentionIn(anchors, 'lora', 'b'),
          evidence: anchors.words('b', 'SimSD and LoRA'),
        },
      ],
    };
    const refused = decide(folder.path, proposal, OPTIONS);
    await expect(refused).rejects.toThrow('ADDRESSES cannot lead from SimSD, a Method, to LoRA');
    await expect(refused).rejects.toBeInstanceOf(UsageError);
    expect(await contentsOf(folder.path)).toEqual(before);
  });
});

describe('undo(folder, goes)', () => {
  it('leaves the bytes of a library on which nothing was decided', async () => {
    await using folder = await library();
    const before = await contentsOf(folder.path);
    await rename(folder.path, 'simsd', 'Sim');
    await undo(folder.path, ({ kind }) => kind === 'rename');
    expect(await contentsOf(folder.path)).toEqual(before);
  });

  it('refuses to take back what is not there', async () => {
    await using folder = await library();
    await expect(undo(folder.path, () => true)).rejects.toThrow(UsageError);
  });
});

describe('undoByIds(folder, ids, options)', () => {
  it('takes back what an id noted earlier means, whatever was taken back since', async () => {
    await using folder = await library();
    const ids = [];
    for (const [thing, name] of [
      ['simsd', 'Sim'],
      ['eagle', 'Eagle-1'],
      ['lora', 'LoRA-1'],
    ] as const) {
      const { decisions } = await rename(folder.path, thing, name);
      ids.push(...decisions.map(decisionId));
    }
    const [first = '', second = '', third = ''] = ids;
    await undoByIds(folder.path, [first]);
    await undoByIds(folder.path, [second]);
    const left = await readDecisions(folder.path);
    expect(left.map(decisionId)).toEqual([third]);
    expect(left).toMatchObject([{ name: 'LoRA-1' }]);
  });

  it('takes back all that was decided at once, where it is asked for', async () => {
    await using folder = await library();
    const { decisions } = await decide(
      folder.path,
      proposalOf({ kind: 'type', thing: 'simsd', type: 'Model' }),
      OPTIONS,
    );
    const [id = ''] = decisions.map(decisionId);
    const undone = await undoByIds(folder.path, [id], { together: true });
    expect([decisions.length, undone.decisions]).toEqual([2, decisions]);
    expect(await readDecisions(folder.path)).toEqual([]);
  });

  it.each([
    ['1', 'there is no decision "1"; that is a line, and lines move when a decision is taken back'],
    ['2', 'there is no decision "2"; `sotagraph decisions log` shows their ids'],
    ['kfff', 'there is no decision "kfff"; `sotagraph decisions log` shows their ids'],
  ])('refuses %s, and writes nothing', async (wrong, message) => {
    await using folder = await library();
    const { decisions } = await rename(folder.path, 'simsd', 'Sim');
    const before = await contentsOf(folder.path);
    const refused = undoByIds(folder.path, [...decisions.map(decisionId), wrong]);
    await expect(refused).rejects.toBeInstanceOf(UsageError);
    await expect(refused).rejects.toThrow(message);
    expect(await contentsOf(folder.path)).toEqual(before);
  });
});

describe('adopt(folder, decisions)', () => {
  it('adds decisions made elsewhere, each once', async () => {
    await using folder = await library();
    await using other = await library();
    const { decisions: made } = await rename(folder.path, 'simsd', 'Sim');
    const first = await adopt(other.path, [...made, ...made]);
    expect(first.decisions).toEqual(made);
    expect(first.difference.added).toContain('sim');
    expect((await adopt(other.path, made)).decisions).toEqual([]);
    expect(await readDecisions(other.path)).toEqual(made);
  });
});
