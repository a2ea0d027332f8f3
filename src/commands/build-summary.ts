import type { Diagnostic } from '../corpus/diagnostic.ts';
import type { BuildReport } from './build-report.ts';
import type { Colors } from './colors.ts';
import { formatSeconds } from './progress.ts';

/** What a person wants to read after a build. */
export function summarizeBuild(report: BuildReport, colors: Colors): string {
  const rows = [
    ['Papers', report.papers, papers(report)],
    ['Entities', sum(report.entities), breakdown(report.entities)],
    ['', '', report.shared > 0 ? `${count(report.shared)} of them named by several papers` : ''],
    ['Relations', sum(report.relations), breakdown(report.relations)],
    ['Results', report.results, 'reported numbers, each with its sentence'],
    ['Dropped', sum(report.dropped), dropped(report)],
    ['Passed over', '', describePassedOver(report.diagnostics)],
    ['Time', '', time(report)],
  ] as const;
  const lines = rows
    .filter(([, , text]) => text !== '')
    .map(([name, value, text]) =>
      row(colors.bold(name.padEnd(NAME)), value === '' ? '' : count(value), text),
    );
  const size = `${count(report.nodes)} nodes, ${count(report.edges)} edges`;
  return [`${colors.bold(report.library)}  ${colors.dim(size)}`, '', ...lines.flat(), ''].join(
    '\n',
  );
}

const NAME = 13;
const VALUE = 7;
const WIDTH = 96;

/** A line of the table, its text wrapped below itself. */
function row(name: string, value: string, text: string): string {
  const indent = ' '.repeat(NAME + VALUE + 2);
  const lines: string[] = [''];
  for (const part of text.split(/(?<=[,;]) /)) {
    const last = lines.at(-1) ?? '';
    const longer = last ? `${last} ${part}` : part;
    if (longer.length > WIDTH - indent.length && last) lines.push(part);
    else lines[lines.length - 1] = longer;
  }
  const head = name + value.padStart(VALUE);
  return [`${head}  ${lines[0]}`, ...lines.slice(1).map((line) => indent + line)].join('\n');
}

function papers({ read, reused, removed, repeated, replaced }: BuildReport): string {
  return [
    `${count(read)} read now`,
    reused > 0 ? `${count(reused)} known already` : '',
    repeated > 0 ? `${count(repeated)} came twice` : '',
    replaced.length > 0 ? `${count(replaced.length)} with another text than before` : '',
    removed > 0 ? `${count(removed)} removed` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** `201 Method, 43 Model`, the most frequent first. */
function breakdown(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, value]) => value > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([name, value]) => `${count(value)} ${name}`)
    .join(', ');
}

function dropped({ dropped: reasons }: BuildReport): string {
  const said = Object.entries(reasons).map(([reason, times]) => `${reason} (${count(times)})`);
  return said.join(', ') || 'all that the model said stands in the text';
}

/** The kinds of what gave no document, with the first of each. */
export function describePassedOver(diagnostics: readonly Diagnostic[]): string {
  const kinds = new Set(diagnostics.map(({ kind }) => kind));
  return [...kinds]
    .map((kind) => {
      const all = diagnostics.filter((diagnostic) => diagnostic.kind === kind);
      const [first] = all;
      const place = first ? [first.path, first.line].filter(Boolean).join(':') : '';
      const [one, many] = KINDS[kind];
      return `${count(all.length)} ${all.length === 1 ? one : many}, the first at ${place}`;
    })
    .join('; ');
}

const KINDS: Record<Diagnostic['kind'], readonly [one: string, many: string]> = {
  noise: ['line that is no abstract', 'lines that are no abstract'],
  'passed over': ['file of another kind', 'files of another kind'],
  'no document': ['file without a document', 'files without a document'],
  broken: ['broken line or file', 'broken lines or files'],
};

function time({ seconds, read, threads, runtime }: BuildReport): string {
  const rate = read > 0 ? `, ${(read / seconds).toFixed(1)} abstracts a second` : '';
  const how = runtime ? `, ${threads} ${threads === 1 ? 'thread' : 'threads'}, ${runtime}` : '';
  return `${formatSeconds(seconds)}${rate}${how}`;
}

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, value) => total + value, 0);
const count = (value: number) => value.toLocaleString('en-US');
