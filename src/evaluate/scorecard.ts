import type { Evaluation, Scored } from './evaluate.ts';
import type { Mistake } from './mistakes.ts';

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

/**
 * The mistakes by kind, the most frequent first: how many there are of each, then each with its document and the
 * sentence that it is about.
 */
export function toMistakeList(mistakes: readonly Mistake[]): string {
  const groups = groupByKind(mistakes);
  const width = String(groups[0]?.[1].length ?? 0).length;
  const counts = groups.map(
    ([kind, group]) => `${String(group.length).padStart(width)}  ${kind}\n`,
  );
  const blocks = groups.map(([kind, group]) => {
    const lines = group.map(({ document, sentence, ...mistake }) => {
      const words = sentence === null ? '' : `      ${sentence.replace(/\s+/g, ' ').trim()}\n`;
      return `  ${document}  ${toClaim(mistake)}\n${words}`;
    });
    return `${kind} (${group.length})\n${lines.join('')}`;
  });
  return [counts.join(''), ...blocks].join('\n');
}

/** `grounding instead of visual grounding` where there are both. */
function toClaim({ expected, found }: Pick<Mistake, 'expected' | 'found'>): string {
  return [found, expected].filter((label) => label !== null).join(' instead of ');
}

/** The biggest groups first, groups of one size by their names. */
function groupByKind(mistakes: readonly Mistake[]): [kind: string, group: Mistake[]][] {
  const groups = new Map<string, Mistake[]>();
  for (const mistake of mistakes) {
    groups.set(mistake.kind, [...(groups.get(mistake.kind) ?? []), mistake]);
  }
  return [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
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
