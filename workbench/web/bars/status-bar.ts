// What the selected cells come to, at the bottom right: their sum, average and count.
import { isDateFormat } from '../../host/model/number-format.ts';
import type { Cell } from '../../protocol.ts';

/** Shows it; nothing for one cell or where nothing is. Dates are counted and not summed. */
export function showSummary(
  element: HTMLElement,
  cells: Iterable<Pick<Cell, 'value' | 'format'>>,
  isSeveral: boolean,
): void {
  let [count, numbers, sum] = [0, 0, 0];
  for (const { value, format } of cells) {
    count++;
    if (typeof value !== 'number' || isDateFormat(format)) continue;
    numbers++;
    sum += value;
  }
  const shown = (number: number) => number.toLocaleString('en', { maximumFractionDigits: 2 });
  const parts = numbers > 0 ? [`Sum: ${shown(sum)}`, `Average: ${shown(sum / numbers)}`] : [];
  element.textContent = isSeveral && count > 0 ? [...parts, `Count: ${shown(count)}`].join('   ') : '';
}
