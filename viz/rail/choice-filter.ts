import { element } from '../element.ts';
import type { Library } from '../library.ts';
import type { Choice, Facets } from '../narrow/facets.ts';
import type { Filters } from '../narrow/filters.ts';
import { changeFilters } from '../state.ts';
import type { Store } from '../store.ts';
import { count } from '../words.ts';
import { type RailPart, railSection } from './part.ts';

/** A list of so many choices is still one to look through. */
const MOST_CHOICES = 200;

export const papersFilter = (store: Store): RailPart =>
  choiceFilter(store, {
    title: 'Named by',
    any: 'one paper or more',
    choices: (facets) => facets.papers.filter(({ value }) => value > 1),
    chosen: ({ leastPapers }) => (leastPapers > 1 ? leastPapers : undefined),
    words: (papers, amount) => `${papers} papers or more (${amount.toLocaleString('en')})`,
    change: (papers) => ({ leastPapers: papers ?? 1 }),
  });

export const taskFilter = (store: Store, { graph }: Library): RailPart =>
  choiceFilter(store, {
    title: 'In papers on',
    any: 'any task',
    choices: ({ tasks }) => tasks,
    chosen: ({ task }) => task,
    words: (task, papers) => `${graph.getNodeAttribute(task, 'name')} (${count(papers, 'paper')})`,
    change: (task) => ({ task }),
  });

export const communityFilter = (store: Store, { communities }: Library): RailPart =>
  choiceFilter(store, {
    title: 'Community',
    any: 'all',
    choices: (facets) => facets.communities,
    chosen: ({ community }) => community,
    words: (community, amount) => `${communities[community]?.name} (${amount})`,
    change: (community) => ({ community }),
  });

interface ChoiceOptions<Value extends string | number> {
  readonly title: string;
  /** What is said where nothing is chosen. */
  readonly any: string;
  readonly choices: (facets: Facets) => readonly Choice<Value>[];
  readonly chosen: (filters: Filters) => Value | undefined;
  readonly words: (value: Value, amount: number) => string;
  readonly change: (value: Value | undefined) => Partial<Filters>;
}

/** A filter with one choice out of many. It is not there where there is nothing to choose. */
function choiceFilter<Value extends string | number>(
  store: Store,
  { title, any, choices, chosen, words, change }: ChoiceOptions<Value>,
): RailPart {
  let values: readonly Value[] = [];
  const select = element('select', {
    class: 'choice',
    attributes: { 'aria-label': title },
    on: {
      change() {
        const value = select.value === '' ? undefined : values[Number(select.value)];
        store.update((state) => changeFilters(state, change(value)));
      },
    },
  });
  const part = railSection(title, [select]);
  return {
    element: part,
    show({ filters }, facets) {
      const now = chosen(filters);
      const all = choices(facets);
      const listed = all.slice(0, MOST_CHOICES);
      // What is chosen stays there to be seen, even where it lets nothing through.
      if (now !== undefined && !listed.some(({ value }) => value === now)) {
        listed.push(all.find(({ value }) => value === now) ?? { value: now, amount: 0 });
      }
      values = listed.map(({ value }) => value);
      const options = listed.map(({ value, amount }, position) =>
        element('option', { text: words(value, amount), attributes: { value: String(position) } }),
      );
      select.replaceChildren(
        element('option', { text: any, attributes: { value: '' } }),
        ...options,
      );
      select.value = now === undefined ? '' : String(values.indexOf(now));
      select.classList.toggle('chosen', now !== undefined);
      part.hidden = listed.length === 0;
    },
  };
}
