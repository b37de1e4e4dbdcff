// The menu of a filtered column: sort, filter by text, filter by values.
import type { FilterRule } from '../../../protocol.ts';
import { make } from '../../frames/layers.ts';

type Condition = NonNullable<FilterRule['condition']>['is'];

export interface FilterMenuOptions {
  /** The header's text, for the menu's name. */
  label: string;
  left: number;
  bottom: number;
  /** What stands in the column. */
  choices: string[];
  rule: FilterRule | undefined;
  sort: (ascending: boolean) => void;
  /** Null: everything is let through. */
  filter: (rule: FilterRule | null) => void;
  closed: () => void;
}

const CONDITIONS: Record<Condition | 'none', string> = {
  none: 'Any text',
  contains: 'Text contains',
  lacks: 'Text does not contain',
  begins: 'Text starts with',
  ends: 'Text ends with',
  equals: 'Text is exactly',
  empty: 'Is empty',
  filled: 'Is not empty',
};
const NEEDS_TEXT: readonly string[] = ['contains', 'lacks', 'begins', 'ends', 'equals'];

/** More values than anybody reads: the rest is found by searching. */
const MOST_SHOWN = 200;

let close: (() => void) | undefined;

/** Opens the menu in place of one that is open. */
export function openFilterMenu(options: FilterMenuOptions): void {
  close?.();
  const hidden = new Set(options.rule?.hidden);
  const box = make('form', 'filter-menu');
  box.role = 'dialog';
  box.ariaLabel = `Filter and sort ${options.label}`;
  const end = () => {
    if (close !== end) return;
    close = undefined;
    document.removeEventListener('pointerdown', leave, true);
    box.remove();
    options.closed();
  };
  const leave = (event: PointerEvent) => {
    if (!box.contains(event.target as Node)) end();
  };
  const sorts = [true, false].map((ascending) =>
    button(ascending ? 'Sort A to Z' : 'Sort Z to A', 'menu-item', () => {
      end();
      options.sort(ascending);
    }),
  );
  const { condition, text } = conditionFields(options.rule);
  const values = valueFields(options.choices, hidden);
  const ok = make('button', 'primary', 'OK');
  const row = make('div', 'buttons');
  row.append(ok, button('Cancel', '', end));
  box.append(...sorts, make('hr'), condition, text, make('hr'), values, row);
  box.addEventListener('submit', (event) => {
    event.preventDefault();
    const is = condition.value as Condition | 'none';
    const isAsked = is !== 'none' && (!NEEDS_TEXT.includes(is) || text.value !== '');
    const rule: FilterRule = {
      ...(hidden.size > 0 && { hidden: [...hidden] }),
      ...(isAsked && { condition: { is, text: text.value } }),
    };
    end();
    options.filter(Object.keys(rule).length === 0 ? null : rule);
  });
  box.addEventListener('keydown', (event) => {
    // Keys in the menu are not the grid's.
    event.stopPropagation();
    if (event.key === 'Escape') end();
    if (event.key === 'Tab') keepInside(box, event);
  });
  close = end;
  document.getElementById('layers')?.append(box);
  document.addEventListener('pointerdown', leave, true);
  box.style.left = `${Math.max(8, Math.min(options.left, window.innerWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${Math.max(8, Math.min(options.bottom, window.innerHeight - box.offsetHeight - 8))}px`;
  sorts[0]?.focus({ preventScroll: true });
}

function conditionFields(rule: FilterRule | undefined): { condition: HTMLSelectElement; text: HTMLInputElement } {
  const condition = make('select');
  condition.ariaLabel = 'Filter by text';
  for (const [is, label] of Object.entries(CONDITIONS)) condition.append(new Option(label, is));
  condition.value = rule?.condition?.is ?? 'none';
  const text = make('input');
  text.ariaLabel = 'Text';
  text.value = rule?.condition?.text ?? '';
  const show = () => {
    text.hidden = !NEEDS_TEXT.includes(condition.value);
  };
  condition.addEventListener('change', show);
  show();
  return { condition, text };
}

/** Checkboxes for the values; unchecked ones go into `hidden`. Select all and Clear mean what the search has found. */
function valueFields(choices: readonly string[], hidden: Set<string>): HTMLElement {
  const fields = make('fieldset');
  const search = make('input');
  search.placeholder = 'Search the values';
  search.ariaLabel = 'Search the values';
  const list = make('div', 'filter-values');
  const rest = make('p', 'quiet');
  const found = () => {
    const wanted = search.value.trim().toLowerCase();
    return choices.filter((value) => value.toLowerCase().includes(wanted));
  };
  const draw = () => {
    const values = found();
    list.replaceChildren(
      ...values.slice(0, MOST_SHOWN).map((value) => {
        const label = make('label');
        const box = make('input');
        box.type = 'checkbox';
        box.checked = !hidden.has(value);
        box.addEventListener('change', () => void (box.checked ? hidden.delete(value) : hidden.add(value)));
        label.append(box, value === '' ? '(Blanks)' : value);
        return label;
      }),
    );
    const more = values.length - MOST_SHOWN;
    rest.textContent = values.length === 0 ? 'No value contains this.' : `${more} more: search to see them.`;
    rest.hidden = values.length > 0 && more <= 0;
  };
  const all = (isShown: boolean) => () => {
    for (const value of found())
      if (isShown) hidden.delete(value);
      else hidden.add(value);
    draw();
  };
  search.addEventListener('input', draw);
  const row = make('div', 'filter-all');
  row.append(button('Select all', 'link', all(true)), button('Clear', 'link', all(false)));
  fields.append(make('legend', '', 'Filter by values'), row, search, list, rest);
  draw();
  return fields;
}

function button(label: string, className: string, run: () => void): HTMLButtonElement {
  const made = make('button', className, label);
  made.type = 'button';
  made.addEventListener('click', run);
  return made;
}

function keepInside(box: HTMLElement, event: KeyboardEvent): void {
  const stops = [...box.querySelectorAll<HTMLElement>('button, input, select')].filter(({ hidden }) => !hidden);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
