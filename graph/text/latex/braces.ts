/**
 * The partner of each brace that has one, both ways: in `{a}` 0 leads to 2 and 2 to 0.
 * Escaped braces are no braces; a brace without a partner leads nowhere.
 */
export function pairBraces(source: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '{') open.push(at);
    else if (character === '}') {
      const start = open.pop();
      if (start === undefined) continue;
      pairs.set(start, at);
      pairs.set(at, start);
    }
  }
  return pairs;
}
