import { drawing, element } from '../element.ts';
import type { Stage } from '../stage/stage.ts';
import { arrange } from '../state.ts';
import type { Store } from '../store.ts';

const PLUS = ['M8 3v10', 'M3 8h10'];
const MINUS = ['M3 8h10'];
const CORNERS = ['M3 6v-3h3', 'M10 3h3v3', 'M13 10v3h-3', 'M6 13h-3v-3'];
const SCATTER = [
  'M4 4h.01',
  'M12 5h.01',
  'M8 9h.01',
  'M4.5 12.5h.01',
  'M12 12h.01',
  'M4 4l4 5l4-4',
  'M8 9l4 3',
];
const SQUARE = ['M4.5 4.5h7v7h-7z'];
const ARROW_BACK = ['M3 8a5 5 0 1 0 1.8-3.8', 'M3.2 2.4v2.8h2.8'];

/** The buttons of the canvas; `show` brings them up to date. */
export function zoomControls(
  container: HTMLElement,
  stage: Pick<Stage, 'zoomIn' | 'zoomOut' | 'fit' | 'isMoving' | 'stop'>,
  store: Store,
): { show(): void } {
  const relayout = control('', SCATTER, () => {
    if (stage.isMoving()) {
      stage.stop();
      return;
    }
    store.update((state) => {
      const { arrangement } = state;
      const seed = arrangement.kind === 'forces' ? arrangement.seed + 1 : 1;
      return arrange(state, { kind: 'forces', seed });
    });
  });
  const back = control('Back to the library’s layout', ARROW_BACK, () =>
    store.update((state) => arrange(state, { kind: 'library' })),
  );
  container.append(
    back,
    relayout,
    control('Zoom in', PLUS, stage.zoomIn),
    control('Zoom out', MINUS, stage.zoomOut),
    control('Show everything', CORNERS, stage.fit),
  );
  const show = () => {
    const isMoving = stage.isMoving();
    label(relayout, isMoving ? 'Stop the layout' : 'Lay out anew');
    relayout.replaceChildren(drawing(isMoving ? SQUARE : SCATTER, 'icon'));
    back.hidden = store.get().arrangement.kind === 'library';
  };
  show();
  return { show };
}

function control(name: string, icon: readonly string[], act: () => void): HTMLElement {
  const button = element(
    'button',
    { class: 'icon-button', attributes: { type: 'button' }, on: { click: act } },
    [drawing(icon, 'icon')],
  );
  label(button, name);
  return button;
}

function label(button: HTMLElement, name: string): void {
  button.setAttribute('aria-label', name);
  button.title = name;
}
