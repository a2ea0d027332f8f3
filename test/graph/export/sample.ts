import { derive } from '../../../graph/derive.ts';
import type { ExportOptions } from '../../../graph/export/export-options.ts';
import type { Extraction } from '../../../graph/schema.ts';
import { find, paper } from '../paper.ts';

const first = 'SimSD, "fast", reaches 31.6 on OSWorld. It beats EAGLE, <b>& all</b>.';
const second = 'We test SimSD and EAGLE on OSWorld.\nSimSD beats EAGLE; -3 is what EAGLE loses.';

const facts = [
  paper('2601.00001', {
    text: first,
    title: 'SimSD: <fast> & "good"',
    date: '2026-01-31',
    url: 'https://arxiv.org/abs/2601.00001?a=1&b=2',
    authors: ['Ada Lovelace', 'Zoë "Z" O\'Neil'],
    categories: ['cs.LG'],
    entities: [
      ['SimSD', 'Method', 'Sim, "SD"', '=1+1'],
      ['EAGLE', 'Method'],
      ['OSWorld', 'Benchmark'],
    ],
    relations: [
      ['SimSD', 'OUTPERFORMS', 'EAGLE'],
      ['SimSD', 'EVALUATED_ON', 'OSWorld'],
      ['SimSD', 'BUILDS_ON', 'EAGLE'],
    ],
    results: [
      {
        number: find(first, '31.6'),
        subject: 'SimSD',
        benchmark: 'OSWorld',
        baseline: 'EAGLE',
        unit: '%',
        qualifier: 'up to',
        direction: 'up',
        difference: 'points',
        setting: find(first, 'on OSWorld'),
      },
    ],
  }),
  paper('paper two', {
    text: second,
    date: '2026-03-01',
    entities: [
      ['SimSD', 'Method'],
      ['EAGLE', 'Method'],
      ['OSWorld', 'Benchmark'],
    ],
    relations: [
      ['SimSD', 'OUTPERFORMS', 'EAGLE'],
      ['EAGLE', 'EVALUATED_ON', 'OSWorld'],
    ],
    results: [
      { number: find(second, '-3'), kind: 'reduction' },
      { number: find(second, '-3'), kind: 'reduction', subject: 'EAGLE' },
    ],
  }),
  outstanding(
    paper('undated', { text: 'Nothing but Qwen3-8B', entities: [['Qwen3-8B', 'Model']] }),
  ),
];

function outstanding(facts: Extraction): Extraction {
  return { ...facts, entities: facts.entities.map((entity) => ({ ...entity, salience: 0.75 })) };
}

/** Two papers that agree, one without a date, a number about nothing and about something, names with commas, quotes and ends of lines. */
export const sample = derive(facts).graph;
const documents = new Map(facts.map(({ id, document }) => [id, document]));
export const options: ExportOptions = { documents };
export const claims: ExportOptions = { documents, claims: true };

/** All pieces of a file as one text. */
export const textOf = (pieces: Iterable<string>): string => [...pieces].join('');
