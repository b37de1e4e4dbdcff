// What is like some words, or says them, among all that was tried: found in the page, without asking the script.
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import type { Answer } from '../../shared/client.ts';
import { isStopWord } from './stop-words.ts';

/** One experiment, candidate or whatever else is kept, in brief. */
export type Known = Extract<Answer<'readKnown'>, { isSame: false }>['entries'][number];

/** A text in pieces: those that were looked for, and what stands between them. */
export type Pieces = { text: string; isFound: boolean }[];

/** What a search found, with what of it matched. */
export interface Found {
  known: Known;
  id: Pieces;
  title: Pieces;
  /** Where its text matches, or its beginning. */
  snippet: Pieces;
}

/** So many words must tell something before anything is called alike; the first so many count, and one in four must be said there, too. */
const TELLING = 2;
const COUNTED = 24;
const SHARED = 4;
/** So many are shown while somebody types, and by a search. */
const NEAREST = 3;
const MOST = 30;
/** Characters of a text that are shown, and of those before the first that matches. */
const SNIPPET = 140;
const BEFORE = 40;

/** Letters from which on a word is also found as the beginning of others, and by words that are spelt a little otherwise. */
const LONG = 4;
const LONGER = 6;
const FUZZY = 0.2;

const WORD = /[\p{L}\p{N}]+/gu;

/** As words are compared: without accents, in small letters. */
function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Nothing for a word that tells nothing. */
function term(word: string): string | null {
  const plain = folded(word);
  return plain.length < 2 || isStopWord(plain) ? null : plain;
}

const wordsOf = (text: string) => text.match(WORD) ?? [];

const ALWAYS: SearchOptions = {
  boost: { id: 4, title: 2 },
  fuzzy: (word) => (word.length >= LONGER ? FUZZY : false),
};

export class KnownIndex {
  private readonly entries: Known[] = [];
  private readonly index = new MiniSearch<Known & { at: number }>({
    idField: 'at',
    fields: ['id', 'title', 'text'],
    tokenize: wordsOf,
    processTerm: term,
  });

  add(entries: readonly Known[]): void {
    const first = this.entries.length;
    this.entries.push(...entries);
    this.index.addAll(entries.map((entry, place) => ({ ...entry, at: first + place })));
  }

  /** The few that are most like what somebody writes, the likest first; none for words too few to tell. */
  nearest(text: string, isSelf: (known: Known) => boolean): Known[] {
    const words = new Set(wordsOf(text).flatMap((word) => term(word) ?? []));
    if (words.size < TELLING) return [];
    const said = [...words].slice(0, COUNTED);
    const results = this.search(said.join(' '), {
      prefix: (word) => word.length >= LONG,
      filter: (result) => result.queryTerms.length >= said.length / SHARED && !isSelf(this.known(result)),
    });
    return results.slice(0, NEAREST).map((result) => this.known(result));
  }

  /** Those that say all of these words, the last of which may be a beginning. */
  find(text: string): { found: Found[]; all: number } {
    const results = this.search(text, { prefix: true, combineWith: 'AND' });
    const found = results.slice(0, MOST).map((result) => {
      const known = this.known(result);
      const isFound = among(result.terms);
      const [id, title] = [pieces(known.id, isFound), pieces(known.title, isFound)];
      return { known, id, title, snippet: pieces(around(known.text, isFound), isFound) };
    });
    return { found, all: results.length };
  }

  private search(text: string, how: SearchOptions): SearchResult[] {
    return this.index.search(text, { ...ALWAYS, ...how });
  }

  private known({ id }: SearchResult): Known {
    return this.entries[id] as Known;
  }
}

/** Tells the words that a search matched. */
function among(terms: readonly string[]): (word: string) => boolean {
  const matched = new Set(terms);
  return (word) => matched.has(folded(word));
}

/** What stands around the first word that matches, on one line. */
function around(text: string, isFound: (word: string) => boolean): string {
  const line = text.replace(/\s+/g, ' ');
  const first = [...line.matchAll(WORD)].find(([word]) => isFound(word))?.index ?? 0;
  const from = first < BEFORE ? 0 : line.lastIndexOf(' ', first - BEFORE) + 1;
  const to = line.length <= from + SNIPPET ? line.length : line.lastIndexOf(' ', from + SNIPPET);
  const shown = line.slice(from, to > from ? to : from + SNIPPET);
  return `${from > 0 ? '…' : ''}${shown}${from + shown.length < line.length ? '…' : ''}`;
}

function pieces(text: string, isFound: (word: string) => boolean): Pieces {
  const found: Pieces = [];
  let done = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isFound(word)) continue;
    if (index > done) found.push({ text: text.slice(done, index), isFound: false });
    found.push({ text: word, isFound: true });
    done = index + word.length;
  }
  if (done < text.length) found.push({ text: text.slice(done), isFound: false });
  return found;
}
