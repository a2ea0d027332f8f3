import type { Library } from '../library.ts';
import { isLinkType } from '../narrow/filter-index.ts';

/** A thing that shares benchmarks, datasets and tasks with another. */
export interface Near {
  readonly key: string;
  readonly shared: readonly string[];
}

const SHARED_TYPES: readonly string[] = ['Benchmark', 'Dataset', 'Task'];

/** Things of the same group of types with most benchmarks, datasets and tasks in common; hubs are not common ground. */
export function nearTo(library: Library, key: string, most: number): Near[] {
  const { graph, index, hubs } = library;
  const type = (node: string) => graph.getNodeAttribute(node, 'type');
  const around = (node: string) =>
    new Set(
      index
        .linksOf(node)
        .filter((link) => isLinkType(link.type))
        .map(({ source, target }) => (source === node ? target : source)),
    );
  const shared = new Map<string, string[]>();
  for (const ground of around(key)) {
    if (!SHARED_TYPES.includes(type(ground)) || hubs.has(ground)) continue;
    for (const other of around(ground)) {
      if (other === key || type(other) === 'Paper' || SHARED_TYPES.includes(type(other))) continue;
      shared.set(other, [...(shared.get(other) ?? []), ground]);
    }
  }
  const rank = (node: string) => library.importance.get(node) ?? 0;
  return [...shared]
    .map(([other, grounds]) => ({ key: other, shared: grounds.sort() }))
    .sort(
      (a, b) =>
        b.shared.length - a.shared.length || rank(b.key) - rank(a.key) || (a.key < b.key ? -1 : 1),
    )
    .slice(0, most);
}
