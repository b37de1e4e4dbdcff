// What the script says to people: every sentence that a sheet, a form, a menu or a dialog shows and that does not stand in a page's own words.
// Another language is another file of this shape. An export for each subject: a page that shares a subject carries only its words.

// Plain texts, since the build keeps a text that is put together even in pages which do not say it.
const SET_UP = 'Set up or repair';
const MENU = 'Kaizen Log › Set up or repair';

/** Why work cannot go on, by the code of the error. `log-refused` is what the log's own room says of a text that it cannot read, `names-refused` what the names' form says. */
/** Rows without an ID that somebody moved and changed while they were to get theirs. */
const untoldRows = (names: readonly string[]) => {
  const more = names.length > 10 ? ` and ${names.length - 10} more` : '';
  return `Somebody moved and changed rows at this very moment, so that ${names.slice(0, 10).join(', ')}${more} without an ID could not be told from each other and were left alone: do it once more.`;
};

export const errors = {
  'sheet-missing': (name: string) => `The sheet ${name} is missing: choose ${MENU}.`,
  'sheet-empty': (name: string) => `The sheet ${name} is empty: choose ${MENU}.`,
  'sheet-name-refused': (name: string) =>
    `The register's sheet beside your ${name} needs a name of up to 100 characters that no other sheet has: write another one.`,
  'sheet-foreign': (name: string, other: string) =>
    `This spreadsheet has a sheet ${name} of your own: choose ${MENU}, which leaves it alone and makes ${other}, or give yours another name.`,
  'column-missing': (label: string, sheet: string) =>
    `The column "${label}" is missing in the sheet ${sheet}: choose ${MENU} to restore it.`,
  'column-lost': (label: string) =>
    `The column "${label}" is not found by its name: choose ${MENU} and say what became of it.`,
  guarded: () =>
    'What this writes to is protected from you: have the owner of the spreadsheet let you edit it, then try again.',
  'column-own': (label: string) =>
    `You have a column "${label}" of your own: write ${label} into the setting Optional fields and choose ${MENU}, which asks whether it is the field; or give yours another name.`,
  'columns-unclear': () =>
    'Say of each of these columns what became of it, each a column of its own; where they have changed meanwhile, begin again.',
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
    `"${id}" in row ${row} is no ID: write a prefix, a hyphen and a number, or have Check register give the row the next one.`,
  'candidate-changed': () =>
    'Somebody changed this candidate meanwhile: look at the list again, then repeat what you did.',
  'candidate-promoted': (id: string) =>
    `This idea became ${id} meanwhile: copy what you wrote, then open ${id} and add there what is missing.`,
  'candidate-empty': () => 'The idea is missing: say in one line what could be tried.',
  'entry-id': (id: string, row: number, sheet: string) =>
    `"${id}" in row ${row} of the sheet ${sheet} is no ID: write a prefix, a hyphen and a number, or empty the cell to have the next one given.`,
  'entry-gone': (name: string) => `${name} is not there any more: copy what you wrote, then open it anew.`,
  'entry-changed': (name: string) =>
    `Somebody changed the same field of ${name} meanwhile: copy what you wrote, then open it anew.`,
  'entry-untitled': () => 'The title is missing: say in one line what it is about.',
  'entries-none': (what: string) =>
    `No ${what} were made out in this file: it needs a heading for each, with labels such as "Why" below it.`,
  'rows-untold': (titles: readonly string[]) => untoldRows(titles),
  'finding-gone': () => 'This was put right meanwhile or has moved: look at the list again.',
  'self-check-running': () => 'A self-check is running in this spreadsheet already: wait two minutes and try again.',
  'cell-overfull': (what: string, length: number) =>
    `${what} has ${length} characters and a cell of Google Sheets holds 50,000: shorten it and try again.`,
  'choices-overfull': (what: string, count: number, most: number) =>
    `The log lists ${count} ${what} and a dropdown of Google Sheets offers ${most}: shorten the list and try again.`,
  'sheet-overfull': () =>
    'The spreadsheet would have more than the 10 million cells that Google Sheets holds: delete sheets or rows that nobody needs and try again.',
  'tab-gone': () => 'A tab that you chose is not there any more, or is the register’s own: choose again.',
  'sheet-blank': () => 'There is nothing in what you chose: choose another tab or file.',
  'sheet-headless': (name: string) =>
    `No row of ${name} names its columns: say which row does, or choose another tab or file.`,
  'not-in-place': (reason: string) => reason,
  'copy-gone': (name: string) =>
    `What ${name} was before is not there any more, since its hidden copy was deleted: bring that back from the version history of the file.`,
  'import-gone': () => 'There is no import to take back: it was taken back already, or none was made.',
  'log-overlarge': () =>
    'The log is larger than the 50 MB that a script can hand to Drive: download it instead, or shorten it.',
  'log-refused': (refusal: string) => refusal,
  'names-refused': (refusal: string) => refusal,
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

/** The items of the menu. A dialog has its page's name here, and the same words as its title, without the dots. */
export const menuWords = {
  sidebar: 'Open sidebar',
  newExperiment: 'New experiment',
  edit: 'Edit selected row',
  dashboard: 'Dashboard…',
  learnt: 'Patterns and rules',
  pattern: 'Bring patterns in…',
  rule: 'Bring rules in…',
  setUp: SET_UP,
  check: 'Check register…',
  sheet: 'Use a sheet you have…',
  import: 'Import a log…',
  export: 'Export to Drive…',
  layout: 'Rows and columns',
  short: 'Rows of three lines',
  whole: 'Rows that show all text',
  arrange: 'Arrange columns…',
  help: 'Help',
  guide: 'How to use it…',
  'self-check': 'Self-check…',
  columns: 'Columns…',
};

/** What passes by in a corner of the sheet. */
export const toastWords = {
  isSetUp: 'The register is set up: type a title into the next free row, or import a log.',
  typedColumns: (sheet: string) =>
    `${sheet} is a Google Table: its columns keep formats and rules of their own, and all else works as before.`,
  leftAlone: (name: string, other: string) => `Your sheet ${name} was left alone: the register has ${other}.`,
  fieldWaits: (label: string) =>
    `Choose ${SET_UP}: it adds the column ${label}, or asks whether the one that you have is it.`,
  settingsCleared: () => `The settings were cleared: choose ${SET_UP} to have them back as they were.`,
  takenBack: (status: string, refusal: string) => `${status} was taken back. ${refusal}`,
};

/** What a page is answered where a call failed and nobody foresaw it. */
export const callWords = {
  unreadable: 'The page sent something unreadable: open it anew.',
  failed: (reason: string) =>
    `Google did not carry this out (${reason}): try again, and if it stays so, choose ${SET_UP}.`,
};

/** ` from 1 to 10`. */
const numberRange = (least: number | undefined, most: number | undefined) =>
  least === undefined ? '' : most === undefined ? ` from ${least} on` : ` from ${least} to ${most}`;

/** `A, B or C`. */
const choice = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;

/** What is wrong with a field, by its kind. `remedy` is what to do about it. */
export const fieldWords = {
  missing: (label: string, remedy: string) => `The ${label.toLowerCase()} is missing: ${remedy}.`,
  noDate: (text: string, remedy: string) => `"${text}" is no date: ${remedy}.`,
  noBenefit: (text: string) =>
    `"${text}" cannot be added up: write a number, its unit, and "a year" or "once", such as "12,000 EUR a year".`,
  unknown: (label: string, text: string, remedy: string) =>
    `The ${label.toLowerCase()} "${text}" does not exist: ${remedy}.`,
  writeDay: 'write it as yyyy-mm-dd',
  choose: (words: readonly string[]) => `choose ${choice(words)}`,
};

/** What is said of a score. */
export const scoreWords = {
  said: (header: string, points: string, ratings: string) =>
    `${header} ${points}${ratings === '' ? '' : ` (${ratings})`}`,
  missing: (header: string, labels: readonly string[]) =>
    `No ${header.toLowerCase()} yet: ${labels.join(', ')} missing`,
};

/** What is wrong or unwise about an experiment. */
export const findingWords = {
  badRating: (label: string, text: string, least: number | undefined, most: number | undefined) =>
    `${label} is "${text}": write a number${numberRange(least, most)}, or nothing.`,
  noRatings: (text: string) => `The score "${text}" cannot be read: write it such as "I 8 / C 6 / E 7", or empty it.`,
  malformedId: (id: string) =>
    `The ID "${id}" has not the form of a prefix, a hyphen and a number: correct it, or have Check register give the row the next one.`,
  missingTitle: 'The title is missing: say in one line what is tried.',
  closedEarly: (closed: string, before: string) =>
    `Closed is ${closed}, before ${before}: correct the day that is wrong.`,
  futureStarted: (day: string) => `Started is ${day}, in the future: correct it.`,
  futureClosed: (day: string) => `Closed is ${day}, in the future: correct it.`,
  notStarted: (status: string) => `It has a day in Started but is ${status}: make it Active, or empty Started.`,
  missingStart: (status: string) => `It is ${status} without a day in Started: write the day on which it began.`,
  futureDate: (date: string) => `The date ${date} is in the future: check it.`,
  earlyDecision: (status: string) => `There is a decision, but it is still ${status}: close it, or empty the decision.`,
  undatableDuration: (why: string) => `The duration cannot be dated. ${why}`,
  missingHypothesis: 'The hypothesis is missing: if we …, then … because ….',
  noReason: 'The hypothesis gives no reason: add "because …".',
  notMeasurable: 'The expected result has nothing to measure: add a number or a yes-or-no.',
  duePlaces: (places: readonly { where: string; day: string }[]) =>
    `Rolling out was to begin: ${places.map(({ where, day }) => `${where} on ${day}`).join(', ')}. Mark what is done, or give it a later day.`,
  unnoticedRisk: 'A risk is named, but not how it would be noticed: add what would show it.',
};

/** What the register says of a row whose entry it took back or brought back, or that is there twice. */
export const rowWords = {
  closedAgain: (day: string) => `Closed is ${day} again, as before: write another day there if it ended later.`,
  idCleared: (own: string) => `The ID ${own} was put back: delete the row if the experiment is to go.`,
  idTakenBack: (typed: string, own: string) =>
    `The ID ${own} was put back: "${typed}" is no ID, or is another experiment's.`,
  twin: (id: string, row: number) =>
    `${id} stands in row ${row}, too: have Check register give the copy the next ID, or delete its row.`,
};

/** What a look at the whole register finds beside that, and what a click would put right. */
export const checkWords = {
  giveNextId: 'Give this row the next ID',
  writeWord: (word: string) => `Write "${word}"`,
  untold: (titles: readonly string[]) => untoldRows(titles),
  wrongSetting: (message: string) => `Settings: ${message}`,
  oldLastUpdated: (lastUpdated: string, newest: string) =>
    `The log says it was last updated on ${lastUpdated}, but there is an experiment of ${newest}: export the log.`,
};

/** What each status asks of an experiment, and why it may not move from there to another. */
export const statusWords = {
  sayResult: 'say what happened',
  sayLearning: 'say what was learnt',
  sayWhyDropped: 'say why it was dropped',
  fromProposed: (to: string) => `A proposed experiment has not run yet: make it Active first, then ${to}.`,
  fromCompleted: (to: string) => `A completed experiment cannot become ${to}: make it Active again first.`,
  fromDropped: (to: string) => `A dropped experiment did not run to its end: make it Active again first, then ${to}.`,
};

/**
 * Where an experiment stands in time. Cells keep these words, and a register made before the status was kept beside them is read by them:
 * in the same order of words and number they are known again.
 */
export const timingWords = {
  'not started': 'not started',
  stale: 'waits for a decision',
  /** What `stale` was called before: old cells say so until they are worked out anew. */
  wasStale: 'stale',
  'on track': 'on track',
  'due soon': 'due soon',
  'due today': 'due today',
  'cannot date': 'cannot date',
  staleSince: (day: string) => `waits for a decision since ${day}: start it, drop it, or give it a later Date`,
  overdue: (days: string) => `overdue by ${days}`,
  completed: 'completed',
  took: (days: string) => `took ${days}`,
  tookInTime: (days: string) => `took ${days}, in time`,
  tookLate: (days: string, late: string) => `took ${days}, ${late} late`,
  dropped: 'dropped',
  droppedUnstarted: 'dropped before it started',
  droppedAfter: (days: string) => `dropped after ${days}`,
  undecided: (ended: string) => `waits for a decision; ${ended}`,
  oneDay: '1 day',
  days: (number: number | string) => `${number} days`,
  noDay: 'less than a day',
  now: (phase: string, until: string) => `now: ${phase}, until ${until}`,
};

/** The quarters in which decisions fell. */
export const quarterWords = {
  quarter: (year: number, quarter: number) => `${year} Q${quarter}`,
  before: (quarter: string) => `before ${quarter}`,
};

/** What keeps a form from being saved, beside the findings. */
export const formWords = {
  tooLong: (label: string) =>
    `${label} is longer than the 50,000 characters that a cell of Google Sheets holds: shorten it.`,
};

/** The same, where the script alone can tell. */
export const savingWords = {
  tooEarly: 'A cell of Google Sheets keeps no day before 1900: write a later one.',
  candidateTooLong: 'This is longer than the 50,000 characters that a cell of Google Sheets holds: shorten it.',
  row: (row: number) => `Row ${row}`,
};

/** What keeps a new register's names from being taken. */
export const namesWords = {
  noName: 'Write the name of what is improved.',
  longName: (most: number) => `The name is longer than ${most} characters: shorten it.`,
  oneLine: 'Write the name on one line.',
  prefix: 'Write up to 31 letters, digits and hyphens, with a letter first and no hyphen last.',
  noEntity: 'Name at least one entity.',
  unnamedEntity: 'An entity has no name: write one or take the empty line out.',
  severalEntities: (text: string) => `"${text}" holds a comma or semicolon: write each entity on a line of its own.`,
  entityTwice: (name: string) => `"${name}" is named twice: take one of the two out.`,
  longEntities: (most: number) => `The entities have more than ${most} characters together: shorten their names.`,
};

/** The lists of the settings, where a sentence names them. */
export const listWords = { layers: 'layers', entities: 'entities' };

/** On the labels of the Settings sheet. */
export const settingNotes = {
  title: "The log's heading.",
  tagline: 'The line in italics under the heading.',
  prefix: 'What every ID begins with; a hyphen and a number follow.',
  captureCommand: 'The words that capture an experiment in a chat.',
  fileName: "The exported file's name in Drive.",
  dueSoonDays: 'How long before its due date an experiment counts as due soon.',
  staleProposalDays: 'How long a proposal may wait before it counts as stale.',
  sprintDays: 'How long a sprint is.',
  fiscalYearBegins:
    'From 1 to 12; leave it empty where durations name no fiscal years. FY26 is the one that ends in 2026.',
  optionalFields:
    'Write Owner to have who sees to an experiment, Expected Benefit and Actual Benefit to have what it brings added up, Decision Rule to have what decides, Rolling Out to have where else it should go: each a column, a field of the form and a label of the log. Empty it to do without; then what was written goes to Other fields.',
  scoring:
    'Leave it empty, or write ICE (Impact, Confidence and Ease from 1 to 10), RICE (Reach, Impact, Confidence and Effort), or a header and a formula of your own, such as: Priority = [Impact]*2+[Ease]',
};

/** How the sheet Settings shows what the words of the register's log mean. */
export const keptWordsWords = {
  header: ['Word of the log', 'What it is', 'What it means (import the log again to change it)'],
  parts: { labels: 'label', statuses: 'status', sections: 'section' },
  nothing: {
    labels: 'stays in Other fields',
    statuses: 'stays as it is written',
    sections: 'says nothing of the status',
  },
  candidates: 'candidates',
  date: 'date',
  day: (dayFirst: boolean) => (dayFirst ? '3 April 2026' : '4 March 2026'),
};

/** Why a setting cannot be used. `counts` is what holds until then. */
export const settingRefusals = {
  noDays: (text: string, counts: number) =>
    `"${text}" is no number of days: write a whole number from 1 to 9999; until then ${counts} counts.`,
  noMonth: (text: string) =>
    `"${text}" is no month: write a whole number from 1 to 12, or nothing; until then no fiscal year is dated.`,
  noPrefix: (text: string, counts: string) =>
    `"${text}" cannot begin an ID: write letters, digits and hyphens; until then ${counts} counts.`,
  noField: (text: string, offered: readonly string[]) =>
    `"${text}" names a field that there is not: write ${offered.join(', ')}, or nothing.`,
  noScoring: (text: string) =>
    `"${text}" is no way to score: write ICE, RICE, or a new header and a formula with columns in brackets, such as Priority = [Impact]*2+[Ease], or nothing.`,
  empty: (counts: string) => `This is needed: write something; until then "${counts}" counts.`,
  tooLong: (most: number, counts: string) =>
    `This is longer than ${most} characters: shorten it; until then "${counts}" counts.`,
  longList: (list: string, count: number, most: number) =>
    `There are ${count} ${list} and a dropdown of Google Sheets offers ${most}: shorten the list; until then the first ${most} are offered and any may be written.`,
};

/** On the headers of the columns that the register works out; those of the fields stand in the template. */
export const columnNotes = {
  rating: (label: string) => `${label}, as a number: what it makes of the score, Settings say.`,
  points: 'What Impact, Confidence and the others come to, as Settings say. A formula; needs no script.',
  closed: 'The day it was completed or dropped. Kept by the register.',
  due: 'When its duration ends, counted from Started, else from Date. Kept by the register.',
  timing: 'Where it stands against its due date today. Kept by the register.',
  findings: 'What is missing or wrong in this row, and what to do. Kept by the register.',
  state: 'What the register remembers of this row. Kept by the register.',
};

/** On the header of a column of the candidates that people call otherwise. */
export const candidateNote = (label: string) => `${label}: this column, by the name that you gave it here.`;

/** What *Arrange columns* asks and says. */
export const arrangeWords = {
  title: 'Arrange columns',
  ask: (order: string) =>
    `The columns will stand in this order: ${order}. Your own columns stay behind the column that they stand behind now, and no cell changes.`,
  inOrder: 'The columns stand in their order already.',
  arranged: 'The columns were arranged.',
};

/** What Google shows beside a cell whose entries are judged. */
export const entryHelp = {
  date: 'Write a date as yyyy-mm-dd, such as 2026-02-11.',
  choice: (words: readonly string[]) => `Choose ${choice(words)}.`,
  openChoice: 'Choose one or write your own words.',
  person: 'Choose somebody who is named in this column or write another name.',
  candidateLayer: 'Choose a layer or write your own word.',
  number: (least: number | undefined, most: number | undefined) => `Write a number${numberRange(least, most)}.`,
  firstTitle: 'Type a title here: the row gets its ID, date and status.',
};

/** The first cell of the hidden sheet that keeps the log's agreed text. */
export const logSourceHeader =
  'Kaizen Log keeps the last agreed text of the log here. Do not edit: it is how changes on both sides are told apart.';

/** What of a log is longer than a cell holds. */
export const logParts = {
  field: (label: string, id: string) => `${label} of ${id}`,
  candidate: (beginning: string) => `The candidate "${beginning}…"`,
  title: 'The title of the log',
  tagline: 'The tagline of the log',
  captureCommand: 'The capture command',
  row: (beginning: string) => `"${beginning}…"`,
  entity: 'The name of an entity',
};

/** The parts of a log, where a preview says what changes. */
export const partWords = {
  candidates: 'Candidates',
  layers: 'Layers',
  entities: 'Entities',
  relatedFiles: 'Related files',
  title: 'Log title',
  tagline: 'Tagline',
  captureCommand: 'Capture command',
  prefix: 'ID prefix',
};

/** What an import says beside its changes. */
export const importWords = {
  lost: 'The sheet Log source was deleted or changed by hand: every difference is asked about.',
};

/** What an export says beside its changes, and what stands in its way. */
export const exportWords = {
  nothing: 'The file says all of this already: nothing will be written.',
  unsaid: (number: number, label: string, of: string) =>
    `The log's table has no place for ${number === 1 ? `the ${label} of ${of}, which stays` : `${number} texts, such as the ${label} of ${of}, which stay`} in the register alone: give the table such a column to have it there, too.`,
  lost: 'The sheet Log source was deleted or changed by hand, so that it no longer says what both sides agreed on.',
  copy: 'This spreadsheet is a copy: the log goes to a file of its own, and the original’s file is left alone.',
  file: 'The exported file',
  unreadable: (name: string) =>
    `Somebody changed ${name}, but Drive does not hand out its text: choose the file itself, so that their changes are kept.`,
  noLog: (name: string) =>
    `${name} no longer holds this register's log: restore an earlier version in Drive, or write a new file.`,
  gone: (name: string) => `${name} is no longer in Drive, or no longer for you: write a new file, or download the log.`,
  trashed: (name: string) => `${name} is in Drive's bin: take it out again, or write a new file.`,
  readOnly: (name: string) =>
    `You may read ${name} but not change it: ask its owner, write a file of your own, or download the log.`,
  foreign: (name: string) =>
    `${name} was exported by somebody else, and Drive shows it to this add-on only for them: write a file of your own, or download the log.`,
  overwritten: (name: string) =>
    `${name} was changed in Drive in the very moment of an export, and Drive does not hand out that version: download it there under File information > Manage versions, where it is kept for 30 days, and choose it here (or choose the file as it is now, if nothing is to come from there).`,
  keepsChanging: (name: string) =>
    `${name} was changed in Drive again and again while it was written: nothing is lost on either side, and the next export brings in what is left.`,
  unlisted: (name: string) =>
    `Drive did not say just now whether somebody changed ${name} in the very moment of the export: the next export looks again.`,
  willGetIds: (rows: readonly { id: string; title: string }[]) => {
    const named = rows.slice(0, 10).map(({ id, title }) => `${title} (${id})`);
    const more = rows.length > named.length ? ` and ${rows.length - named.length} more` : '';
    return `Not yet given an ID, and given one then: ${named.join(', ')}${more}.`;
  },
};

/** The parts of a self-check, where one could not be carried out. */
export const selfCheckParts = {
  locale: 'the locale',
  timeZone: "the spreadsheet's time zone",
  scriptTimeZone: "the script's time zone",
  register: 'Check register',
  behaviours: 'the behaviours',
  asked: 'what was tried with your help',
  end: 'the end of the run',
  typeHere: 'Type x to the right:',
};

/** What is said of a team's own sheet that is taken over. */
export const trackerWords = {
  inPlace: {
    oneTab: 'Only one tab of this spreadsheet at a time can become the register itself: choose one, or copy.',
    notEmpty: 'The register has experiments already: only copies can be added to it.',
    guarded: (name: string) => `${name} is protected from you in part: have its owner do this, or copy.`,
    noRows: (name: string) =>
      `${name} has no row that is an experiment or an idea: choose another tab, or say which column is the title.`,
    merged: (name: string) => `${name} has merged cells in its table: unmerge them first, or copy.`,
    lookedAt: (name: string) =>
      `Rows would leave ${name}, and another tab has formulas that look at it: copy, or take these rows out first.`,
    copyName: (name: string) => `${name} (as it was)`,
    laterName: (name: string) => `${name} (as the register)`,
    foundName: (name: string) => `${name} (found half-way)`,
    found: (name: string, found: string) =>
      `Taking over ${name} was ended half-way, so ${name} is as it was: what stood there meanwhile is in ${found}, which you can delete if nobody wrote there.`,
    cell: (row: number, label: string, from: string, to: string) =>
      `Row ${row}, ${label}: ${from === '' ? 'blank' : `“${from.slice(0, 60)}”`} → ${to === '' ? 'blank' : `“${to.slice(0, 60)}”`}`,
  },
  gone: (ids: readonly string[]) => `No longer in the sheet, and kept as they are: ${ids.join(', ')}.`,
  alsoIn: (id: string, name: string, row: number, other: string, otherRow: number) =>
    `${id} stands in ${name}, row ${row}, and in ${other}, row ${otherRow}: the latter is taken, which is further on.`,
  bothChanged: (id: string, labels: readonly string[]) =>
    `${id} was changed in the sheet and here: ${labels.join(', ')} ${labels.length === 1 ? 'stays' : 'stay'} as here.`,
  renumbered: (own: string, title: string, given: string) =>
    `"${own}" (${title}) cannot be its ID here, or is another experiment's: it gets ${given}.`,
  unread: (row: number, label: string, text: string) => `Row ${row}, ${label}: "${text}" is no day; it stays as text.`,
  merged: (name: string) => `What merged cells of ${name} say counts for each of their rows, but for IDs and titles.`,
  wrongQuote: (line: number) => `Line ${line} has a quotation mark that does not match: it was read as text.`,
};

/** What is said of patterns and rules. */
export const learntWords = {
  /** The text of a file that holds none yet. */
  blank: {
    pattern: '# Patterns\n\nWhat worked, why, and when to use it.\n',
    rule: '# Rules\n\nWhat prevents a failure that happened once.\n',
  },
  /** What the log says of the file. */
  file: { pattern: 'success patterns', rule: 'preventive rules' },
  findings: {
    doubled: (id: string) =>
      `${id} stands twice: give one of the two another ID, or empty its cell to have the next one given.`,
    unnamed: 'It names no experiment: write the ID of one that showed it.',
    gone: (ids: readonly string[]) =>
      `${ids.join(', ')} ${ids.length === 1 ? 'is' : 'are'} not in the register: correct the ID, or take it out.`,
    superseded: (id: string) => `It is superseded by ${id}, which is not there: correct the ID.`,
    untitled: 'It has no title: say in one line what it is about.',
    notOffered: (label: string, text: string) => `"${text}" is no ${label.toLowerCase()}: choose one of the list.`,
  },
};
