import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Matrix, matrix } from '../../../graph/analysis/matrix.ts';
import { openExperiments } from '../../../graph/analysis/open-experiments.ts';
import { toHeatMap } from '../../../graph/drawing/heat-map.ts';
import { literature, page, saidOf, scored } from './literature.ts';

const SYSTEMS = {
  rows: ['Method', 'Model'],
  columns: ['Benchmark', 'Dataset'],
} as const;

const tests = (id: string, subject: string, ...benchmarks: string[]) =>
  page(id, {
    text: `${subject} runs on ${benchmarks.join(' and ')}.`,
    relations: benchmarks.map((benchmark) => [subject, 'EVALUATED_ON', benchmark] as const),
  });

describe('matrix(graph, options)', () => {
  it('says what was tested on what, with the best value by the measure of the column', () => {
    const graph = literature(
      scored('1', 'Alpha', '81'),
      scored('2', 'Alpha', '82'),
      scored('3', 'Beta', '70'),
      tests('4', 'Beta', 'MATH', 'OSWorld'),
    );
    expect(matrix(graph, SYSTEMS)).toEqual({
      rows: [
        { key: 'beta', name: 'Beta' },
        { key: 'alpha', name: 'Alpha' },
      ],
      columns: [
        {
          key: 'math',
          name: 'MATH',
          measure: {
            metric: { key: 'accuracy', name: 'accuracy' },
            unit: '%',
            scale: 100,
            better: 'higher',
          },
        },
        { key: 'osworld', name: 'OSWorld', measure: null },
      ],
      cells: [
        [
          { papers: ['3', '4'], best: { value: 70, label: '70 %', rank: 2 } },
          { papers: ['4'], best: null },
        ],
        [{ papers: ['1', '2'], best: { value: 82, label: '82 %', rank: 1 } }, null],
      ],
      allRows: 2,
      allColumns: 2,
    });
  });

  it('fills a cell for each benchmark that a number is said of', () => {
    const about = { subject: 'Alpha', metric: 'accuracy' };
    const benchmarks = ['MATH', 'OSWorld'].map((benchmark) => ({ ...about, benchmark }));
    const text = 'Alpha reaches 12% accuracy on both MATH and OSWorld.';
    const graph = literature(page('1', { text, numbers: saidOf('12', ...benchmarks) }));
    const best = { value: 12, label: '12 %', rank: 1 };
    expect(matrix(graph, SYSTEMS).cells).toEqual([
      [
        { papers: ['1'], best },
        { papers: ['1'], best },
      ],
    ]);
  });

  it('joins other types by whatever relates them', () => {
    const graph = literature(
      page('1', {
        text: 'Alpha is for planning.',
        relations: [['Alpha', 'ADDRESSES', 'planning']],
      }),
    );
    const found = matrix(graph, { rows: ['Task'], columns: ['Method'] });
    expect(found.cells).toEqual([[{ papers: ['1'], best: null }]]);
  });

  it('does not take training data for a test, nor a class for a thing', () => {
    const graph = literature(
      page('1', {
        text: 'Alpha is fed with CIFAR.',
        relations: [['Alpha', 'TRAINED_ON', 'CIFAR']],
      }),
      page('2', {
        text: 'LLMs run on MATH.',
        entities: [['LLMs', 'Model']],
        relations: [['LLMs', 'EVALUATED_ON', 'MATH']],
      }),
    );
    expect(matrix(graph, SYSTEMS)).toMatchObject({ rows: [], columns: [], allRows: 0 });
  });

  it('keeps the fullest columns, and the rows that fill them', () => {
    const graph = literature(
      tests('1', 'Alpha', 'MATH', 'OSWorld'),
      tests('2', 'Beta', 'MATH'),
      tests('3', 'Gamma', 'CIFAR'),
    );
    const found = matrix(graph, { ...SYSTEMS, maxColumns: 1 });
    expect(found.columns.map(({ name }) => name)).toEqual(['MATH']);
    expect(found.rows.map(({ name }) => name)).toEqual(['Alpha', 'Beta']);
    expect([found.allRows, found.allColumns]).toEqual([3, 3]);
    expect(matrix(graph, { ...SYSTEMS, maxRows: 1 }).rows).toHaveLength(1);
  });
});

