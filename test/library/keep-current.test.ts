import { describe, expect, it } from 'vitest';
import { keepCurrent } from '../../src/library/keep-current.ts';

interface Making {
  readonly resolve: (value: string) => void;
  readonly reject: (error: Error) => void;
}

/** A source whose state the test sets, and whose values the test makes when it likes. */
function source() {
  const made: Making[] = [];
  const gone: string[] = [];
  const its = { state: 'first' };
  const current = keepCurrent({
    state: async () => its.state,
    make: () => new Promise<string>((resolve, reject) => made.push({ resolve, reject })),
    letGo: (outdated) => gone.push(outdated),
  });
  const use = () => current((value) => (gone.includes(value) ? `${value}, gone` : value));
  return { use, made, gone, its };
}

/** Lets all that has been settled take its course. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('keepCurrent(source)', () => {
  it('makes a value once for each state', async () => {
    const { use, made, gone, its } = source();
    const both = [use(), use()];
    await settle();
    made[0]?.resolve('a');
    expect(await Promise.all(both)).toEqual(['a', 'a']);
    its.state = 'second';
    const later = use();
    await settle();
    made[1]?.resolve('b');
    expect([await later, made.length, gone]).toEqual(['b', 2, ['a']]);
  });

  it('lets an outdated value go when the last one has used it', async () => {
    const { use, made, gone, its } = source();
    const early = [use(), use()];
    await settle();
    its.state = 'second';
    const late = use();
    await settle();
    made[0]?.resolve('a');
    made[1]?.resolve('b');
    expect(await Promise.all([...early, late])).toEqual(['a', 'a', 'b']);
    expect(gone).toEqual(['a']);
  });

  it('makes a value for each use where states cannot be told apart', async () => {
    const { use, made, gone, its } = source();
    its.state = '';
    const both = [use(), use()];
    await settle();
    made[0]?.resolve('a');
    made[1]?.resolve('b');
    expect([await Promise.all(both), gone]).toEqual([['a', 'b'], ['a']]);
  });

  it('tries again what failed', async () => {
    const { use, made } = source();
    const failing = use();
    await settle();
    made[0]?.reject(new Error('broken'));
    await expect(failing).rejects.toThrow('broken');
    const again = use();
    await settle();
    made[1]?.resolve('a');
    expect(await again).toBe('a');
  });

  it('holds on to a newer value where the older one fails after it', async () => {
    const { use, made, gone, its } = source();
    const failing = use();
    await settle();
    its.state = 'second';
    const newer = use();
    await settle();
    made[1]?.resolve('b');
    made[0]?.reject(new Error('broken'));
    await expect(failing).rejects.toThrow('broken');
    const later = use();
    await settle();
    expect([made.length, gone]).toEqual([2, []]);
    expect(await Promise.all([newer, later])).toEqual(['b', 'b']);
  });
});
