import { drawing, element } from '../element.ts';
import type { Library } from '../library.ts';
import { type Facets, spanOf } from '../narrow/facets.ts';
import type { Months } from '../narrow/filters.ts';
import { changeFilters } from '../state.ts';
import type { Store } from '../store.ts';
import { count, monthOfYear } from '../words.ts';
import { type RailPart, railSection } from './part.ts';

const PLAY = ['M5 3.5v9l7.5-4.5z'];
const PAUSE = ['M5.5 3.5v9', 'M10.5 3.5v9'];
/** Between two months while the field grows. */
const BEAT = 450;

/** The months of the papers as a histogram with two handles, and a button that lets the field grow. */
export function monthFilter(store: Store, library: Library, isCalm: () => boolean): RailPart {
  const span = spanOf(library.index);
  if (!span || span[0] === span[1]) return withoutMonths();
  let timer: ReturnType<typeof setInterval> | undefined;
  const bars = element('div', { class: 'bars', attributes: { 'aria-hidden': 'true' } });
  const words = element('p', { class: 'month-words', attributes: { 'aria-live': 'polite' } });
  const note = element('p', { class: 'note' });
  const change = (months: Months) =>
    store.update((state) => {
      const isAll = months[0] === span[0] && months[1] === span[1];
      return changeFilters(state, { months: isAll ? undefined : months });
    });
  const current = (): Months => store.get().filters.months ?? span;
  const first = handle('First month', span, (month) => {
    stop();
    change([Math.min(month, current()[1]), current()[1]]);
  });
  const last = handle('Last month', span, (month) => {
    stop();
    change([current()[0], Math.max(month, current()[0])]);
  });
  const play = element('button', {
    class: 'icon-button play',
    attributes: { type: 'button' },
    on: { click: () => (timer ? stop() : grow()) },
  });
  const label = (text: string, icon: readonly string[]) => {
    play.setAttribute('aria-label', text);
    play.title = text;
    play.replaceChildren(drawing(icon, 'icon'));
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    label('Let the field grow month by month', PLAY);
  };
  const grow = () => {
    const [from, until] = current();
    // From a stop on the way it goes on; from the end it begins again.
    let month = until < span[1] ? until : from - 1;
    const step = () => {
      month += 1;
      change([from, month]);
      if (month >= span[1]) stop();
    };
    timer = setInterval(step, isCalm() ? 2 * BEAT : BEAT);
    label('Stop', PAUSE);
    step();
  };
  stop();
  return {
    element: railSection('Months', [
      element('div', { class: 'months' }, [bars, first, last]),
      element('div', { class: 'month-line' }, [words, play]),
      note,
    ]),
    show({ filters }, facets) {
      const [from, until] = filters.months ?? span;
      first.value = String(from);
      last.value = String(until);
      first.setAttribute('aria-valuetext', monthOfYear(from));
      last.setAttribute('aria-valuetext', monthOfYear(until));
      bars.replaceChildren(...barsOf(facets, [from, until]));
      const papers = facets.months
        .filter(({ value }) => value >= from && value <= until)
        .reduce((sum, { amount }) => sum + amount, 0);
      const range = from === until ? [from] : [from, until];
      words.textContent = `${range.map(monthOfYear).join(' – ')} · ${count(papers, 'paper')}`;
      note.textContent =
        filters.months && facets.undated > 0
          ? `${count(facets.undated, 'paper')} without a date left out`
          : '';
    },
    dispose: stop,
  };
}

function handle(label: string, span: Months, act: (month: number) => void): HTMLInputElement {
  const input = element('input', {
    class: 'handle',
    attributes: {
      type: 'range',
      min: String(span[0]),
      max: String(span[1]),
      step: '1',
      'aria-label': label,
    },
    on: { input: () => act(Number(input.value)) },
  });
  return input;
}

function barsOf({ months }: Facets, [from, until]: Months): HTMLElement[] {
  const most = months.reduce((largest, { amount }) => Math.max(largest, amount), 1);
  return months.map(({ value, amount }) => {
    const bar = element('span', { class: 'bar-of-month' });
    bar.classList.toggle('out', value < from || value > until);
    bar.style.height = `${amount === 0 ? 0 : Math.max(6, (100 * amount) / most)}%`;
    return bar;
  });
}

/** Papers without dates have no months to choose from. */
const withoutMonths = (): RailPart => {
  const part = element('div', { attributes: { hidden: '' } });
  return { element: part, show: () => undefined };
};
