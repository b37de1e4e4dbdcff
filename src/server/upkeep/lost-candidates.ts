// Columns of the list of candidates that no header names any more: what may have become of each, and what the log says of a deleted one.
import { readDay } from '../../domain/calendar.ts';
import { readId } from '../../domain/experiment/id.ts';
import { CANDIDATE_HEADER, candidatePlaces } from '../../sheet/candidates.ts';
import { readerFor, textValue, writeValues } from '../../sheet/cell.ts';
import { columnLetters, headerOf } from '../../sheet/columns.ts';
import { readLogSource } from '../../sheet/log-source.ts';
import { readAll } from '../../sheet/register.ts';
import type { RegisterContext } from '../context.ts';
import { agreedContents } from '../log/own-log.ts';
import { isHeaderGone } from './columns.ts';
import type { LostColumn } from './lost-column.ts';

type Sheets = Pick<RegisterContext, 'candidates' | 'source'>;

/** What the log says of a candidate, in the order of the columns. */
const SAID = ['layer', 'idea', 'question'] as const;

/** What may stand in the columns of which it says nothing. */
const FITTING: Readonly<Record<number, (text: string) => boolean>> = {
  3: (text) => readDay(text) !== undefined,
  4: (text) => readId(text) !== undefined,
};

const keyOf = (label: string): string => `candidates:${label}`;

/**
 * As `lostColumns`, of the candidates. A header that was cleared, or the whole header row, comes back without a question. Reads more than the
 * header only where a column is missing.
 */
export function lostCandidates({ candidates: sheet, source }: Sheets, header = headerOf(sheet)): LostColumn[] {
  const places = candidatePlaces(sheet, header);
  if (!places.includes(-1) || isHeaderGone(sheet, places)) return [];
  const texts = textsIn(sheet);
  let before = -1;
  return CANDIDATE_HEADER.flatMap((label, at): LostColumn[] => {
    const behind = before + 1;
    before = places[at] === -1 ? behind : (places[at] ?? 0);
    if (places[at] !== -1 || (header[behind] ?? '').trim() === '') return [];
    const words = loggedWords(source, texts, places, at);
    const isFitting = FITTING[at];
    const likely = header.flatMap((name, place) => {
      const below = texts.map((row) => row[place] ?? '');
      const filled = below.filter((text) => text !== '');
      const isAgreeing = below.some((text, row) => text !== '' && text === words.get(row));
      const isOne = isFitting === undefined || filled.every(isFitting);
      const likeness = Number(isAgreeing || isFitting !== undefined) * 2 + Number(place === behind);
      if (places.includes(place) || name.trim() === '' || !isOne || likeness === 0) return [];
      return [{ likeness, name: name.trim(), letters: columnLetters(place), sample: filled[0] ?? '' }];
    });
    if (likely.length + words.size === 0) return [];
    likely.sort((a, b) => b.likeness - a.likeness);
    const columns = likely.map(({ likeness: _, ...column }) => column);
    return [{ key: keyOf(label), label, sheet: sheet.getName(), likely: columns, inLog: words.size }];
  });
}

/** Writes what the log says into columns that were made anew, by their keys. */
export function fillCandidates({ candidates: sheet, source }: Sheets, keys: readonly string[]): void {
  for (const [at, label] of CANDIDATE_HEADER.entries()) {
    if (!keys.includes(keyOf(label))) continue;
    const places = candidatePlaces(sheet, headerOf(sheet));
    const [place = 0, texts] = [places[at], textsIn(sheet)];
    const words = loggedWords(source, texts, places, at);
    const cells = texts.map((row, index) => [textValue(words.get(index) ?? row[place] ?? '')]);
    if (words.size > 0) writeValues(sheet.getRange(2, place + 1, cells.length, 1), cells);
  }
}

/** What the rows below the header say. */
function textsIn(sheet: GoogleAppsScript.Spreadsheet.Sheet): string[][] {
  const read = readerFor(sheet.getParent());
  return readAll(sheet)
    .slice(1)
    .map((row) => row.map((value) => read(value).trim()));
}

/**
 * What the agreed logs say in a column of open rows that say nothing there: of those candidates that say the same otherwise, where there are
 * as many here as there. By the row, from 0 below the header.
 */
function loggedWords(source: Sheets['source'], rows: readonly string[][], places: readonly number[], at: number) {
  const found = new Map<number, string>();
  const key = SAID[at];
  if (key === undefined) return found;
  const here = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const texts = places.map((place) => row[place] ?? '');
    const isOpen = texts[4] === '' && texts[at] === '' && texts.some((text) => text !== '');
    if (isOpen) addTo(here, JSON.stringify(texts.slice(0, 3)), index);
  }
  for (const { candidates } of agreedContents(readLogSource(source), [])) {
    const there = new Map<string, string[]>();
    for (const candidate of candidates) {
      const texts = SAID.map((field, other) => (other === at || places[other] === -1 ? '' : candidate[field]));
      addTo(there, JSON.stringify(texts), candidate[key]);
    }
    for (const [rest, words] of there) {
      const indexes = here.get(rest) ?? [];
      if (indexes.length !== words.length) continue;
      for (const [nth, index] of indexes.entries()) if (words[nth]) found.set(index, words[nth] ?? '');
      here.delete(rest);
    }
  }
  return found;
}

function addTo<T>(groups: Map<string, T[]>, key: string, one: T): void {
  groups.set(key, [...(groups.get(key) ?? []), one]);
}
