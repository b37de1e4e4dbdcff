// The tabs of the book's sheets: choose, add, rename, delete.
import type { BookSnapshot, PersonAction, SheetSnapshot } from '../../protocol.ts';
import { ask, make, openDialog } from '../frames/layers.ts';

interface TabActions {
  show: (sheet: number) => void;
  act: (action: PersonAction) => void;
}

/** Draws the tabs of the sheets that are not hidden. */
export function drawTabs(book: BookSnapshot, active: number, actions: TabActions): void {
  const list = document.getElementById('tabs') as HTMLElement;
  const focused = list.contains(document.activeElement);
  const visible = book.sheets.filter((sheet) => !sheet.hidden);
  list.replaceChildren(...visible.map((sheet) => tab(sheet, visible, sheet.id === active, actions)));
  if (focused) list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  const add = document.getElementById('add-sheet') as HTMLButtonElement;
  add.onclick = () => actions.act({ kind: 'add-sheet', name: freeName(book) });
}

function tab(sheet: SheetSnapshot, all: SheetSnapshot[], selected: boolean, actions: TabActions): HTMLElement {
  const button = make('button', 'tab', sheet.name);
  button.type = 'button';
  button.role = 'tab';
  button.ariaSelected = String(selected);
  button.tabIndex = selected ? 0 : -1;
  button.title = 'Double-click or press F2 to rename, Delete to delete';
  button.addEventListener('click', () => actions.show(sheet.id));
  button.addEventListener('dblclick', () => rename(sheet, actions));
  button.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    choose(sheet, all.length > 1, actions);
  });
  button.addEventListener('keydown', (event) => {
    // Keys on the tabs are not the grid's.
    event.stopPropagation();
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0) actions.show((all[(all.indexOf(sheet) + step + all.length) % all.length] as SheetSnapshot).id);
    else if (event.key === 'F2') rename(sheet, actions);
    else if (event.key === 'Delete' && all.length > 1) remove(sheet, actions);
    else return;
    event.preventDefault();
  });
  return button;
}

async function choose(sheet: SheetSnapshot, canDelete: boolean, actions: TabActions): Promise<void> {
  const buttons: Record<string, string> = canDelete ? { rename: 'Rename', delete: 'Delete' } : { rename: 'Rename' };
  const answer = await ask(`Sheet ${sheet.name}`, 'What do you want to do with this sheet?', buttons).answer;
  if (answer === 'rename') rename(sheet, actions);
  if (answer === 'delete') remove(sheet, actions);
}

async function remove(sheet: SheetSnapshot, actions: TabActions): Promise<void> {
  const question = `Delete the sheet ${sheet.name} and everything in it? Undo brings it back.`;
  const answer = await ask('Delete sheet', question, { delete: 'Delete', cancel: 'Cancel' }).answer;
  if (answer === 'delete') actions.act({ kind: 'delete-sheet', sheet: sheet.id });
}

function rename(sheet: SheetSnapshot, actions: TabActions): void {
  const dialog = openDialog({ title: 'Rename sheet', modal: true, width: 360, closed: () => undefined });
  const form = make('form', 'rename');
  const label = make('label', '', 'Name');
  const input = make('input');
  input.value = sheet.name;
  input.required = true;
  input.maxLength = 100;
  label.append(input);
  const save = make('button', 'primary', 'Rename');
  const row = make('div', 'buttons');
  row.append(save);
  form.append(label, row);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const name = input.value.trim();
    dialog.close();
    if (name !== '' && name !== sheet.name) actions.act({ kind: 'rename-sheet', sheet: sheet.id, name });
  });
  dialog.body.append(form);
  input.select();
}

function freeName(book: BookSnapshot): string {
  const taken = new Set(book.sheets.map((sheet) => sheet.name));
  let number = book.sheets.length + 1;
  while (taken.has(`Sheet${number}`)) number++;
  return `Sheet${number}`;
}
