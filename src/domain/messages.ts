// What the script says to people: every sentence that a sheet, a form or a dialog shows and that does not stand in a page's own words.
// Another language is another file of this shape. Each sentence says what happened and what to do.

const MENU = 'Kaizen Log › Set up or repair';

/** Why work cannot go on, by the code of the error. */
export const errors = {
  'sheet-missing': (name: string) => `The sheet ${name} is missing: choose ${MENU}.`,
  'sheet-empty': (name: string) => `The sheet ${name} is empty: choose ${MENU}.`,
  'sheet-foreign': (name: string) =>
    `This spreadsheet has a sheet ${name} that is not of Kaizen Log: give it another name, then set up again.`,
  'column-missing': (label: string, sheet: string) =>
    `The column "${label}" is missing in the sheet ${sheet}: choose ${MENU} to restore it.`,
  'column-doubled': (label: string, sheet: string) =>
    `The column "${label}" stands twice in the sheet ${sheet}: rename or delete one of the two.`,
  'register-busy': () => 'Somebody else is writing to the register just now: wait a moment and try again.',
  'register-newer': () =>
    'This register was set up by a newer version of Kaizen Log: update the add-on, then try again.',
  'register-named': (title: string, prefix: string) =>
    `The register was set up meanwhile as "${title}" with IDs like ${prefix}-001: change that in the sheet Settings.`,
  'experiment-gone': (name: string) =>
    `${name} is not in the register any more: copy what you wrote, then open it anew.`,
  'no-experiment-selected': () =>
    'The selected row is no experiment: select a cell in a row of the sheet Experiments, then try again.',
  'selection-empty': () =>
    'The selection holds no experiment: select cells in rows of the sheet Experiments, then try again.',
  'section-empty': (status: string) => `No experiment is ${status}: choose another section.`,
  'malformed-id': (id: string, row: number) =>
    `"${id}" in row ${row} is not an ID like K-BIZ-001: correct it, or empty the cell to have the next one given.`,
  'candidate-changed': () =>
    'Somebody changed this candidate meanwhile: look at the list again, then repeat what you did.',
  'candidate-promoted': (id: string) =>
    `This idea became ${id} meanwhile: copy what you wrote, then open ${id} and add there what is missing.`,
  'candidate-empty': () => 'The idea is missing: say in one line what could be tried.',
  'finding-gone': () => 'This was put right meanwhile or has moved: look at the list again.',
  'self-check-running': () => 'A self-check is running in this spreadsheet already: wait two minutes and try again.',
  'cell-overfull': (what: string, length: number) =>
    `${what} has ${length} characters and a cell of Google Sheets holds 50,000: shorten it and try again.`,
  'choices-overfull': (what: string, count: number, most: number) =>
    `The log lists ${count} ${what} and a dropdown of Google Sheets offers ${most}: shorten the list and try again.`,
  'sheet-overfull': () =>
    'The spreadsheet would have more than the 10 million cells that Google Sheets holds: delete sheets or rows that nobody needs and try again.',
  'log-overlarge': () =>
    'The log is larger than the 50 MB that a script can hand to Drive: download it instead, or shorten it.',
  /** What the log's own room says of a text that it cannot read. */
  'log-refused': (refusal: string) => refusal,
  'drive-off': () =>
    'The Drive service is not switched on for this script: add "Drive API" under Services in the script editor.',
  'drive-full': () => 'Your Drive is full: free some space and export again, or download the log; nothing was changed.',
  'drive-forbidden': () =>
    'Kaizen Log may not write this file: allow it the use of Drive when Google asks, or download the log; nothing was changed.',
  'drive-busy': () => 'Drive was asked too often just now: wait a minute and try again, or download the log.',
  'drive-folder': () => 'Drive did not say where the folder is: export again.',
  'drive-silent': (reason: string) =>
    `Drive does not answer as it should (${reason}): try again later, or download the log; the next export catches up.`,
} as const;
