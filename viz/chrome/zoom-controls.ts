import { drawing, element } from '../element.ts';
import type { Stage } from '../stage/stage.ts';

const PLUS = ['M8 3v10', 'M3 8h10'];
const MINUS = ['M3 8h10'];
const CORNERS = ['M3 6v-3h3', 'M10 3h3v3', 'M13 10v3h-3', 'M6 13h-3v-3'];

export function zoomControls(stage: Pick<Stage, 'zoomIn' | 'zoomOut' | 'fit'>): HTMLElement[] {
  return [
    control('Zoom in', PLUS, stage.zoomIn),
    control('Zoom out', MINUS, stage.zoomOut),
    control('Show everything', CORNERS, stage.fit),
  ];
}

function control(label: string, icon: readonly string[], act: () => void): HTMLElement {
  const attributes = { type: 'button', 'aria-label': label, title: label };
  return element('button', { class: 'icon-button', attributes, on: { click: act } }, [
    drawing(icon, 'icon'),
  ]);
}
