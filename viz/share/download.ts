import { element } from '../element.ts';

/** Long enough for a browser to have begun to save, in milliseconds. */
const HELD = 60_000;

/** Hands a file to the reader, who saves it; nothing is sent anywhere. */
export function download(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  element('a', { attributes: { href: address, download: name } }).click();
  setTimeout(() => URL.revokeObjectURL(address), HELD);
}
