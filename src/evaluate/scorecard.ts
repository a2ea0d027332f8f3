import type { Evaluation, Mistake, Scored } from './evaluate.ts';

const HEADER = ['', 'P', 'R', 'F1', '95 % interval', 'right', 'predicted', 'gold'];

/** An evaluation as a table for a terminal: measures, entity types, relation types; scores in per cent. */
export function toTable(evaluation: Evaluation): string {
  const groups = toGroups(evaluation);
  const rows = [HEADER, ...groups.flat()];
  const widths = HEADER.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const align = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  const documents = `${evaluation.documents} document${evaluation.documents === 1 ? '' : 's'}`;
  const blocks = groups.map((group) => group.map(align).join('\n'));
  return `${documents}\n\n${align(HEADER)}\n${blocks.join('\n\n')}\n`;
}

/** The same table in Markdown. */
export function toMarkdown(evaluation: Evaluation): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = HEADER.map((_, column) => (column === 0 ? '---' : '---:'));
  return `${[HEADER, rule, ...toGroups(evaluation).flat()].map(line).join('\n')}\n`;
}

/** What is missed and what is extra, by type, each with its document. */
export function toMistakeList(mistakes: readonly Mistake[]): string {
  const groups = new Map<string, Mistake[]>();
  for (const mistake of mistakes) {
    const title = `${mistake.kind} ${mistake.type}`;
    groups.set(title, [...(groups.get(title) ?? []), mistake]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, group]) => {
      const lines = group.map(({ document, label }) => `  ${document}  ${label}\n`);
      return `${title} (${group.length})\n${lines.join('')}`;
    })
    .join('\n');
}

function toGroups({ measures, types, relationTypes }: Evaluation): string[][][] {
  return [measures, types, relationTypes]
    .map((group) => Object.entries<Scored>(group).map(toRow))
    .filter((group) => group.length > 0);
}

function toRow([name, score]: readonly [string, Scored]): string[] {
  const [low, high] = score.interval;
  return [
    name,
    percent(score.precision),
    percent(score.recall),
    percent(score.f1),
    `${percent(low)}-${percent(high)}`,
    String(score.right),
    String(score.predicted),
    String(score.gold),
  ];
}

const percent = (share: number): string => (100 * share).toFixed(1);
