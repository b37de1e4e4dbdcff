// Whether what stands under headings is enough for a log, where the text's title says that it is one and where it does not.

import type { FieldKey } from '../../domain/experiment/template.ts';
import { type HeadingEvidence, isSpeaking, SURE } from '../learning/evidence.ts';
import { ITEM, isTitleLabel } from '../shape/headings.ts';
import { FOREIGN, HYPOTHESISED } from '../shape/label-words.ts';
import { isEntryWord } from '../shape/log-names.ts';
import { count } from '../text/counts.ts';
import { fieldSet } from '../text/field-set.ts';

/** How many of the entries have to say something for the log to say it: one in so many. */
const SOME = 4;

/** A heading whose number counts chapters: `## 2. Printer`. */
const CHAPTER = /^ {0,3}#+[ \t]+\d{1,2}[.)][ \t]/;

/** What an ID begins with where it names an experiment: `EXP-`, `ADR_`, `Experiment`. */
const isEntryName = ({ text, parts: { id, family } }: HeadingEvidence): boolean =>
  (id !== undefined && isEntryWord(family.replace(/[-_./]+$/, ''))) || isTitleLabel(text.replace(ITEM, ''));

/**
 * Lists of tasks, orders, applications and plans have a status, a day, a reason and what came of it, too. Only experiments say what is
 * expected or believed, what was learnt, or call themselves one; else all four have to be there, or three beside an ID. `areRecords`: without
 * headings, as tickets, books and test cases are listed, too, only a hypothesis or their own name tells them.
 */
export function areEnough(items: readonly HeadingEvidence[], areRecords: boolean): boolean {
  const isSaid = (isIt: (item: HeadingEvidence) => boolean): boolean =>
    items.filter(isIt).length * SOME >= items.length;
  if (isSaid(({ says }) => (says & HYPOTHESISED) !== 0) || isSaid(isEntryName)) return true;
  if (areRecords) return false;
  const has = (key: FieldKey) => isSaid(({ says, byline }) => ((says | byline) & fieldSet(key)) !== 0);
  const isNamed = isSaid(
    ({ text, parts: { id, isListNumber } }) => id !== undefined && !isListNumber && !CHAPTER.test(text),
  );
  const isDated = has('date') || has('started') || isSaid(({ parts: { date } }) => date !== undefined);
  const told = [isDated, has('status') || has('decision'), has('actualResult')].filter((is) => is).length;
  // Notes on people and books say what was learnt, and none of these.
  if (has('learning') && told > 0) return true;
  if (has('expectedResult')) return true;
  const said = told + Number(has('hypothesis'));
  const isSure = isSaid(({ parts: { idPlace } }) => SURE.includes(idPlace));
  return said === 4 || (isNamed && said === 3) || (isSure && has('status') && has('actualResult'));
}

/** Whether what stands below a heading, or its status, is what an entry of what is called a log has. */
export const isEntry = ({ says, byline, parts: { status } }: HeadingEvidence): boolean =>
  !(says & FOREIGN) && isSpeaking(says | byline | (status ? fieldSet('status') : 0));

/**
 * Whether headings are the entries of what is called a log: two or more, most of their level unless they say what they are, most with names of
 * their own, each with a title.
 */
export function areEntries(alike: readonly HeadingEvidence[], own: readonly HeadingEvidence[]): boolean {
  const names = alike.map(({ text, parts: { id } }) => (id ? text.slice(id.start, id.end) : text));
  // One that stands there twice is listed, and hides no log.
  const distinct = new Set(names).size;
  const isSaid = alike.every(({ parts: { idPlace, family } }) => idPlace === 'word' && isEntryWord(family));
  if (distinct < 2 || distinct * 2 <= names.length || !(isSaid || alike.length * 2 > own.length)) return false;
  const areLike = shareLabels(alike);
  return alike.every(({ says, labels: below, parts: { idPlace, family, title, isListNumber } }) => {
    const isEntry = idPlace === 'word' && (isEntryWord(family) || below.length > 1);
    const isName = idPlace === undefined || isListNumber || SURE.includes(idPlace) || isEntry || areLike;
    return !(says & FOREIGN) && isName && (areLike || title.start < title.end);
  });
}

/** Whether two labels, whatever they say, stand below most of these headings: below the chapters of a guide none does. */
function shareLabels(headings: readonly HeadingEvidence[]): boolean {
  const times = new Map<string, number>();
  for (const { labels: own } of headings) {
    for (const word of new Set(own.map(({ word }) => word.plain))) if (word !== '') count(times, word);
  }
  return [...times.values()].filter((of) => of * 2 > headings.length).length > 1;
}
