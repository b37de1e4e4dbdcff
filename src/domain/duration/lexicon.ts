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
  /** The phrases that begin with this word, by role. */
  phrases?: Partial<Record<Role, Phrase[]>>;
}

export interface Phrase {
  /** Its words behind the first. */
  rest: string[];
  /** Of a role of `Values`. */
  value: unknown;
}

/** All lists, with a bar behind each word. */
const LISTS = (ENGLISH + GERMAN + SPANISH + FRENCH + PORTUGUESE + OTHERS).replace(/\n/g, '|\n');
/** Lists of single words with a number each. */
const NUMBERED = ['amount', 'month', 'weekday', 'shortWeekday', 'ordinal'];
const entries = new Map<string, Entry | undefined>();
let units: string[] | undefined;

/** What a word means, given in small letters without accents; undefined for words the grammar does not know. */
export function entryOf(word: string): Entry | undefined {
  if (word === '') return undefined;
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
  units ??= (LISTS.match(/^unit.*/gm) ?? []).flatMap((list) => list.split(/[|=]/)).filter(({ length }) => length > 3);
  return units.some((unit) => unit[0] === word[0] && isOneLetterOff(unit, word));
}

/** True where from the first difference on a letter is another, missing, too many or in the place of the next. */
function isOneLetterOff(one: string, other: string): boolean {
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  const [rest, otherRest] = [one.slice(from), other.slice(from)];
  const swapped = `${otherRest[1]}${otherRest[0]}${otherRest.slice(2)}`;
  return (
    rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || [otherRest.slice(1), swapped].includes(rest)
  );
}

// A run of the script mostly reads a few durations. A table of all words would take longer to build than those to read, so
// the lists stay text, in which the engine finds a word quickly; what was looked up is kept.
function search(word: string): Entry | undefined {
  const beginning = `|${word}`;
  let entry: Entry | undefined;
  for (let at = LISTS.indexOf(beginning); at !== -1; at = LISTS.indexOf(beginning, at + 1)) {
    const after = at + beginning.length;
    if (!'| ='.includes(LISTS.charAt(after))) continue;
    const line = LISTS.lastIndexOf('\n', at) + 1;
    entry ??= {};
    addMeaning(entry, LISTS.slice(line, LISTS.indexOf('|', line)), after);
  }
  return entry;
}

function addMeaning(entry: Entry, list: string, after: number): void {
  const end = LISTS.indexOf('|', after);
  const equals = LISTS.indexOf('=', after) + 1;
  const value = LISTS.slice(equals, LISTS.indexOf('|', equals));
  if (list === 'article') [entry.amount, entry.article] = [1, true];
  else if (list === 'unit') entry.unit = unitOf(value as UnitName);
  else if (NUMBERED.includes(list)) entry[list as 'amount'] = Number(value);
  else {
    const [words = ''] = LISTS.slice(after, end).split('=');
    entry.phrases ??= {};
    entry.phrases[list as Role] ??= [];
    entry.phrases[list as Role]?.push({
      rest: words === '' ? [] : words.slice(1).split(' '),
      // A role without values has that of another list, for which nobody asks.
      value: /^\d/.test(value) ? Number(value) : value,
    });
  }
}
