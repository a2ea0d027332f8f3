import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { aggregateEdges } from '../../../graph/adjacency.ts';
import { toGexf } from '../../../graph/export/gexf.ts';
import { toGraphml } from '../../../graph/export/graphml.ts';
import { temporaryFolder } from '../../library/folder.ts';
import { findGephi } from './readers/environment.ts';
import { claims, sample } from './sample.ts';

const script = fileURLToPath(new URL('readers/ReadWithGephi.java', import.meta.url));
const jar = findGephi();

describe.skipIf(jar === null)("exports, opened by Gephi's importers", () => {
  /** What the script prints, by file. */
  const found = new Map<string, string[][]>();

  beforeAll(async () => {
    await using folder = await temporaryFolder();
    const files = {
      'claims.graphml': toGraphml(sample, claims),
      'agreed.graphml': toGraphml(sample),
      'claims.gexf': toGexf(sample, claims),
      'agreed.gexf': toGexf(sample),
    };
    const paths = await Promise.all(
      Object.entries(files).map(async ([name, pieces]) => {
        const path = join(folder.path, name);
        await writeFile(path, pieces);
        return path;
      }),
    );
    const { stdout, stderr } = spawnSync(
      'java',
      ['-Djava.awt.headless=true', '-Dfile.encoding=UTF-8', '-cp', jar ?? '', script, ...paths],
      { encoding: 'utf8' },
    );
    if (!stdout.includes('agreed.gexf')) throw new Error(stderr);
    let rows: string[][] = [];
    for (const line of stdout.trimEnd().split('\n')) {
      const row = line.split('\t');
      if (row[0] === 'file') {
        rows = [];
        found.set(row[1] ?? '', rows);
      }
      if (row[0] === 'issue') expect(['INFO']).toContain(row[1]);
      rows.push(row);
    }
  });

  const rowsOf = (file: string, kind: string) =>
    (found.get(file) ?? []).filter(([first]) => first === kind).map(([, ...row]) => row);

  it.each([
    ['claims.graphml', sample.size, 'false'],
    ['claims.gexf', sample.size, 'true'],
    ['agreed.graphml', aggregateEdges(sample).length, 'false'],
    ['agreed.gexf', aggregateEdges(sample).length, 'true'],
  ])('%s has all nodes and %d edges', (file, edges, isDynamic) => {
    expect(rowsOf(file, 'file')).toEqual([[file, `${sample.order}`, `${edges}`, isDynamic]]);
  });

  it.each(['agreed.graphml', 'agreed.gexf'])('%s has labels and weights', (file) => {
    const labels = rowsOf(file, 'node').map(([key, label]) => [key, label]);
    expect(labels).toContainEqual(['simsd', 'SimSD']);
    expect(labels).toContainEqual(['paper:2601.00001', 'SimSD: <fast> & "good"']);
    const weights = aggregateEdges(sample).map(({ source, target, type, papers }) =>
      [source, target, type, papers.toFixed(1)].join(' '),
    );
    expect(
      rowsOf(file, 'edge')
        .map((row) => row.join(' '))
        .sort(),
    ).toEqual(weights.sort());
  });

  it('agreed.gexf has the days for the timeline', () => {
    const days = new Map(rowsOf('agreed.gexf', 'node').map(([key, , day]) => [key, day]));
    expect([days.get('simsd'), days.get('paper:paper two'), days.get('qwen3-8b')]).toEqual([
      '2026-01-31',
      '2026-03-01',
      'always',
    ]);
  });
});
