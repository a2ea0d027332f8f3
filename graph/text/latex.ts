import { type Alignment, align } from './latex/align.ts';
import { scan } from './latex/scan.ts';
import { clamp } from './span.ts';

/** A text as a person sees it, with a map between it and its source. Offsets beyond a text count as its end. */
export interface PlainView extends Alignment {
  /** The source of a span of the view, with the markup that is wholly about it: `Re` leads to `\textbf{Re}`. */
  toSource: Alignment['toSource'];
  /** The span of the view that shows a span of the source; empty where it shows nothing. */
  toPlain: Alignment['toPlain'];
  /** What a person sees of a span of the source, in one line: the form that names take. */
  visible(start: number, end: number): string;
}

/**
 * Reads LaTeX as a person sees it: `$+$9.04\%` is `+9.04%`, `FG$^2$-GDN` is `FG²-GDN`,
 * `\textbf{\underline{Re}}ward` is `Reward`. Text without LaTeX comes out as it is.
 * Takes any string, in linear time.
 */
export function toPlain(source: string): PlainView {
  const alignment = MARKUP.test(source) ? align(source, scan(source)) : unchanged(source);
  const visible = (start: number, end: number) =>
    alignment.text
      .slice(...alignment.toPlain(start, end))
      .replace(/\s+/g, ' ')
      .trim();
  return { ...alignment, visible };
}

const MARKUP = /[\\${~`]|--/;

/** Most abstracts bear no LaTeX. */
function unchanged(text: string): Alignment {
  const within = (start: number, end: number) => clamp(start, end, text.length);
  return { text, toSource: within, toPlain: within };
}
