import { drawing, element } from '../element.ts';
import type { State } from '../state.ts';
import type { Store } from '../store.ts';

const CHEVRON = ['M6 4l4 4l-4 4'];
/** As the style sheet has it: there the panel is a sheet from below. */
const NARROW = '(max-width: 900px)';

export interface PanelFold {
  /** Says what stands in the panel, for who sees no more of it than that. */
  name(title: string): void;
  /** Shows the panel to who asks for what stands in it. */
  unfold(): void;
  dispose(): void;
}

/**
 * A button between stage and panel that folds the panel away and back. Until it is first pressed, a panel under the stage
 * is folded while nothing is selected; from then on it stays as the reader left it.
 */
export function createPanelFold(panel: HTMLElement, store: Store): PanelFold {
  const narrow = matchMedia(NARROW);
  const label = element('span', { class: 'fold-name' });
  const button = element(
    'button',
    {
      class: 'panel-fold',
      attributes: { type: 'button', 'aria-controls': panel.id },
      on: {
        click() {
          chosen = !isOpen();
          show();
        },
      },
    },
    [drawing(CHEVRON, 'icon chevron'), label],
  );
  let chosen: boolean | undefined;
  const isOpen = () => chosen ?? (!narrow.matches || store.get().selection !== undefined);
  const show = () => {
    const isShown = isOpen();
    // What is hidden would take the focus with it.
    if (!isShown && panel.contains(document.activeElement)) button.focus();
    panel.hidden = !isShown;
    button.setAttribute('aria-expanded', String(isShown));
    button.title = isShown ? 'Fold the panel' : 'Show the panel';
  };
  const unfold = () => {
    if (!isOpen()) chosen = true;
    show();
  };
  const follow = (state: State, previous: State) => {
    if (state.selection === previous.selection) return;
    // Beside a table, its page is all that one sees of a selection.
    if (state.selection !== undefined && state.view !== 'graph') unfold();
    else show();
  };
  const unsubscribe = store.subscribe(follow);
  narrow.addEventListener('change', show);
  panel.before(button);
  show();
  return {
    name(title) {
      label.textContent = title;
      button.setAttribute('aria-label', `Reading panel: ${title}`);
    },
    unfold,
    dispose() {
      unsubscribe();
      narrow.removeEventListener('change', show);
      button.remove();
    },
  };
}
