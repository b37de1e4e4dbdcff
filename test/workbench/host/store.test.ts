// What survives a restart, and what becomes of damaged saves.

import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { folderStore, memoryStore } from '../../../workbench/host/store.ts';
import { benchFor } from './script-host.ts';

const SCRIPT = `function keep() { PropertiesService.getDocumentProperties().setProperty('k', 'v'); PropertiesService.getUserProperties().setProperty('k', 'mine'); Drive.Files.create({ name: 'a.md' }, Utilities.newBlob('x'));
    SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue('x').setNote('n').setBackground('red'); }
  function kept() { return [PropertiesService.getDocumentProperties().getProperty('k'), PropertiesService.getUserProperties().getProperty('k'), Drive.Files.list().files.length, SpreadsheetApp.getActive().getSheets()[0].getRange('A1').getBackground()]; }`;

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'store-'));
}

describe('a folder', () => {
  it('keeps book, properties and Drive over a restart', () => {
    const folder = newFolder();
    const { host } = benchFor(SCRIPT, { store: folderStore(folder) });
    expect(host.choose('keep').ok).toBe(true);
    const store = folderStore(folder);
    const second = benchFor(SCRIPT, { store });
    expect(second.host.call('kept', [])).toEqual({ ok: true, value: ['v', 'mine', 1, '#ff0000'] });
    expect(second.host.snapshot()).toEqual(host.snapshot());
    expect(store.problems).toEqual([]);
  });

  describe('with a large book', () => {
    const LONG = 'x'.repeat(40_000);

    /** A register of more than a megabyte, saved, and then changed. */
    function changed() {
      const folder = newFolder();
      const { host, sheet } = benchFor(SCRIPT, { store: folderStore(folder) });
      host.act({ kind: 'type', sheet, row: 0, column: 0, text: Array.from({ length: 30 }, (_, row) => [LONG + row]) });
      const written = readFileSync(join(folder, 'book.json'), 'utf8');
      const area = { row: 0, column: 0, rows: 30, columns: 26 };
      host.act({ kind: 'sort', sheet, area, column: 0, ascending: false });
      host.act({ kind: 'type', sheet, row: 40, column: 1, text: [['last']] });
      const changes = join(folder, 'book-changes.jsonl');
      return { folder, host, sheet, written, changes };
    }

    it('writes what changes beside it, and has it after a restart and the next', () => {
      const { folder, host, sheet, written } = changed();
      expect(readFileSync(join(folder, 'book.json'), 'utf8')).toBe(written);
      const second = benchFor(SCRIPT, { store: folderStore(folder) });
      expect(second.host.snapshot()).toEqual(host.snapshot());
      second.host.act({ kind: 'type', sheet, row: 41, column: 1, text: [['later']] });
      expect(readFileSync(join(folder, 'book.json'), 'utf8')).toBe(written);
      expect(benchFor(SCRIPT, { store: folderStore(folder) }).host.snapshot()).toEqual(second.host.snapshot());
    });

    it('does without a change that was cut off, and loses nothing that comes after it', () => {
      const { folder, host, sheet, changes } = changed();
      appendFileSync(changes, '{"activeSheet":0,"patches":[{"kind":"cel');
      const second = benchFor(SCRIPT, { store: folderStore(folder) });
      expect(second.host.snapshot()).toEqual(host.snapshot());
      second.host.act({ kind: 'type', sheet, row: 41, column: 1, text: [['later']] });
      expect(benchFor(SCRIPT, { store: folderStore(folder) }).host.snapshot()).toEqual(second.host.snapshot());
    });

    it('takes no changes of another book, and sets damaged ones aside', () => {
      const { folder, written, changes } = changed();
      const [mark] = readFileSync(changes, 'utf8').split('\n');
      writeFileSync(changes, `${mark}\nnot a change\n`);
      const damaged = folderStore(folder);
      expect(damaged.loadBook()).toEqual(JSON.parse(written));
      expect(damaged.problems).toHaveLength(1);
      writeFileSync(changes, 'of another book\nnot a change\n');
      expect(folderStore(folder).problems).toEqual([]);
    });
  });

  it('holds no half-written file', () => {
    const folder = newFolder();
    benchFor(SCRIPT, { store: folderStore(folder) }).host.choose('keep');
    expect(
      [...readdirSync(folder), ...readdirSync(join(folder, 'drive'))].filter((name) => name.includes('writing')),
    ).toEqual([]);
  });

  it.each([
    ['book.json', '{"name":"half'],
    ['book.json', '{"name":"x","locale":"en_US","timeZone":"UTC","activeSheet":0,"sheets":[{"id":1}]}'],
    ['book.json', ''],
    ['properties.json', '[1]'],
    ['properties.json', '{"document":{"k":1}}'],
    ['drive.json', '{}'],
  ])('sets a damaged %s aside and starts without it: %s', (name, content) => {
    const folder = newFolder();
    benchFor(SCRIPT, { store: folderStore(folder) }).host.choose('keep');
    writeFileSync(join(folder, name), content);
    const store = folderStore(folder);
    const [aside, ...more] = readdirSync(folder).filter((entry) => entry.startsWith(`${name}.damaged-`));
    expect(more).toEqual([]);
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(content);
    expect(existsSync(join(folder, name))).toBe(false);
    expect(store.problems).toEqual([
      `The saved ${name} was damaged: it is kept as ${aside}, and the workbench starts without it.`,
    ]);
    expect(benchFor(SCRIPT, { store }).host.choose('keep').ok).toBe(true);
  });

  it('never takes a place outside of itself from a damaged index', () => {
    const folder = newFolder();
    const { host } = benchFor(SCRIPT, { store: folderStore(folder) });
    host.choose('keep');
    const index = join(folder, 'drive.json');
    writeFileSync(index, readFileSync(index, 'utf8').replace('"place":"a.md"', '"place":"../properties.json"'));
    expect(benchFor(SCRIPT, { store: folderStore(folder) }).host.call('kept', [])).toMatchObject({
      value: ['v', 'mine', 0, '#ff0000'],
    });
  });
});

