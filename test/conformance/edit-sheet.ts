// The sheet that tells a person what to do for the behaviours of onEdit, and keeps what was seen.
import type { Seen } from '../../src/platform/behaviour.ts';
import type { EditEvent } from '../../src/platform/edit-behaviours.ts';
import { type EditBehaviour, edits, NO_EVENT, type Step, TO_COPY } from './edits.ts';

const SHEET_NAME = 'Conformance by hand';
/** Columns of the sheet: what is claimed, what to do, where, what onEdit writes beside it, what was seen. */
const [NAME, TASK, CELL, BESIDE, SEEN] = [1, 2, 3, 4, 5];

/** The row of a behaviour's cell, from 1. */
export function rowOf(index: number): number {
  return index + 2;
}

export const CELL_COLUMN = CELL;

/** Adds the sheet with one row a behaviour that tells a person what to do. */
export function prepareEdits(): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const left = spreadsheet.getSheetByName(SHEET_NAME);
  if (left) spreadsheet.deleteSheet(left);
  const sheet = spreadsheet.insertSheet(SHEET_NAME);
  const table = edits.map(({ name, steps }, index) => [name, taskOf(steps, `C${rowOf(index)}`)]);
  sheet.getRange(1, NAME, 1, SEEN).setValues([['Behaviour', 'Do this, slowly', 'Here', '', 'Seen']]);
  sheet.getRange(rowOf(0), NAME, table.length, TASK).setValues(table);
  sheet.getRange('Q1:R1').setValues([TO_COPY]);
  sheet.setFrozenRows(1);
  sheet.setColumnWidths(NAME, TASK, 380);
}

function taskOf(steps: readonly Step[], cell: string): string {
  return steps.map((step) => taskOfStep(step, cell)).join('; then ');
}

function taskOfStep(step: Step, cell: string): string {
  switch (step.kind) {
    case 'type':
      return `in ${cell} type ${step.text} and press Enter`;
    case 'paste':
      return `copy ${step.cells === 1 ? 'Q1' : 'Q1:R1'} and paste into ${cell}`;
    case 'clear':
      return `select ${cell} and press Delete`;
    case 'undo':
      return 'undo once (Ctrl+Z)';
    case 'insert-and-delete-row':
      return `insert a row below ${cell} and delete that row again`;
  }
}

/** Writes what onEdit sees into the row of the behaviour, and if its own writing beside the cell has brought an event. */
export function recordEdit(event: EditEvent): void {
  const { range } = event;
  const sheet = range.getSheet();
  const behaviour = edits[range.getRow() - rowOf(0)];
  if (sheet.getName() !== SHEET_NAME || !behaviour) return;
  const column = range.getColumn();
  if (column !== CELL && column !== BESIDE) return;
  const seen: Seen = column === CELL ? seenIn(behaviour, event) : "an event of onEdit's own writing";
  sheet.getRange(range.getRow(), SEEN).setValue(`'${JSON.stringify(seen)}`);
}

function seenIn({ see }: EditBehaviour, event: EditEvent): Seen {
  try {
    return see(event);
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

/** What was seen for each behaviour, in their order; none if the sheet is not there. */
export function readEdits(): Seen[] {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SHEET_NAME);
  if (!sheet) return [];
  const table = sheet.getRange(rowOf(0), SEEN, edits.length).getValues();
  return table.map(([text]) => (text === '' ? NO_EVENT : (JSON.parse(String(text)) as Seen)));
}

/** Takes the sheet away. */
export function removeEdits(): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheetByName(SHEET_NAME);
  if (sheet) spreadsheet.deleteSheet(sheet);
}
