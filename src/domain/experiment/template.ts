// The template of an experiment: the one definition that sheet columns, forms and Markdown are derived from.

import { readDay } from '../calendar.ts';
import { readBenefit } from './benefit.ts';
import { type OptionalKey, RATINGS } from './scoring.ts';
import { STATUSES } from './status.ts';

export const DECISIONS = ['Adopt', 'Iterate', 'Drop'] as const;
export type Decision = (typeof DECISIONS)[number];

/**
 * What a field holds. The sheet's column and its rule, the form's widget, the place in the log and the checks follow from it:
 * one line of text; a block of Markdown; a day as yyyy-mm-dd; one word of a list; a word of a list or another; a person; several words of
 * a list, or others; a number; a number with its unit, each year or once.
 */
export type FieldKind =
  | 'text'
  | 'block'
  | 'date'
  | 'choice'
  | 'choice or free text'
  | 'person'
  | 'list'
  | 'number'
  | 'benefit';

/**
 * Where the log writes a field: in the experiment's heading, as a line under the heading (`**Label:** value`), as a block
 * (`**Label:**` and text below it), as a closing line after the blocks, or as the labelled text that it is made of.
 */
export type FieldPlace = 'heading' | 'line' | 'block' | 'closing' | 'labels';

/** One field of an experiment. */
export interface Field {
  readonly key: string;
  /** The column's header, the form's label and, in the log, `**label:**`. */
  readonly label: string;
  readonly kind: FieldKind;
  /** Where its kind does not say it: a block for a block, a line for all others. */
  readonly place?: FieldPlace;
  /** The words of a choice or a list: as they are, or the name of the setting that holds them. */
  readonly choices?: readonly string[] | 'layers' | 'entities';
  /** Left out of the log while empty. */
  readonly optional?: true;
  /** A result, filled when the experiment ends: an empty one is written `(pending)`. */
  readonly result?: true;
  /** What the log's template section shows as its value; `{layers}` and the like are filled from the settings. */
  readonly hint?: string;
  /** There only in registers that want it: their settings name it. Until then a column or a label of that name is people's own. */
  readonly wanted?: true;
  /** Kept by the script, not typed by people. */
  readonly derived?: true;
  /** The column's note: what belongs there. */
  readonly note: string;
  /** The column's width in pixels. */
  readonly width: number;
}

/** The fields in the order of the template. */
export const FIELDS = [
  { key: 'id', label: 'ID', kind: 'text', place: 'heading', note: 'Given by the register. Never reused.', width: 95 },
  {
    key: 'title',
    label: 'Title',
    kind: 'text',
    place: 'heading',
    hint: 'Experiment Title',
    note: 'What is tried, in one line. A new row gets its ID, date and status from here.',
    width: 220,
  },
  {
    key: 'date',
    label: 'Date',
    kind: 'date',
    hint: 'YYYY-MM-DD',
    note: 'The day it was proposed, as yyyy-mm-dd.',
    width: 95,
  },
  {
    key: 'layer',
    label: 'Layer',
    kind: 'choice',
    choices: 'layers',
    hint: '{layers}',
    note: 'Which layer is improved.',
    width: 90,
  },
  {
    key: 'entity',
    label: 'Entity',
    kind: 'list',
    choices: 'entities',
    hint: '{entities}',
    note: 'Which entity it concerns. Several, and free text, are fine.',
    width: 130,
  },
  {
    key: 'owner',
    label: 'Owner',
    kind: 'person',
    optional: true,
    wanted: true,
    note: 'Who sees to it. Free text.',
    width: 120,
  },
  {
    key: 'status',
    label: 'Status',
    kind: 'choice',
    choices: STATUSES,
    hint: '{statuses}',
    note: 'Proposed, then Active, then Completed; or Dropped.',
    width: 115,
  },
  {
    key: 'started',
    label: 'Started',
    kind: 'date',
    optional: true,
    derived: true,
    note: 'The day it became Active. Kept by the register.',
    width: 95,
  },
  {
    key: 'score',
    label: 'Score',
    kind: 'text',
    optional: true,
    wanted: true,
    note: 'What decides whether it is tried first, each from 1 to 10 or as a number.',
    width: 120,
  },
  {
    key: 'expectedBenefit',
    label: 'Expected Benefit',
    kind: 'benefit',
    optional: true,
    wanted: true,
    note: 'What it is to bring: a number, its unit, and "a year" or "once", such as "12,000 EUR a year".',
    width: 150,
  },
  {
    key: 'hypothesis',
    label: 'Hypothesis',
    kind: 'block',
    hint: 'If we [change], then [outcome] because [reasoning].',
    note: 'If we [change], then [outcome] because [reasoning].',
    width: 320,
  },
  {
    key: 'expectedResult',
    label: 'Expected Result',
    kind: 'block',
    hint: '[Measurable outcome]',
    note: 'What will be measurably different.',
    width: 260,
  },
  {
    key: 'decisionRule',
    label: 'Decision Rule',
    kind: 'block',
    optional: true,
    wanted: true,
    note: 'Written before it begins: "We adopt if …", and what else would decide.',
    width: 220,
  },
  {
    key: 'duration',
    label: 'Duration',
    kind: 'block',
    hint: '[How long to run the experiment]',
    note: 'How long it runs, such as "4 weeks" or "until 2026-06-30".',
    width: 180,
  },
  {
    key: 'risks',
    label: 'Risks Identified',
    kind: 'block',
    optional: true,
    note: 'What could go wrong, and how it would be noticed.',
    width: 240,
  },
  {
    key: 'actualResult',
    label: 'Actual Result',
    kind: 'block',
    result: true,
    hint: '(filled after experiment completes)',
    note: 'What happened. Needed to complete.',
    width: 240,
  },
  {
    key: 'learning',
    label: 'Learning',
    kind: 'block',
    result: true,
    hint: '(filled after experiment completes)',
    note: 'What was learnt. Needed to complete and to drop.',
    width: 240,
  },
  {
    key: 'rollingOut',
    label: 'Rolling Out',
    kind: 'block',
    choices: 'entities',
    optional: true,
    result: true,
    wanted: true,
    note: 'Where else it should go once it is adopted, a line each, such as "- [ ] South, from 2026-05-01", "- [x] North".',
    width: 220,
  },
  {
    key: 'decision',
    label: 'Decision',
    kind: 'choice',
    place: 'closing',
    choices: DECISIONS,
    result: true,
    hint: '{decisions}',
    note: 'Adopt, Iterate or Drop. Only for an experiment that has ended.',
    width: 90,
  },
  {
    key: 'actualBenefit',
    label: 'Actual Benefit',
    kind: 'benefit',
    place: 'closing',
    optional: true,
    result: true,
    wanted: true,
    note: 'What it brought: a number, its unit, and "a year" or "once", such as "40 hours once".',
    width: 150,
  },
  {
    key: 'other',
    label: 'Other fields',
    kind: 'block',
    place: 'labels',
    optional: true,
    note: 'Any further **Label:** text of this experiment, as it stands in the log.',
    width: 200,
  },
] as const satisfies readonly Field[];

