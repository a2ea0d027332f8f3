import { element } from '../element.ts';
import { createDrawer } from './drawer.ts';

const SLIDERS = ['M2 5h6', 'M12 5h2', 'M2 11h2', 'M8 11h6', 'M10 3v4', 'M6 9v4'];
const DOTS = ['M3.5 8h.01', 'M8 8h.01', 'M12.5 8h.01'];

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
  /** Puts away what was slid over the page, and says whether anything was. */
  closeDrawers(): boolean;
}

/**
 * The parts of the screen, empty. On a narrow one the rail slides in when its button asks for it, until that is
 * pressed again or the canvas is; on a very narrow one the tools do too.
 */
export function createFrame(root: HTMLElement): Frame {
  const rail = element('nav', {
    class: 'rail',
    attributes: { id: 'rail', 'aria-label': 'Filters' },
  });
  const tools = element('div', { class: 'bar-tools', attributes: { id: 'tools' } });
  const filters = createDrawer(rail, { name: 'Filters', icon: SLIDERS, className: 'rail-toggle' });
  const menu = createDrawer(tools, { name: 'Menu', icon: DOTS, className: 'tools-toggle' });
  const drawers = [filters, menu];
  const closeDrawers = () => drawers.filter((drawer) => drawer.close()).length > 0;
  // What is chosen there opens over the page; only the steps are taken again and again.
  tools.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('.bar-button, .key-button')) menu.close();
  });
  const search = element('div', { class: 'search', attributes: { role: 'search' } });
  const name = element('a', { class: 'wordmark', text: 'Sotagraph', attributes: { href: '#/' } });
  const views = element('div', { class: 'bar-views' });
  const bar = element('header', { class: 'bar' }, [
    filters.button,
    name,
    search,
    views,
    menu.button,
    tools,
  ]);
  const canvas = element('div', { class: 'canvas' });
  const controls = element('div', { class: 'controls' });
  const shown = element('div', { class: 'shown' });
  const stage = element('main', { class: 'stage', on: { pointerdown: closeDrawers } }, [
    canvas,
    shown,
    controls,
  ]);
  const panel = element('aside', {
    class: 'panel',
    attributes: { id: 'panel', 'aria-label': 'Reading panel', tabindex: '-1' },
  });
  root.replaceChildren(bar, rail, stage, panel);
  return { search, views, tools, rail, stage, canvas, controls, shown, panel, closeDrawers };
}