describe('properties', () => {
  const script = `function set(key, value) { PropertiesService.getUserProperties().setProperty(key, value); } function get(key) { return PropertiesService.getUserProperties().getProperty(key); }
    function fill() { const p = PropertiesService.getScriptProperties(); for (let i = 0; i < 70; i++) p.setProperty('k' + i, 'x'.repeat(9000)); }`;

  it('are texts, and null where there is none', () => {
    const { host } = benchFor(script);
    host.call('set', ['n', 5]);
    expect([host.call('get', ['n']), host.call('get', ['toString'])]).toEqual([
      { ok: true, value: '5' },
      { ok: true, value: null },
    ]);
  });

  it('are kept for each user', () => {
    const { host } = benchFor(script);
    host.call('set', ['k', 'a']);
    host.user = 'b@example.com';
    expect(host.call('get', ['k'])).toEqual({ ok: true, value: null });
  });

  it('have Google\u2019s limits', () => {
    const { host } = benchFor(script);
    expect(host.call('set', ['k', 'x'.repeat(9 * 1024)]).ok).toBe(true);
    expect(host.call('set', ['k', 'x'.repeat(9 * 1024 + 1)])).toEqual({
      ok: false,
      message: 'Argument too large: value',
    });
    expect(host.call('fill', [])).toMatchObject({
      ok: false,
      message: expect.stringContaining('property storage quota'),
    });
  });
});

