import type { Scanner, Stretch, Token } from './scanner.ts';

/** A character by its number, `\unicode{x2013}`, or words as they stand, `\verb|x|`; undefined for other commands. */
export function readCode({ source, out }: Scanner, { at, end }: Stretch): Token | undefined {
  // Neither is longer, and a bounded look keeps time linear.
  const ahead = source.slice(at, Math.min(end, at + 200));
  const [code, hex, shortHex] =
    /^\\(?:unicode\{x([\da-f]{2,5})\}|u([\da-f]{4}))/i.exec(ahead) ?? [];
  if (code) {
    const next = at + code.length;
    out.put(String.fromCodePoint(Number.parseInt(hex ?? shortHex ?? '', 16)), at, next);
    return { next };
  }
  const [verbatim, , words = ''] = /^\\verb\*?([^\sA-Za-z*])(.*?)\1/.exec(ahead) ?? [];
  if (!verbatim) return undefined;
  const next = at + verbatim.length;
  const first = out.pieces.length;
  out.keep(next - 1 - words.length, next - 1);
  out.close(at, next, first);
  return { next };
}
