// Every word that the pages say, an export for each part of a page: a page carries only the words of its parts.

/** A number with its word. */
const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

const days = (number: number) => count(number, 'day', 'days');

export const buttonWords = {
  again: 'Try again',
  back: 'Back',
  cancel: 'Cancel',
  clear: 'Clear',
  close: 'Close',
  download: 'Download',
  copy: 'Copy as Markdown',
  copyResult: 'Copy the result',
};

export const copyingWords = {
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying: select the text below and copy it.',
};

export const callWords = {
  noAnswer: 'no answer came',
  unreachable:
    'The script could not be reached: check your connection, allow the add-on access if Google asks, and use one Google account in this browser, then try again.',
};

export const importWords = {
  title: 'Import a log',
  intro: 'Bring in a kaizen log: its experiments, candidates and lists become rows of this spreadsheet.',
  file: 'Log file',
  fileHint: 'Choose a Markdown file (.md), or drop it here.',
  paste: 'Or paste its text',
  preview: 'Preview',
  previewing: 'Reading the log…',
  submit: 'Import',
  nothingNew: 'The register has all of this already: importing changes nothing.',
  unchanged: (number: number) => `${count(number, 'experiment is', 'experiments are')} in the register as they are.`,
  keepChosen: 'Import what is chosen',
  working: 'Importing…',
  nothing: 'Choose a file or paste the text of a log first.',
  notText: (name: string) => `${name} is not a text file in UTF-8: choose a Markdown file.`,
  done: (added: number, changed: number, unchanged: number) =>
    `${count(added, 'experiment', 'experiments')} added, ${changed} changed, ${unchanged} unchanged.`,
  findings: (number: number) => `${count(number, 'finding', 'findings')}, everything else came in:`,
  line: (line: number) => `Line ${line}: `,
};

/** What the preview of an import says of a log's shape. */
export const understoodWords = {
  title: 'How this log was read',
  notThese: 'The experiments are others: point to them…',
  shape: (experiments: number, level: number, heading: string, form: string) =>
    `${count(experiments, 'experiment', 'experiments')} ${level === 7 ? 'as rows of the table' : level > 7 ? 'in lines such as' : `under level-${level} headings such as`} “${heading}”${form}.`,
  forms: {
    plain: ', fields as words before a colon',
    bold: ', fields as bold labels',
    bullet: ', fields as bulleted labels',
    quote: ', fields as labels in quotes',
    heading: ', fields as sub-headings',
    row: ', fields as a table below each heading',
    cell: ', fields as its columns',
    none: '',
  },
  words: (all: number, unknown: number) =>
    unknown === 0
      ? `What ${count(all, 'word of this log means', 'words of this log mean')}`
      : `What ${count(all, 'word of this log means', 'words of this log mean')}: ${count(unknown, 'is', 'are')} not known`,
  word: 'In the log',
  times: 'Times',
  means: 'In the register',
  parts: { labels: 'label', statuses: 'status', sections: 'section' },
  unknown: {
    labels: 'Stays in Other fields',
    statuses: 'Stays as it is written',
    sections: 'Says nothing of the status',
  },
  candidates: 'Candidates',
  meaningOf: (word: string, part: string) => `Meaning of the ${part} “${word}”`,
  order: 'Which day is a date such as 3/4/2026?',
  dayFirst: '3 April 2026',
  monthFirst: '4 March 2026',
  first: (number: number) =>
    number === 1 ? 'The experiment as the register has it' : `The first ${number} experiments as the register has them`,
  left: (number: number) => `${count(number, 'text stays', 'texts stay')} in the log alone`,
  leftHint: 'These stand under no label: the log keeps them as they are.',
  line: (line: number) => `Line ${line}: `,
};

