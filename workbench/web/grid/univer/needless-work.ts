// What Univer does for each cell that it paints, and for each entry, and that shows nowhere here: left out, since one waits for it.
import { type ICellData, type Nullable, toDisposable } from '@univerjs/core';
import { FormulaDataModel, SheetInterceptorService } from '@univerjs/preset-sheets-core';

/** The mark of numbers that are kept as text: Univer reads each text as a number first, and only then asks whether marks are wished. */
const ASKED_TOO_LATE = 'disableForceStringMark';

/** Keeps Univer from it. Call it before the first workbook is opened. */
export function leaveNeedlessWork(): void {
  leaveReadingOfTexts();
  leaveUnsharedFormulas();
}

/** A fifth of what a scroll takes. */
function leaveReadingOfTexts(): void {
  const { intercept } = SheetInterceptorService.prototype;
  SheetInterceptorService.prototype.intercept = function (point, interceptor) {
    // Its class has no name outside; the setting that it asks for has.
    if (String(interceptor.handler).includes(ASKED_TOO_LATE)) return toDisposable(() => undefined);
    return intercept.call(this, point, interceptor);
  };
}

/**
 * Formulas that share one text by an ID come of filling alone, until the host tells what is filled. For their sake Univer walks all
 * cells of the sheet twice at each entry.
 */
function leaveUnsharedFormulas(): void {
  const { updateFormulaData } = FormulaDataModel.prototype;
  FormulaDataModel.prototype.updateFormulaData = function (unit, sheet, cells) {
    return isShared(cells) ? updateFormulaData.call(this, unit, sheet, cells) : {};
  };
}

function isShared(cells: Record<number, Record<number, Nullable<ICellData>>>): boolean {
  return Object.values(cells).some((row) => Object.values(row).some((cell) => cell?.si));
}
