/**
 * Something in an input that gave no document.
 * - `noise`: a line of a listing that is no abstract;
 * - `passed over`: a file of a directory that is neither a listing nor JSON lines;
 * - `no document`: a file of a directory that holds none;
 * - `broken`: what cannot be read as it should be; it stops the reading unless asked to keep going.
 */
export interface Diagnostic {
  readonly kind: 'noise' | 'passed over' | 'no document' | 'broken';
  /** As it was given, or below the directory that was given; `standard input` for `-`. */
  readonly path: string;
  /** One-based; absent where it concerns the whole file. */
  readonly line?: number;
  readonly message: string;
  readonly cause?: unknown;
}

/** The start of a value as a message shows it: `"We present Desk…"`. */
export function quote(value: unknown, length = 60): string {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > length ? `${written.slice(0, length)}…` : written;
}
