// A log's file that was cut off or shortened: what it lacks is asked about once, and comes back from what was agreed on, byte for byte.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { HostStore } from '../../../workbench/host/store.ts';
import { memoryStore } from '../../../workbench/host/store.ts';
import { copyOfStore, type Reply, Workbook } from '../workbook.ts';
import { answersTo, succeed } from './replies.ts';

/** Text of each experiment that no column shows. */
const LOOSE = (id: string) =>
  [`A note on ${id}.`, '<!-- not yet -->', '| Day | Pots |\n|---|---|\n| Mon | 3 |', '#### Beside it', '- twice'].join(
    '\n\n',
  );
const FENCE = '```\n### [K-TEA-010] only an example\n```';

const whole = `${readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8')
  .replace(/^### \[(K-TEA-00\d)\].*\n/gm, (heading, id) => `${heading}${LOOSE(id)}\n\n`)
  .replace('**Decision:** Adopt\n', `$&\n${FENCE}\n`)}
---

Kept by the house; ask at the bar for the keys.
`;

const stores = new Map<string, HostStore>();

/** A register that exported this log. */
function exported(text = whole): Workbook {
  let store = stores.get(text);
  if (store === undefined) {
    store = memoryStore();
    const workbook = new Workbook(store);
    succeed(workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text }));
    succeed(workbook.ask('exportLog'));
    stores.set(text, store);
  }
  return new Workbook(copyOfStore(store));
}

const textOf = (workbook: Workbook) => Object.values(workbook.driveTexts())[0] ?? '';
const until = (words: string) => (text: string) => text.slice(0, text.indexOf(words));
const idsIn = (workbook: Workbook) => workbook.values('Experiments').map(([id]) => id);
const retitle = (workbook: Workbook, id: string, title: string) => workbook.type(workbook.rowOf(id), 'Title', [title]);
const titled = (id: string, title: string) => (text: string) =>
  text.replace(new RegExp(`(### \\[${id}\\]) .*`), `$1 ${title}`);

const asked = (workbook: Workbook) => {
  const reply = workbook.ask('exportLog');
  expect(reply).toMatchObject({ is: 'asking' });
  return reply;
};
const defaultsOf = (reply: Reply) => (reply.questions as { default?: string }[]).map((question) => question.default);

/** Exports with what the file lacks kept, and once more. */
function keep(workbook: Workbook): string {
  const reply = asked(workbook);
  expect(new Set(defaultsOf(reply))).toEqual(new Set(['register']));
  succeed(workbook.ask('exportLog', { answers: answersTo(reply, 'register') }));
  expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false, report: [] });
  return textOf(workbook);
}

const CUTS = [
  ['in its title', 'Ops — Kaizen Log'],
  ['in a table of the head', 'Till, kettles'],
  ['below the first experiment’s heading', 'A note on K-TEA-001'],
  ['in a text', 'nobody queues at the bar'],
  ['behind an experiment', '### [K-TEA-003]'],
  ['in a heading', 'TEA-003] =SUM'],
  ['in an ID', '03] =SUM'],
  ['in a sub-heading', 'side it\n\n- twice\n\n**Date:** 2025'],
  [
    'in a comment',
    ' yet -->\n\n| Day | Pots |\n|---|---|\n| Mon | 3 |\n\n#### Beside it\n\n- twice\n\n**Date:** 2026-02',
  ],
  ['in a label', 'ted Result:**\nAverage'],
  ['in a fence', 'only an example'],
  ['behind a section’s heading', '\n\n### [K-TEA-002]'],
  ['in a section’s heading', 'eted Experiments'],
  ['before the candidates', '## Experiment Candidates'],
  ['in the candidates', ' does the afternoon run out'],
  ['before the last section', '## Related Files'],
  ['in the last section', '- `SUPPLIERS.md`'],
  ['in a file of the last section', 'who sends'],
  ['before the footer', '---\n\nKept by'],
  ['in the footer', 'the bar for the keys'],
] as const;

