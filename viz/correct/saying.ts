import type { Amendment } from '../../graph/decisions/amendment.ts';
import { element } from '../element.ts';
import type { Correcting } from './correcting.ts';

/**
 * A small form that says one thing of the graph.
 * @param read gives what is said, or why it cannot be said yet
 */
export function saying(
  correcting: Correcting,
  options: {
    readonly label: string;
    readonly fields: readonly (Node | string)[];
    readonly button: string;
    readonly read: () => Amendment | string;
  },
): HTMLFormElement {
  const problem = element('p', { class: 'failed', attributes: { role: 'alert' } });
  problem.hidden = true;
  const fail = (reason: string) => {
    problem.textContent = reason;
    problem.hidden = false;
    button.disabled = false;
  };
  const button = element('button', {
    class: 'chip-button',
    text: options.button,
    attributes: { type: 'submit' },
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const said = options.read();
    if (typeof said === 'string') return fail(said);
    problem.hidden = true;
    button.disabled = true;
    correcting.correct(said).then(
      () => {
        button.disabled = false;
      },
      (error: unknown) => fail(error instanceof Error ? error.message : String(error)),
    );
  };
  return element(
    'form',
    { class: 'saying', attributes: { 'aria-label': options.label }, on: { submit } },
    [element('div', { class: 'saying-fields' }, [...options.fields, button]), problem],
  );
}

/** A choice among values with their words. */
export function select(
  label: string,
  values: readonly (readonly [value: string, words: string])[],
  chosen?: string,
): HTMLSelectElement {
  const options = values.map(([value, text]) =>
    element('option', { text, attributes: { value, ...(value === chosen && { selected: '' }) } }),
  );
  return element('select', { class: 'field', attributes: { 'aria-label': label } }, options);
}

export const input = (label: string, value: string): HTMLInputElement =>
  element('input', {
    class: 'field',
    attributes: { 'aria-label': label, value, type: 'text', spellcheck: 'false' },
  });
