// What a script meets at the border of the local host: its own realm, refused syntax, missing services, permissions.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FAULTS, faultAt, overlapAt } from '../../../workbench/host/faults.ts';
import { benchFor, evaluate, NOON, SCOPES, writeProject } from './script-host.ts';

describe('the context of a script', () => {
  it('has none of the globals that Apps Script lacks', () => {
    const absent = [
      'setTimeout',
      'setInterval',
      'fetch',
      'URL',
      'URLSearchParams',
      'TextEncoder',
      'TextDecoder',
      'atob',
      'btoa',
      'Blob',
      'FormData',
      'crypto',
      'performance',
      'structuredClone',
      'queueMicrotask',
      'process',
      'require',
      'Buffer',
      'global',
      'window',
      'Sheets',
    ];
    const list = JSON.stringify(absent);
    expect(
      evaluate(`return ${list}.filter((name) => name in globalThis || typeof globalThis[name] !== 'undefined');`),
    ).toEqual([]);
  });

  it('cannot reach the machine through the functions it is given', () => {
    expect(evaluate(`return sheet.getRange.constructor('return typeof process')();`)).toBe('undefined');
    expect(evaluate(`return console.log.constructor('return typeof process')();`)).toBe('undefined');
  });

  it('gets arrays, dates, objects and errors of its own realm', () => {
    const body = `
      sheet.getRange('A1').setValue(new Date(2026, 1, 11));
      const values = sheet.getRange('A1:B1').getValues();
      let error; try { sheet.getRange(0, 1); } catch (caught) { error = caught; }
      const properties = PropertiesService.getUserProperties().getProperties();
      return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date, error instanceof Error,
        properties.constructor === Object, sheet.getRange instanceof Function];`;
    expect(evaluate(body)).toEqual([true, true, true, true, true, true]);
  });

  it('hands out the same enumeration value each time, so that === holds', () => {
    const body = `const ui = SpreadsheetApp.getUi();
      return [ui.alert('Go on?', ui.ButtonSet.YES_NO) === ui.Button.YES, String(ui.Button.YES)];`;
    expect(evaluate(body, { answerAlert: () => 'yes' })).toEqual([true, 'YES']);
  });

  it('sees the clock of the host', () => {
    expect(
      evaluate('return [Date.now(), new Date().getTime(), new Date(5).getTime(), new Date() instanceof Date];'),
    ).toEqual([NOON, NOON, 5, true]);
  });

  it('moves its clock by sleeping, and waits for nothing', () => {
    expect(evaluate('Utilities.sleep(2500); return Date.now();')).toBe(NOON + 2500);
  });

  it('is that of the files as they are now', () => {
    const dist = writeProject({ script: 'function main() { return 1; }' });
    const { host } = benchFor('', { dist });
    expect(host.call('main', [])).toEqual({ ok: true, value: 1 });
    writeFileSync(join(dist, 'Code.js'), 'function main() { return "changed"; }');
    expect(host.call('main', [])).toEqual({ ok: true, value: 'changed' });
    rmSync(join(dist, 'appsscript.json'));
    expect(host.call('main', [])).toMatchObject({
      ok: false,
      message: expect.stringContaining('build the add-on again'),
    });
  });

  it('goes on where the scripts are kept, one execution inside another too, each with its own services', () => {
    const project = {
      script: `let count = 0;
        function main(text) { count += 1; Logger.log(text); SpreadsheetApp.getActive().getSheets()[0].getRange(1, 1).setValue(text); return count; }`,
    };
    const dist = writeProject(project);
    const [one, other] = ['one', 'other'].map(() => benchFor(project, { dist, keepsScripts: true }));
    let inner: unknown;
    if (one === undefined || other === undefined) throw new Error('There are two.');
    one.host.beforeCall = ({ method }) => {
      if (method === 'Range.setValue') inner = other.host.call('main', ['inside']);
    };
    expect(one.host.call('main', ['outside'])).toEqual({ ok: true, value: 1 });
    expect(inner).toEqual({ ok: true, value: 1 });
    one.host.beforeCall = undefined;
    expect(other.host.call('main', ['after'])).toEqual({ ok: true, value: 2 });
    expect([one.logged, other.logged]).toEqual([['outside'], ['inside', 'after']]);
    expect([one.cell(0, 0)?.value, other.cell(0, 0)?.value]).toEqual(['outside', 'after']);
  });

  it('starts anew at every execution', () => {
    const { host } = benchFor('let count = 0; function next() { return ++count; }');
    expect([host.call('next', []), host.call('next', [])]).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: 1 },
    ]);
  });

  it('follows a promise to its end', () => {
    const { host } = benchFor(
      'async function good() { await null; return 5; } async function bad() { await null; throw new Error("No tide"); }',
    );
    expect(host.call('good', [])).toEqual({ ok: true, value: 5 });
    expect(host.call('bad', [])).toEqual({ ok: false, message: 'No tide' });
  });

  it('ends a script that never does', () => {
    let time = NOON;
    const { host } = benchFor(
      'function stuck() { for (;;) { try { SpreadsheetApp.getActive(); } catch (error) { if (count++ > 5) return 1; } } } let count = 0;',
      {
        now: () => (time += 60_000),
      },
    );
    expect(host.call('stuck', [])).toEqual({ ok: false, message: 'Exceeded maximum execution time' });
  });
});

