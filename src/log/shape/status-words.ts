// What a status, and the heading of a section that is one, means, by the words of the tables.
import type { Status } from '../../domain/experiment/status.ts';
import { STATUSES } from '../../domain/experiment/status.ts';
import {
  BESIDE_CANDIDATES,
  BESIDE_STATUSES,
  CANDIDATE_WORDS,
  REMARKS,
  STATUS_EMOJI,
  STATUS_WORDS,
} from '../words/statuses.ts';
import { PICTURE, plainWord } from './words.ts';

const MEANINGS = new Map<string, Status>();
const SAYING_MORE = new Set<string>();
for (const status of STATUSES) {
  for (const words of Object.values(STATUS_WORDS[status] ?? {})) {
    for (const [at, list] of words.split('; ').entries()) {
      for (const word of list.split(', ').map(plainWord)) {
        if (!MEANINGS.has(word)) MEANINGS.set(word, status);
        if (at > 0) SAYING_MORE.add(word);
      }
    }
  }
  for (const emoji of STATUS_EMOJI[status]?.split(' ') ?? []) MEANINGS.set(emoji, status);
}

/** What a word means, of a masculine that the table has its feminine, too: `terminada`, `abgeschlossene`. */
const meaningOf = (word: string): Status | undefined =>
  MEANINGS.get(word) ??
  (/[ae]$/.test(word) ? MEANINGS.get(word.replace(/a$/, 'o').replace(/(?<=.{5})e$/u, '')) : undefined);

const EMOJI = new RegExp(PICTURE, 'u');

/** Marks of bold words, code and what is struck through. */
const MARKS = /[*`~]+/g;

/** What begins a fence or a comment marks no word. */
const NO_WORD = /^(?:`{3}|~{3}|<!--)/;

/** A status as tables of its words list it: the plain word, or the emoji where it is nothing else. */
export function statusWord(text: string): string {
  if (NO_WORD.test(text)) return '';
  return plainWord(text.replace(MARKS, '')) || (EMOJI.exec(text.slice(0, 20))?.[0] ?? '');
}

/** The first emoji that says a status, as offsets; none where the text has none. */
export function statusEmojiIn(text: string): { start: number; end: number } | undefined {
  if (text === '') return undefined;
  const emoji = new RegExp(`${PICTURE}\\ufe0f?`, 'gu');
  for (let match = emoji.exec(text); match; match = emoji.exec(text)) {
    if (meaningOf(statusWord(match[0])) !== undefined)
      return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** The emoji of a status that a log has none for; `''` for a status without. */
export function emojiOf(status: Status): string {
  return STATUS_EMOJI[status]?.split(' ')[0] ?? '';
}

const REMARK = new RegExp(`^\\s*(?:[(,;:.–—/-]|(?:${REMARKS})\\b|\\d)`, 'u');

/** The most words that one entry of the table has. */
const LONGEST = 4;

/** The status that a text means: the whole of it, or the words it begins with (`Superseded by 6`); undefined for others. */
export function meaningOfStatus(text: string): Status | undefined {
  const word = statusWord(text);
  const whole = meaningOf(word);
  if (whole !== undefined || word.length > 80) return whole;
  const parts = word.split(/(?<=[\p{L}\p{N}])(?=[^\p{L}\p{N}'])/u).slice(0, LONGEST);
  for (let count = parts.length; count > 0; count -= 1) {
    const lead = parts.slice(0, count).join('');
    const meaning = meaningOf(lead);
    // `Done, but …` says so; `New shelf for …` says nothing of a status.
    if (meaning !== undefined && (REMARK.test(word.slice(lead.length)) || count > 1)) {
      return meaning;
    }
  }
  return undefined;
}

/** Whether a status word says more than its status: no other experiment gets it. */
export const saysMore = (text: string): boolean => SAYING_MORE.has(statusWord(text));

/** Whether a text is a status word of the table and nothing more. */
export function isStatusWord(text: string): boolean {
  return meaningOf(statusWord(text)) !== undefined;
}

/** The words of a status before a remark. */
export const firstWords = (value: string): string =>
  /^[^\p{L}]*[\p{L}'’-]+/u.exec(value.replace(MARKS, ''))?.[0] ?? value;

const FILLERS = new RegExp(BESIDE_STATUSES, 'g');

/** What a title says in brackets at its end. */
const IN_BRACKETS = /\s+[([].*$/;

/** A title may name several by a word that the table has for one: `Terminées`, `Concluse`. */
const meaningOfTitle = (words: string): Status | undefined =>
  meaningOf(words) ?? meaningOf(words.replace(/s(?= |$)/g, '')) ?? meaningOf(words.replace(/[ie]$/, 'o'));

/** What the parts of a section's title mean, each with its word. */
const meaningsOfTitle = (title: string): [word: string, meaning: Status | undefined][] =>
  plainWord(title.replace(IN_BRACKETS, ''))
    .split(/\s*(?:[/,&+|]|\band\b|\bor\b|\bund\b|\bet\b|\b[yeo]\b)\s*/)
    .map((part) => {
      const bare = part.replace(FILLERS, '').trim();
      return [bare, meaningOfTitle(part) ?? meaningOfTitle(bare)];
    });

/** The status whose experiments a section holds, by its heading without marks: `Running experiments`, `Failed / Abandoned`. */
export function statusOfSection(title: string): Status | undefined {
  const found = meaningsOfTitle(title);
  // Of several words the last is the stronger one: something that failed was dropped if the heading says so.
  return found.every(([, status]) => status !== undefined) ? found[found.length - 1]?.[1] : undefined;
}

/** Whether a section is only for some of its status: for what failed, or waits. */
export const isForSome = (title: string): boolean => meaningsOfTitle(title).every(([word]) => SAYING_MORE.has(word));

const CANDIDATE_TITLES: ReadonlySet<string> = new Set(CANDIDATE_WORDS.split(', '));

const BESIDE_IDEAS = new RegExp(BESIDE_CANDIDATES, 'g');

/** Whether a heading says that ideas stand below it: `Ideas`, `Further ideas to try`. */
export function isIdeasTitle(title: string): boolean {
  const words = plainWord(title.replace(IN_BRACKETS, ''));
  return [words, words.replace(BESIDE_IDEAS, '').trim()].some((each) => CANDIDATE_TITLES.has(each));
}
