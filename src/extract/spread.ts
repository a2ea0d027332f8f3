import type { Group } from './group.ts';
import type { Reading, Span } from './read.ts';

/**
 * Adds to each group the places where one of its names stands untagged: a name means the same thing all over an
 * abstract, and what joins two things is seen from their nearest mentions. Longest names first, none over a mention
 * that is there already.
 */
export function spread(groups: readonly Group[], { source }: Reading): Group[] {
  const taken = new Uint8Array(source.length);
  for (const { mentions } of groups) {
    for (const [start, end] of mentions) taken.fill(1, start, end);
  }
  const added = groups.map((): Span[] => []);
  const names = groups.flatMap(({ mentions }, index) =>
    [...new Set(mentions.map((span) => source.slice(...span)))].map((name) => ({ name, index })),
  );
  for (const { name, index } of names.sort(longestFirst)) {
    if (name.length === 1) continue;
    for (const match of source.matchAll(namePattern(name))) {
      const span: Span = [match.index, match.index + match[0].length];
      if (taken.subarray(...span).includes(1)) continue;
      taken.fill(1, ...span);
      added[index]?.push(span);
    }
  }
  return groups.map((group, index) => ({
    ...group,
    mentions: [...group.mentions, ...(added[index] ?? [])].sort((a, b) => a[0] - b[0]),
  }));
}

/** Spaces and hyphens as they come, a plural s; short names with capitals keep their case. */
function namePattern(name: string): RegExp {
  const pattern = name
    .split(/([ -]+)/)
    .map((part, index) => (index % 2 === 1 ? gapPattern(part) : part.replace(SYNTAX, '\\$&')))
    .join('');
  const anyCase = name.toLowerCase() === name || name.length > 6;
  return new RegExp(`(?<![A-Za-z0-9])${pattern}s?(?![A-Za-z0-9])`, anyCase ? 'giu' : 'gu');
}

/** At least as many as there are spaces, in one piece: of one piece for each, a long gap can be parted in too many ways. */
function gapPattern(gap: string): string {
  const spaces = gap.replaceAll('-', '').length;
  return spaces > 0 ? `[\\s-]{${spaces},}` : `[\\s-]{0,${gap.length}}`;
}

const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;

const longestFirst = (a: { readonly name: string }, b: { readonly name: string }) =>
  b.name.length - a.name.length || (a.name < b.name ? -1 : Number(a.name > b.name));
