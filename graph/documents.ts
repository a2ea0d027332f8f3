import type { Document } from './schema.ts';

/** The documents of papers, by their ids; a reader may hold them all, or read each when it is asked for. */
export interface Documents {
  get(id: string): Document | undefined;
}
