/** Text as it stands in an SVG file; signs that XML forbids are shown as `�`. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '\u{fffd}')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** XML 1.0, section 2.2: control characters, and halves of a pair that stand alone. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Attributes as they stand in a tag: `{ x: 1.25, fill: 'none' }` -> ` x="1.25" fill="none"` */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      const text = typeof value === 'number' ? String(Number(value.toFixed(2))) : escapeXml(value);
      return ` ${name}="${text}"`;
    })
    .join('');
}

export function text(content: string, at: Readonly<Record<string, string | number>>): string {
  return `<text${attributes(at)}>${escapeXml(content)}</text>`;
}

/** A name that is too long ends with `…`. */
export function shorten(name: string, most: number): string {
  const signs = [...name];
  return signs.length <= most
    ? name
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** About how wide a text is, in px, at a size in px. */
export function widthOf(content: string, size: number): number {
  return (
    [...content].reduce((sum, sign) => sum + (/[\u2e80-\u{1ffff}]/u.test(sign) ? 1 : 0.6), 0) * size
  );
}

export const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
export const INK = '#1f2933';
export const QUIET = '#5b6773';
