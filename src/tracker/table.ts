// A table as it is handed over, what people may say of it, and what is read out of it.
import type { RatingKey } from '../domain/experiment/scoring.ts';
import type { Status } from '../domain/experiment/status.ts';
import type { Decision, Experiment, FieldKey } from '../domain/experiment/template.ts';
import type { StatusWord } from './words/cells.ts';
import type { ColumnUse } from './words/columns.ts';

/** A tab, or a file, as it is. */
export interface SourceTable {
  /** The tab's or the file's name. */
  name: string;
  /** Cells as people read them, days as yyyy-mm-dd; of formulas their values, or, where these are not known, their text. */
  texts: readonly (readonly string[])[];
  /** Of cells with a formula its text; absent where none has one. */
  formulas?: readonly (readonly string[])[];
  /** Whether a cell holds more than words: a number, a day, a box or a formula. Absent of a file, which holds nothing but words. */
  isMore?: readonly (readonly boolean[])[];
  /** Of cells with links the text with them, as Markdown has them; absent where nobody knows of any. */
  linked?: readonly (readonly (string | undefined)[])[];
  /** Cells that are merged into one, row and column from 0: the first holds what all of them say. */
  merged?: readonly Readonly<Record<'row' | 'column' | 'rows' | 'columns', number>>[];
}

/** What a person said of a table; all else is made out. */
export interface TableAnswers {
  /** The row of the header, from 1. */
  header?: number | undefined;
  /** By the column's number, from 0. */
  columns?: Readonly<Record<string, ColumnUse>> | undefined;
  /** By `cellWord`; `''` says nothing of the status. */
  statuses?: Readonly<Record<string, StatusWord | ''>> | undefined;
  decisions?: Readonly<Record<string, Decision | ''>> | undefined;
  /** Whether 3/4/2026 is in April. */
  dayFirst?: boolean | undefined;
  /** Whether the register has a field for who does it: else such a column is the team's own. */
  hasPerson?: boolean | undefined;
  /** The register's optional fields of words: where it lacks one, such a column is what its header means besides. */
  optional?: readonly FieldKey[] | undefined;
  /** What the register rates: else such columns are the team's own. */
  ratings?: readonly RatingKey[] | undefined;
}

export interface TableColumn {
  /** From 0. */
  place: number;
  label: string;
  use: ColumnUse;
  /** Of a column of marks: what one says. */
  status?: StatusWord;
  /** How many of the table's rows say something in it. */
  filled: number;
  /** What the first rows say, for a person to know the column by. */
  examples: string[];
}

/** A word of the status or decision column, and what it means; `''`: nothing that is known. */
export interface TableWord {
  part: 'statuses' | 'decisions';
  word: string;
  /** As `cellWord` has it. */
  plain: string;
  count: number;
  meaning: Status | Decision | 'idea' | '';
}

/** Why a row is no experiment. */
export type SkipReason = 'above' | 'header' | 'blank' | 'group' | 'total' | 'legend' | 'note' | 'untitled';

/** A row that is an experiment or an idea. */
export interface ReadRow {
  /** The row in the table, from 1. */
  row: number;
  isIdea: boolean;
  /** With the ID that stands there, or none; `date` where the table says one. */
  experiment: Experiment;
  closed: string;
  /** What stands in columns of the team's own, by their number from 0. */
  own: Record<number, string>;
  /** The first day that it is known by, for a table without days of proposal: yyyy-mm-dd or `''`. */
  firstDay: string;
}

/** A row that is neither. */
export interface SkippedRow {
  row: number;
  why: SkipReason;
  /** How it begins. */
  text: string;
}

/** A cell that could not be read as what its column is: kept as text. */
export interface UnreadCell {
  row: number;
  label: string;
  text: string;
}

export interface TableReading {
  name: string;
  /** The row of the header, from 1; 0 where none was made out. */
  header: number;
  columns: TableColumn[];
  words: TableWord[];
  rows: ReadRow[];
  skipped: SkippedRow[];
  unread: UnreadCell[];
  /** Whether a date can be read in two ways and nothing tells which. */
  isOrderAsked: boolean;
  dayFirst: boolean | undefined;
}
