// Logs as people and programs leave them, brought in and given back by the real bundle.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { MUTATIONS } from '../../log/mutations.ts';
import { IS_LONG } from '../figures.ts';
import { Workbook } from '../workbook.ts';

const FOLDER = 'test/fixtures/inputs/shapes';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
const names = Object.keys(MUTATIONS);

describe.each(files)('%s', (file) => {
  const original = readFileSync(`${FOLDER}/${file}`, 'utf8');
  const own = names.filter((_, index) => IS_LONG || index % files.length === files.indexOf(file));

  test.each(own)('with %s is previewed, comes out as it went in, and changes by a status alone', (name) => {
    const text = MUTATIONS[name]?.(original) || original;
    const workbook = new Workbook();
    const request = { name: 'LOG.md', text };
    expect(workbook.ask('previewImport', request)).toMatchObject({
      ok: true,
      understood: { level: expect.any(Number) },
    });
    expect(workbook.ask('importLog', request)).toMatchObject({ ok: true, is: 'done' });
    const exported = (): string => {
      expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
      return Object.values(workbook.driveTexts())[0] ?? '';
    };
    expect(exported()).toBe(text);
    const title = String(workbook.cell(2, 'Title')?.value);
    workbook.type(2, 'Status', [workbook.cell(2, 'Status')?.value === 'Dropped' ? 'Active' : 'Dropped']);
    const lines = (whole: string) => whole.split(/\r\n?|\n/).filter((line) => !/^\W*(?:last.updated.*)?$/i.test(line));
    const before = lines(text);
    expect(lines(exported()).filter((line) => !before.includes(line)).length).toBeLessThan(3);
    expect(workbook.cell(2, 'Title')?.value).toBe(title);
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true, wasWritten: false });
  });
});
