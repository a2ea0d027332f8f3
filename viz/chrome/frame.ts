import { drawing, element } from '../element.ts';

const SLIDERS = ['M2 5h6', 'M12 5h2', 'M2 11h2', 'M8 11h6', 'M10 3v4', 'M6 9v4'];

export interface Frame {
  readonly search: HTMLElement;
  readonly views: HTMLElement;
  /** What is about the page as a whole: steps, colours. */
  readonly tools: HTMLElement;
  readonly rail: HTMLElement;
  readonly stage: HTMLElement;
  readonly canvas: HTMLElement;
  readonly controls: HTMLElement;
  readonly shown: HTMLElement;
  readonly panel: HTMLElement;
  /** Slides the rail out where it was slid in, and says whether it was. */
  closeRail(): boolean;
}

/**
 * The parts of the screen, empty. On a narrow one the rail slides in when its button asks for it, until that is
 * pressed again or the canvas is.
 */
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
        click: () => slide(!rail.classList.contains('open')),
      },
    },
    [drawing(SLIDERS, 'icon')],
  );
  const slide = (isOpen: boolean) => {
    // What is hidden would take the focus with it.
    if (!isOpen && rail.contains(document.activeElement)) toggle.focus();
    rail.classList.toggle('open', isOpen);
    toggle.setAttribute('aria-expanded', String(isOpen));
  };
  const closeRail = () => {
    const wasOpen = rail.classList.contains('open');
    if (wasOpen) slide(false);
    return wasOpen;
  };
  const search = element('div', { class: 'search', attributes: { role: 'search' } });
  const name = element('a', { class: 'wordmark', text: 'Sotagraph', attributes: { href: '#/' } });
  const views = element('div', { class: 'bar-views' });
  const tools = element('div', { class: 'bar-tools' });
  const bar = element('header', { class: 'bar' }, [toggle, name, search, views, tools]);
  const canvas = element('div', { class: 'canvas', on: { pointerdown: closeRail } });
  const controls = element('div', { class: 'controls' });
  const shown = element('div', { class: 'shown' });
  const stage = element('main', { class: 'stage' }, [canvas, shown, controls]);
  const panel = element('aside', {
    class: 'panel',
    attributes: { id: 'panel', 'aria-label': 'Reading panel', tabindex: '-1' },
  });
  root.replaceChildren(bar, rail, stage, panel);
  return { search, views, tools, rail, stage, canvas, controls, shown, panel, closeRail };
}
