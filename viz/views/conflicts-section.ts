import type { Conflict } from '../../graph/analysis/conflicts.ts';
import { element } from '../element.ts';
import { narrowConflicts } from '../facts/narrowed-boards.ts';
import { oncePerNumber, reportedNumber } from '../facts/numbers.ts';
import type { PanelContext } from '../panel/context.ts';
import { evidence } from '../panel/evidence.ts';
import type { State } from '../state.ts';
import { count } from '../words.ts';
import { graphLink } from './graph-link.ts';

/** Where papers disagree on a benchmark: the values side by side, each with its sentence. */
export function conflictsSection(
  context: PanelContext,
  state: State,
  benchmark: string,
): HTMLElement[] {
  const { judged } = context.sceneOf(state);
  const found = narrowConflicts(context.library, { state, judged }, benchmark);
  if (found.length === 0) return [];
  return [
    element('section', { class: 'lane' }, [
      element('h2', { class: 'lane-title' }, [
        'Papers disagree',
        element('span', { class: 'note', text: count(found.length, 'value') }),
      ]),
      ...found.map((conflict) => conflictView(context, conflict)),
    ]),
  ];
}

function conflictView(context: PanelContext, { subject, metric, values }: Conflict): HTMLElement {
  return element('section', { class: 'conflict' }, [
    element('h3', {}, [
      graphLink(context, subject.key),
      element('span', { class: 'note', text: metric?.name ?? 'no metric named' }),
    ]),
    element(
      'div',
      { class: 'conflict-values' },
      values.map(({ label, reports }) =>
        element('div', { class: 'conflict-value' }, [
          element('p', { class: 'figure', text: label }),
          ...oncePerNumber(
            context.library.graph,
            reports.map(({ result }) => result),
          ).flatMap((result) => {
            const number = reportedNumber(context.library.graph, result);
            const ends = new Set([result, ...Object.values(number?.slots ?? {})]);
            return number ? [evidence(context, number.evidence, ends)] : [];
          }),
        ]),
      ),
    ),
  ]);
}
