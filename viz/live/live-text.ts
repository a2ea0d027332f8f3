import type { Document, EntityType, Place } from '../../graph/schema.ts';
import { toPlain } from '../../graph/text/latex.ts';
import type { Facts } from '../../src/extract/prove.ts';
import { element } from '../element.ts';
import { endOfUnit } from '../facts/marks.ts';

interface Mark extends Place {
  readonly type: EntityType | 'Result';
  readonly name: string;
}

/** A document with all that was found in it marked; `linkTo` gives the way to what is in the graph already. */
export function liveText(
  text: Document,
  facts: Facts,
  linkTo: (name: string, words: string) => HTMLElement | undefined,
): HTMLElement[] {
  const marks = marksOf(facts);
  const fields = (['title', 'text'] as const).filter((field) => text[field]);
  return fields.map((field) =>
    element(
      'p',
      { class: field === 'title' ? 'abstract-title' : 'abstract-text' },
      pieces(
        text[field] ?? '',
        marks.filter((mark) => mark.field === field),
        linkTo,
      ),
    ),
  );
}

function marksOf({ entities, results }: Facts): Mark[] {
  const marks: Mark[] = entities.flatMap(({ name, type, mentions }) =>
    mentions.map((place) => ({ ...place, type, name })),
  );
  for (const { number, value } of results) {
    marks.push({ ...number, type: 'Result', name: String(value) });
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

function pieces(
  text: string,
  marks: readonly Mark[],
  linkTo: (name: string, words: string) => HTMLElement | undefined,
): (Node | string)[] {
  const view = toPlain(text);
  const made: (Node | string)[] = [];
  let position = 0;
  for (const { start, end, type, name } of marks) {
    const [from, last] = view.toPlain(start, end);
    if (from < position || last <= from) continue;
    const to = type === 'Result' ? endOfUnit(view.text, last) : last;
    const words = view.text.slice(from, to);
    const link = type === 'Result' ? undefined : linkTo(name, words);
    const title = type === 'Result' ? 'A reported number' : `${type}: ${name}`;
    made.push(
      view.text.slice(position, from),
      element('mark', { attributes: { 'data-type': type, title } }, [link ?? words]),
    );
    position = to;
  }
  return [...made, view.text.slice(position)];
}
