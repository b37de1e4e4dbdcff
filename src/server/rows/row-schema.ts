// The number of a row as a page sends it.
import * as z from 'zod/mini';

/** A whole number from `least` to `most`. The library's own would bring all its kinds of numbers into the script. */
export function wholeNumber(least = -Infinity, most = Infinity) {
  return z.custom<number>((value) => Number.isSafeInteger(value) && least <= Number(value) && Number(value) <= most);
}

/** The row of a sheet, from 1; 0 where it is not known. */
export const rowSchema = wholeNumber();
