// The list of a cell with a dropdown: opened by keys or by its arrow, filtered by typing, closed by Escape.
import { make } from '../../frames/layers.ts';

export interface DropdownOptions {
  /** For screen readers, such as `Values for F3`. */
  label: string;
  /** Where the cell is on the screen. */
  left: number;
  top: number;
  bottom: number;
  values: string[];
  current: string;
  choose: (value: string) => void;
  /** Called once, however it ends. */
  closed: () => void;
}

let close: (() => void) | undefined;

/** Opens the list in place of one that is open. */
export function openDropdown(options: DropdownOptions): void {
  close?.();
  const box = make('div', 'dropdown');
  const filter = make('input');
  const list = make('ul');
  const empty = make('p', 'dropdown-empty', 'No value contains this');
  list.id = 'dropdown-list';
  list.role = 'listbox';
  list.ariaLabel = options.label;
  filter.role = 'combobox';
  filter.ariaLabel = options.label;
  filter.ariaExpanded = 'true';
  filter.ariaAutoComplete = 'list';
  filter.placeholder = 'Type to filter';
  filter.setAttribute('aria-controls', list.id);
  box.append(filter, list, empty);
  document.getElementById('layers')?.append(box);

  let shown: HTMLElement[] = [];
  let active = 0;
  const activate = (index: number) => {
    active = Math.min(Math.max(index, 0), shown.length - 1);
    for (const [each, option] of shown.entries()) option.ariaSelected = String(each === active);
    filter.setAttribute('aria-activedescendant', shown[active]?.id ?? '');
    shown[active]?.scrollIntoView({ block: 'nearest' });
  };
  const draw = () => {
    const wanted = filter.value.trim().toLowerCase();
    const values = options.values.filter((value) => value.toLowerCase().includes(wanted));
    shown = values.map((value, index) => {
      const option = make('li', '', value);
      option.role = 'option';
      option.id = `dropdown-option-${index}`;
      option.addEventListener('mousedown', (event) => {
        event.preventDefault();
        choose(value);
      });
      return option;
    });
    list.replaceChildren(...shown);
    empty.hidden = shown.length > 0;
    const begins = values.findIndex((value) => value.toLowerCase().startsWith(wanted));
    activate(wanted === '' ? Math.max(0, values.indexOf(options.current)) : begins);
  };
  const end = () => {
    if (close !== end) return;
    close = undefined;
    box.remove();
    options.closed();
  };
  const choose = (value: string) => {
    end();
    options.choose(value);
  };
  filter.addEventListener('input', draw);
  filter.addEventListener('blur', end);
  filter.addEventListener('keydown', (event) => {
    // Keys in the list are not the grid's.
    event.stopPropagation();
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: shown.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) activate(step);
    else if (event.key === 'Escape') end();
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const value = shown[active]?.textContent;
      if (value) choose(value);
    } else return;
    event.preventDefault();
  });
  close = end;
  draw();
  // Below the cell, or above it where there is no room.
  const room = window.innerHeight - options.bottom - 8;
  const height = box.offsetHeight;
  box.style.left = `${Math.min(options.left, window.innerWidth - box.offsetWidth - 8)}px`;
  box.style.top = `${room >= height || options.top < height ? options.bottom : options.top - height}px`;
  filter.focus({ preventScroll: true });
}