/** Where a team's own sheet or CSV file is taken over. */
export const sheetWords = {
  title: 'Use a sheet you have',
  intro:
    'A list of experiments, actions or ideas that you keep already becomes rows of the register, or the tab itself becomes the register. You see first what comes of it.',
  tabs: 'Tabs of this spreadsheet',
  tab: (name: string, rows: number) => `${name} (${count(rows, 'row', 'rows')})`,
  file: (isOnlyWay: boolean) => (isOnlyWay ? 'A CSV or TSV file' : 'Or a CSV or TSV file'),
  fileHint: 'Choose it, or drop it here: as Excel, Google Sheets and others save it.',
  preview: 'Preview',
  listing: 'Looking at the tabs…',
  previewing: 'Reading the sheet…',
  working: 'Taking it over…',
  nothing: 'Choose a tab or a file first.',
  submit: 'Take over',
  nothingNew: 'The register has all of this already: taking it over changes nothing.',
  same: (number: number) => `${count(number, 'row is', 'rows are')} in the register as they are.`,
  found: (experiments: number, ideas: number, header: number) =>
    `${count(experiments, 'experiment', 'experiments')} and ${count(ideas, 'idea', 'ideas')}; row ${header} names the columns.`,
  headless: 'No row names columns that are known: say which row does.',
  header: 'Row that names the columns',
  columns: (number: number) => `What ${count(number, 'column', 'columns')} mean`,
  words: (number: number) => `What ${count(number, 'word', 'words')} mean`,
  column: 'Column',
  word: 'In the sheet',
  cells: 'Cells',
  means: 'In the register',
  nameless: (number: number) => `Column ${number}`,
  meaningOfColumn: (label: string) => `Meaning of the column “${label}”`,
  meaningOfWord: (word: string, part: string) => `Meaning of the ${part} “${word}”`,
  parts: { statuses: 'status', decisions: 'decision' },
  saysNothing: { statuses: 'Says nothing of the status', decisions: 'Nothing decided' },
  idea: 'Only an idea',
  uses: {
    person: 'Owner',
    end: 'End: day closed, or planned end',
    due: 'Planned end',
    closed: 'Day closed',
    progress: 'Progress in percent',
    mark: 'Tick for a status',
    own: 'A column of its own',
    none: 'Left out',
  },
  way: 'How it is taken over',
  ways: {
    copy: 'As a copy: the tab stays as it is, and can be taken over again when it has grown',
    'in-place': 'In place: the tab itself becomes the register',
  },
  placeColumns: (number: number) =>
    `${count(number, 'column of the tab becomes', 'columns of the tab become')} the register’s and keep their headers and looks:`,
  becomes: (header: string, label: string) => (header === label ? header : `${header}: ${label}`),
  renamed: (from: string, to: string) => `${from} stays beside the register’s own and is called ${to}.`,
  addedColumns: (labels: readonly string[]) => `Added at the right: ${labels.join(', ')}.`,
  leaving: (rows: string, number: number) =>
    `${number === 1 ? 'Row' : 'Rows'} ${rows} ${number === 1 ? 'is' : 'are'} no experiment and ${number === 1 ? 'leaves' : 'leave'} the tab; the hidden copy of the tab keeps ${number === 1 ? 'it' : 'them'}, and taking it back brings ${number === 1 ? 'it' : 'them'} back.`,
  changedCells: (number: number) => `${count(number, 'cell says', 'cells say')} something else then:`,
  ideas: 'Rows that are only ideas become',
  ideasAre: { candidates: 'candidates', proposed: 'proposed experiments' },
  skipped: (number: number) => `${count(number, 'row is', 'rows are')} no experiment:`,
  skippedRow: (why: string, rows: string, number: number, text: string) =>
    `${number === 1 ? 'Row' : 'Rows'} ${rows}: ${why}${text === '' ? '' : ` (“${text}”)`}`,
  why: {
    above: 'above the table',
    header: 'names of columns',
    blank: 'blank',
    group: 'a line between groups',
    total: 'a total, or numbers alone',
    legend: 'a legend',
    note: 'a note',
    untitled: 'says nothing of what is tried',
  },
  unread: (number: number) => `${count(number, 'cell', 'cells')} could not be read as what the column holds:`,
  notes: (number: number) => `${count(number, 'thing', 'things')} to know:`,
  done: ({
    added,
    changed,
    same,
    candidates,
    kept,
  }: {
    added: number;
    changed: number;
    same: number;
    candidates: number;
    kept?: string;
  }) =>
    kept !== undefined
      ? `The tab is the register now, with ${count(added, 'experiment', 'experiments')}. What it was is kept in the hidden tab ${kept}.`
      : `${count(added, 'experiment', 'experiments')} and ${count(candidates, 'candidate', 'candidates')} added, ${changed} changed, ${same} unchanged.`,
  takeBack: (name: string) => `Take back the last import (${name})`,
  takingBack: 'Taking it back…',
  takenBack: (removed: number, kept: readonly string[], tab = '') =>
    `${count(removed, 'row', 'rows')} taken back.${tab === '' ? '' : ` What was changed since is kept in the tab ${tab}.`}${kept.length === 0 ? '' : ` Changed since, and kept: ${kept.join(', ')}.`}`,
};

/** What a person points to where no experiments were made out. */
export const pointingWords = {
  intro: 'Point to the experiments yourself',
  headings: (number: number, level: number, example: string) =>
    `Each of these is an experiment: ${count(number, 'heading', 'headings')} of level ${level} like “${example}”`,
  rows: (number: number, head: string) =>
    `One row of this table is an experiment: ${count(number, 'row', 'rows')} below “${head}”`,
  items: (number: number, example: string) =>
    `Each item of its lists is an experiment: ${count(number, 'item', 'items')} like “${example}”`,
  list: (number: number, title: string, example: string) =>
    `Each item of this list is an experiment: ${count(number, 'item', 'items')} ${title ? `below “${title}”` : 'at the top'}, like “${example}”`,
  show: 'Show what that gives',
};

export const checkWords = {
  title: 'Check register',
  working: 'Looking at every row…',
  sound: (rows: number) => `Everything is in order in ${count(rows, 'experiment', 'experiments')}.`,
  empty: 'There is no experiment yet: type a title into the first free row, or import a log.',
  found: (rows: number, warnings: number) =>
    `${count(rows, 'experiment needs', 'experiments need')} fixing; ${count(warnings, 'finding', 'findings')} to consider.`,
  list: 'Findings',
  row: (row: number) => `Row ${row}`,
  show: 'Show row',
  showOf: (row: number) => `Show row ${row}`,
  severity: { error: 'Needs fixing', warning: 'To consider' },
  showCell: 'Show the cell',
  fixable: (number: number, fix: string) => `${count(number, 'row', 'rows')}: ${fix}`,
  fixAll: (number: number) => `Fix all ${number}`,
  again: 'Check again',
  back: 'Open sidebar',
};

export const selfCheckWords = {
  title: 'Self-check',
  working:
    'Trying what the add-on relies on, in a sheet that is removed again, and looking at the register. Nothing of yours is changed.',
  done: 'The report holds no content of any cell and no name of a person, file or sheet: copy it into your bug report.',
  differs: (number: number) => `${count(number, 'thing is', 'things are')} not as expected.`,
  sound: 'Everything is as expected.',
  report: 'Report',
  copy: 'Copy report',
  again: 'Run again',
};

/** What a page says that the self-check opens. */
export const trialWords = { opened: 'This page runs. The next one opens by itself.' };

