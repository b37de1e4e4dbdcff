// What is kept of experiments beyond the log: patterns that worked, rules that prevent a failure. The one definition that their sheets,
// forms, checks and files are derived from.

import { plainPrefix } from '../experiment/id.ts';
import { type Experiment, FIELDS, type Field, type FieldKey } from '../experiment/template.ts';
import { ENTRY_SHEETS, type EntryKind } from './entry-kinds.ts';

/**
 * A pattern or a rule as text. It has the shape of an experiment, so that the log's engine reads, merges and writes it: each of its fields
 * stands under the key of one, and the labels of its file mean those.
 */
export type Entry = Experiment;

/** A field of an entry; `key` is the field of an experiment under which it is held. */
export interface EntryField extends Field {
  readonly key: FieldKey;
  /** What other teams' files call it, by `plainWord`. */
  readonly words: readonly string[];
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
  words: ['id', 'nr', 'no', 'number'],
};
const TITLE: EntryField = {
  key: 'title',
  label: 'Title',
  kind: 'text',
  place: 'heading',
  note: 'What it is about, in one line.',
  width: 220,
  words: ['title', 'name'],
};
const ADDED: EntryField = {
  key: 'date',
  label: 'Added',
  kind: 'date',
  note: 'The day it was written down, as yyyy-mm-dd.',
  width: 95,
  words: ['added', 'date', 'created', 'since', 'added on'],
};
const OTHER: EntryField = {
  key: 'other',
  label: 'Other fields',
  kind: 'block',
  place: 'labels',
  optional: true,
  note: 'Any further **Label:** text, as it stands in the file. A column of your own is such a label.',
  width: 200,
  words: [],
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
        words: ['layer', 'area', 'category'],
      },
      {
        key: 'entity',
        label: 'Entity',
        kind: 'list',
        choices: 'entities',
        note: 'Where it was found. Several, and free text, are fine.',
        width: 130,
        words: ['entity', 'entities'],
      },
      {
        key: 'status',
        label: 'State',
        kind: 'choice or free text',
        choices: ['current', 'superseded by '],
        note: 'current, or superseded by another: its ID.',
        width: 130,
        words: ['state', 'status'],
      },
      {
        key: 'hypothesis',
        label: 'Pattern',
        kind: 'block',
        note: 'What to do.',
        width: 320,
        words: ['pattern', 'solution', 'practice', 'what to do', 'what works', 'what worked', 'do'],
      },
      {
        key: 'expectedResult',
        label: 'Why it works',
        kind: 'block',
        note: 'What makes it work.',
        width: 260,
        words: ['why it works', 'why', 'because', 'rationale', 'reason', 'forces'],
      },
      {
        key: 'duration',
        label: 'When to use it',
        kind: 'block',
        note: 'In which situation it helps, and in which it does not.',
        width: 220,
        words: ['when to use it', 'when to use', 'when', 'context', 'use when', 'problem', 'applies to'],
      },
      {
        key: 'risks',
        label: 'Evidence',
        kind: 'text',
        note: 'The IDs of the experiments that showed it.',
        width: 160,
        words: ['evidence', 'from', 'experiments', 'source', 'sources', 'seen in', 'examples'],
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
        words: ['severity', 'level', 'priority', 'weight'],
      },
      {
        key: 'hypothesis',
        label: 'Rule',
        kind: 'block',
        note: 'What is always, or never, done.',
        width: 320,
        words: ['rule', 'guardrail', 'prevention', 'what to do', 'principle', 'do'],
      },
      {
        key: 'expectedResult',
        label: 'Why',
        kind: 'block',
        note: 'What happened.',
        width: 260,
        words: ['why', 'what happened', 'because', 'reason', 'rationale', 'incident', 'context'],
      },
      {
        key: 'risks',
        label: 'Origin',
        kind: 'text',
        note: 'The experiment that it comes from, or what else it comes from, such as a post-mortem.',
        width: 200,
        words: ['origin', 'source', 'sources', 'from', 'evidence', 'post mortem', 'postmortem'],
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

/**
 * What the labels of a kind's file mean, by `plainWord`: its own, and the words of other teams. A label of the experiments' template that the
 * kind has no field for is the file's own.
 */
export function labelsOf(kind: EntryKind, plainWord: (label: string) => string): Record<string, FieldKey | ''> {
  const { fields } = KINDS[kind];
  return {
    ...Object.fromEntries(FIELDS.map(({ label }) => [plainWord(label), '' as const])),
    ...Object.fromEntries(fields.flatMap(({ key, words }) => words.map((word) => [word, key]))),
    ...Object.fromEntries(
      fields.flatMap(({ key, label }) => (key === 'other' || key === 'title' ? [] : [[plainWord(label), key]])),
    ),
  };
}

/** What the fields are called that a kind's file has no label for yet. */
export function calledIn(kind: EntryKind): Partial<Record<FieldKey, string>> {
  return Object.fromEntries(KINDS[kind].fields.map(({ key, label }) => [key, label]));
}
