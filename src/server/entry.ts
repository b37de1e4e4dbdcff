// Everything the host may call: each export becomes a plain function of the script. What is heavy starts when it is first used.

// Google loads the whole script anew for every call, each cell edit included. A module that is asked for by `require` sleeps in the
// bundle until then, with all that only it imports; so does every module but this. A new function does the same.
declare function require(path: './menu.ts'): typeof import('./menu.ts');
declare function require(path: './api.ts'): typeof import('./api.ts');
declare function require(path: './upkeep/set-up.ts'): typeof import('./upkeep/set-up.ts');
declare function require(path: './context.ts'): typeof import('./context.ts');
declare function require(path: './upkeep/arrangement.ts'): typeof import('./upkeep/arrangement.ts');
declare function require(path: './rows/triggers.ts'): typeof import('./rows/triggers.ts');

/** Simple trigger: the spreadsheet was opened. */
export function onOpen(): void {
  menu().buildMenu([
    ['sidebar', 'openSidebar'],
    ['newExperiment', 'openNew'],
    ['edit', 'openEdit'],
    ['dashboard', 'openDashboard'],
    ['learnt', 'openLearnt'],
    ['setUp', 'openSetUp'],
    ['check', 'openCheck'],
    ['sheet', 'openSheet'],
    ['import', 'openImport'],
    ['export', 'openExport'],
    [
      'layout',
      [
        ['short', 'showShortRows'],
        ['whole', 'showWholeRows'],
        ['arrange', 'arrangeColumns'],
      ],
    ],
    [
      'help',
      [
        ['guide', 'openHelp'],
        ['self-check', 'openSelfCheck'],
      ],
    ],
  ]);
}

/** Simple trigger: a person edited cells. */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  require('./rows/triggers.ts').edited(event);
}

/** Simple trigger: the add-on was installed while the spreadsheet is open. */
export function onInstall(): void {
  onOpen();
}

/** Menu: asks what a new register is to be called; one that is there is brought back to order. */
export function openSetUp(): void {
  if (require('./upkeep/set-up.ts').isNew(SpreadsheetApp.getActiveSpreadsheet())) menu().showSidebar('set up');
  else setUp();
}

/**
 * Makes the register's sheets as they are by default, or brings those that are there back to order; asks first what became of columns that
 * are not found by their header.
 */
export function setUp(): void {
  const isDone = require('./upkeep/set-up.ts').setUpAndSay(SpreadsheetApp.getActiveSpreadsheet());
  if (!isDone) menu().showDialog('columns', 560, 420);
}

/** Menu: what needs somebody, and the forms. */
export function openSidebar(): void {
  menu().showSidebar('attention');
}

/** Menu: the form of a new experiment. */
export function openNew(): void {
  menu().showSidebar('new');
}

/** Menu: the form of the experiment in the selected row. */
export function openEdit(): void {
  menu().showSidebar('selected');
}

/** Menu: the portfolio at a glance. The sheet stays usable beside it. */
export function openDashboard(): void {
  menu().showDialog('dashboard', 1100, 640, 'beside');
}

/** Menu: patterns and rules. */
export function openLearnt(): void {
  menu().showSidebar('learnt');
}

/** Asks for a file of patterns to bring in. */
export function openPatterns(): void {
  menu().showDialog('import', 560, 520, 'over', 'pattern');
}

/** The same of rules. */
export function openRules(): void {
  menu().showDialog('import', 560, 520, 'over', 'rule');
}

/** Menu: looks at every row again and lists what is wrong or unwise, beside the sheet. */
export function openCheck(): void {
  menu().showSidebar('check');
}

/** Menu: asks for a tab or file that a team keeps already. */
export function openSheet(): void {
  menu().showDialog('import', 640, 600, 'over', 'sheet');
}

/** Menu: asks for a log to bring in. */
export function openImport(): void {
  menu().showDialog('import', 560, 520);
}

/** Menu: writes the log to Drive and shows where it is. */
export function openExport(): void {
  menu().showDialog('export', 560, 480);
}

/** Menu: every experiment's row three lines high. */
export function showShortRows(): void {
  require('./upkeep/arrangement.ts').setRows(register(), false);
}

/** Menu: every experiment's row as high as its longest text. */
export function showWholeRows(): void {
  require('./upkeep/arrangement.ts').setRows(register(), true);
}

/** Menu: shows the order that a new register's columns have, and brings them into it. */
export function arrangeColumns(): void {
  require('./upkeep/arrangement.ts').askToArrange(register());
}

/** Menu: first steps, what the colours mean, keys, and which version this is. The sheet stays usable beside it. */
export function openHelp(): void {
  menu().showDialog('help', 460, 520, 'beside');
}

/** Menu: tries what the add-on relies on and makes a report of it. The sheet stays usable beside it. */
export function openSelfCheck(): void {
  menu().showDialog('self-check', 560, 520, 'beside');
}

function register() {
  return require('./context.ts').openRegister(SpreadsheetApp.getActiveSpreadsheet());
}

function menu() {
  return require('./menu.ts');
}

/** What pages call: the build makes each export of `api.ts` a public function that comes here. */
export function pages(): typeof import('./api.ts') {
  return require('./api.ts');
}