export const askedWords = {
  title: 'What needs your help',
  about: 'Each step is tried once you ask for it. The report above tells what was seen.',
  working: 'Looking…',
  standing: (held: number, all: number) => `${held} of ${all} as expected`,
  pages: 'Pages',
  pagesText:
    'Every page is opened for a moment, one after the other, and then this one again. If one stays empty, close it and choose Self-check… anew: the report names it.',
  pagesButton: 'Open each page',
  sheet: 'A Table, and an edit',
  sheetText:
    'A sheet is added. In it select A1 to C4 and choose Format > Convert to table; then type x into F1 and press Enter. Your own sheets are left alone.',
  sheetButton: 'Add the sheet',
  isTable: 'A1 to C4 is a Table now',
  lookButton: 'Look at it, and remove it',
  drive: 'Drive',
  driveText:
    'One file, kaizen-log-self-check.md, is made in your Drive, read, changed and deleted for good. No other file is looked at.',
  driveButton: 'Make the file and delete it',
  download: 'A download',
  downloadText: 'You get a small file of text, kaizen-log-self-check.txt.',
  downloadButton: 'Download it',
  downloadContent: 'Kaizen Log',
  arrived: 'It arrived',
  notArrived: 'It did not arrive',
};

export const helpWords = {
  title: 'Help',
  steps: 'First steps',
  stepLines: [
    'Open the sidebar, say in Quick capture what to try, and press Enter; or type a title into the first free row of the sheet.',
    'Make it Active when it begins. A duration such as "3 weeks" or "until 30 June" gives its due date.',
    'Look at Attention in the sidebar: what is overdue, due or incomplete, each with its next step.',
    'Close it out with what happened, what was learnt and what was decided.',
    'Export to Drive… keeps all of it as one Markdown log, and brings in what others have written there.',
  ],
  colours: 'What the colours mean',
  meanings: {
    proposed: ['Proposed', 'Not begun yet.'],
    active: ['Active', 'It runs.'],
    completed: ['Completed', 'It ran to its end.'],
    dropped: ['Dropped', 'It was stopped, or never began.'],
    overdue: ['overdue', 'Active and past its due date: close it out, or write a longer duration.'],
    soon: ['due soon', 'Due today or soon: see whether it can be closed.'],
    undated: ['cannot date', 'The duration does not say when it ends: Findings says what to write instead.'],
    waiting: [
      'waits for a decision',
      'Proposed long ago: start it, or drop it; or closed without saying what is decided.',
    ],
    missing: ['(pink)', 'This is missing, though the status asks for it: fill it in.'],
  },
  keys: 'Keyboard',
  keyLines: [
    ['Ctrl+Enter (⌘+Enter)', 'Save a form'],
    ['Escape', 'Go back; what you typed is kept'],
    ['Enter', 'Begin an experiment from Quick capture; go on to the next risk'],
    ['Tab, Shift+Tab', 'Go to the next or the last control'],
  ],
  selfCheck: 'Self-check',
  selfCheckLine:
    'Tries here what the add-on relies on, changes nothing, and makes a report for those who look after it.',
  run: 'Run the self-check…',
  opening: 'Opening the dialog…',
  version: (version: string) => `Kaizen Log ${version}`,
};

export const changesWords = {
  outgoing: 'This changes in the file',
  incoming: 'This changes in the register',
  what: { added: 'New', changed: 'Changed', moved: 'Moved', removed: 'Removed' },
  all: (number: number) => `${number} changes; scroll through all of them.`,
  before: 'Before:',
  after: 'After:',
  nothing: '(nothing)',
};

export const questionsWords = {
  intro: (number: number) =>
    `${count(number, 'place was', 'places were')} changed on both sides, or would take more along. Choose what shall stand; nothing is written before.`,
  losses: (number: number) =>
    `${count(number, 'thing', 'things')} would be lost, since the log or the register lacks them, or the log says what was replaced before. They stay unless you choose otherwise.`,
  keepAll: 'Keep all of them',
  takeAll: 'Let all of them go',
  reused: (id: string) => `The log has a new experiment under ${id}, an ID that this register has given before.`,
  under: (id: string) => `Bring it in as ${id}`,
  loose: (lines: number) =>
    `Its row is gone; in the log it holds more than its fields, which would go along: ${count(lines, 'line', 'lines')}.`,
  older: 'The log says here what it said before the register’s was agreed on.',
  of: (id: string, label: string) => (id === '' ? label : `${id}: ${label}`),
  register: 'In the register',
  file: 'In the log',
  own: 'Your own words',
  gone: '(not there)',
  empty: '(empty)',
};

export const columnsWords = {
  title: 'Columns',
  reading: 'Looking at the columns…',
  working: 'Bringing the columns into order…',
  intro: (number: number) =>
    `${count(number, 'column of the register is', 'columns of the register are')} not found by name. Say what became of ${number === 1 ? 'it' : 'each'}; nothing is written before.`,
  introOwn:
    'You have a column of your own that is called like a field which the settings wish. Say what it is; nothing is written before.',
  taken: (name: string, letters: string, seen: string) =>
    `Column ${letters}, "${name}"${seen}, is this field: what stands there goes into the log, too`,
  left: (label: string) => `It stays my own: the register does without ${label}`,
  named: (name: string, letters: string) => `It is "${name}" in column ${letters}, and keeps that name here`,
  renamed: (name: string, letters: string, label: string) =>
    name === ''
      ? `It is column ${letters}: call it ${label}`
      : `It is "${name}" in column ${letters}: call it ${label} again`,
  sample: (text: string) => `, where "${text}" stands`,
  of: (label: string, sheet: string) => `${label}, in the sheet ${sheet}`,
  anew: (inLog: number, isCandidate: boolean) => {
    const said = isCandidate ? count(inLog, 'candidate', 'candidates') : count(inLog, 'experiment', 'experiments');
    return `It was deleted: make it anew with what the log says of ${said}`;
  },
  empty: 'It was deleted: make it anew, empty',
  save: 'Apply',
  saved: 'The columns are in order.',
  none: 'Every column is there.',
};