describe('a file that was cut off', () => {
  test.each(CUTS)('%s is whole again where the answer is to keep', (_, words) => {
    const workbook = exported();
    workbook.editDriveText(until(words));
    expect(workbook.ask('previewExport').report).not.toEqual([]);
    expect(keep(workbook)).toBe(whole);
    expect(idsIn(workbook)).toEqual(idsIn(exported()));
  });

  // What ends above all experiments is the log's where it is as it was.
  const cutsBelow = CUTS.filter(([, words]) => until(words)(whole).includes('### [K-TEA-001]'));
  test.each(cutsBelow)('%s keeps what was changed on both sides meanwhile', (_, words) => {
    const workbook = exported();
    const noted = (text: string) => text.replace('## Three Kaizen Layers\n', '$&\nRead this first.\n');
    retitle(workbook, 'K-TEA-002', 'Pots');
    retitle(workbook, 'K-TEA-001', 'Kettle');
    workbook.editDriveText((text) => noted(until(words)(text)));
    expect(keep(workbook)).toBe(titled('K-TEA-002', 'Pots')(titled('K-TEA-001', 'Kettle')(noted(whole))));
  });

  test('keeps what else the file says of its experiments', () => {
    const workbook = exported();
    const noted = (text: string) => titled('K-TEA-001', 'Kettle')(text.replace('A note on K-TEA-001.', '$& And more.'));
    workbook.editDriveText((text) => noted(until('13.10 on weekdays')(text)));
    expect(keep(workbook)).toBe(noted(whole));
    expect(workbook.cell(workbook.rowOf('K-TEA-001'), 'Title')?.value).toBe('Kettle');
  });

  test('gets back what it lost twice', () => {
    const workbook = exported();
    for (const words of ['### [K-TEA-003]', '## Related Files', 'Learning:**\nGroups']) {
      workbook.editDriveText(until(words));
      expect(keep(workbook)).toBe(whole);
    }
  });

  test('takes nothing back that the register has deleted', () => {
    const workbook = exported();
    const { id: sheet } = workbook.sheet('Experiments');
    workbook.host.act({ kind: 'delete-rows', sheet, at: workbook.rowOf('K-TEA-003') - 1, count: 1 });
    workbook.editDriveText(until('### [K-TEA-003]'));
    expect(keep(workbook)).toBe(whole.replace(/### \[K-TEA-003\][\s\S]*?(?=## Completed)/, ''));
  });

  test('has an experiment come back whole under the ID that the register has given it since', () => {
    const workbook = exported();
    workbook.type(workbook.rowOf('K-TEA-002'), 'ID', ['K-TEA-012']);
    workbook.editDriveText(until('## Completed'));
    expect(keep(workbook)).toBe(whole.replace('### [K-TEA-002]', '### [K-TEA-012]'));
  });

  test('goes where the answer is the file’s', () => {
    const workbook = exported();
    workbook.editDriveText(until('## Completed'));
    let reply = asked(workbook);
    let answers = {};
    while (reply.is === 'asking') {
      answers = { ...answers, ...answersTo(reply, 'file') };
      reply = workbook.ask('exportLog', { answers });
    }
    succeed(reply);
    expect(textOf(workbook)).toBe(until('## Completed')(whole));
    expect(idsIn(workbook)).toEqual(['ID', 'K-TEA-001', 'K-TEA-003']);
  });

  test('has an experiment come back with its section’s heading alone where the rest is let go', () => {
    const workbook = exported();
    workbook.editDriveText(until('## Completed'));
    let reply = asked(workbook);
    let answers = {};
    while (reply.is === 'asking') {
      const questions = reply.questions as { id: string; key: string; seal: string }[];
      const chosen = questions.map(({ id, key, seal }) => [key, { seal, choice: id === '' ? 'file' : 'register' }]);
      answers = { ...answers, ...Object.fromEntries(chosen) };
      reply = workbook.ask('exportLog', { answers });
    }
    succeed(reply);
    expect(textOf(workbook).trimEnd()).toBe(until('---\n\n## Dropped')(whole).trimEnd());
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
  });
});

test('an experiment that somebody took out of the file comes back with all that was agreed on, newer fields included', () => {
  const workbook = exported();
  workbook.editDriveText((text) => text.replace(/### \[K-TEA-003\][\s\S]*?(?=## Completed)/, ''));
  retitle(workbook, 'K-TEA-003', 'Slate');
  expect(keep(workbook)).toBe(titled('K-TEA-003', 'Slate')(whole));
});

test('a section of the middle that went with an experiment is asked about and comes back where it stood', () => {
  const workbook = exported();
  workbook.editDriveText((text) => text.replace(/## Completed Experiments\n[\s\S]*?(?=## Experiment Candidates)/, ''));
  expect(keep(workbook)).toBe(whole);
});

test('a log cut off that was brought in takes nothing from the file, which is whole again once that was cut off too', () => {
  const workbook = exported();
  workbook.editDriveText(until('13.10 on weekdays'));
  const request = { name: 'TEA_KAIZEN.md', text: textOf(workbook) };
  const plan = workbook.ask('previewImport', request);
  expect(plan.warnings).not.toEqual([]);
  succeed(workbook.ask('importLog', { ...request, answers: answersTo(plan, 'register') }));
  expect(keep(workbook)).toBe(whole);
  const again = workbook.ask('previewImport', { ...request, text: whole });
  expect(again).toMatchObject({ questions: [], incoming: [], warnings: [] });
});

test('a status that changed meanwhile moves what comes back with all that it owns', () => {
  const workbook = exported();
  workbook.type(workbook.rowOf('K-TEA-003'), 'Status', ['Dropped']);
  workbook.editDriveText(until('### [K-TEA-003]'));
  const text = keep(workbook);
  const own = whole.slice(whole.indexOf('### [K-TEA-003]'), whole.indexOf('\n\n---\n\n## Completed'));
  expect(text.slice(text.indexOf('## Dropped Experiments'))).toContain(own.replace('Proposed', 'Dropped'));
  expect(text.split('### [K-TEA-003]')).toHaveLength(2);
});

test('a section that somebody called otherwise is no sign that its end was lost', () => {
  const workbook = exported();
  workbook.editDriveText((text) => text.replace('## Related Files', '## Related Files and Pages'));
  expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', report: [] });
  workbook.editDriveText(until('- `SUPPLIERS.md`'));
  expect(keep(workbook)).toBe(whole.replace('## Related Files', '## Related Files and Pages'));
});

test.each([
  ['\r\n', whole.replace(/\n/g, '\r\n')],
  ['no line at its end', whole.trimEnd()],
])('a log with %j is whole again', (_, text) => {
  const workbook = exported(text);
  for (const part of [0.95, 0.8, 0.6, 0.5]) {
    workbook.editDriveText((all) => all.slice(0, Math.floor(all.length * part)));
    expect(keep(workbook)).toBe(text);
  }
});

test('what was appended to a file that lacks its end comes in, and what it lacked back, each once', () => {
  const workbook = exported();
  const added = '### [K-TEA-004] Written by a script\n**Date:** 2026-03-01\n**Status:** Proposed\n';
  workbook.editDriveText((text) => `${until('### [K-TEA-003]')(text)}${added}`);
  const text = keep(workbook);
  expect(idsIn(workbook)).toContain('K-TEA-004');
  expect(text.replace(`${added}\n---\n\n`, '')).toBe(whole);
});

describe('what somebody writes where an item stood', () => {
  const LOGS = {
    'a board':
      '# Workshop experiments\n\n## To try\n- [ ] Cart with a brake\n- [ ] Light over the bench\n\n## Trying\n- [ ] Shifts of four hours\n\n## Tried\n- [x] Board for tools (12 Jan 2026): nobody looks for keys\n- [x] Music at eight (2 Feb 2026): a bother\n',
    'a list':
      '# Trials\n\n1. Ramp\n   - Status: running\n   - Why: slips\n2. Rails\n   - Status: done\n   - Why: falls\n3. Mats\n   - Status: done\n   - Why: dry feet\n',
    'items with IDs':
      '# Trials\n\n- **W-01 Ramp** – Status: running – Why: slips\n- **W-02 Rails** – Status: done – Why: falls\n- **W-03 Mats** – Status: done – Why: dry feet\n',
  };

  test.each(Object.entries(LOGS))('stays when the item comes back to %s', (_, text) => {
    const titles = exported(text)
      .values('Experiments')
      .slice(1)
      .map((row) => String(row[1]));
    expect(titles.length).toBeGreaterThan(2);
    for (const title of titles) {
      for (const note of ['\nWe met, all of us.\n\n', '\n\nWe met, all of us.\n', 'We met, all of us.\n']) {
        const workbook = exported(text);
        const lines = text.split(/(?<=\n)/);
        const at = lines.findIndex((line) => line.includes(title));
        const end = lines.findIndex((line, index) => index > at && !line.startsWith(' '));
        workbook.editDriveText(() =>
          [...lines.slice(0, at), note, ...lines.slice(end < 0 ? lines.length : end)].join(''),
        );
        const reply = workbook.ask('exportLog');
        if (reply.is === 'asking') succeed(workbook.ask('exportLog', { answers: answersTo(reply, 'register') }));
        expect(textOf(workbook)).toContain('We met, all of us.');
        expect(textOf(workbook)).toContain(title);
      }
    }
  });
});
