// What survives a restart, and what becomes of damaged saves.

import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { folderStore } from '../../../workbench/host/store.ts';
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