export const exportWords = {
  title: 'Export to Drive',
  checking: 'Checking the register and looking at the file…',
  working: 'Writing the log to Drive…',
  creates: (name: string) => `${name} will be created in your Drive, in the folder Kaizen Log.`,
  same: (name: string) => `${name} says all of this already: there is nothing to write.`,
  write: 'Write to Drive',
  keepChosen: 'Write what is chosen',
  written: (name: string) => `${name} is written.`,
  unchanged: (name: string) => `Nothing has changed since the last export, so ${name} was left as it is.`,
  last: (by: string, at: string) => `Drive says it was written last by ${by}, ${at}.`,
  report: 'What else there is to know:',
  open: 'Open it in Drive',
  findings: (number: number) => `Check register has ${count(number, 'finding', 'findings')}.`,
  fileHint: 'A Markdown file (.md); you can also drop it here.',
  choices: { new: 'Write a new file', restored: 'Take it out of the bin', 'choose the file': 'Choose the file' },
  notText: (name: string) => `${name} is not a text file in UTF-8: choose the log's Markdown file.`,
};

export const firstMinutesWords = {
  title: 'Begin with Kaizen Log',
  lines: [
    'Each row of the register is an experiment, from hypothesis to decision; it says what is due and what is missing.',
    'The same experiments are kept as a Markdown log in your Drive, which comes in and goes out without losing a word.',
    'Nothing is set up here yet. It adds the sheets Experiments, Candidates and Settings, and leaves yours alone.',
  ],
  otherName: (name: string) => ({
    label: `Name of the sheet ${name}`,
    note: `Your own ${name} stays as it is: this is the register’s.`,
  }),
  foreign: (name: string, other: string) =>
    `A sheet of your own is called ${name}: it stays as it is, and the register’s gets the name ${other}.`,
  setUp: 'Set up empty…',
  sheet: 'Use a sheet you have…',
  import: 'Import a log…',
  onceImported: 'Once it is in:',
  openRegister: 'Open the register',
  notYet: 'Nothing is set up here yet: import a log in the dialog, or choose another way to begin.',
  sample: 'Try the sample',
  sampleHint: 'The log of a bakery group that does not exist: best in a spreadsheet of its own.',
  bringingIn: 'Bringing in the sample…',
  sampleIsIn: 'The sample is in: its dates lie around today.',
  isThere: 'Somebody has set the register up meanwhile.',
  formTitle: 'Set up the register',
  name: { label: 'Name', note: 'What is improved. It becomes the heading of the log and the name of its file.' },
  prefix: { label: 'ID prefix', note: 'What every ID begins with; a hyphen and a number follow.' },
  entities: {
    label: 'Entities',
    note: 'What experiments concern, one a line. All of this can be changed in Settings.',
  },
  save: 'Set up',
  settingUp: 'Setting up…',
  isSetUp: 'The register is set up: capture the first experiment.',
};

export const sidebarWords = {
  views: 'Views',
  attention: 'Attention',
  experiment: 'Experiment',
  /** What stands under a place's icon is a part of its name. */
  places: {
    attention: { name: 'Attention', short: 'Attention' },
    new: { name: 'New experiment', short: 'New' },
    candidates: { name: 'Candidates', short: 'Candidates' },
    learnt: { name: 'Learnt: patterns and rules', short: 'Learnt' },
    find: { name: 'Find', short: 'Find' },
    log: { name: 'Log', short: 'Log' },
    selected: { name: 'Use selected row', short: 'Row' },
  },
  loading: 'Reading the register…',
  capture: 'Quick capture',
  add: 'Add',
  captureExample: 'if we …, then … because …',
  captureHint: (command: string) => `“${command}:” before it is understood, too.`,
  filter: (used: number) => (used === 0 ? 'Filter' : `Filter: ${used} set`),
  groups: {
    overdue: 'Overdue',
    waiting: 'Waiting for a decision',
    soon: 'Due soon',
    rollingOut: 'Rolling out',
    fix: 'Needs fixing',
  },
  search: 'Search',
  layer: 'Layer',
  entity: 'Entity',
  owner: 'Owner',
  status: 'Status',
  all: 'All',
  none: 'There is no experiment yet: capture the first one above, or import a log from the menu.',
  calm: (experiments: number) =>
    `Nothing needs attention today. ${count(experiments, 'experiment is', 'experiments are')} in order.`,
  nothingFound: 'Nothing fits the search and filters.',
  noEntity: 'No entity',
  /** What a card says where its group says the rest; in days past the due date, or since it was proposed. */
  shortly: {
    overdue: (days: number) => `${count(days, 'day', 'days')} over`,
    stale: (days: number) => `${count(days, 'day', 'days')} old`,
    'cannot date': () => 'cannot date',
    'rolling out': (days: number) => (days === 0 ? 'to roll out' : `${count(days, 'day', 'days')} late`),
    undecided: () => 'no decision',
  },
  found: (number: number) => `${count(number, 'experiment needs', 'experiments need')} attention.`,
  actions: { 'close out': 'Close out', edit: 'Open' },
  actionOf: { 'close out': (title: string) => `Close out ${title}`, edit: (title: string) => `Open ${title}` },
  moreOf: (title: string) => `More for ${title}`,
  openForm: (id: string) => `Open the form of ${id}`,
  showRow: (id: string) => `Show ${id} in the sheet`,
  conflicts: (number: number) => `${count(number, 'place was', 'places were')} changed in the register and in the log.`,
  settle: 'Settle in the export…',
  agenda: (today: string) => `Review agenda, ${today}`,
};

