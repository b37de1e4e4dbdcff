// A menu that a tool opens: up and down, Enter, Escape back to the tool.
import { type Entry, menuList } from './menu-bar.ts';

let close: (() => void) | undefined;

/** Opens the entries below the button, in place of a menu that is open; a second click closes them. */
export function openPopup(button: HTMLElement, label: string, entries: Entry[]): void {
  const isOpen = button.ariaExpanded === 'true';
  close?.();
  if (isOpen) return;
  const menu = menuList(label, entries);
  menu.classList.add('popup');
  const end = () => {
    if (close !== end) return;
    close = undefined;
    document.removeEventListener('pointerdown', leave, true);
    menu.remove();
    button.ariaExpanded = 'false';
  };
  const leave = (event: PointerEvent) => {
    const target = event.target as Node;
    if (!menu.contains(target) && !button.contains(target)) end();
  };
  const items = () => [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  menu.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1 + all.length,
      Home: 0,
      End: all.length - 1,
    };
    const next = to[event.key];
    if (next !== undefined) all[next % all.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') {
      end();
      button.focus();
    } else return;
    event.preventDefault();
  });
  menu.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[role="menuitem"]')) end();
  });
  close = end;
  button.ariaExpanded = 'true';
  document.getElementById('layers')?.append(menu);
  document.addEventListener('pointerdown', leave, true);
  const { left, bottom } = button.getBoundingClientRect();
  menu.style.left = `${Math.max(4, Math.min(left, window.innerWidth - menu.offsetWidth - 4))}px`;
  menu.style.top = `${bottom + 2}px`;
  items()[0]?.focus();
}
