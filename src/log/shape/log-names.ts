// What people call a log of experiments, decisions or lessons: below such a title less has to stand under an entry.
import { lineText, type Outline } from '../reading/outline.ts';
import { fieldSet } from '../text/field-set.ts';
import { ENTRY_COLUMNS, ENTRY_NAMES, EXPERIMENT_COLUMNS, LIKE_NAMES, LOG_NAMES, OTHER_NAMES } from '../words/names.ts';
import { meaningOfLabel, wordOfLabel } from './label-words.ts';
import { plainWord } from './words.ts';

const NAMES = LOG_NAMES.map((name) => new RegExp(name, 'iu'));
const OTHERS = new RegExp(OTHER_NAMES, 'i');
const LIKE_NAME = new RegExp(LIKE_NAMES, 'i');
const ENTRY = new RegExp(ENTRY_NAMES, 'i');
const ENTRY_COLUMN = new RegExp(ENTRY_COLUMNS, 'u');
const EXPERIMENT_COLUMN = new RegExp(EXPERIMENT_COLUMNS, 'u');
const ANY_COLUMN = /^(?:tit|na[am]|nom|what$|was$)/;
const TEST_COLUMN = /^tests?$/;
const ACTION_COLUMN = /^ac(?:t|c)ion(?:e?s)?$/;

const DECISION = fieldSet('decision');

/** Whether a column called so names what is tried. */
export function isEntryColumn(label: string): boolean {
  const key = meaningOfLabel(label)?.key;
  const plain = plainWord(label);
  return (
    (wordOfLabel(label).says & DECISION) !== 0 ||
    (key === 'title' && !ANY_COLUMN.test(plain) && !TEST_COLUMN.test(plain)) ||
    ENTRY_COLUMN.test(plain)
  );
}

/** Whether a column called so says by itself that its rows are experiments. */
export const isExperimentColumn = (label: string): boolean => EXPERIMENT_COLUMN.test(plainWord(label));

/** Whether a column called so names tests: of what is tried, or of what was built. */
export const isTestColumn = (label: string): boolean => TEST_COLUMN.test(plainWord(label));

/** What a heading says without its marks. */
const titleOf = (heading: string): string =>
  heading.replace(/^[ \t]*#+[^\p{L}\p{N}]*|[^\p{L}\p{N})]+$/gu, '').replace(/\u00a0/g, ' ');

/** Whether a heading names such a log. */
export function isLogName(heading: string): boolean {
  const title = titleOf(heading);
  const names = [title, ...title.split(/ [–—|-] |: /)];
  return title.length < 100 && NAMES.some((name) => names.some((one) => name.test(one)));
}

/** Whether the first heading of a text says that it is such a log: undefined where it says that it is none. */
export function isNamedAsLog(outline: Outline): boolean | undefined {
  const [first] = outline.headings;
  if (!first) return false;
  const heading = lineText(outline, first.line);
  if (isLogName(heading)) return true;
  const title = titleOf(heading);
  return first.depth === 1 && title.length < 60 && OTHERS.test(title) && !LIKE_NAME.test(title) ? undefined : false;
}

/** Whether a column called so names actions: of a retrospective, where something came of them, or of a meeting. */
export const isActionColumn = (label: string): boolean => ACTION_COLUMN.test(plainWord(label));

/** Whether the word before a number is one for an entry of such a log. */
export const isEntryWord = (word: string): boolean => ENTRY.test(word.trim());
