// The tea house's register, in which something is learnt.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Experiment } from '../../../src/domain/experiment/template.ts';
import type { EntryKind } from '../../../src/domain/learnt/entry-kinds.ts';
import { suggestionOf } from '../../../src/domain/learnt/suggestion.ts';
import type { LearntOverview } from '../../../src/server/learnt/entries.ts';
import { succeed } from '../log/replies.ts';
import { TODAY, Workbook } from '../workbook.ts';

export const log = readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8');

export function teaHouse(): Workbook {
  const workbook = new Workbook();
  succeed(workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: log }));
  return workbook;
}

export interface Opened {
  experiment: Experiment;
  id: string;
  row: number;
}

export const open = (workbook: Workbook, id: string) => {
  const { ok: _, ...opened } = workbook.ask('readExperiment', { id, row: 0 });
  return opened as unknown as Opened;
};

/** The form in which an experiment is closed, filled in. */
export function closing(workbook: Workbook, id: string, decision: 'Adopt' | 'Drop' | 'Iterate') {
  const opened = open(workbook, id);
  const experiment = {
    ...opened.experiment,
    status: 'Completed',
    decision,
    actualResult: 'It held for three weeks.',
    learning: 'Guests take what stands beside the door.',
  };
  return { token: `close-${id}`, experiment, opened };
}

/** Closes an experiment with a pattern or a rule in its words. */
export function close(workbook: Workbook, id: string, kind: EntryKind) {
  const form = closing(workbook, id, kind === 'pattern' ? 'Adopt' : 'Drop');
  const entry = suggestionOf(kind, form.experiment, TODAY);
  return workbook.ask('saveForm', { ...form, learnt: { kind, entry } });
}

/** The cells of a row by their headers. */
export function row(workbook: Workbook, sheet: string, number = 2): Record<string, string | number | boolean> {
  const [header = [], ...rows] = workbook.values(sheet);
  return Object.fromEntries(header.map((name, at) => [String(name), rows[number - 2]?.[at] ?? '']));
}

export const learntIn = (workbook: Workbook) => workbook.ask('readLearnt') as unknown as LearntOverview;
export const known = (workbook: Workbook) => learntIn(workbook).entries;

/** The texts in Drive by name; they are there once they were exported. */
export const file = (workbook: Workbook, name: string) => workbook.driveTexts()[name] ?? '';

export function editFile(workbook: Workbook, name: string, change: (text: string) => string): void {
  const { drive } = workbook.store;
  const found = drive.all().find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  drive.save(found, Buffer.from(change(Buffer.from(drive.content(found.id)).toString('utf8'))));
}

export const type = (workbook: Workbook, sheet: string, at: number, header: string, text: string) =>
  workbook.host.act({
    kind: 'type',
    sheet: workbook.sheet(sheet).id,
    row: at - 1,
    column: workbook.values(sheet)[0]?.indexOf(header) ?? -1,
    text: [[text]],
  });
