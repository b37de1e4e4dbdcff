// Whether what stands under headings is enough for a log where the text's title does not say that it is one.
import type { FieldKey } from '../../domain/experiment/template.ts';
import { type HeadingEvidence, SURE } from '../shape/evidence.ts';
import { ITEM, titleLabel } from '../shape/headings.ts';
import { isEntryWord } from '../shape/log-names.ts';

/** How many of the entries have to say something for the log to say it: one in so many. */
const SOME = 4;

/** A heading whose number counts chapters: `## 2. Printer`. */
const CHAPTER = /^ {0,3}#+[ \t]+\d{1,2}[.)][ \t]/;

/** What an ID begins with where it names an experiment: `EXP-`, `ADR_`, `Experiment`. */
const isEntryName = ({ text, parts: { id, family } }: HeadingEvidence): boolean =>
  (id !== undefined && isEntryWord(family.replace(/[-_./]+$/, ''))) || titleLabel(text.replace(ITEM, '')) > 0;

/**
 * Lists of tasks, orders, applications and plans have a status, a day, a reason and what came of it, too. Only experiments say what is
 * expected or believed, what was learnt, or call themselves one; else all four have to be there, or three beside an ID.
 */
export function areEnough(items: readonly HeadingEvidence[]): boolean {
  const isSaid = (isIt: (item: HeadingEvidence) => boolean): boolean =>
    items.filter(isIt).length * SOME >= items.length;
  const has = (key: FieldKey) => isSaid(({ fields, byline }) => fields.has(key) || byline.has(key));
  const isNamed = isSaid(
    ({ text, parts: { id, isListNumber } }) => id !== undefined && !isListNumber && !CHAPTER.test(text),
  );
  const isDated = has('date') || has('started') || isSaid(({ parts: { date } }) => date !== undefined);
  const told = [isDated, has('status'), has('actualResult')].filter((is) => is).length;
  // Notes on people and books say what was learnt, and none of these.
  if (has('learning') && told > 0) return true;
  if (has('expectedResult') || isSaid(({ isHypothesised }) => isHypothesised) || isSaid(isEntryName)) return true;
  const said = told + Number(has('hypothesis'));
  const isSure = isSaid(({ parts: { idPlace } }) => SURE.includes(idPlace));
  return said === 4 || (isNamed && said === 3) || (isSure && has('status') && has('actualResult'));
}
