import { drawing, element } from '../element.ts';
import type { Theme } from '../stage/palette.ts';

const HALF_DISC = ['M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12z', 'M8 2a6 6 0 0 1 0 12z'];

export interface ThemeSwitch {
  readonly button: HTMLButtonElement;
  current(): Theme;
  dispose(): void;
}

/** Follows the system until the reader chooses, now or in an earlier visit; `change` is told of every change. */
export function createThemeSwitch(change: (theme: Theme) => void): ThemeSwitch {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let chosen = recallTheme();
  const current = (): Theme => chosen ?? (dark.matches ? 'dark' : 'light');
  const other = (): Theme => (current() === 'dark' ? 'light' : 'dark');
  const show = () => {
    document.documentElement.dataset.theme = current();
    button.setAttribute('aria-label', `Change to ${other()} colours`);
    button.title = `Change to ${other()} colours`;
  };
  const apply = () => {
    show();
    change(current());
  };
  const button = element(
    'button',
    {
      class: 'icon-button theme',
      attributes: { type: 'button' },
      on: {
        click() {
          chosen = other();
          keepTheme(chosen);
          apply();
        },
      },
    },
    [drawing(HALF_DISC, 'icon half')],
  );
  dark.addEventListener('change', apply);
  show();
  return { button, current, dispose: () => dark.removeEventListener('change', apply) };
}

const KEPT = 'sotagraph theme';

/** The theme chosen in an earlier visit, if any. */
function recallTheme(): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept === 'light' || kept === 'dark' ? kept : undefined;
  } catch {
    // A browser may keep nothing for a page, and says so by throwing.
    return undefined;
  }
}

function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEPT, theme);
  } catch {
    // As above: the choice then holds until the page is left.
  }
}