describe('the zone of a script', () => {
  const parts =
    'const d = new Date(2026, 2, 8, 14, 30); return [d.getTime(), d.getHours(), d.getDate(), d.getTimezoneOffset(), d.toString()];';

  it.each([
    ['UTC', Date.UTC(2026, 2, 8, 14, 30), 0, 'Sun Mar 08 2026 14:30:00 GMT+0000'],
    ['Asia/Kuala_Lumpur', Date.UTC(2026, 2, 8, 6, 30), -480, 'Sun Mar 08 2026 14:30:00 GMT+0800'],
    ['America/Los_Angeles', Date.UTC(2026, 2, 8, 21, 30), 420, 'Sun Mar 08 2026 14:30:00 GMT-0700'],
  ])('is what a Date shows in %s', (timeZone, instant, offset, text) => {
    const [time, hours, date, ahead, shown] = evaluate(parts, {}, {}, { timeZone }) as unknown[];
    expect([time, hours, date, ahead]).toEqual([instant, 14, 8, offset]);
    expect(shown).toContain(text);
  });

  it('moves a midnight that daylight saving skips to the first moment of that day', () => {
    const body =
      'const d = new Date(2026, 3, 24); return [d.getDate(), d.getHours(), new Date(2026, 3, 23).getHours()];';
    expect(evaluate(body, {}, {}, { timeZone: 'Africa/Cairo' })).toEqual([24, 1, 0]);
  });

  it('reads texts without a zone as local and ISO days as UTC, as JavaScript does', () => {
    const body = `return [new Date('2026-01-05').getTime(), new Date('2026-01-05T10:00').getTime(), new Date('Jan 5, 2026').getTime(), new Date('2026-01-05T10:00Z').getTime()];`;
    const local = Date.UTC(2026, 0, 5) - 8 * 3_600_000;
    expect(evaluate(body, {}, {}, { timeZone: 'Asia/Kuala_Lumpur' })).toEqual([
      Date.UTC(2026, 0, 5),
      local + 36_000_000,
      local,
      Date.UTC(2026, 0, 5, 10),
    ]);
  });

  it('rolls months over and keeps the time of day when parts are set', () => {
    const body = `const d = new Date(2026, 0, 31, 9); d.setMonth(1); const e = new Date(2026, 5, 1, 9); e.setDate(0); return [d.getMonth(), d.getDate(), d.getHours(), e.getDate(), e.getHours()];`;
    expect(evaluate(body, {}, {}, { timeZone: 'America/Los_Angeles' })).toEqual([2, 3, 9, 31, 9]);
  });
});

describe('syntax that Apps Script cannot read', () => {
  it.each([
    ['a private name', 'class A {\n  #x() {}\n}', 2],
    ['a class field', 'class A {\n\n  x = 1;\n}', 3],
    ['a static field', 'class A {\n  static x = 1;\n}', 2],
    ['an export', '\n\nexport function f() {}', 3],
    ['an import', 'import x from "y";', 1],
  ])('is refused at load with its line: %s', (_name, script, line) => {
    const result = benchFor(`${script}\nfunction main() {}`).host.call('main', []);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.message).toContain(`line: ${line} file: Code.js`);
  });

  it('tells the failure of onOpen instead of building a menu', () => {
    const { host, events } = benchFor('class A { x = 1 }');
    host.open();
    expect(events[0]).toMatchObject({ kind: 'failed', functionName: 'onOpen' });
    expect(host.menus()).toEqual([]);
  });
});

