// Which way the text of a cell runs. Univer begins every text at its left end: this has a text that begins in Hebrew, Arabic and the like
// run from the right, as Sheets does. Its editors, in the cell and above the grid, place each letter by itself and cannot be told.
import { HorizontalAlign } from '@univerjs/core';
import { Text } from '@univerjs/preset-sheets-core';

/** Up to its first letter, which decides. */
const FROM_THE_RIGHT =
  /^\P{L}*(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether Sheets would have the text run from right to left. */
function runsFromTheRight(text: string): boolean {
  return FROM_THE_RIGHT.test(text);
}

/** Has Univer draw the texts of cells in their own direction. Call it before the first is drawn. */
export function drawInDirection(): void {
  const { drawWith } = Text;
  Text.drawWith = function (ctx, props, skeleton) {
    if (!runsFromTheRight(props.text)) return drawWith.call(this, ctx, props, skeleton);
    ctx.save();
    ctx.direction = 'rtl';
    // Its places are those of a line's left end.
    ctx.textAlign = 'left';
    const hAlign = props.hAlign === HorizontalAlign.UNSPECIFIED ? HorizontalAlign.RIGHT : props.hAlign;
    const height = drawWith.call(this, ctx, { ...props, hAlign }, skeleton);
    ctx.restore();
    return height;
  };
}
