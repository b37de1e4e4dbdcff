// What a word of a duration may mean in the grammar, looked up in the lists of words.
import { MONTHS, NUMBERS, PHRASES, type Role, UNITS, type Unit, WEEKDAYS } from './words.ts';

/** What is known about a word. */
export interface Entry {
  unit?: Unit;
  number?: number;
  /** 1 to 12. */
  month?: number;
  /** 0 is Monday. */
  weekday?: number;
  /** The phrases that begin with this word, by role: their further words. */
  phrases?: Partial<Record<Role, string[][]>>;
}

const entries = new Map<string, Entry>();

/** What a word means, given in small letters without accents; undefined for words the grammar does not know. */
export function entryOf(word: string): Entry | undefined {
  const known = entries.get(word) ?? search(word);
  if (known) entries.set(word, known);
  return known;
}

// A run of the script mostly reads a few durations. A table of all words would take longer to build than those to read, so
// the lists stay text, in which the engine finds a word quickly; the words found are kept.
function search(word: string): Entry | undefined {
  lists ??= joinLists();
  const phrases = phrasesFrom(word.charAt(0), lists);
  let entry: Entry | undefined;
  for (const end of '= ') {
    const beginning = `|${word}${end}`;
    for (let at = phrases.indexOf(beginning); at !== -1; at = phrases.indexOf(beginning, at + 1)) {
      const list = phrases.indexOf('=', at);
      const meaning = lists.meanings[parseInt(phrases.slice(list + 1), 10)];
      entry ??= {};
      if (meaning && 'role' in meaning) {
        const rest = phrases.slice(at + beginning.length, list);
        addPhrase(entry, meaning.role, rest === '' ? [] : rest.split(' '));
      } else Object.assign(entry, meaning);
    }
  }
  return entry;
}

function addPhrase(entry: Entry, role: Role, rest: string[]): void {
  entry.phrases ??= {};
  entry.phrases[role] ??= [];
  entry.phrases[role].push(rest);
}

interface Lists {
  /** All phrases, each as a bar, the phrase, `=` and the number of its list. */
  text: string;
  /** The same, of those that begin with a letter. */
  byLetter: Map<string, string>;
  /** What a list says about the words its phrases begin with, by its number. */
  meanings: (Omit<Entry, 'phrases'> | { role: Role })[];
}

let lists: Lists | undefined;

function joinLists(): Lists {
  const joined: Lists = { text: '', byLetter: new Map(), meanings: [] };
  const add = (phrases: string, meaning: Lists['meanings'][number]) => {
    const number = joined.meanings.push(meaning) - 1;
    joined.text += `|${phrases.replace(/\|/g, `=${number}|`)}=${number}`;
  };
  for (const [name, of, size, words] of UNITS) add(words, { unit: { name, of, size } });
  for (const [number, words] of NUMBERS) add(words, { number });
  MONTHS.forEach((words, index) => void add(words, { month: index + 1 }));
  WEEKDAYS.forEach((words, weekday) => void add(words, { weekday }));
  for (const role of Object.keys(PHRASES) as Role[]) add(PHRASES[role], { role });
  return joined;
}

function phrasesFrom(letter: string, { text, byLetter }: Lists): string {
  if (!(letter >= 'a' && letter <= 'z')) return '';
  const phrases = byLetter.get(letter) ?? (text.match(new RegExp(`\\|${letter}[^|]*`, 'g')) ?? []).join('');
  byLetter.set(letter, phrases);
  return phrases;
}
