import { describe, expect, it } from 'vitest';
import { resolve } from '../../../graph/resolve/resolve.ts';
import { paper } from '../paper.ts';

/** The papers of each thing, where each paper writes one name: `['a', 'DIFFusion', ...aliases]`. */
function things(...written: readonly (readonly [string, string, ...string[]])[]): string[] {
  const facts = written.map(([id, name, ...aliases]) =>
    paper(id, { text: [name, ...aliases].join(' '), entities: [[name, 'Method', ...aliases]] }),
  );
  return resolve(facts).identities.map(({ members }) =>
    members.map((member) => member.paper.id).join(''),
  );
}

describe('partByCase(name, positions, claims)', () => {
  it.each([
    [
      'a head in capitals',
      [
        ['a', 'DIFFusion'],
        ['b', 'diffusion'],
        ['c', 'Diffusion'],
      ],
    ],
    [
      'an acronym that is spelled out',
      [
        ['a', 'VISION', 'Visual Instruction Selection'],
        ['b', 'vision'],
        ['c', 'Vision'],
      ],
    ],
    [
      'what four times as many write small',
      [
        ['a', 'MaSK'],
        ['b', 'mask'],
        ['c', 'mask'],
        ['d', 'mask'],
        ['e', 'mask'],
      ],
    ],
  ] as const)('keeps %s from a word of the language', (_, written) => {
    const [first, ...rest] = written.map(([id]) => id);
    expect(things(...written).sort()).toEqual([first, rest.join('')].sort());
  });

  const engine = [
    ['a', 'VLLM', 'Visual Large Language Models'],
    ['b', 'vLLM'],
    ['c', 'vLLM'],
  ] as const;

  it('keeps a proper name with a small head from an acronym that is spelled out', () => {
    expect(things(...engine, ['d', 'vLLM'], ['e', 'VLLM']).sort()).toEqual(['ae', 'bcd']);
  });

  it.each([
    ['few write the small head', engine],
    [
      'the small head is spelled out as well',
      [...engine, ['d', 'vLLM', 'Visual Large Language Models']],
    ],
    ['nobody spells the acronym out', [['a', 'VLLM'], ...engine.slice(1), ['d', 'vLLM']]],
  ] as const)('tells nothing of it where %s', (_, written) => {
    expect(things(...written)).toEqual([written.map(([id]) => id).join('')]);
  });

  it.each([
    [
      'some write a name small',
      [
        ['a', 'LoRA'],
        ['b', 'lora'],
        ['c', 'LORA'],
      ],
    ],
    [
      'a name stands in capitals',
      [
        ['a', 'RULER'],
        ['b', 'Ruler'],
      ],
    ],
    [
      'all write a word',
      [
        ['a', 'diffusion'],
        ['b', 'Diffusion'],
      ],
    ],
  ] as const)('tells nothing where %s', (_, written) => {
    expect(things(...written)).toEqual([written.map(([id]) => id).join('')]);
  });
});
