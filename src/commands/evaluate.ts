import { Command } from 'commander';
import { InputError } from '../../graph/errors.ts';
import type { Document, Extraction } from '../../graph/schema.ts';
import { type Evaluation, evaluate } from '../evaluate/evaluate.ts';
import { type GoldDocument, goldDocument } from '../evaluate/gold.ts';
import { type Prediction, prediction } from '../evaluate/prediction.ts';
import { toMarkdown, toMistakeList, toTable } from '../evaluate/scorecard.ts';
import { collect, readJsonLines } from '../library/json-lines.ts';
import { type CommandIo, say, write } from './command-io.ts';
import { filled } from './flags.ts';

/** Finds the facts of documents. */
type Extract = (documents: readonly Document[]) => AsyncIterable<Extraction>;

interface EvaluateOptions {
  readonly predictions?: string;
  readonly errors?: true;
  readonly markdown?: true;
  readonly json?: true;
}

/**
 * `sotagraph evaluate GOLD`: how well facts are found, against what a reader found.
 * @param extract finds the facts of the gold's texts where no predictions are given
 */
export function evaluateCommand(io: CommandIo, extract: Extract): Command {
  return new Command('evaluate')
    .summary('score extraction against annotated abstracts')
    .description(
      'Scores what is found in abstracts against what a reader found in them: precision, recall and F1 over all documents, with the 95 % interval of F1.',
    )
    .argument(
      '<gold>',
      'annotated abstracts: {id, text, entities, relations, results}, one a line',
      filled,
    )
    .option(
      '--predictions <file>',
      'lines that `extract` wrote, instead of extracting; - for stdin',
      filled,
    )
    .option('--errors', 'also list what is missed and what is extra')
    .option('--markdown', 'write the table in Markdown')
    .option('--json', 'write JSON, for a program to read')
    .addHelpText('after', '\nExample:\n  $ sotagraph evaluate gold.jsonl --errors')
    .action(async (path: string, options: EvaluateOptions) => {
      const gold = await readGold(path);
      const found = options.predictions
        ? await readPredictions(options.predictions, io)
        : await collect(extract(gold.map(toDocument)));
      const evaluation = evaluate(gold, found);
      for (const line of remarks(evaluation)) say(io, line);
      await write(io.stdout, format(evaluation, options));
    });
}

async function readGold(path: string): Promise<GoldDocument[]> {
  const gold = await collect(readJsonLines(path, goldDocument));
  if (gold.length > 0) return gold;
  throw new InputError('no document in it: expected annotated abstracts, one JSON object a line', {
    path,
  });
}

function readPredictions(path: string, { stdin }: CommandIo): Promise<Prediction[]> {
  const source = path === '-' ? { chunks: stdin } : {};
  const name = path === '-' ? 'standard input' : path;
  return collect(readJsonLines(name, prediction, source));
}

function toDocument({ id, title, text }: GoldDocument): Document {
  return { id, ...(title && { title }), text };
}

function format(evaluation: Evaluation, { json, markdown, errors }: EvaluateOptions): string {
  if (json) {
    const { documents, measures, types, relationTypes, mistakes } = evaluation;
    const scores = { documents, ...measures, types, relationTypes, ...(errors && { mistakes }) };
    return `${JSON.stringify(scores)}\n`;
  }
  const table = markdown ? toMarkdown(evaluation) : toTable(evaluation);
  return errors ? `${table}\n${toMistakeList(evaluation.mistakes)}` : table;
}

/** What a reader of the scores should know about the predictions. */
function remarks({ unpredicted, unknown }: Evaluation): string[] {
  const remarks: string[] = [];
  if (unpredicted.length > 0) {
    remarks.push(`No prediction, so all is missed in: ${enumerate(unpredicted)}`);
  }
  if (unknown.length > 0) {
    remarks.push(`Not in the gold, so not scored: ${enumerate(unknown)}`);
  }
  return remarks;
}

/** `a, b, c and 7 more` */
function enumerate(ids: readonly string[], shown = 5): string {
  const rest = ids.length - shown;
  return ids.slice(0, shown).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