describe('what the local host has not', () => {
  it('throws with its name', () => {
    expect(() => evaluate('sheet.getRange("A1").xyz();')).toThrow('not implemented in the local host: Range.xyz');
    expect(() => evaluate('SpreadsheetApp.getActive().addMenu();')).toThrow(
      'not implemented in the local host: Spreadsheet.addMenu',
    );
    expect(() => evaluate('return SpreadsheetApp.DataValidationCriteria.NUMBER_BETWEEN;')).toThrow(
      'not implemented in the local host: DataValidationCriteria.NUMBER_BETWEEN',
    );
  });

  it('names the method that was given nonsense, without a stack', () => {
    const given = (body: string) => () => evaluate(body);
    const builder = 'SpreadsheetApp.newDataValidation().requireDate()';
    expect(given(`sheet.getRange("A1").setDataValidation(${builder});`)).toThrow(
      "The parameters (SpreadsheetApp.DataValidationBuilder) don't match the method signature for SpreadsheetApp.Range.setDataValidation.",
    );
    expect(given('sheet.getRange("A1").setWrapStrategy(undefined);')).toThrow(
      /^Range\.setWrapStrategy failed in the local host: [^\n]*$/,
    );
    expect(given('SpreadsheetApp.getActive().deleteSheet("Sheet1");')).toThrow("don't match the method signature");
  });

  it('does not show the fields the host keeps for itself', () => {
    expect(() => evaluate('return sheet.sheetModel;')).toThrow('not implemented in the local host: Sheet.sheetModel');
  });
});

describe('what a method would otherwise pass over', () => {
  it.each([
    [`Drive.Files.create({ title: 'a' })`, 'not implemented in the local host: drive.files.create with title'],
    [`Drive.Files.list({ barnacles: 1 })`, 'not implemented in the local host: drive.files.list with barnacles'],
    [
      `Utilities.newBlob('').setDataFromString('x', 'EBCDIC')`,
      'not implemented in the local host: Blob.setDataFromString in EBCDIC',
    ],
  ])('is refused by name: %s', (call, message) => {
    expect(() => evaluate(call)).toThrow(message);
  });

  it('such as a deleted sheet is refused, and no other sheet goes in its place', () => {
    const body = `const book = SpreadsheetApp.getActive(); const gone = book.insertSheet('Gone'); const range = gone.getRange('A1'); book.deleteSheet(gone);
      const errors = [() => range.setValue(1), () => gone.getName(), () => book.deleteSheet(gone)].map((action) => { try { action(); return 'none'; } catch (error) { return error.message.replace(/\\d+/, 'N'); } });
      return [errors, book.getNumSheets()];`;
    expect(evaluate(body)).toEqual([['Sheet N not found', 'Sheet N not found', 'Sheet N not found'], 1]);
  });

  it('such as more cells than a book can hold is refused', () => {
    expect(() => evaluate('sheet.insertRowsAfter(1000, 400000);')).toThrow('above the limit of 10000000 cells');
  });
});

describe('permission', () => {
  it('of DriveApp is not given by drive.file', () => {
    expect(() => evaluate('DriveApp.getFileById("x");')).toThrow(
      'Specified permissions are not sufficient to call DriveApp.getFileById. Required permissions: (https://www.googleapis.com/auth/drive || https://www.googleapis.com/auth/drive.readonly)',
    );
  });

  it('is missed by every service whose scope the manifest lacks', () => {
    const scopes = (...without: string[]) => ({ scopes: SCOPES.filter((scope) => !without.includes(scope)) });
    expect(() => evaluate('return 1;', {}, {}, scopes('spreadsheets.currentonly'))).toThrow('SpreadsheetApp.getActive');
    expect(() => evaluate('Drive.Files.list();', {}, {}, scopes('drive.file'))).toThrow('Drive.Files.list');
    expect(() =>
      evaluate(
        'SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(""));',
        {},
        {},
        scopes('script.container.ui'),
      ),
    ).toThrow('Ui.showSidebar');
    expect(() => evaluate('SpreadsheetApp.openById("x");')).toThrow('https://www.googleapis.com/auth/spreadsheets');
    expect(() => evaluate('return Session.getActiveUser().getEmail();')).toThrow(
      'https://www.googleapis.com/auth/userinfo.email',
    );
    expect(() => evaluate('UrlFetchApp.fetch("https://example.com");')).toThrow('script.external_request');
  });

  it('lets onOpen build a menu in NONE and nothing else', () => {
    const script = `function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Go', 'go').addToUi();
      console.log(attempt(() => SpreadsheetApp.getActive()), attempt(() => PropertiesService.getUserProperties().getProperty('x'))); }
      function attempt(f) { try { f(); return 'done'; } catch (e) { return e.message.slice(0, 38); } }`;
    const { host, logged } = benchFor(script, { openMode: 'NONE' });
    host.open();
    expect(host.menus()).toHaveLength(1);
    expect(logged).toEqual(['You do not have permission to call Spr You do not have permission to call Pro']);
  });

  it('has a service call at load kill the menu in NONE', () => {
    const { host, events } = benchFor(
      'const book = SpreadsheetApp.getActive(); function onOpen() { SpreadsheetApp.getUi().createMenu("M").addToUi(); }',
      { openMode: 'NONE' },
    );
    host.open();
    expect(host.menus()).toEqual([]);
    expect(events[0]).toMatchObject({ kind: 'failed' });
  });

  it('keeps simple triggers from dialogs and from Drive', () => {
    const script = `function onEdit(e) { console.log([() => SpreadsheetApp.getUi().alert('x'), () => Drive.Files.list(), () => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')),
      () => LockService.getDocumentLock().tryLock(1), () => PropertiesService.getDocumentProperties().getKeys()].map((f) => { try { f(); return 1; } catch (e) { return 0; } }).join('')); }`;
    const { host, logged, sheet } = benchFor(script);
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['x']] });
    expect(logged).toEqual(['00011']);
  });
});