export const formWords = {
  newTitle: 'New experiment',
  opening: 'Opening the experiment…',
  save: 'Save',
  saving: 'Saving…',
  choose: 'Choose…',
  more: 'More fields',
  sections: { plan: 'What is tried', place: 'Where it belongs', outcome: 'How it went', other: 'Anything else' },
  missing: (labels: readonly string[]) => `Missing: ${labels.join(', ')}`,
  readAs: (day: string) => `Read as ${day}.`,
  saved: (id: string, row: number, isNew: boolean) => `${id} is ${isNew ? 'written to' : 'saved in'} row ${row}.`,
  typedSince: (id: string) => `${id} is saved. What you typed since is not saved yet: save once more.`,
  refused: (number: number) => `${count(number, 'field needs', 'fields need')} a change before this can be saved.`,
  draft: 'Words you had not saved were brought back.',
  discard: 'Discard them',
  unsaved: 'Not saved yet. This browser keeps it for now.',
  coach: 'Worth a thought',
  asParts: 'Write it in three parts',
  asText: 'Write it as free text',
  change: 'If we …',
  outcome: 'then …',
  reasoning: 'because …',
  listNote: 'Several, with commas, and your own words are fine.',
  collided: 'Somebody else changed this meanwhile. Choose what to keep; nothing is written yet.',
  theirs: 'In the register',
  yours: 'Yours',
  keep: 'Save what is chosen',
  empty: '(empty)',
};

export const risksWords = {
  risk: (number: number) => `Risk ${number}`,
  state: (number: number) => `State of risk ${number}`,
  date: (number: number) => `When risk ${number} was settled`,
  note: (number: number) => `What was found out about risk ${number}`,
  states: { Open: 'Open', Verified: 'Verified', Resolved: 'Resolved' },
  add: 'Add risk',
  remove: 'Remove',
  removeOf: (number: number) => `Remove risk ${number}`,
  asList: 'Show as a list',
};

/** Where else something that was adopted should go. */
export const rolloutWords = {
  place: (number: number) => `Place ${number}`,
  state: (number: number) => `State of place ${number}`,
  from: (number: number) => `Place ${number} from`,
  done: (number: number) => `Place ${number} done on`,
  states: { open: 'Open', done: 'Done' },
  add: 'Add place',
  remove: 'Remove',
  removeOf: (number: number) => `Remove place ${number}`,
  asList: 'Show as a list',
};

export const previewWords = {
  title: 'Preview',
  show: 'Preview in the log',
  again: 'Preview again',
  working: 'Writing the preview…',
  old: 'You have changed something since this preview.',
  copy: 'Copy this experiment as Markdown',
};

export const logWords = {
  title: 'Log',
  reading: 'Reading the register…',
  opening: 'Opening the dialog…',
  export: 'Export to Drive…',
  import: 'Import a log…',
  parts: 'Copy a part as Markdown',
  part: 'Which experiments',
  selection: 'In the selected rows',
  section: (status: string) => `All that are ${status}`,
  read: 'Read',
  found: (number: number) => `${count(number, 'experiment', 'experiments')} ready to copy.`,
};

/** What is rated, and the score that it makes. */
export const scoreWords = {
  label: 'Score',
  inSheet: (columns: readonly string[]) => `In the sheet, it counts ${columns.join(', ')}, too.`,
};

/** What is said of all that was tried or thought of. */
export const knownWords = {
  kinds: { experiment: 'Experiment', candidate: 'Candidate', pattern: 'Pattern', rule: 'Rule' },
  tried: 'Tried before?',
  alike: 'Something like it was tried or thought of before: it is listed below.',
  find: 'Find',
  findLabel: 'Words or an ID',
  findHint: 'Looks through experiments, closed ones too, candidates, patterns and rules. Enter opens the first.',
  reading: 'Reading all that was tried…',
  lost: 'What was tried could not be read: try again.',
  found: (shown: number, all: number) => {
    if (all === 0) return 'Nothing says all of these words.';
    return all > shown ? `${all} found, the first ${shown} shown.` : `${all} found.`;
  },
};

export const candidatesWords = {
  title: 'Candidates',
  loading: 'Reading the candidates…',
  none: 'There is no candidate yet: write down the first idea to test below.',
  idea: 'Idea',
  question: 'What would it answer?',
  add: 'Add candidate',
  save: 'Save',
  edit: 'Edit',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  reallyRemove: 'Really remove',
  keep: 'Keep',
  promote: 'Promote',
  of: (action: string, idea: string) => `${action}: ${idea}`,
  moreOf: (idea: string) => `More for ${idea}`,
};

export const closedWords = {
  title: (id: string) => `${id} is closed`,
  adopt: 'It was adopted.',
  drop: 'It was dropped.',
  iterate: 'To be carried on: the next experiment begins with what is still true of this one.',
  next: 'Begin the next experiment',
  goOn: 'Go on with the next experiment',
  followed: (ids: string) => `${ids} goes on from it already.`,
  open: (id: string) => `Open ${id}`,
  done: 'Done',
};

export const closeOutWords = {
  title: (id: string) => `Close out ${id}`,
  expected: 'What was expected',
  nothingExpected: '(nothing was written down)',
  how: 'How it ended',
  ranToItsEnd: (status: string) => `It ran to its end (${status})`,
  wasStopped: (status: string) => `It was stopped (${status})`,
  notStarted: 'It never started, so it can only be dropped.',
  save: 'Close it',
};