describe('openExperiments(graph, options, limit)', () => {
  const graph = literature(
    tests('1', 'Alpha', 'MATH', 'CIFAR'),
    tests('2', 'Beta', 'MATH', 'CIFAR', 'OSWorld'),
    tests('3', 'Gamma', 'MATH', 'OSWorld'),
  );

  it('finds empty cells where close rivals were tested, with the reasons', () => {
    const [first, ...others] = openExperiments(graph, SYSTEMS);
    expect(first).toEqual({
      row: { key: 'alpha', name: 'Alpha' },
      column: { key: 'osworld', name: 'OSWorld' },
      rivals: [
        {
          key: 'beta',
          name: 'Beta',
          shared: [
            { key: 'cifar', name: 'CIFAR' },
            { key: 'math', name: 'MATH' },
          ],
          papers: ['2'],
        },
        { key: 'gamma', name: 'Gamma', shared: [{ key: 'math', name: 'MATH' }], papers: ['3'] },
      ],
    });
    expect(others.map(({ row, column }) => `${row.name} ${column.name}`)).toEqual(['Gamma CIFAR']);
    expect(openExperiments(graph, SYSTEMS, 1)).toEqual([first]);
  });

  it('keeps the first few, whatever is tested on what', () => {
    const name = fc.constantFrom('Alpha', 'Beta', 'Gamma', 'Delta');
    const benchmark = fc.constantFrom('MATH', 'OSWorld', 'CIFAR');
    const tested = fc.array(fc.tuple(name, benchmark), { maxLength: 12 });
    fc.assert(
      fc.property(tested, fc.nat(4), (said, limit) => {
        const any = literature(...said.map(([subject, on], at) => tests(`${at}`, subject, on)));
        const all = openExperiments(any, SYSTEMS, Number.POSITIVE_INFINITY);
        expect(openExperiments(any, SYSTEMS, limit)).toEqual(all.slice(0, limit));
      }),
    );
  });

  it('takes who is tested on the same few for closer than who is tested on everything', () => {
    const broad = [1, 2, 3, 4, 5, 6, 7, 8].map(
      (number) => [`Suite${number}`, 'Benchmark'] as const,
    );
    const all = page('1', {
      text: `Gamma on MATH, CIFAR and ${broad.map(([name]) => name).join(', ')}.`,
      entities: broad,
      relations: ['MATH', 'CIFAR', ...broad.map(([name]) => name)].map(
        (name) => ['Gamma', 'EVALUATED_ON', name] as const,
      ),
    });
    const found = openExperiments(
      literature(
        all,
        tests('2', 'Alpha', 'MATH', 'CIFAR'),
        tests('3', 'Beta', 'MATH', 'CIFAR', 'OSWorld'),
      ),
      SYSTEMS,
      1,
    );
    expect(found).toMatchObject([
      { row: { name: 'Alpha' }, column: { name: 'OSWorld' }, rivals: [{ name: 'Beta' }] },
    ]);
  });

  it('asks of no family whose members are there, and of few cells a row', () => {
    const family = page('1', {
      text: 'Qwen runs on MATH, Qwen3-8B on CIFAR, Delta on MATH.',
      entities: [
        ['Qwen', 'Model'],
        ['Qwen3-8B', 'Model'],
      ],
      relations: [
        ['Qwen', 'EVALUATED_ON', 'MATH'],
        ['Qwen3-8B', 'EVALUATED_ON', 'CIFAR'],
      ],
    });
    const suites = ['SuiteA', 'SuiteB', 'SuiteC', 'SuiteD'];
    const wide = page('2', {
      text: `Beta runs on MATH, ${suites.join(', ')}.`,
      entities: suites.map((name) => [name, 'Benchmark'] as const),
      relations: ['MATH', ...suites].map((name) => ['Beta', 'EVALUATED_ON', name] as const),
    });
    const found = openExperiments(literature(family, wide, tests('3', 'Alpha', 'MATH')), SYSTEMS);
    expect(found.map(({ row, column }) => `${row.name} ${column.name}`)).toEqual([
      'Alpha SuiteA',
      'Alpha SuiteB',
      'Alpha SuiteC',
    ]);
  });

  it('has no question where a variant of the benchmark was tested, and no rival in the family', () => {
    const verified = page('1', {
      text: 'Alpha runs on MATH and OSWorld-Verified, Alpha-7B on MATH and CIFAR.',
      entities: [
        ['OSWorld-Verified', 'Benchmark'],
        ['Alpha-7B', 'Method'],
      ],
      relations: [
        ['Alpha', 'EVALUATED_ON', 'MATH'],
        ['Alpha', 'EVALUATED_ON', 'OSWorld-Verified'],
        ['Alpha-7B', 'EVALUATED_ON', 'MATH'],
        ['Alpha-7B', 'EVALUATED_ON', 'CIFAR'],
      ],
    });
    const found = openExperiments(
      literature(verified, tests('2', 'Beta', 'MATH', 'OSWorld')),
      SYSTEMS,
    );
    expect(found.map(({ row, column }) => `${row.name} ${column.name}`)).toEqual([
      'Alpha-7B OSWorld',
      'Beta CIFAR',
    ]);
  });
});

describe('toHeatMap(matrix, options)', () => {
  const graph = literature(
    scored('1', 'Alpha', '81'),
    page('2', {
      text: 'We run <b>"x"</b>\u0001 on MATH.',
      entities: [['<b>"x"</b>\u0001', 'Method']],
      relations: [['<b>"x"</b>\u0001', 'EVALUATED_ON', 'MATH']],
    }),
  );
  const drawn = toHeatMap(matrix(graph, SYSTEMS), { title: 'A & B', values: 'best' });

  it('escapes names, and replaces what XML forbids', () => {
    expect(drawn).toContain('&#60;b&#62;&#34;x&#34;&#60;/b&#62;\u{fffd}');
    expect(drawn).toContain('A &#38; B');
    expect(drawn).not.toMatch(/<b>|NaN|undefined/);
  });

  it('says in each cell what it stands for', () => {
    expect(drawn).toContain('<title>Alpha, MATH (accuracy in %): 81 %, 1 paper</title>');
    expect(drawn).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  });

  it.each([
    ['rows', 130_000, 1, 'best'],
    ['cells', 361, 361, 'papers'],
  ] as const)('draws any number of %s', (_, rows, columns, values) => {
    const name = { key: 'x', name: 'X', measure: null };
    const large: Matrix = {
      rows: new Array(rows).fill(name),
      columns: new Array(columns).fill(name),
      cells: new Array(rows).fill(new Array(columns).fill(null)),
      allRows: rows,
      allColumns: columns,
    };
    expect(toHeatMap(large, { title: '', values })).not.toMatch(/NaN|Infinity/);
  });

  it('draws an empty matrix too', () => {
    const nothing = toHeatMap(matrix(literature(), SYSTEMS), { title: '', values: 'papers' });
    expect(nothing).not.toMatch(/NaN|Infinity/);
  });
});