describe('the meter and the switches', () => {
  const script = `function main() { const s = SpreadsheetApp.getActive().getSheets()[0]; s.getRange('A1').setValue(1); s.getRange('A2').setValue(2); return s.getRange('A1:A2').getValues(); }
    function other() { SpreadsheetApp.getActive().getSheets()[0].getRange('B1').setValue('other'); }`;

  it('count service calls by kind', () => {
    const { host } = benchFor(script);
    host.call('main', []);
    // The sheet is looked up in the head of the book; only the cells are read.
    expect(host.meter.counts).toMatchObject({ read: 1, write: 2, drive: 0 });
    host.meter.reset();
    expect(host.meter.total).toBe(0);
  });

  it('run another execution, whole and once, inside any chosen call of the first', () => {
    for (let at = 1; at <= 6; at++) {
      const { host } = benchFor(script);
      host.beforeCall = overlapAt(at, () => host.call('other', []));
      const result = host.call('main', []);
      expect(result).toEqual({ ok: true, value: [[1], [2]] });
      expect(host.meter.executions.map(({ functionName }) => functionName)).toEqual(['main', 'other']);
    }
  });

  it.each(FAULTS)('make the n-th call of an execution fail: %s', (fault) => {
    const writer = `function main() { const s = SpreadsheetApp.getActive().getSheets()[0]; const r = s.getRange('A1:A3'); r.setNote('1'); r.setNote('2'); r.setNote('3'); return 'done'; }`;
    const { host, cell } = benchFor(writer);
    const before = host.meter.total;
    expect(host.call('main', [])).toEqual({ ok: true, value: 'done' });
    const calls = host.meter.total - before;
    for (let at = calls; at > calls - 3; at--) {
      host.beforeCall = faultAt(at, fault);
      const result = host.call('main', []);
      expect(result.ok).toBe(false);
      // What was written so far stays.
      if (at > calls - 2) expect(cell(0, 0)?.note).toBe(String(3 - (calls - at) - 1));
    }
    host.beforeCall = undefined;
    expect(host.call('main', [])).toEqual({ ok: true, value: 'done' });
  });

  it('make a fault that a script can catch, but for the end of the execution', () => {
    const catcher = `function main() { const s = SpreadsheetApp.getActive().getSheets()[0]; try { s.getRange('A1').setNote('x'); } catch (error) { return error.name + ': ' + error.message; } return 'none'; }`;
    const { host } = benchFor(catcher);
    const ends = FAULTS.map((fault) => {
      host.beforeCall = faultAt(4, fault);
      const result = host.call('main', []);
      return result.ok ? result.value : `ended: ${result.message}`;
    });
    expect(ends).toEqual([
      'Exception: Service Spreadsheets timed out while accessing document.',
      'Exception: Service invoked too many times for one day: Range.',
      'Exception: You do not have permission to call Range.setNote.',
      'Exception: Service error: Spreadsheets',
      'ended: Exceeded maximum execution time',
    ]);
  });
});
