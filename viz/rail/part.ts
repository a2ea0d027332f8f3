import { element } from '../element.ts';
import type { Facets } from '../narrow/facets.ts';
import type { State } from '../state.ts';

/** One filter of the rail. It is made once and shows every state, so that it keeps the focus. */
export interface RailPart {
  readonly element: HTMLElement;
  show(state: State, facets: Facets): void;
  dispose?(): void;
}

/** A titled part of the rail. */
export function railSection(title: string, children: readonly Node[]): HTMLElement {
  return element('section', { class: 'rail-part' }, [
    element('h2', { class: 'rail-title', text: title }),
    ...children,
  ]);
}

/** A line that switches something on and off, with how much it is. */
export function railSwitch(
  children: readonly (Node | string)[],
  toggle: () => void,
): { readonly button: HTMLButtonElement; show(isOn: boolean, amount: number): void } {
  const amount = element('span', { class: 'amount' });
  const button = element(
    'button',
    { class: 'legend-switch', attributes: { type: 'button' }, on: { click: toggle } },
    [...children, amount],
  );
  return {
    button,
    show(isOn, shown) {
      button.setAttribute('aria-pressed', String(isOn));
      amount.textContent = shown.toLocaleString('en');
    },
  };
}
