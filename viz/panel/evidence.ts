import { paperKey } from '../../graph/knowledge-graph.ts';
import type { EdgeAttributes } from '../../graph/schema.ts';
import { correctEvidence } from '../correct/correct-evidence.ts';
import { element } from '../element.ts';
import { type Mark, marksIn } from '../facts/marks.ts';
import type { PanelContext } from './context.ts';
import { markedText } from './marked-text.ts';
import { outLink, paperLink } from './paper-link.ts';

/** The sentence that a claim stands on, with the words and numbers of `keys` marked, and the paper that says it. */
export function evidence(
  context: PanelContext,
  claim: EdgeAttributes,
  keys: ReadonlySet<string>,
): HTMLElement {
  const quote = element('blockquote', { class: 'quote', text: 'Loading the sentence…' });
  const page = paperKey(claim.paper);
  const origin = element('figcaption', { class: 'origin' }, [
    paperLink(context, page),
    outLink(context, page),
  ]);
  const note = element('small', { class: 'elsewhere' });
  note.hidden = true;
  context.source.document(claim.paper).then(
    (document) => {
      const text = document[claim.field] ?? '';
      const marks = marksIn(context.library.graph, claim.paper, claim, keys);
      quote.replaceChildren(...markedText(context, text, claim, marks));
      note.textContent = elsewhere(context, marks, keys);
      note.hidden = note.textContent === '';
    },
    (error: unknown) => {
      quote.replaceChildren(String(error instanceof Error ? error.message : error));
      quote.classList.add('failed');
      quote.setAttribute('role', 'alert');
    },
  );
  return element('figure', { class: 'evidence' }, [
    quote,
    note,
    origin,
    correctEvidence(context, claim, keys),
  ]);
}

/** A sentence may refer back to what it does not name; the reader is told of what. */
function elsewhere(
  { library: { graph } }: PanelContext,
  marks: readonly Mark[],
  keys: ReadonlySet<string>,
): string {
  const missing = [...keys].flatMap((key) => {
    const node = graph.hasNode(key) ? graph.getNodeAttributes(key) : undefined;
    const isThere = marks.some((mark) => mark.key === key);
    return node && 'papers' in node && !isThere ? [node.name] : [];
  });
  if (missing.length === 0) return '';
  return `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} named elsewhere in the abstract.`;
}
