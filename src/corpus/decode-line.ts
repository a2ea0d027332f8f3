import { isUtf8 } from 'node:buffer';
import { type ByteLine, LINE_LIMIT } from './lines.ts';

/** The text of a line, or why it has none; `stop` where the rest of the file can be no better. */
export type DecodedLine =
  | { readonly text: string }
  | { readonly broken: string; readonly stop: boolean };

/** Decodes a line from UTF-8, without the byte order mark of a first line and a `\r` at the end. */
export function decodeLine({ number, bytes }: ByteLine): DecodedLine {
  if (!bytes) {
    return {
      broken: `longer than ${LINE_LIMIT} bytes: expected one document a line`,
      stop: false,
    };
  }
  if (bytes.includes(0)) {
    return {
      broken:
        'binary data (a NUL byte): expected text in UTF-8; convert it, from UTF-16 with "iconv -f UTF-16 -t UTF-8", or leave the file out if it holds no text',
      stop: true,
    };
  }
  if (!isUtf8(bytes)) {
    return {
      broken:
        'invalid UTF-8: expected text in UTF-8; convert it, from Latin-1 with "iconv -f LATIN1 -t UTF-8", or leave the file out if it holds no text',
      stop: false,
    };
  }
  const text = bytes.toString('utf8').replace(/\r$/, '');
  return { text: number === 1 ? text.replace(/^\uFEFF/, '') : text };
}
