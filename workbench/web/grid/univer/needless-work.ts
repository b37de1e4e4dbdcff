// What Univer does for each cell that it paints and that shows nowhere here: left out, since it is a fifth of what a scroll takes.
import { toDisposable } from '@univerjs/core';
import { SheetInterceptorService } from '@univerjs/preset-sheets-core';

/** The mark of numbers that are kept as text: Univer reads each text as a number first, and only then asks whether marks are wished. */
const ASKED_TOO_LATE = 'disableForceStringMark';

/** Keeps Univer from it. Call it before the first workbook is opened. */
export function leaveNeedlessWork(): void {
  const { intercept } = SheetInterceptorService.prototype;
  SheetInterceptorService.prototype.intercept = function (point, interceptor) {
    // Its class has no name outside; the setting that it asks for has.
    if (String(interceptor.handler).includes(ASKED_TOO_LATE)) return toDisposable(() => undefined);
    return intercept.call(this, point, interceptor);
  };
}
