import { drawing, element } from '../element.ts';

const SLIDERS = ['M2 5h6', 'M12 5h2', 'M2 11h2', 'M8 11h6', 'M10 3v4', 'M6 9v4'];

export interface Frame {
  readonly bar: HTMLElement;
  readonly search: HTMLElement;
  readonly rail: HTMLElement;
  readonly canvas: HTMLElement;
  readonly controls: HTMLElement;
  readonly shown: HTMLElement;
  readonly panel: HTMLElement;
}

/** The parts of the screen, empty. On a narrow one the rail slides in when its button asks for it. */
export function createFrame(root: HTMLElement): Frame {
  const rail = element('nav', {
    class: 'rail',
    attributes: { id: 'rail', 'aria-label': 'Filters' },
  });
  const toggle = element(
    'button',
    {
      class: 'icon-button rail-toggle',
      attributes: {
        type: 'button',
        'aria-label': 'Filters',
        'aria-controls': 'rail',
        'aria-expanded': 'false',
      },
      on: {
        click() {
          const isOpen = rail.classList.toggle('open');
          toggle.setAttribute('aria-expanded', String(isOpen));
        },
      },
    },
    [drawing(SLIDERS, 'icon')],
  );
  const search = element('div', { class: 'search', attributes: { role: 'search' } });
  const name = element('a', { class: 'wordmark', text: 'Sotagraph', attributes: { href: '#/' } });
  const bar = element('header', { class: 'bar' }, [toggle, name, search]);
  const canvas = element('div', { class: 'canvas' });
  const controls = element('div', { class: 'controls' });
  const shown = element('p', { class: 'shown', attributes: { role: 'status' } });
  const stage = element('main', { class: 'stage' }, [canvas, shown, controls]);
  const panel = element('aside', {
    class: 'panel',
    attributes: { 'aria-label': 'Reading panel', tabindex: '-1' },
  });
  root.replaceChildren(bar, rail, stage, panel);
  return { bar, search, rail, canvas, controls, shown, panel };
}
