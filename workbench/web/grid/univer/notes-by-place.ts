// Notes by the cell that they stand on. Univer looks for a cell's note through all notes of the sheet, and does so for every cell that it
// paints: with some thousand of them that is most of what a scroll, a key or a sort takes.
import { generateRandomId, type Nullable } from '@univerjs/core';
import { SheetsNoteModel } from '@univerjs/preset-sheets-note';

type Note = NonNullable<ReturnType<SheetsNoteModel['getNote']>>;

/** More columns than a sheet can have. */
const COLUMNS = 20_000;

const placeOf = ({ row, col }: { row: number; col: number }): number => row * COLUMNS + col;

/** The notes of one model, in step with it. */
class Places {
  /** By workbook and sheet, then by place. */
  readonly #notes = new Map<string, Map<number, Note>>();

  constructor(model: SheetsNoteModel) {
    for (const [unit, sheets] of model.getNotes()) {
      for (const [sheet, notes] of sheets)
        for (const note of notes.values()) this.of(unit, sheet).set(placeOf(note), note);
    }
    model.change$.subscribe(({ unitId, subUnitId, oldNote, newNote }) => {
      const notes = this.of(unitId, subUnitId);
      // Where several move at once, another may stand there already.
      if (oldNote && notes.get(placeOf(oldNote))?.id === oldNote.id) notes.delete(placeOf(oldNote));
      if (newNote) notes.set(placeOf(newNote), newNote);
    });
  }

  of(unit: string, sheet: string): Map<number, Note> {
    const key = `${unit} ${sheet}`;
    let notes = this.#notes.get(key);
    if (notes === undefined) {
      notes = new Map();
      this.#notes.set(key, notes);
    }
    return notes;
  }

  forget(unit: string): void {
    for (const key of this.#notes.keys()) if (key.startsWith(`${unit} `)) this.#notes.delete(key);
  }
}

/** Lets every model of notes find them by place. Call it before the first is made. */
export function findNotesByPlace(): void {
  const model = SheetsNoteModel.prototype;
  const { getNote, updateNote, removeNote, deleteUnitNotes } = model;
  const all = new WeakMap<SheetsNoteModel, Places>();
  const placesOf = (owner: SheetsNoteModel): Places => {
    let places = all.get(owner);
    if (places === undefined) {
      places = new Places(owner);
      all.set(owner, places);
    }
    return places;
  };
  model.getNote = function (unit, sheet, params): Nullable<Note> {
    const { noteId, row, col } = params;
    if (noteId || row === undefined || col === undefined) return getNote.call(this, unit, sheet, params);
    return placesOf(this).of(unit, sheet).get(placeOf({ row, col }));
  };
  model.updateNote = function (unit, sheet, row, col, note, silent) {
    const id = note.id ?? placesOf(this).of(unit, sheet).get(placeOf({ row, col }))?.id ?? generateRandomId(10);
    updateNote.call(this, unit, sheet, row, col, { ...note, id }, silent);
  };
  model.removeNote = function (unit, sheet, params) {
    const old = this.getNote(unit, sheet, params);
    if (old)
      removeNote.call(this, unit, sheet, {
        noteId: old.id,
        ...(params.silent !== undefined && { silent: params.silent }),
      });
  };
  model.deleteUnitNotes = function (unit) {
    placesOf(this).forget(unit);
    deleteUnitNotes.call(this, unit);
  };
}
