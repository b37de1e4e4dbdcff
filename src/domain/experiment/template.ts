// The template of an experiment: the one definition that sheet columns, forms and Markdown are derived from.

export const STATUSES = ['Proposed', 'Active', 'Completed', 'Dropped'] as const;
export type Status = (typeof STATUSES)[number];

export const DECISIONS = ['Adopt', 'Iterate', 'Drop'] as const;
export type Decision = (typeof DECISIONS)[number];

/** One field of an experiment. */
export interface Field {
  readonly key: string;
  /** The column's header, the form's label and, in the log, `**label:**`. */
  readonly label: string;
  /**
   * Where the log writes it: in the experiment's heading, as a line under the heading (`**Label:** value`), as a block
   * (`**Label:**` and text below it), as a closing line after the blocks, or, for `other`, as the labelled text it is made of.
   */
  readonly place: 'heading' | 'line' | 'block' | 'closing' | 'labels';
  /** Left out of the log while empty. */
  readonly optional?: true;
  /** A result, filled when the experiment ends: an empty one is written `(pending)`. */
  readonly result?: true;
  /** What the log's template section shows as its value; `{layers}` and the like are filled from the settings. */
  readonly hint?: string;
  /** Kept by the script, not typed by people. */
  readonly derived?: true;
  /** The column's note: what belongs there. */
  readonly note: string;
  /** The column's width in pixels. */
  readonly width: number;
}

/** The fields in the order of the template. */
export const FIELDS = [
  { key: 'id', label: 'ID', place: 'heading', note: 'Given by the register. Never reused.', width: 110 },
  {
    key: 'title',
    label: 'Title',
    place: 'heading',
    hint: 'Experiment Title',
    note: 'What is tried, in one line. A new row gets its ID, date and status from here.',
    width: 260,
  },
  {
    key: 'date',
    label: 'Date',
    place: 'line',
    hint: 'YYYY-MM-DD',
    note: 'The day it was proposed, as yyyy-mm-dd.',
    width: 95,
  },
  { key: 'layer', label: 'Layer', place: 'line', hint: '{layers}', note: 'Which layer is improved.', width: 90 },
  {
    key: 'entity',
    label: 'Entity',
    place: 'line',
    hint: '{entities}',
    note: 'Which entity it concerns. Several, and free text, are fine.',
    width: 130,
  },
  {
    key: 'status',
    label: 'Status',
    place: 'line',
    hint: '{statuses}',
    note: 'Proposed, then Active, then Completed; or Dropped.',
    width: 115,
  },
  {
    key: 'started',
    label: 'Started',
    place: 'line',
    optional: true,
    derived: true,
    note: 'The day it became Active. Kept by the register.',
    width: 95,
  },
  {
    key: 'hypothesis',
    label: 'Hypothesis',
    place: 'block',
    hint: 'If we [change], then [outcome] because [reasoning].',
    note: 'If we [change], then [outcome] because [reasoning].',
    width: 320,
  },
  {
    key: 'expectedResult',
    label: 'Expected Result',
    place: 'block',
    hint: '[Measurable outcome]',
    note: 'What will be measurably different.',
    width: 260,
  },
  {
    key: 'duration',
    label: 'Duration',
    place: 'block',
    hint: '[How long to run the experiment]',
    note: 'How long it runs, such as "4 weeks" or "until 2026-06-30".',
    width: 180,
  },
  {
    key: 'risks',
    label: 'Risks Identified',
    place: 'block',
    optional: true,
    note: 'What could go wrong, and how it would be noticed.',
    width: 240,
  },
  {
    key: 'actualResult',
    label: 'Actual Result',
    place: 'block',
    result: true,
    hint: '(filled after experiment completes)',
    note: 'What happened. Needed to complete.',
    width: 240,
  },
  {
    key: 'learning',
    label: 'Learning',
    place: 'block',
    result: true,
    hint: '(filled after experiment completes)',
    note: 'What was learnt. Needed to complete and to drop.',
    width: 240,
  },
  {
    key: 'decision',
    label: 'Decision',
    place: 'closing',
    result: true,
    hint: '{decisions}',
    note: 'Adopt, Iterate or Drop. Only for an experiment that has ended.',
    width: 90,
  },
  {
    key: 'other',
    label: 'Other fields',
    place: 'labels',
    optional: true,
    note: 'Any further **Label:** text of this experiment, as it stands in the log.',
    width: 200,
  },
] as const satisfies readonly Field[];

export type FieldKey = (typeof FIELDS)[number]['key'];

/** An experiment as text, every field a string as the log shows it; an empty or pending field is `''`. */
export type Experiment = Record<FieldKey, string>;

/** What stands in an empty result, in the log and in cells, besides nothing at all. Compare without case. */
export const EMPTY_TEXTS = ['(pending)', '(filled after experiment completes)'] as const;

/** True for `''`, blanks and the placeholders that people leave in a result not known yet. */
export function isEmptyText(text: string): boolean {
  const trimmed = text.trim().toLowerCase();
  return trimmed === '' || EMPTY_TEXTS.some((placeholder) => placeholder === trimmed);
}

/** An experiment with every field empty. */
export function emptyExperiment(): Experiment {
  return Object.fromEntries(FIELDS.map((field) => [field.key, ''])) as Experiment;
}
