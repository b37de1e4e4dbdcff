// The toolbar below the menus: what people reach for most, each with a name for screen readers and a picture.
import { make } from '../frames/layers.ts';
import { type Icon, iconOf } from './icons.ts';
import type { Entry } from './menu-bar.ts';
import { openPopup } from './popup-menu.ts';

/** A button that does something at once, or one that opens a menu. */
export type Tool = { label: string; icon: Icon; title?: string } & ({ run: () => void } | { entries: () => Entry[] });

/** Draws the groups of buttons; one stop of Tab, arrow keys within. */
export function drawToolbar(bar: HTMLElement, groups: Tool[][]): void {
  const all: HTMLButtonElement[] = [];
  const drawn = groups.flatMap((tools, index) => {
    const buttons = tools.map((tool) => toolButton(tool));
    all.push(...buttons);
    return index === 0 ? buttons : [make('span', 'tool-gap'), ...buttons];
  });
  for (const [index, button] of all.entries()) button.tabIndex = index === 0 ? 0 : -1;
  bar.replaceChildren(...drawn);
  bar.addEventListener('keydown', (event) => {
    // Keys in the toolbar are not the grid's.
    event.stopPropagation();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    all[(at + step + all.length) % all.length]?.focus();
    event.preventDefault();
  });
}

function toolButton(tool: Tool): HTMLButtonElement {
  const button = make('button', 'tool');
  button.type = 'button';
  button.ariaLabel = tool.label;
  button.title = tool.title ?? tool.label;
  button.append(iconOf(tool.icon));
  if ('run' in tool) button.addEventListener('click', tool.run);
  else {
    button.classList.add('opens');
    button.ariaHasPopup = 'menu';
    button.ariaExpanded = 'false';
    button.addEventListener('click', () => openPopup(button, tool.label, tool.entries()));
  }
  return button;
}

/** Says of a button whether there is anything to do for it; it stays where the focus may be. */
export function enableTool(bar: HTMLElement, label: string, isEnabled: boolean): void {
  for (const button of buttonsOf(bar, label)) button.ariaDisabled = String(!isEnabled);
}

/** Says of a button whether what it switches is on. */
export function pressTool(bar: HTMLElement, label: string, isOn: boolean): void {
  for (const button of buttonsOf(bar, label)) button.ariaPressed = String(isOn);
}

function buttonsOf(bar: HTMLElement, label: string): HTMLElement[] {
  return [...bar.querySelectorAll<HTMLElement>('.tool')].filter(({ ariaLabel }) => ariaLabel === label);
}
