import { element } from '../element.ts';

export interface Notice {
  readonly title: string;
  readonly text?: string;
  /** Takes back what the notice tells of. */
  readonly undo?: () => Promise<void>;
}

/** A line at the foot of the page that tells what has just changed, until it is put away or the next one comes. */
export function createNotice(place: HTMLElement): { show(notice: Notice): void } {
  const box = element('div', { class: 'notice', attributes: { role: 'status' } });
  place.append(box);
  const hide = () => box.replaceChildren();
  return {
    show({ title, text, undo }) {
      const back = undo && undoButton(undo, (reason) => say(reason));
      const say = (reason: string) => {
        words.append(
          element('p', { class: 'failed', text: reason, attributes: { role: 'alert' } }),
        );
      };
      const words = element('div', { class: 'notice-words' }, [
        element('p', { class: 'notice-title', text: title }),
        text ? element('p', { class: 'note', text }) : undefined,
      ]);
      const away = element('button', {
        class: 'chip-button',
        text: 'Close',
        attributes: { type: 'button' },
        on: { click: hide },
      });
      box.replaceChildren(words, ...(back ? [back] : []), away);
    },
  };
}

function undoButton(undo: () => Promise<void>, fail: (reason: string) => void): HTMLButtonElement {
  const button = element('button', {
    class: 'chip-button',
    text: 'Undo',
    attributes: { type: 'button' },
    on: {
      click() {
        button.disabled = true;
        undo().catch((error: unknown) => {
          button.disabled = false;
          fail(error instanceof Error ? error.message : String(error));
        });
      },
    },
  });
  return button;
}
