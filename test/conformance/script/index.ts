// The script project that runs the specification: its menu, and the functions that a person starts.
import { type Outcome, runSubjects } from '../run.ts';
import { specification } from '../specification.ts';

/** The menu in the spreadsheet. */
export function onOpen(): void {
  SpreadsheetApp.getUi().createMenu('Conformance').addItem('Run all', 'showConformance').addToUi();
}

/** Runs the specification; one line a behaviour and a total go to the execution log. */
export function runConformance(): Outcome[] {
  return runSubjects(specification, (line) => console.log(line));
}

/** Runs the specification and shows the same lines in a dialog. */
export function showConformance(): void {
  const lines: string[] = [];
  runSubjects(specification, (line) => {
    console.log(line);
    lines.push(line);
  });
  const page = HtmlService.createHtmlOutput('<pre style="white-space: pre-wrap">');
  page.appendUntrusted(lines.reverse().join('\n'));
  SpreadsheetApp.getUi().showModalDialog(page.append('</pre>').setWidth(900).setHeight(600), 'Conformance');
}
