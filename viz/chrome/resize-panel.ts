import { element } from '../element.ts';

const LEAST = 300;
const MOST = 760;
const STEP = 24;

/** A handle between canvas and panel, for pointer and arrow keys. Returns what ends it. */
export function createPanelHandle(
  container: HTMLElement,
  root: HTMLElement,
  panel: HTMLElement,
): () => void {
  const handle = element('div', {
    class: 'panel-handle',
    attributes: {
      role: 'separator',
      tabindex: '0',
      'aria-orientation': 'vertical',
      'aria-label': 'Width of the reading panel',
      'aria-controls': 'panel',
      'aria-valuemin': String(LEAST),
      'aria-valuemax': String(MOST),
    },
  });
  const resize = (wanted: number) => {
    const width = Math.round(Math.min(MOST, Math.max(LEAST, wanted)));
    root.style.setProperty('--panel-width', `${width}px`);
    handle.setAttribute('aria-valuenow', String(width));
  };
  const width = () => panel.getBoundingClientRect().width;
  handle.addEventListener('pointerdown', (event) => {
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    resize(root.getBoundingClientRect().right - event.clientX);
  });
  handle.addEventListener('keydown', (event) => {
    const change = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (change === undefined) return;
    event.preventDefault();
    resize(width() + change);
  });
  handle.setAttribute('aria-valuenow', String(Math.round(width())));
  container.append(handle);
  return () => {
    handle.remove();
    root.style.removeProperty('--panel-width');
  };
}
