// What a register keeps of its log's shape: what people answered, and what the next reading goes by. Plain data.
import type { Status } from '../experiment/status.ts';
import type { FieldKey } from '../experiment/template.ts';

/** Where a heading has the ID: `[K-1] …`, `K-1: …`, `Experiment 4 — …`, `12. …`, `12 …`, `… (K-1)`. */
export type IdPlace = 'bracket' | 'lead' | 'word' | 'number' | 'digits' | 'tail';
/** Where a heading has the date: in front of the title, or behind it. */
export type DatePlace = 'front' | 'end';
/** Where a heading has the status: as an emoji beside the title, or as a word in front of the title or behind it; `result`: as an emoji in front of the result; `verdict`: as the last word of its line. */
export type StatusPlace = 'mark' | 'front' | 'end' | 'result' | 'verdict';

/** How the experiments' headings are written: with `#`s, over a line of `=` or `-`, as bold words on a line, as items of a list, as what folds up, or by the label of their title or ID. */
export type HeadingForm = 'marks' | 'underlined' | 'bold' | 'item' | 'summary' | 'label';

/** What the heading of a section means: a status, ideas, or neither. */
export type SectionWord = Status | 'candidates' | '';

/** The words by `plainWord`. */
export interface KeptWords {
  /** A field; `''` for a label that stays in Other fields. */
  labels: Record<string, FieldKey | ''>;
  /** `''` for a status that stays as it is written. */
  statuses: Record<string, Status | ''>;
  sections: Record<string, SectionWord>;
}

/** In place of the level of the experiments' headings, where they are rows of a table: below all headings. */
export const ROWS = 7;
/** The same where they are bold lines or items of a list. */
export const LINES = 8;

/** All of it may be missing: then it is learnt. */
export interface KeptShape extends Partial<KeptWords> {
  /** Whether 3/4/2026 is in April. */
  dayFirst?: boolean | undefined;
  /** The level of the experiments' headings, `ROWS` or `LINES`. */
  level?: number | undefined;
  /** Whether a person said that each heading of the level, or each row, is an experiment. */
  isPointed?: boolean | undefined;
  /** Where only the items of one list were pointed to: the title above it by `plainWord`, `''` for none. */
  list?: string | undefined;
  /**
   * Where the experiments are the items below titles that say a status, as on a board: which of `:` and `-` part their titles from what came of
   * them where no day does. `*` before these: those of all lists, which say their status themselves.
   */
  board?: string | undefined;
  /** Of `Shape`: what was learnt from the log that came in. */
  heading?: string | undefined;
  ids?: Partial<Record<IdPlace, readonly string[]>> | undefined;
  dates?: readonly DatePlace[] | undefined;
  statusPlaces?: readonly StatusPlace[] | undefined;
  isBare?: boolean | undefined;
  hasIds?: boolean | undefined;
  isPlain?: boolean | undefined;
  isInline?: boolean | undefined;
  hasByline?: boolean | undefined;
  isDefined?: boolean | undefined;
  isQuoted?: boolean | undefined;
  isLoose?: boolean | undefined;
  isFenced?: boolean | undefined;
  isCounted?: boolean | undefined;
  form?: HeadingForm | undefined;
  levels?: readonly number[] | undefined;
  subheading?: number | undefined;
  /** Of a text without IDs: the register's ID of each experiment, in the order of the text. */
  names?: readonly string[] | undefined;
  /** True where words count only as they are kept: those that the tables know besides stay the log's own. */
  isSettled?: boolean | undefined;
  /** Of a file whose entries are no experiments, such as patterns: what their fields are called there. */
  called?: Partial<Record<FieldKey, string>> | undefined;
}
