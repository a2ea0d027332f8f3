import { drawing, element } from '../element.ts';

/** A part of the screen that a button shows and puts away, where the screen is too narrow for it to stay. */
export interface Drawer {
  readonly button: HTMLButtonElement;
  /** Puts it away where it was shown, and says whether it was. */
  close(): boolean;
}

/** @param content it has an id, by which the button names it */
export function createDrawer(
  content: HTMLElement,
  {
    name,
    icon,
    className,
  }: { readonly name: string; readonly icon: readonly string[]; readonly className: string },
): Drawer {
  const isOpen = () => content.classList.contains('open');
  const slide = (isShown: boolean) => {
    // What is hidden would take the focus with it.
    if (!isShown && content.contains(document.activeElement)) button.focus();
    content.classList.toggle('open', isShown);
    button.setAttribute('aria-expanded', String(isShown));
  };
  const button = element(
    'button',
    {
      class: `icon-button ${className}`,
      attributes: {
        type: 'button',
        'aria-label': name,
        'aria-controls': content.id,
        'aria-expanded': 'false',
      },
      on: { click: () => slide(!isOpen()) },
    },
    [drawing(icon, 'icon')],
  );
  return {
    button,
    close() {
      const wasOpen = isOpen();
      if (wasOpen) slide(false);
      return wasOpen;
    },
  };
}