export type FieldKey = (typeof FIELDS)[number]['key'];

/** The fields that a register has only where it wants them. */
export const WANTED_FIELDS: readonly (Field & { key: WantedKey })[] = FIELDS.filter(
  (field): field is Extract<(typeof FIELDS)[number], { wanted: true }> => 'wanted' in field,
);
type WantedKey = Extract<(typeof FIELDS)[number], { wanted: true }>['key'];

/** All that a register has only where its settings say so: optional fields, what is rated, and the score that it makes. */
export const OPTIONAL_KEYS: readonly OptionalKey[] = [
  ...WANTED_FIELDS.map(({ key }) => key),
  ...RATINGS.map(({ key }) => key),
  'points',
];

/** Whether a register has what is under this key; `wanted` is what it has of `OPTIONAL_KEYS`. */
export function hasField(key: string, wanted: readonly string[]): boolean {
  return wanted.includes(key) || OPTIONAL_KEYS.every((optional) => optional !== key);
}

const FIELD_OF = Object.fromEntries(FIELDS.map((field) => [field.key, field])) as Record<FieldKey, Field>;

/** The template's entry of a field. */
export function fieldOf(key: FieldKey): Field {
  return FIELD_OF[key];
}

/** Where the log writes a field. */
export function placeOf({ place, kind }: Field): FieldPlace {
  return place ?? (kind === 'block' ? 'block' : 'line');
}

/** The words that a choice or a list offers; none for fields of other kinds. */
export function choicesOf({ choices = [] }: Field, settings: Choices): readonly string[] {
  if (choices === 'layers') return settings.layers.map(({ name }) => name);
  return choices === 'entities' ? (settings.entities ?? []) : choices;
}

/** Of the settings, those that fields offer. */
interface Choices {
  layers: readonly { name: string }[];
  entities?: readonly string[];
}

/** True if the field's kind lets this text stand: an empty one always. */
export function isOffered(field: Field, text: string, settings: Choices): boolean {
  if (text === '') return true;
  switch (field.kind) {
    case 'date':
      return readDay(text) !== undefined;
    case 'choice': {
      const offered = choicesOf(field, settings);
      return offered.length === 0 || offered.includes(text);
    }
    case 'benefit':
      return readBenefit(text) !== undefined;
    case 'text':
    case 'block':
    case 'choice or free text':
    case 'person':
    case 'list':
    case 'number':
      return true;
  }
}

/** An experiment as text, every field a string as the log shows it; an empty or pending field is `''`. */
export type Experiment = Record<FieldKey, string>;

/** What stands in an empty result, in the log and in cells, besides nothing at all, in brackets each. Compare without case. */
export const EMPTY_TEXTS = ['(pending)', '(filled after experiment completes)'] as const;

/** True for `''`, blanks and the placeholders that people leave in a result not known yet. */
export function isEmptyText(text: string): boolean {
  const words = text.trim();
  return words === '' || (words.startsWith('(') && EMPTY_TEXTS.some((empty) => empty === words.toLowerCase()));
}

/** An experiment with every field empty. */
export function emptyExperiment(): Experiment {
  return { ...EMPTY };
}

const EMPTY = Object.fromEntries(FIELDS.map((field) => [field.key, ''])) as Experiment;
