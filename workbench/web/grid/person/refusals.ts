// What was not taken: told where it stands, with what was entered, so that it can be corrected.
import type { ActionOutcome, Area, Entered, PersonAction } from '../../../protocol.ts';
import { make, openDialog, showToast } from '../../frames/layers.ts';
import { writeAddress } from '../a1.ts';
import type { Spot } from '../input/cursor.ts';

type Refused = ActionOutcome['refused'];

export interface RefusalDesk {
  /** Opens the cell again with the text in it, and the reason beside it; false while another cell is edited. */
  correct: (sheet: number, spot: Spot, text: string, reason: string) => boolean;
  select: (sheet: number, area: Area) => void;
}

/** Says what was refused. One typed entry is put back into its cell to be corrected; many are listed with what was entered. */
export function tellRefused(action: PersonAction, refused: Refused, desk: RefusalDesk): void {
  const [first] = refused;
  if (first === undefined) return;
  if (first.row < 0 || !('sheet' in action)) {
    showToast('Not done', first.message, 10);
    return;
  }
  const { sheet } = action;
  const text = enteredText(action, first);
  if (refused.length === 1) {
    const isTyped = action.kind === 'type' || (action.kind === 'set' && action.cause === 'type');
    if (isTyped && desk.correct(sheet, first, text, first.message)) return;
    showToast(`${addressOf(first)}: “${text}” was not taken`, first.message, 20);
    return;
  }
  list(action, refused, () => desk.select(sheet, { row: first.row, column: first.column, rows: 1, columns: 1 }));
}

/** What the person entered into a cell, as text. */
function enteredText(action: PersonAction, { row, column }: Spot): string {
  if (action.kind === 'type') return action.text[row - action.row]?.[column - action.column] ?? '';
  if (action.kind !== 'set' && action.kind !== 'enter') return '';
  const cells: [number, number, Entered | null][] =
    action.kind === 'enter' ? action.cells : action.cells.map(([r, c, cell]) => [r, c, cell && { cell }]);
  const { text, cell } = cells.find(([r, c]) => r === row && c === column)?.[2] ?? {};
  return text ?? cell?.formula ?? String(cell?.value ?? '');
}

function list(action: PersonAction, refused: Refused, closed: () => void): void {
  const title = `${refused.length} entries were not taken`;
  const dialog = openDialog({ title, modal: true, width: 640, closed });
  const note = 'emptied' in action ? 'Nothing was moved. ' : 'Everything else was. ';
  dialog.body.append(make('p', 'alert-text', `${note}These cells are as they were:`));
  const table = make('table', 'refused');
  const head = table.createTHead().insertRow();
  for (const label of ['Cell', 'Entered', 'Why not']) head.append(make('th', '', label));
  const body = table.createTBody();
  for (const refusal of refused) {
    const row = body.insertRow();
    for (const text of [addressOf(refusal), enteredText(action, refusal), refusal.message])
      row.insertCell().textContent = text;
  }
  const copy = make('button', 'primary', 'Copy this list');
  copy.type = 'button';
  const lines = refused.map((refusal) =>
    [addressOf(refusal), enteredText(action, refusal), refusal.message].join('\t'),
  );
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(lines.join('\n')).then(
      () => showToast('', 'The list is on the clipboard.', 4),
      () => showToast('', 'The browser does not let this page use the clipboard: select the list and copy it.', 8),
    );
  });
  const buttons = make('div', 'buttons');
  buttons.append(copy);
  const scroller = make('div', 'refused-list');
  scroller.tabIndex = 0;
  scroller.append(table);
  dialog.body.append(scroller, buttons);
  copy.focus();
}

function addressOf({ row, column }: Spot): string {
  return writeAddress({ row, column, rows: 1, columns: 1 });
}
