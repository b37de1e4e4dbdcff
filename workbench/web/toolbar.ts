// The toolbar beside the menus: what people reach for most, each with a name for screen readers.
import { make } from './frames/layers.ts';

export interface Tool {
  label: string;
  /** What the button shows. */
  sign: string;
  /** A class of its own, such as for a bold sign. */
  look?: string;
  run: () => void;
}

/** Draws the buttons; one stop of Tab, arrow keys within. */
export function drawToolbar(bar: HTMLElement, tools: Tool[]): void {
  const buttons = tools.map(({ label, sign, look = '', run }, index) => {
    const button = make('button', `tool ${look}`, sign);
    button.type = 'button';
    button.ariaLabel = label;
    button.title = label;
    button.tabIndex = index === 0 ? 0 : -1;
    button.addEventListener('click', run);
    return button;
  });
  bar.replaceChildren(...buttons);
  bar.addEventListener('keydown', (event) => {
    // Keys in the toolbar are not the grid's.
    event.stopPropagation();
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  });
}

/** Says of a button whether there is anything to do for it; it stays where the focus may be. */
export function enableTool(bar: HTMLElement, label: string, isEnabled: boolean): void {
  for (const button of bar.querySelectorAll<HTMLElement>('.tool')) {
    if (button.ariaLabel === label) button.ariaDisabled = String(!isEnabled);
  }
}
