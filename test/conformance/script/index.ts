// The script project that runs the specification: its menu, and the functions that a person starts.

import type { Claim, Seen } from '../../../src/platform/behaviour.ts';
import type { EditEvent } from '../../../src/platform/edit-behaviours.ts';
import { compared, type Outcome } from '../../../src/platform/trial.ts';
import { prepareEdits, readEdits, recordEdit, removeEdits } from '../edit-sheet.ts';
import { edits } from '../edits.ts';
import { pages } from '../pages.ts';
import { lineOf, runSubjects } from '../run.ts';
import { leaveThings, lookAtThings, removeThings, secondUser } from '../second-user.ts';
import { specification } from '../specification.ts';

const PROGRESS = 'conformance.progress';

/** How far the specification has been run. */
interface Progress {
  subjects: number;
  behaviours: number;
  differing: number;
}

/** The menu in the spreadsheet. */
export function onOpen(): void {
  const ui = SpreadsheetApp.getUi();
  const byHand = ui
    .createMenu('Edits by hand')
    .addItem('Prepare the sheet', 'prepareByHand')
    .addItem('Report', 'reportByHand')
    .addItem('Remove the sheet', 'removeByHand');
  const twoUsers = ui
    .createMenu('Two users')
    .addItem('First user: leave things', 'leaveForSecondUser')
    .addItem('Second user: look and report', 'reportSecondUser')
    .addItem('First user: remove things', 'removeFromFirstUser');
  ui.createMenu('Conformance')
    .addItem('Run all', 'showConformance')
    .addItem('Run the rest', 'showRest')
    .addSeparator()
    .addItem('Run in a page', 'showPages')
    .addSubMenu(byHand)
    .addSubMenu(twoUsers)
    .addToUi();
}

/** Runs the specification from its beginning; one line a behaviour and a total go to the execution log. */
export function runConformance(): Outcome[] {
  PropertiesService.getUserProperties().deleteProperty(PROGRESS);
  return continueConformance();
}

/** Runs what the run before had no time for. */
export function continueConformance(): Outcome[] {
  return runOn((line) => console.log(line));
}

/** As `runConformance`; the lines are shown in a dialog as well. */
export function showConformance(): void {
  PropertiesService.getUserProperties().deleteProperty(PROGRESS);
  showRest();
}

/** As `continueConformance`; the lines are shown in a dialog as well. */
export function showRest(): void {
  const lines: string[] = [];
  runOn((line) => {
    console.log(line);
    lines.push(line);
  });
  show(lines);
}

/** Notes what an edit in the sheet for edits by hand brings. */
export function onEdit(event: EditEvent): void {
  recordEdit(event);
}

export function prepareByHand(): void {
  prepareEdits();
}

/** Prints and shows what onEdit has seen. */
export function reportByHand(): Outcome[] {
  return shown(report('onEdit', edits, readEdits()));
}

export function removeByHand(): void {
  removeEdits();
}

export function leaveForSecondUser(): void {
  leaveThings();
}

/** Prints and shows what the second user sees. */
export function reportSecondUser(): Outcome[] {
  return shown(report('Two users', secondUser, lookAtThings()));
}

export function removeFromFirstUser(): void {
  removeThings();
}

/** Opens the page that tries what pages get from the script. */
export function showPages(): void {
  const page = HtmlService.createHtmlOutputFromFile('page').setWidth(900).setHeight(600);
  SpreadsheetApp.getUi().showModalDialog(page, 'Conformance in a page');
}

/** For the page: prints what it has seen, and gives the lines back. */
export function reportPages(seen: Seen[]): string[] {
  return report('Pages', pages, seen).lines;
}

/** For the page: gives back what it is given. */
export function echo(value: unknown): unknown {
  return value;
}

/** For the page: a result of each kind that there is. */
export function give(what: string): unknown {
  switch (what) {
    case 'date':
      return new Date();
    case 'inner date':
      return { list: [{ day: new Date() }], text: 'x' };
    case 'hole':
      return [1, undefined, 3];
    case 'gap':
      return { there: 1, gone: undefined };
    case 'range':
      return SpreadsheetApp.getActiveSheet().getRange('A1');
    case 'nan':
      return Number.NaN;
    default:
      return undefined;
  }
}

/** For the page: fails. */
export function fail(): never {
  throw Object.assign(new Error('No tide today'), { code: 7 });
}

/** For the page, which cannot call it. */
export function hidden_(): string {
  return 'seen';
}

/** For a template of the specification. */
export function projectName(): string {
  return 'conformance';
}

/** Runs as far as the time allows from where the last run stopped, and prints the total so far. */
function runOn(print: (line: string) => void): Outcome[] {
  const store = PropertiesService.getUserProperties();
  const before: Progress = JSON.parse(
    store.getProperty(PROGRESS) ?? '{ "subjects": 0, "behaviours": 0, "differing": 0 }',
  );
  const outcomes = runSubjects(specification.slice(before.subjects), print);
  const now: Progress = {
    subjects: before.subjects + new Set(outcomes.map(({ subject }) => subject)).size,
    behaviours: before.behaviours + outcomes.length,
    differing: before.differing + outcomes.filter(({ isAsExpected }) => !isAsExpected).length,
  };
  store.setProperty(PROGRESS, JSON.stringify(now));
  print(`${now.behaviours} behaviours: ${now.behaviours - now.differing} as expected, ${now.differing} differ.`);
  const next = specification[now.subjects];
  if (next) print(`The time was over before "${next.title}": choose Conformance > Run the rest.`);
  return outcomes;
}

interface Report {
  outcomes: Outcome[];
  lines: string[];
}

/** Prints one line a claim and a total. */
function report(subject: string, claims: readonly Claim[], seen: readonly Seen[]): Report {
  const outcomes = seen.flatMap((one, index) => {
    const claim = claims[index];
    if (!claim) return [];
    const { name, standing, expected } = claim;
    return [compared({ subject, name, standing, expected, seen: one })];
  });
  const differing = outcomes.filter(({ isAsExpected }) => !isAsExpected).length;
  const lines = outcomes.map(lineOf);
  lines.push(`${outcomes.length} behaviours: ${outcomes.length - differing} as expected, ${differing} differ.`);
  for (const line of lines) console.log(line);
  return { outcomes, lines };
}

function shown({ outcomes, lines }: Report): Outcome[] {
  show(lines);
  return outcomes;
}

/** Shows lines in a dialog, the last first. */
function show(lines: readonly string[]): void {
  const page = HtmlService.createHtmlOutput('<pre style="white-space: pre-wrap">');
  page.appendUntrusted([...lines].reverse().join('\n'));
  SpreadsheetApp.getUi().showModalDialog(page.append('</pre>').setWidth(900).setHeight(600), 'Conformance');
}
