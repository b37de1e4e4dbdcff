// The script project that runs the specification: its menu, and the functions that a person starts.
import { type Outcome, runSubjects } from '../run.ts';
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
  SpreadsheetApp.getUi()
    .createMenu('Conformance')
    .addItem('Run all', 'showConformance')
    .addItem('Run the rest', 'showRest')
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

/** Shows lines in a dialog, the last first. */
function show(lines: readonly string[]): void {
  const page = HtmlService.createHtmlOutput('<pre style="white-space: pre-wrap">');
  page.appendUntrusted([...lines].reverse().join('\n'));
  SpreadsheetApp.getUi().showModalDialog(page.append('</pre>').setWidth(900).setHeight(600), 'Conformance');
}
