// What a word of a duration may mean in the grammar, looked up in the tables of the languages.
import { type Role, UNITS, type Unit, type UnitName } from './language.ts';
import { ENGLISH } from './languages/english.ts';
import { FRENCH } from './languages/french.ts';
import { GERMAN } from './languages/german.ts';
import { OTHERS } from './languages/others.ts';
import { PORTUGUESE } from './languages/portuguese.ts';
import { SPANISH } from './languages/spanish.ts';

/** What is known about a word. */
export interface Entry {
  unit?: Unit;
  amount?: number;
  /** A word for one that mostly counts nothing. */
  article?: true;
  /** 1 to 12. */
  month?: number;
  /** 0 is Monday. */
  weekday?: number;
  /** The same of a name that counts only before a date. */
  shortWeekday?: number;
  ordinal?: number;
  /** The phrases that begin with this word, by role: their further words. */
  phrases?: Partial<Record<Role, string[][]>>;
}

const entries = new Map<string, Entry | undefined>();
let lists = '';
let units: readonly string[] | undefined;

/** What a word means, given in small letters without accents; undefined for words the grammar does not know. */
export function entryOf(word: string): Entry | undefined {
  if (!entries.has(word)) entries.set(word, search(word));
  return entries.get(word);
}

/** A unit of time by its name. */
export function unitOf(name: UnitName): Unit {
  const [of, size] = UNITS[name];
  return { name, of, size };
}

/** True for a word that is a unit of time but for one letter: "weks", "mnths". */
export function isMisspeltUnit(word: string): boolean {
  units ??= lists
    .split('\n')
    .flatMap((list) => (list.startsWith('unit ') ? list.split('|').slice(1) : []))
    .filter((unit) => unit.length > 3);
  return units.some((unit) => unit[0] === word[0] && isOneLetterOff(unit, word));
}

function isOneLetterOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  let [end, otherEnd] = [one.length, other.length];
  while (end > from && otherEnd > from && one[end - 1] === other[otherEnd - 1])
    [end, otherEnd] = [end - 1, otherEnd - 1];
  const isSwapped = end - from === 2 && one[from] === other[from + 1] && one[from + 1] === other[from];
  return (
    end - from + (otherEnd - from) > 0 &&
    ((end - from < 2 && otherEnd - from < 2) || (isSwapped && otherEnd - from === 2))
  );
}

// A run of the script mostly reads a few durations. A table of all words would take longer to build than those to read, so
// the lists stay text, in which the engine finds a word quickly; what was looked up is kept.
function search(word: string): Entry | undefined {
  if (word === '') return undefined;
  if (lists === '') lists = joinLists();
  const beginning = `|${word}`;
  let entry: Entry | undefined;
  for (let at = lists.indexOf(beginning); at !== -1; at = lists.indexOf(beginning, at + 1)) {
    const after = at + beginning.length;
    const sign = lists.charAt(after);
    if (sign !== '|' && sign !== ' ' && sign !== '=') continue;
    const line = lists.lastIndexOf('\n', at) + 1;
    entry ??= {};
    addMeaning(entry, lists.slice(line, lists.indexOf('|', line)), lists.slice(after, lists.indexOf('|', after)));
  }
  return entry;
}

function addMeaning(entry: Entry, list: string, rest: string): void {
  if (list.startsWith('unit ')) entry.unit = unitOf(list.slice(5) as UnitName);
  else if (list === 'articles') [entry.amount, entry.article] = [1, true];
  else if (list === 'numbers') entry.amount = Number(rest.slice(1));
  else if (list === 'months') entry.month = Number(rest.slice(1));
  else if (list === 'weekdays') entry.weekday = Number(rest.slice(1));
  else if (list === 'shortWeekdays') entry.shortWeekday = Number(rest.slice(1));
  else if (list === 'ordinals') entry.ordinal = Number(rest.slice(1));
  else {
    entry.phrases ??= {};
    const phrases = entry.phrases[list as Role] ?? [];
    phrases.push(rest === '' ? [] : rest.slice(1).split(' '));
    entry.phrases[list as Role] = phrases;
  }
}

/** All lists, each on a line of its own behind its name. */
function joinLists(): string {
  let joined = '';
  for (const { words, forms } of [ENGLISH, GERMAN, SPANISH, FRENCH, PORTUGUESE, OTHERS]) {
    const { units, ...others } = words;
    for (const name in units) joined += `\nunit ${name}|${units[name as UnitName]}|`;
    for (const name in others) joined += `\n${name}|${others[name as keyof typeof others]}|`;
    for (const role in forms) joined += `\n${role}|${forms[role as Role]}|`;
  }
  return joined;
}
