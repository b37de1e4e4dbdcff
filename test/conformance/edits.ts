// What a person's edits bring to onEdit, and what onEdit may do: behaviours that need somebody at the sheet.
import { type Claim, errorOf, type Seen, type Standing } from '../../src/platform/behaviour.ts';
import { type EditEvent, inEdit } from '../../src/platform/edit-behaviours.ts';

/** Something that a person does with the cell of a behaviour. */
export type Step =
  | { kind: 'type'; text: string }
  /** Copies the cells Q1 and R1, or Q1 alone, and pastes them into the cell. */
  | { kind: 'paste'; cells: 1 | 2 }
  | { kind: 'clear' }
  | { kind: 'undo' }
  /** Inserts a row below the cell's row and deletes it again. */
  | { kind: 'insert-and-delete-row' };

/** A behaviour that is seen in the last event that the steps bring. */
export interface EditBehaviour extends Claim {
  steps: Step[];
  see: (event: EditEvent) => Seen;
}

/** What is in Q1 and R1 to be copied. */
export const TO_COPY = ['ebb', 'flood'];

/** Seen where no event came. */
export const NO_EVENT = 'no event';

const EVENTS = 'guides/triggers/events#edit';
const SIMPLE = 'guides/triggers#restrictions';

const behaviour =
  (standing: Standing) =>
  (source: string, name: string, steps: Step[], expected: Seen, see: EditBehaviour['see']): EditBehaviour => ({
    name,
    source,
    standing,
    steps,
    expected,
    see,
  });
const documented = behaviour('documented');
const likely = behaviour('likely');
const unknown = behaviour('unknown');

const type = (text: string): Step => ({ kind: 'type', text });

/** Value and old value, null where the event has none. */
function valuesOf(event: EditEvent): Seen {
  const { value, oldValue } = event as { value?: unknown; oldValue?: unknown };
  return [value === undefined ? null : (value as Seen), oldValue === undefined ? null : (oldValue as Seen)];
}

export const edits: readonly EditBehaviour[] = [
  documented(
    EVENTS,
    'typing into an empty cell brings a value and no old value',
    [type('ebb')],
    ['ebb', null],
    valuesOf,
  ),
  documented(EVENTS, 'typing over a value brings both', [type('ebb'), type('flood')], ['flood', 'ebb'], valuesOf),
  documented(EVENTS, 'pasting several cells brings no values', [{ kind: 'paste', cells: 2 }], [null, null], valuesOf),
  unknown(EVENTS, 'pasting one cell brings no values', [{ kind: 'paste', cells: 1 }], [null, null], valuesOf),
  likely(
    EVENTS,
    'clearing a cell brings the old value and no value',
    [type('ebb'), { kind: 'clear' }],
    [null, 'ebb'],
    valuesOf,
  ),
  unknown(
    EVENTS,
    'undoing what was typed into an empty cell brings the old value and no value',
    [type('ebb'), { kind: 'undo' }],
    [null, 'ebb'],
    valuesOf,
  ),
  unknown(
    EVENTS,
    'undoing what was typed over a value brings both',
    [type('ebb'), type('flood'), { kind: 'undo' }],
    ['ebb', 'flood'],
    valuesOf,
  ),
  unknown(
    EVENTS,
    'undoing that a cell was cleared brings the value and no old value',
    [type('ebb'), { kind: 'clear' }, { kind: 'undo' }],
    ['ebb', null],
    valuesOf,
  ),
  likely(EVENTS, 'a number that was typed comes as a text', [type('12')], ['12', null], valuesOf),
  likely(EVENTS, 'a boolean that was typed comes as a text in capitals', [type('true')], ['TRUE', null], valuesOf),
  likely(EVENTS, 'a date that was typed comes as its number of days', [type('2026-02-11')], ['46064', null], valuesOf),
  unknown(EVENTS, 'a formula that was typed comes as its value', [type('=1+1')], ['2', null], valuesOf),
  documented(EVENTS, 'the event names range, sheet and book', [type('x')], [1, 1, true, true], (event) => {
    const { range, source } = event;
    return [
      range.getNumRows(),
      range.getNumColumns(),
      range.getValue() === 'x',
      source.getId() === SpreadsheetApp.getActiveSpreadsheet().getId(),
    ];
  }),
  documented(EVENTS, 'a paste brings the whole range', [{ kind: 'paste', cells: 2 }], [1, 2], ({ range }) => [
    range.getNumRows(),
    range.getNumColumns(),
  ]),
  documented(SIMPLE, 'onEdit may read and write the sheet', [type('x')], 'written', ({ range }) =>
    range.offset(0, 1).setValue('written').getValue(),
  ),
  documented(
    EVENTS,
    'inserting and deleting a row brings no event',
    [{ kind: 'insert-and-delete-row' }],
    NO_EVENT,
    () => 'an event',
  ),
  documented(SIMPLE, 'onEdit cannot ask a person', [type('x')], true, () =>
    /permission/i.test(errorOf(() => SpreadsheetApp.getUi().alert('May I?')) ?? ''),
  ),
  documented(SIMPLE, 'onEdit cannot open a sidebar', [type('x')], true, () =>
    /permission/i.test(errorOf(() => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))) ?? ''),
  ),
  documented(
    SIMPLE,
    'onEdit cannot reach Drive',
    [type('x')],
    true,
    () => errorOf(() => Drive?.Files?.list({ pageSize: 1 })) !== null,
  ),
  likely(SIMPLE, 'a toast in onEdit is no error (look whether it shows)', [type('x')], null, ({ source }) =>
    errorOf(() => source.toast('onEdit says hello', 'Conformance', 5)),
  ),
  likely(SIMPLE, 'onEdit may write a note and a colour', [type('x')], ['seen', '#ffff00'], ({ range }) => [
    range.setNote('seen').getNote(),
    range.setBackground('#ffff00').getBackground(),
  ]),
  ...Object.values(inEdit).map((claim) => ({ ...claim, steps: [type('x')] })),
];
