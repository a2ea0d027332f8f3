import type { Library } from '../library.ts';
import type { Source } from '../source.ts';

/** What every page of the panel is made from. */
export interface PanelContext {
  readonly library: Library;
  readonly source: Source;
  /** Selects a node and brings it into view. */
  readonly open: (key: string) => void;
}
