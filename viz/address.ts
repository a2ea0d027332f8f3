const PREFIX = '#/node/';

/** The part of the address that opens a node: `simsd` -> `#/node/simsd`; nothing selected -> `#/`. */
export function toHash(selection: string | undefined): string {
  return selection === undefined ? '#/' : PREFIX + encodeURIComponent(selection);
}

/** The node that an address opens, if any. What cannot be decoded opens none. */
export function fromHash(hash: string): string | undefined {
  if (!hash.startsWith(PREFIX)) return undefined;
  try {
    return decodeURIComponent(hash.slice(PREFIX.length)) || undefined;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