describe('locks and cache', () => {
  it('contend between executions and come free at the end of each', () => {
    const { host } =
      benchFor(`function hold() { LockService.getDocumentLock().waitLock(1000); SpreadsheetApp.getActive().getName(); return LockService.getDocumentLock().hasLock(); }
      function attempt() { const start = Date.now(); const got = LockService.getDocumentLock().tryLock(500); return [got, Date.now() - start]; }`);
    const inside: unknown[] = [];
    host.beforeCall = ({ functionName, method }) => {
      if (functionName === 'hold' && method === 'Spreadsheet.getName') inside.push(host.call('attempt', []));
    };
    expect(host.call('hold', [])).toEqual({ ok: true, value: true });
    expect(inside).toEqual([{ ok: true, value: [false, 500] }]);
    expect(host.call('attempt', [])).toEqual({ ok: true, value: [true, 0] });
  });

  it('are let go while a person is asked', () => {
    const { host } = benchFor(
      `function main() { const lock = LockService.getScriptLock(); lock.tryLock(1); SpreadsheetApp.getUi().alert('Go on?'); return lock.hasLock(); }`,
      { answerAlert: () => 'ok' },
    );
    expect(host.call('main', [])).toEqual({ ok: true, value: false });
  });

  it('forget after their time', () => {
    let time = 0;
    const { host } = benchFor(
      `function put() { CacheService.getUserCache().put('k', 'v', 60); } function get() { return CacheService.getUserCache().get('k'); }`,
      { now: () => time },
    );
    host.call('put', []);
    time = 59_000;
    expect(host.call('get', [])).toEqual({ ok: true, value: 'v' });
    time = 60_000;
    expect(host.call('get', [])).toEqual({ ok: true, value: null });
  });
});

/** Freezes an object and everything in it: whoever changes it is told by an error. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

describe('in memory', () => {
  it('a snapshot is never changed, whatever is done to the book that was made of it', () => {
    const script = `function furnish() {
        const sheet = SpreadsheetApp.getActive().getSheets()[0];
        sheet.getRange('A1:C4').setValues([['b', 1, '=B1+1'], ['a', 2, '=B2+1'], ['d', 3, '=B3+1'], ['c', 4, '=B4+1']]).setBackground('red').setNote('n');
        sheet.getRange('A1:A9').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b', 'c', 'd']).build());
        sheet.getRange('B1:B9').protect().setWarningOnly(true);
        sheet.setColumnWidth(2, 300).setFrozenRows(1);
        sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$B1>2').setBackground('blue').setRanges([sheet.getRange('A1:C9')]).build()]);
      }
      function refurnish() {
        const sheet = SpreadsheetApp.getActive().getSheets()[0];
        sheet.getRange('A2:B3').clearDataValidations().setBackground(null).clearNote().setValue('a');
        sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].setDescription('mine').setWarningOnly(false);
        sheet.setColumnWidth(2, 100).setFrozenRows(2);
        sheet.setConditionalFormatRules([]);
      }`;
    const store = memoryStore();
    const furnished = benchFor(script, { store });
    expect(furnished.host.choose('furnish')).toMatchObject({ ok: true });
    const book = deepFreeze(furnished.host.snapshot());
    store.saveBook(book);
    const { host, sheet } = benchFor(script, { store });
    const area = { row: 0, column: 0, rows: 4, columns: 3 };
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['d', '9']] });
    host.act({ kind: 'sort', sheet, area, column: 0, ascending: true });
    host.act({ kind: 'insert-rows', sheet, at: 1, count: 2 });
    host.act({ kind: 'delete-rows', sheet, at: 0, count: 1 });
    host.act({ kind: 'insert-columns', sheet, at: 1, count: 1 });
    host.act({ kind: 'move-columns', sheet, from: 0, count: 1, to: 3 });
    host.act({ kind: 'resize-column', sheet, column: 1, width: 50 });
    host.act({ kind: 'hide-rows', sheet, at: 2, count: 1 });
    host.act({ kind: 'rename-sheet', sheet, name: 'Other' });
    expect(host.choose('refurnish')).toMatchObject({ ok: true });
    expect(host.snapshot()).not.toEqual(book);
  });

  it('a snapshot tells of every change since the one before', () => {
    const { host, sheet, cell } = benchFor('function nothing() {}');
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['first']] });
    expect(cell(0, 0)?.value).toBe('first');
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['second']] });
    expect(cell(0, 0)?.value).toBe('second');
    host.act({ kind: 'insert-rows', sheet, at: 0, count: 1 });
    expect([cell(0, 0), cell(1, 0)?.value]).toEqual([undefined, 'second']);
    host.act({ kind: 'move-columns', sheet, from: 0, count: 1, to: 2 });
    expect(cell(1, 1)?.value).toBe('second');
  });
});
