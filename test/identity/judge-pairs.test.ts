import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judgePairs } from '../../src/identity/judge-pairs.ts';
import { type Pair, pair } from '../../src/identity/pair.ts';
import { collect, readJsonLines } from '../../src/library/json-lines.ts';

const model = (name: string, ...aliases: string[]) => ({ name, type: 'Model' as const, aliases });

describe('judgePairs(pairs)', () => {
  it('counts what is merged rightly and wrongly, and gives back what is not', () => {
    const pairs: Pair[] = [
      { a: model('GPT-5.4'), b: model('gpt 5.4'), same: true },
      { a: model('GPT-5.4'), b: model('GPT-5.1'), same: false },
      { a: model('GPT-5.4'), b: model('Sonnet'), same: true },
      { a: model('GPT-5.4'), b: model('GPT5.4'), same: false },
    ];
    expect(judgePairs(pairs)).toEqual({
      pairs: 4,
      same: 2,
      different: 2,
      rightMerges: 1,
      wrongMerges: 1,
      errors: pairs.slice(2),
    });
  });

  it('carries a definition from one side to the other', () => {
    const same = { a: model('SD', 'Stable Diffusion'), b: model('Stable Diffusion'), same: true };
    expect(judgePairs([same]).errors).toEqual([]);
  });
});

describe('the rules', () => {
  it('judge every pair of a list that covers versions, sizes, splits, parameters, acronyms and words', async () => {
    const path = fileURLToPath(new URL('../golden/identity/pairs.jsonl', import.meta.url));
    const judgement = judgePairs(await collect(readJsonLines(path, pair)));
    expect(judgement.errors).toEqual([]);
    expect([judgement.same, judgement.different]).toEqual([140, 197]);
  });
});

describe('pair', () => {
  it('may leave the aliases out', () => {
    const side = { name: 'x', type: 'Task' };
    expect(pair.parse({ a: side, b: side, same: true }).a.aliases).toEqual([]);
  });
});
