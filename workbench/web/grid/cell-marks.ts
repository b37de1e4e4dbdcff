// What is drawn into cells besides their own text and looks: highlights, the arrows of lists, the buttons of a filter.
import {
  type ICellCustomRender,
  type ICellRenderContext,
  InterceptorEffectEnum,
  type IStyleData,
  type Univer,
} from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { Spot } from './input/cursor.ts';
import { BOOK } from './workbook-data.ts';

/** `filter` lets everything through, `filtered` does not. */
export type Mark = 'list' | 'filter' | 'filtered';

export interface MarkDesk {
  markAt: (sheet: number, row: number, column: number) => Mark | undefined;
  press: (spot: Spot) => void;
}

/** Pixels of a mark and of its place at the cell's right end. */
const SIZE = 16;
const QUIET = '#5f6368';
const ACTIVE = '#0b57d0';

type Place = Pick<ICellRenderContext, 'primaryWithCoord'>;

/** Has Univer draw them; call once its services for sheets are there. */
export function drawMarks(
  univer: Univer,
  styleAt: (sheet: number, row: number, column: number) => IStyleData | undefined,
  desk: MarkDesk,
): void {
  const renders = Object.fromEntries(
    (['list', 'filter', 'filtered'] as const).map((mark) => [mark, renderOf(mark, desk.press)]),
  ) as Record<Mark, ICellCustomRender>;
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: 10,
      effect: InterceptorEffectEnum.Style | InterceptorEffectEnum.Value,
      handler: (cell, { unitId, subUnitId, workbook, rawData, row, col }, next) => {
        if (unitId !== BOOK) return next(cell);
        const sheet = Number(subUnitId);
        const added = styleAt(sheet, row, col);
        const mark = desk.markAt(sheet, row, col);
        if (added === undefined && mark === undefined) return next(cell);
        const drawn = !cell || cell === rawData ? { ...rawData } : cell;
        if (added !== undefined) drawn.s = { ...workbook.getStyles().getStyleByCell(cell), ...added };
        if (mark !== undefined) {
          drawn.customRender = [...(drawn.customRender ?? []), renders[mark]];
          drawn.fontRenderExtension = { ...drawn.fontRenderExtension, rightOffset: SIZE };
        }
        return next(drawn);
      },
    });
}

function renderOf(mark: Mark, press: (spot: Spot) => void): ICellCustomRender {
  return {
    zIndex: 10,
    drawWith(context, info) {
      const { right, bottom } = boxOf(info);
      context.save();
      context.translate(right - SIZE, bottom - SIZE);
      context.fillStyle = mark === 'filtered' ? ACTIVE : QUIET;
      context.beginPath();
      if (mark === 'list')
        draw(context, [
          [4, 6],
          [12, 6],
          [8, 11],
        ]);
      else
        draw(context, [
          [3, 4],
          [13, 4],
          [9, 9],
          [9, 13],
          [7, 12],
          [7, 9],
        ]);
      context.fill();
      context.restore();
    },
    isHit({ x, y }, info) {
      const { right, bottom } = boxOf(info);
      return x >= right - SIZE && x <= right && y >= bottom - SIZE - 2 && y <= bottom;
    },
    // Once Univer has moved the selection there.
    onPointerDown: ({ row, col }) => void setTimeout(() => press({ row, column: col })),
  };
}

function draw(context: CanvasRenderingContext2D, points: [x: number, y: number][]): void {
  points.forEach(([x, y], index) => {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.closePath();
}

/** The first line's right end: a tall cell has its mark where its text starts. */
function boxOf({ primaryWithCoord: { startY, endX, endY } }: Place): { right: number; bottom: number } {
  return { right: endX - 2, bottom: Math.min(endY, startY + SIZE + 3) };
}