/** Patterns and rules. */
export const becameWords = {
  title: 'What became of it',
  filtered: 'Of what the filters above let through; an experiment is in the quarter in which it was closed.',
  unkept: {
    none: 'No adopted experiment lacks a pattern or rule.',
    some: (number: number) =>
      `${count(number, 'adopted experiment has', 'adopted experiments have')} neither pattern nor rule`,
  },
  orphans: {
    none: 'No rule lacks an origin.',
    some: (number: number) => `${count(number, 'rule has', 'rules have')} no origin left`,
  },
  iterations: {
    none: 'No decision to iterate was taken.',
    some: (number: number) => `${count(number, 'experiment was', 'experiments were')} iterated`,
  },
  iterated: (times: number) => `Iterated ${times === 1 ? 'once' : `${times} times`}`,
  now: 'Now:',
  unnamed: '(no ID)',
  untitled: '(no title)',
  more: (number: number) => `And ${number} more: the dashboard lists them all.`,
};

export const learntWords = {
  title: 'Patterns and rules',
  kinds: { pattern: 'Pattern', rule: 'Rule' },
  /** Its state or severity, and how many experiments it names. */
  about: (state: string, experiments: number) =>
    [state, experiments === 0 ? '' : count(experiments, 'experiment', 'experiments')].filter(Boolean).join(' · '),
  choice: 'What is kept of it',
  write: {
    pattern: 'A new pattern, for others to use',
    rule: 'A new rule, that prevents it the next time',
  },
  evidence: 'It is evidence of one that is there',
  of: 'Which',
  nothing: 'Not this time',
  inSheet: 'Show row',
  inSheetOf: (id: string) => `Show row of ${id}`,
  show: (id: string) => `Show ${id}`,
  loading: 'Reading patterns and rules…',
  none: 'Nothing is written down yet. Closing an experiment offers it; or begin here, or bring a file in.',
  noMatch: 'None has all of these words.',
  gone: (id: string) => `${id} is not there any more.`,
  search: 'Search',
  groups: { layer: 'Layer', entity: 'Entity', quarter: 'Quarter' },
  all: 'All',
  countOf: (name: string, number: number) => `${name} (${number})`,
  counted: (shown: number, all: number) => (shown === all ? `${all} in all` : `${shown} of ${all}`),
  make: { pattern: 'New pattern', rule: 'New rule' },
  files: 'Files',
  bring: { pattern: 'Bring patterns in…', rule: 'Bring rules in…' },
  export: 'Export to Drive…',
  source: 'Make rules of a post-mortem',
  sourceHint: 'Choose a Markdown or text file, or drop it here: it is only read.',
  notText: (name: string) => `${name} is not a text file in UTF-8: choose another.`,
  passages: (name: string) => `Passages of ${name}`,
  makeRule: 'Make a rule of this',
  makeRuleOf: (title: string) => `Make a rule of this: ${title}`,
  editing: (id: string) => id,
  save: 'Save',
  saved: (id: string) => `${id} was saved.`,
  untitled: 'Write in one line what it is about.',
  inDialog: {
    intro: {
      pattern: 'Bring in a file of patterns, in whatever form it has: each heading with labels below it becomes a row.',
      rule: 'Bring in a file of rules, in whatever form it has: each heading with labels below it becomes a row.',
    },
    file: 'File',
    noSource: 'Choose a file or paste its text first.',
    found: (entries: number) =>
      `${entries} ${entries === 1 ? 'entry was' : 'entries were'} made out; so the first would be:`,
    unchanged: (number: number) => `${number} ${number === 1 ? 'is' : 'are'} there as they are.`,
    nothingNew: 'All of this is there already: bringing it in changes nothing.',
    done: (added: number, changed: number, unchanged: number) =>
      `${added} added, ${changed} changed, ${unchanged} unchanged.`,
  },
  books: { title: 'What to export', log: 'Log', pattern: 'Patterns', rule: 'Rules' },
};

