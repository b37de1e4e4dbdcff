// The parts of the page for those who work by keys: from one to the next, and what each key does.
import { make, openDialog } from './frames/layers.ts';
import { KEYS, OTHER_KEYS } from './grid/input/keys.ts';

const focusIn = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.focus();

/** F6 goes on to the next part of the page, Shift+F6 to the one before; gives what does the same for a frame, which has keys of its own. */
export function listenToAreas(focusGrid: () => void): (isBack: boolean) => void {
  const areas: [home: string, focus: () => void][] = [
    ['#grid', focusGrid],
    ['#menu-bar', focusIn('#menu-bar .menu-title')],
    ['#toolbar', focusIn('#toolbar [tabindex="0"]')],
    ['#sidebar', focusIn('#sidebar iframe')],
    ['#layers', focusIn('#layers .dialog')],
    ['#tab-bar', focusIn('#tabs [aria-selected="true"]')],
  ];
  const isThere = (home: string) =>
    home === '#layers'
      ? document.querySelector('#layers .dialog') !== null
      : !document.querySelector<HTMLElement>(home)?.hidden;
  const leave = (isBack: boolean) => {
    // What covers the page has to be answered or closed first.
    if (document.querySelector('#layers .modal')) return;
    const there = areas.filter(([home]) => isThere(home));
    const at = there.findIndex(([home]) => document.activeElement?.closest(home));
    const step = isBack ? -1 : 1;
    there[(Math.max(at, 0) + step + there.length) % there.length]?.[1]();
  };
  const listen = (event: KeyboardEvent) => {
    const isOut = event.key === 'Escape' && document.activeElement?.closest('#toolbar, #tab-bar');
    if (isOut) focusGrid();
    if (event.key !== 'F6') return;
    leave(event.shiftKey);
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', listen, true);
  return leave;
}

/** What each key does, from the table that the grid works by. */
export function showKeys(): void {
  const dialog = openDialog({ title: 'Keyboard shortcuts', modal: true, width: 560, closed: () => undefined });
  const list = make('dl', 'keys');
  const shown = KEYS.map(({ chord, does }): [string, string] => [
    chord
      .replace('Arrow', '')
      .replace(/ $/, 'Space')
      .replace(/\b[a-z]$/, (letter) => letter.toUpperCase()),
    does,
  ]);
  for (const [keys, does] of [...shown, ...OTHER_KEYS]) list.append(make('dt', '', keys), make('dd', '', does));
  dialog.body.append(list);
}
