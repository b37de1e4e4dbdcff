// What is kept of experiments beyond the log: patterns that worked, rules that prevent a failure. The one definition that their sheets,
// forms, checks and files are derived from.

import { plainPrefix } from '../experiment/id.ts';
import type { Experiment, Field, FieldKey } from '../experiment/template.ts';
import { ENTRY_SHEETS, type EntryKind } from './entry-kinds.ts';

/**
 * A pattern or a rule as text. It has the shape of an experiment, so that the log's engine reads, merges and writes it: each of its fields
 * stands under the key of one, and the labels of its file mean those.
 */
export type Entry = Experiment;

/** A field of an entry; `key` is the field of an experiment under which it is held. */
export interface EntryField extends Field {
  readonly key: FieldKey;
}

/** One kind of entry. */
export interface Kind {
  /** The sheet's usual name, and that of its file without the ending. */
  readonly sheet: (typeof ENTRY_SHEETS)[EntryKind];
  /** What IDs begin with in place of the experiments' letter. */
  readonly letter: string;
  /** What the log calls it beside an experiment. */
  readonly label: string;
  /** The field that names experiments. */
  readonly source: FieldKey;
  readonly fields: readonly EntryField[];
}

const ID: EntryField = {
  key: 'id',
  label: 'ID',
  kind: 'text',
  place: 'heading',
  note: 'Given by the register. Never reused.',
  width: 95,
};
const TITLE: EntryField = {
  key: 'title',
  label: 'Title',
  kind: 'text',
  place: 'heading',
  note: 'What it is about, in one line.',
  width: 220,
};
const ADDED: EntryField = {
  key: 'date',
  label: 'Added',
  kind: 'date',
  note: 'The day it was written down, as yyyy-mm-dd.',
  width: 95,
};
const OTHER: EntryField = {
  key: 'other',
  label: 'Other fields',
  kind: 'block',
  place: 'labels',
  optional: true,
  note: 'Any further **Label:** text, as it stands in the file. A column of your own is such a label.',
  width: 200,
};

export const KINDS: Readonly<Record<EntryKind, Kind>> = {
  pattern: {
    sheet: ENTRY_SHEETS.pattern,
    letter: 'P',
    label: 'Pattern',
    source: 'risks',
    fields: [
      ID,
      TITLE,
      ADDED,
      {
        key: 'layer',
        label: 'Layer',
        kind: 'choice',
        choices: 'layers',
        note: 'Which layer it improves.',
        width: 90,
      },
      {
        key: 'entity',
        label: 'Entity',
        kind: 'list',
        choices: 'entities',
        note: 'Where it was found. Several, and free text, are fine.',
        width: 130,
      },
      {
        key: 'status',
        label: 'State',
        kind: 'choice or free text',
        choices: ['current', 'superseded by '],
        note: 'current, or superseded by another: its ID.',
        width: 130,
      },
      {
        key: 'hypothesis',
        label: 'Pattern',
        kind: 'block',
        note: 'What to do.',
        width: 320,
      },
      {
        key: 'expectedResult',
        label: 'Why it works',
        kind: 'block',
        note: 'What makes it work.',
        width: 260,
      },
      {
        key: 'duration',
        label: 'When to use it',
        kind: 'block',
        note: 'In which situation it helps, and in which it does not.',
        width: 220,
      },
      {
        key: 'risks',
        label: 'Evidence',
        kind: 'text',
        note: 'The IDs of the experiments that showed it.',
        width: 160,
      },
      OTHER,
    ],
  },
  rule: {
    sheet: ENTRY_SHEETS.rule,
    letter: 'R',
    label: 'Rule',
    source: 'risks',
    fields: [
      ID,
      TITLE,
      ADDED,
      {
        key: 'status',
        label: 'Severity',
        kind: 'choice',
        choices: ['must', 'should'],
        note: 'must or should.',
        width: 95,
      },
      {
        key: 'hypothesis',
        label: 'Rule',
        kind: 'block',
        note: 'What is always, or never, done.',
        width: 320,
      },
      {
        key: 'expectedResult',
        label: 'Why',
        kind: 'block',
        note: 'What happened.',
        width: 260,
      },
      {
        key: 'risks',
        label: 'Origin',
        kind: 'text',
        note: 'The experiment that it comes from, or what else it comes from, such as a post-mortem.',
        width: 200,
      },
      OTHER,
    ],
  },
};

/** The prefix of a kind's IDs in a register whose experiments have this one: `P-BIZ` of `K-BIZ`, `P-EXP` of `EXP-##`. */
export function entryPrefix(kind: EntryKind, prefix: string): string {
  const rest = plainPrefix(prefix).replace(/^K(?:-|$)/, '');
  return [KINDS[kind].letter, rest].filter((part) => part !== '').join('-');
}

/** What the fields are called that a kind's file has no label for yet. */
export function calledIn(kind: EntryKind): Partial<Record<FieldKey, string>> {
  return Object.fromEntries(KINDS[kind].fields.map(({ key, label }) => [key, label]));
}