export const dashboardWords = {
  title: 'Dashboard',
  loading: 'Reading the register…',
  reread: 'Refresh',
  larger: 'Larger',
  smaller: 'Smaller',
  views: 'Views',
  view: {
    glance: 'At a glance',
    numbers: 'Numbers',
    chains: 'Chains',
    learnings: 'Learnings',
    review: 'Review',
  },
  asOf: (day: string) => `As of ${day}`,
  empty: 'There is no experiment yet: capture the first one in the sidebar, or import a log from the menu.',
  emptyShows: 'Then you will see here:',
  shows: {
    glance: 'what is overdue, what waits for a decision, and a timeline with today’s line',
    numbers: 'what stands where, what was decided each quarter, and how long things take',
    chains: 'which experiments went on from which',
    learnings: 'everything that was learnt, to be searched',
    review: 'the agenda of your weekly review',
  },

  groupBy: 'Group by',
  filters: 'Filters',
  entity: 'Entity',
  layer: 'Layer',
  owner: 'Owner',
  period: 'Period',
  all: 'All',
  noEntity: 'No entity',
  noLayer: 'No layer',
  noOwner: 'No owner',
  periods: {
    all: 'All time',
    quarter: 'This quarter',
    lastQuarter: 'Last quarter',
    year: 'This year',
    twelveMonths: 'Last 12 months',
    own: 'From … to …',
  },
  from: 'From',
  until: 'To',
  clear: 'Clear filters',
  shown: (number: number, all: number) =>
    number === all
      ? count(all, 'experiment', 'experiments')
      : `${number} of ${count(all, 'experiment', 'experiments')}`,
  shownTitle: 'Experiments',
  nothingFits: 'No experiment fits the filters.',
  backwards: 'The period ends before it begins: change one of the two days.',
  unplaced: (number: number) =>
    `${count(number, 'experiment has', 'experiments have')} no readable day, so it cannot be told whether it was in the period:`,
  unplacedTitle: 'Not known to be in the period',

  open: (number: number, of: string) => `${number}: ${of}`,
  openOne: (id: string, title: string) => `${id} ${title}`,
  showInSheet: 'Show in the sheet',
  openForm: 'Open the form',
  formOf: (name: string) => `Open the form: ${name}`,
  showOf: (name: string) => `Show in the sheet: ${name}`,
  more: (number: number) => `Show ${number} more`,
  everything: (number: number) => `Show all ${number}`,
  unnamed: '(no ID)',
  untitled: '(no title)',
  noStatus: 'Other status',
  noDecision: 'No decision',
  fields: { expected: 'Expected', actual: 'Result', learning: 'Learning' },
  statusDays: {
    proposed: (day: string) => `proposed ${day}`,
    started: (day: string) => `started ${day}`,
    due: (day: string) => `due ${day}`,
    closed: (day: string) => `closed ${day}`,
  },

  chart: {
    table: 'Table',
    tableOf: (title: string) => `${title}, table`,
    take: (title: string) => `Copy or save: ${title}`,
    svg: 'Save as SVG',
    png: 'Save as PNG',
    notDrawn: 'The picture could not be made: save it as SVG instead.',
    tooTall: 'The picture is too tall for PNG: save it as SVG, or filter first.',
    nothing: 'Nothing to show yet.',
    apart: 'Listed apart',
    total: 'All',
    days,
  },

  glance: {
    next: 'What to try next',
    candidate: 'Candidate',
    now: 'Now',
    of: 'of',
    areOverdue: (number: number) => (number === 1 ? 'running is overdue' : 'running are overdue'),
    longest: (number: number, late: number) => `, ${number === 1 ? '' : 'the longest '}by ${days(late)}: `,
    whoHasOverdue: 'Who has what overdue',
    overdueOf: (name: string) => `Overdue, ${name}`,
    overdueLongest: (number: number, late: number) => `overdue, ${number === 1 ? '' : 'the longest '}by ${days(late)}`,
    nothingRuns: 'Nothing is running.',
    wait: (number: number) => (number === 1 ? 'waits for a decision' : 'wait for a decision'),
    areDueSoon: 'due soon',
    cannotBeDated: 'cannot be dated',
    needFixing: (number: number) => (number === 1 ? 'needs fixing' : 'need fixing'),
    running: 'Running',
    overdue: 'Overdue',
    dueSoon: 'Due soon',
    undated: 'Cannot be dated',
    waiting: 'Waiting for a decision',
    rollingOut: 'Rolling out, late',
    rollOut: 'adopted and not there yet where else it should be by now',
    wrong: 'Needs fixing',
    latest: 'Learnt last',
    noLearning: 'Nothing was learnt yet.',
    allLearnings: 'All learnings',
  },

  timeline: {
    title: 'Timeline',
    recent: (number: number) => `Running, and closed in the last ${days(number)}.`,
    ofPeriod: 'Running, and closed in the period.',
    several: 'An experiment of several entities stands in each of them.',
    whole: 'Show the whole span',
    near: 'Show a year around today',
    cut: (from: string, until: string) => `Shown from ${from} to ${until}; arrows mark what goes on beyond.`,
    legend: {
      running: 'Planned, running',
      closed: 'Planned, closed',
      late: 'Beyond the due date',
      milestone: 'Checkpoint',
      ended: 'Closed',
    },
    today: 'today',
    columns: ['Group', 'Experiment', 'Start', 'Due', 'Standing', 'Checkpoints'],
    bar: (name: string, from: string, due: string, words: string) => `${name}\n${from} to ${due}\n${words}`,
    until: (label: string, day: string) => `${label}, until ${day}`,
    undated: (number: number) =>
      `${count(number, 'experiment', 'experiments')} cannot be dated, so there is no bar for ${number === 1 ? 'it' : 'them'}`,
    closedBefore: 'Its closing day lies before its start.',
    unplaced: (number: number) =>
      `${count(number, 'closed experiment has', 'closed experiments have')} no closing day that can be right, so it is not known whether that was recently:`,
    unplacedTitle: 'Closed, nobody knows when',
    none: 'Nothing is running, and nothing was closed recently.',
  },

  counts: {
    title: 'What stands where',
    summary: 'By status today.',
    group: { entity: 'Entity', layer: 'Layer', owner: 'Owner' },
    everything: 'All',
    total: 'Total',
    several: 'An experiment of several entities counts in each of them, and once in the total.',
  },
  benefits: {
    title: 'Benefit',
    summary:
      'Each unit by itself, what comes each year apart from what comes once. An experiment of several entities or owners counts in each of them, and once in the total.',
    none: 'No experiment says a benefit that can be added up yet, such as “12,000 EUR a year”.',
    all: 'All',
    by: (group: string) => `Benefit by ${group.toLowerCase()}`,
    byQuarter: 'Benefit by the quarter it was closed in',
    unit: 'Unit',
    units: (unit: string, isYearly: boolean) => `${unit} ${isYearly ? 'a year' : 'once'}`,
    ahead: 'Expected, open',
    expected: 'Expected, closed',
    actual: 'Actual',
    amount: (amount: number) => amount.toLocaleString('en-US', { maximumFractionDigits: 2 }),
    unplaced: (number: number) =>
      `${count(number, 'experiment says', 'experiments say')} a benefit that cannot be added up:`,
    unplacedTitle: 'Benefit that cannot be added up',
  },
  quarters: {
    title: 'What was decided',
    summary: 'Closed experiments by the quarter they were closed in.',
    quarter: 'Quarter',
    unplaced: (number: number) =>
      `${count(number, 'closed experiment is', 'closed experiments are')} in no quarter, since the closing day is missing or cannot be right:`,
    unplacedTitle: 'Closed, in no quarter',
  },
  lengths: {
    title: 'Taken against planned',
    medians: (taken: string, planned: string) => `In the middle, ${taken} taken against ${planned} planned.`,
    none: 'No experiment with a plan and a closing day yet.',
    planned: 'Days planned',
    taken: 'Days taken',
    asPlanned: 'as planned',
    point: (name: string, planned: number, taken: number) => `${name}\n${days(planned)} planned, ${days(taken)} taken`,
    columns: ['Closed', 'Experiments'],
    inTime: 'In time',
    late: (band: string) => `${band} late`,
    lateAtAll: 'Late',
    unplaced: (number: number) =>
      `${count(number, 'closed experiment is', 'closed experiments are')} not counted, since a day is missing or cannot be right, or the plan cannot be dated:`,
    unplacedTitle: 'Closed, length not known',
  },
  waits: {
    title: 'How long proposals wait',
    median: (wait: string) => `In the middle, a proposal was started after ${wait}.`,
    none: 'No proposal was started yet.',
    waited: 'Waited',
    ends: { waiting: 'Still waiting', started: 'Started', dropped: 'Dropped before it started' },
    unplaced: (number: number) =>
      `${count(number, 'proposal is', 'proposals are')} not counted, since a day is missing or cannot be right:`,
    unplacedTitle: 'Proposals, wait not known',
  },
  overdue: {
    title: 'How late the overdue ones are',
    summary: 'Running experiments past their due date.',
    by: 'Overdue by',
    overdue: 'Overdue',
  },
  band: (least: number, most: number) =>
    most === Infinity ? `${least} days or more` : least === most ? days(least) : `${least} to ${most} days`,

  chains: {
    intro: (prefix: string) =>
      `Experiments that go on from one another. In the sheet, write **Follows:** [${prefix}-001] into Other fields.`,
    none: 'No experiment follows another one yet.',
    found: (number: number) => count(number, 'chain', 'chains'),
    name: (first: string) => `Chain from ${first}`,
    circular: 'These follow each other in a circle; the oldest is told first.',
    also: (ids: string) => `Also follows ${ids}.`,
    missing: (ids: string) => `Follows ${ids}, which is not in the register.`,
    branch: 'Branch',
    steps: (number: number) => count(number, 'experiment', 'experiments'),
    undecided: 'not decided yet',
  },

  learnings: {
    search: 'Search',
    found: (number: number) => count(number, 'learning', 'learnings'),
    none: 'Nothing was learnt yet: close an experiment with its learning, and it is found here.',
    nothingFound: 'Nothing fits the search and filters.',
    save: 'Save as Markdown',
    title: (day: string) => `Learnings, ${day}`,
    noDay: 'no day',
    part: 'Show',
    parts: { all: 'What was learnt', learnt: 'What became of it', quarter: 'A quarter on one page' },
  },

  learnt: {
    title: 'What became of what was learnt',
    nothing: 'Nothing was closed yet: what is learnt, and the patterns and rules made of it, are counted here.',
    missing: 'Not written down',
    unkept: 'Adopted, in no pattern or rule',
    areUnkept: (number: number) =>
      number === 1
        ? 'adopted experiment has neither pattern nor rule'
        : 'adopted experiments have neither pattern nor rule',
    orphans: (number: number) =>
      `${count(number, 'rule has', 'rules have')} no origin left: say where it comes from, or take it out.`,
    noOrigin: 'none was named',
    gone: (ids: readonly string[]) => `comes from ${ids.join(', ')}, not in the register`,
    by: (name: string) => `What became of it, by ${name.toLowerCase()}`,
    byQuarter: 'What became of it, by the quarter of closing',
    closed: 'Closed',
    learnt: 'With a learning',
    adopted: 'Adopted',
    kept: 'In a pattern or rule',
    used: 'How often patterns and rules are used',
    usedColumns: ['Pattern or rule', 'Kind', 'State', 'Added', 'Experiments'],
    kinds: { pattern: 'Pattern', rule: 'Rule' },
    noEntries: 'There is no pattern or rule yet: closing an experiment offers one.',
    iterated: 'How often was iterated',
    iteratedColumns: ['Began with', 'Iterated', 'Now'],
    noIterations: 'No decision to iterate was taken yet.',
  },

  quarterPage: {
    title: (quarter: string) => `${quarter}: what we tried, learnt and adopted`,
    days: (from: string, until: string) => `${from} – ${until}`,
    quarter: 'Quarter',
    tried: 'What we tried',
    learnt: 'What we learnt',
    adopted: 'What we adopted',
    kept: 'Patterns and rules written down',
    owners: 'Who contributed',
    saveHtml: 'Save as HTML',
  },

  review: {
    title: (day: string) => `Weekly review, ${day}`,
    since: (day: string) => `Since your last review on ${day}.`,
    first: (day: string) => `You have not kept a review yet: this looks back a week, to ${day}.`,
    noPeriod: 'The period does not count here.',
    print: 'Print',
    hold: 'Keep as held today',
    holding: 'Keeping…',
    held: (day: string) => `Kept. Your next review looks back to ${day}.`,
    heldWithout: (day: string) =>
      `Kept. Your next review looks back to ${day}; the due dates were too many to keep, so it cannot tell what slipped.`,
    started: 'Started',
    closed: 'Closed',
    slipped: 'Slipped to a later date',
    newlyOverdue: 'Newly overdue',
    waiting: 'Waiting for a decision',
    unknownSlips: 'Not known before you have kept a review here.',
    nothing: 'None.',
    slip: (from: string, to: string) => `from ${from} to ${to}`,
    topics: 'To talk about',
    noTopics: 'Nothing needs attention today.',
  },
};
