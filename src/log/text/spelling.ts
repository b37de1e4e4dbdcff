// How a log mostly writes its statuses, decisions and days, and what it writes otherwise than that.

import type { FieldKey } from '../../domain/experiment/template.ts';
import { plainWord } from '../shape/words.ts';
import { count } from './counts.ts';
import { oncePerText } from './once.ts';

/** A value as the log writes it, and as it is read. */
export interface Spelling {
  key: FieldKey;
  written: string;
  read: string;
}

/**
 * Those that were read as something else than what is written, and not as most of the log is: a day in another form than its days have, a
 * status or decision that is spelt otherwise, and a word that stands once where others say the same by one of their own. What the log writes
 * so throughout is its way and no correction; its words are shown in the preview, each once.
 */
export function spelledOtherwise<T extends Spelling>(values: readonly T[]): T[] {
  if (values.every(({ written, read }) => written === read)) return [];
  const counts = new Map<string, Map<string, number>>();
  const formOfDay = oncePerText(dayForm);
  const formOf = ({ key, written }: Spelling): string => (isDay(key) ? formOfDay(written) : written);
  const formsOf = (value: T) => counts.get(groupOf(value)) ?? new Map<string, number>();
  for (const value of values) {
    const [form, forms] = [formOf(value), formsOf(value)];
    count(forms, form);
    counts.set(groupOf(value), forms);
  }
  const usual = new Map<string, string>();
  return values.filter((value) => {
    const { key, written, read } = value;
    if (written === read) return false;
    const [group, form, forms] = [groupOf(value), formOf(value), formsOf(value)];
    const count = (one: string) => forms.get(one) ?? 0;
    if (!usual.has(group)) {
      const own = formOf({ key, written: read, read });
      const [most = own] = [...forms.keys()].sort((one, other) => count(other) - count(one));
      usual.set(group, count(most) > Math.max(count(own), 1) ? most : own);
    }
    const most = usual.get(group) ?? form;
    const isAlone = count(form) === 1 && count(most) > 1;
    return form !== most && (isDay(key) || plainWord(written) === plainWord(read) || isAlone);
  });
}

const isDay = (key: FieldKey): boolean => key === 'date' || key === 'started';

/** What says the same may be written alike. */
const groupOf = ({ key, read }: Spelling): string => (isDay(key) ? 'day' : `${key} ${read}`);

const LETTERS = /\p{L}+/gu;

/** Of a day, what its numbers and months stand between. */
function dayForm(written: string): string {
  return written.replace(LETTERS, 'a').replace(/\d{4}/g, 'y').replace(/\d+/g, 'd');
}
