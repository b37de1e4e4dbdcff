// Every word the pages say, in one place, so that another language is one more file.

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

export const messages = {
  import: {
    intro: 'Bring in a kaizen log: its experiments, candidates and lists become rows of this spreadsheet.',
    file: 'Log file',
    fileHint: 'A Markdown file (.md), such as BIZOS_KAIZEN.md. You can also drop it here.',
    paste: 'Or paste its text',
    submit: 'Import',
    working: 'Importing…',
    cancel: 'Cancel',
    nothing: 'Choose a file or paste the text of a log first.',
    notText: (name: string) => `${name} is not a text file in UTF-8: choose the Markdown file of the log.`,
    done: (added: number, changed: number, unchanged: number) =>
      `${count(added, 'experiment', 'experiments')} added, ${changed} changed, ${unchanged} unchanged.`,
    findings: (number: number) => `${count(number, 'finding', 'findings')}, everything else came in:`,
    line: (line: number) => `Line ${line}: `,
    close: 'Close',
  },
  check: {
    working: 'Looking at every row…',
    sound: (rows: number) => `Everything is in order in ${count(rows, 'experiment', 'experiments')}.`,
    empty: 'There is no experiment yet: type a title into the first free row, or import a log.',
    found: (errors: number, warnings: number) => `${errors} to mend, ${warnings} to consider.`,
    list: 'Findings',
    row: (row: number) => `Row ${row}`,
    show: 'Show row',
    showOf: (row: number) => `Show row ${row}`,
    error: 'To mend',
    warning: 'To consider',
    again: 'Check again',
    close: 'Close',
  },
  export: {
    working: 'Writing the log to Drive…',
    written: (name: string) => `${name} is written.`,
    unchanged: (name: string) => `Nothing has changed since the last export, so ${name} was left as it is.`,
    report: 'What else there is to know:',
    open: 'Open it in Drive',
    findings: (number: number) => `Check register has ${count(number, 'finding', 'findings')}.`,
    again: 'Try again',
    close: 'Close',
  },
  unreachable:
    'The script could not be reached: check your connection, allow the add-on access if Google asks, and use one Google account in this browser, then try again.',
};
