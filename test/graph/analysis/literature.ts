import { derive } from '../../../graph/derive.ts';
import type { KnowledgeGraph } from '../../../graph/knowledge-graph.ts';
import type { EntityType, ExtractedResult, Extraction } from '../../../graph/schema.ts';
import { find, paper, type Sketch } from '../paper.ts';

/** What a number is about, and the words of the text that are the number. */
export interface Reported extends Partial<Omit<ExtractedResult, 'number' | 'evidence'>> {
  readonly number: string;
}

export interface Page extends Omit<Sketch, 'results' | 'entities'> {
  readonly numbers?: readonly Reported[];
  readonly entities?: Sketch['entities'];
}

/** Things that pages may name without saying what they are. */
const KNOWN: readonly (readonly [string, EntityType])[] = [
  ['Alpha', 'Method'],
  ['Beta', 'Method'],
  ['Gamma', 'Method'],
  ['Delta', 'Model'],
  ['MATH', 'Benchmark'],
  ['OSWorld', 'Benchmark'],
  ['CIFAR', 'Dataset'],
  ['accuracy', 'Metric'],
  ['WER', 'Metric'],
  ['grip', 'Metric'],
  ['planning', 'Task'],
];

/** The facts of a page: known names in its text are its entities. */
export function page(id: string, { numbers = [], entities = [], ...sketch }: Page): Extraction {
  const { text } = sketch;
  const known = KNOWN.filter(([name]) => text.includes(name));
  return paper(id, {
    ...sketch,
    entities: [...known, ...entities],
    results: numbers.map(({ number, ...about }) => ({ ...about, number: find(text, number) })),
  });
}

export function literature(...pages: readonly Extraction[]): KnowledgeGraph {
  return derive(pages).graph;
}

/** A number of a text once for each thing that it is said of. */
export function saidOf(number: string, ...things: readonly Partial<Reported>[]): Reported[] {
  return things.map((thing) => ({ unit: '%', ...thing, number }));
}

/** `Alpha reaches 81.5% accuracy on MATH.` as a page. */
export function scored(
  id: string,
  subject: string,
  value: string,
  { metric = 'accuracy', benchmark = 'MATH', ...more }: Partial<Reported> & Partial<Page> = {},
): Extraction {
  const { unit = '%', kind = 'absolute', qualifier = null, baseline = null, ...rest } = more;
  const said = { subject, metric, benchmark, unit, kind, qualifier, baseline };
  const text = `${subject} reaches ${value} ${metric} on ${benchmark}${baseline ? `, ${baseline} less` : ''}.`;
  return page(id, { text, numbers: [{ number: value, ...said }], ...rest });
}
