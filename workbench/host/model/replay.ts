// Patches put into a book that was saved before them.

import type { BookSnapshot, Patch } from '../../protocol.ts';
import { Changes } from './changes.ts';
import { SheetModel } from './sheet-model.ts';

/** The book as it was after the patches, in their order. Fails where they are not those of this book. */
export function replay(book: BookSnapshot, patches: Iterable<Patch>): BookSnapshot {
  const nobody = new Changes();
  let current = book;
  let sheets = new Map(book.sheets.map((sheet) => [sheet.id, SheetModel.from(sheet, nobody)]));
  for (const patch of patches) {
    if (patch.kind === 'book') {
      current = patch.book;
      sheets = new Map(current.sheets.map((sheet) => [sheet.id, SheetModel.from(sheet, nobody)]));
    } else if (patch.kind === 'sheet') sheets.set(patch.sheet.id, SheetModel.from(patch.sheet, nobody));
    else change(sheets, patch);
  }
  return { ...current, sheets: [...sheets.values()].map((sheet) => sheet.snapshot()) };
}

function change(sheets: Map<number, SheetModel>, patch: Exclude<Patch, { kind: 'book' | 'sheet' }>): void {
  const sheet = sheets.get(patch.kind === 'shape' ? patch.sheet.id : patch.sheet);
  if (sheet === undefined) throw new Error('There is no such sheet in the book.');
  switch (patch.kind) {
    case 'cells':
      for (const [row, column, cell] of patch.cells) sheet.put(row, column, cell ?? undefined);
      break;
    case 'order':
      sheet.reorder(patch.area, patch.order);
      break;
    case 'shape':
      sheet.takeShape(patch.sheet);
      break;
    default: {
      const axis = patch.kind.endsWith('rows') ? 'rows' : 'columns';
      const { at, count } = patch;
      // What new rows and columns look like is told as cells.
      if (patch.kind.startsWith('insert')) sheet.shift({ axis, kind: 'insert', at, count, like: 'neither' });
      else sheet.shift({ axis, kind: 'delete', at, count });
    }
  }
}
