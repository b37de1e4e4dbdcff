// The menu bar: the add-on's menus and a few of the sheet's own, by mouse and keys.
import { make } from '../frames/layers.ts';

/** `key`: the keys that do the same. */
export type Entry =
  | { label: string; key?: string; run: () => void }
  | { label: string; entries: Entry[] }
  | 'separator';

export interface TopMenu {
  label: string;
  entries: Entry[];
}

/** Draws the menus into the bar, in place of what was there. */
export function drawMenuBar(bar: HTMLElement, menus: TopMenu[]): void {
  bar.replaceChildren(
    ...menus.map(({ label, entries }, index) => {
      const holder = make('div', 'menu-holder');
      const button = menuButton(label, 'menu-title');
      button.tabIndex = index === 0 ? 0 : -1;
      holder.append(button, menuList(label, entries));
      return holder;
    }),
  );
}

/** Keys and mouse for the bar; call once. */
export function listenToMenuBar(bar: HTMLElement): void {
  let before: HTMLElement | undefined;
  bar.addEventListener('focusin', (event) => {
    const from = event.relatedTarget;
    if (from instanceof HTMLElement && !bar.contains(from)) before = from;
  });
  bar.addEventListener('mousedown', () => {
    const active = document.activeElement;
    if (active instanceof HTMLElement && !bar.contains(active)) before = active;
  });
  bar.addEventListener('click', (event) => {
    const item = itemOf(event.target);
    if (item === undefined) return;
    if (item.ariaHasPopup === 'menu') {
      if (isOpen(item) && item.classList.contains('menu-title')) closeAll(bar);
      else open(bar, item, event.detail === 0);
    } else closeAll(bar, before);
  });
  bar.addEventListener('mouseover', (event) => {
    const item = itemOf(event.target);
    if (item === undefined) return;
    const someOpen = bar.querySelector('[aria-expanded="true"]') !== null;
    if (someOpen && item.ariaHasPopup === 'menu' && !isOpen(item)) open(bar, item, false);
  });
  bar.addEventListener('keydown', (event) => {
    // Keys in the menus are not the grid's.
    event.stopPropagation();
    if (handleKey(bar, event.key, before)) event.preventDefault();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!bar.contains(event.target as Node)) closeAll(bar);
  });
  bar.addEventListener('focusout', (event) => {
    if (event.relatedTarget !== null && !bar.contains(event.relatedTarget as Node)) closeAll(bar);
  });
}

/** The entries as a menu, to be put somewhere. */
export function menuList(label: string, entries: Entry[]): HTMLElement {
  const menu = make('div', 'menu');
  menu.role = 'menu';
  menu.ariaLabel = label;
  for (const entry of entries) {
    if (entry === 'separator') {
      const line = make('hr');
      line.role = 'separator';
      menu.append(line);
    } else if ('entries' in entry) {
      const holder = make('div', 'menu-holder');
      holder.role = 'none';
      const button = menuButton(entry.label, 'menu-item');
      holder.append(button, menuList(entry.label, entry.entries));
      menu.append(holder);
    } else {
      const button = make('button', 'menu-item', entry.label);
      if (entry.key !== undefined) button.append(make('span', 'menu-key', entry.key));
      button.type = 'button';
      button.role = 'menuitem';
      button.tabIndex = -1;
      button.addEventListener('click', entry.run);
      menu.append(button);
    }
  }
  return menu;
}

function menuButton(label: string, className: string): HTMLButtonElement {
  const button = make('button', className, label);
  button.type = 'button';
  button.role = 'menuitem';
  button.ariaHasPopup = 'menu';
  button.ariaExpanded = 'false';
  button.tabIndex = -1;
  return button;
}

function handleKey(bar: HTMLElement, key: string, before: HTMLElement | undefined): boolean {
  const item = itemOf(document.activeElement);
  if (item === undefined) return false;
  const top = item.classList.contains('menu-title');
  const siblings = siblingsOf(bar, item);
  const step = (by: number) => siblings[(siblings.indexOf(item) + by + siblings.length) % siblings.length]?.focus();
  const titles = () => siblingsOf(bar, bar.querySelector<HTMLElement>('.menu-title') as HTMLElement);
  const stepTop = (by: number) => {
    const all = titles();
    const current = all.findIndex((title) => title.parentElement?.contains(item));
    const next = all[(current + by + all.length) % all.length];
    if (next === undefined) return;
    if (top && !isOpen(item)) {
      closeAll(bar);
      next.focus();
    } else open(bar, next, true);
  };
  switch (key) {
    case 'ArrowDown':
      if (top) open(bar, item, true);
      else step(1);
      return true;
    case 'ArrowUp':
      if (!top) step(-1);
      return true;
    case 'ArrowRight':
      if (!top && item.ariaHasPopup === 'menu') open(bar, item, true);
      else stepTop(1);
      return true;
    case 'ArrowLeft': {
      const parent = item.closest('.menu')?.parentElement?.querySelector<HTMLElement>('button');
      if (!top && parent?.classList.contains('menu-item')) {
        parent.ariaExpanded = 'false';
        parent.focus();
      } else stepTop(-1);
      return true;
    }
    case 'Home':
      siblings[0]?.focus();
      return true;
    case 'End':
      siblings.at(-1)?.focus();
      return true;
    case 'Escape':
      if (top && !isOpen(item)) before?.focus();
      else {
        const title = titles().find((each) => each.parentElement?.contains(item));
        closeAll(bar);
        title?.focus();
      }
      return true;
    default: {
      const match = siblings.find(
        (each) => each !== item && each.textContent?.toLowerCase().startsWith(key.toLowerCase()),
      );
      if (key.length === 1 && match !== undefined) match.focus();
      return false;
    }
  }
}

/** Opens the item's menu and those above it, closes the others. */
function open(bar: HTMLElement, item: HTMLElement, focusFirst: boolean): void {
  for (const other of bar.querySelectorAll<HTMLElement>('[aria-expanded="true"]')) {
    if (!other.parentElement?.contains(item)) other.ariaExpanded = 'false';
  }
  item.ariaExpanded = 'true';
  if (focusFirst) item.parentElement?.querySelector<HTMLElement>(':scope > .menu [role="menuitem"]')?.focus();
  else item.focus();
}

function closeAll(bar: HTMLElement, focus?: HTMLElement): void {
  for (const item of bar.querySelectorAll<HTMLElement>('[aria-expanded="true"]')) item.ariaExpanded = 'false';
  focus?.focus();
}

function isOpen(item: HTMLElement): boolean {
  return item.ariaExpanded === 'true';
}

function itemOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[role="menuitem"]') ?? undefined) : undefined;
}

/** The items of the same menu, or the titles of the bar. */
function siblingsOf(bar: HTMLElement, item: HTMLElement): HTMLElement[] {
  const menu = item.closest('.menu') ?? bar;
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')].filter(
    (each) => (each.closest('.menu') ?? bar) === menu,
  );
}
