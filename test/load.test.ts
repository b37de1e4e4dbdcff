// Google loads the whole script anew for every call, each cell edit included: what is heavy sleeps until it is needed.
import { describe, expect, test } from '@jest/globals';
import { evaluatedWith } from './bundles.ts';

const isOf = (folder: string) => (path: string) => path.startsWith(folder);

describe('the script', () => {
  test('evaluates nothing but its entry when it is loaded', () => {
    expect([...evaluatedWith('src/server/entry.ts')]).toEqual(['src/server/entry.ts']);
  });

  test('needs no rows, no durations and no words for an edit of a sheet that is not the register’s', () => {
    const needed = [...evaluatedWith('src/server/rows/triggers.ts')];
    expect(needed).toContain('src/sheet/sheet-names.ts');
    expect(needed.filter((path) => isOf('src/sheet/')(path) && path !== 'src/sheet/sheet-names.ts')).toEqual([]);
    expect(needed.filter(isOf('src/domain/')).sort()).toEqual([
      'src/domain/fingerprint.ts',
      'src/domain/learnt/entry-kinds.ts',
    ]);
  });

  test('needs neither schemas nor Markdown nor Drive for an edit of the register’s rows', () => {
    const needed = [...evaluatedWith('src/server/rows/edits.ts')];
    expect(needed).toContain('src/domain/duration/reader.ts');
    expect(needed.filter(isOf('node_modules/'))).toEqual([]);
    expect(needed.filter(isOf('src/log/'))).toEqual([]);
    expect(needed.filter(isOf('src/drive/'))).toEqual([]);
  });

  test('needs no log and no sheet of somebody else for a page that only asks about the register', () => {
    const needed = [...evaluatedWith('src/server/api.ts')];
    expect(needed).toContain('src/server/rows/forms.ts');
    expect(needed.filter(isOf('src/log/'))).toEqual([]);
    expect(needed.filter(isOf('src/tracker/'))).toEqual([]);
    expect(needed.filter(isOf('src/drive/'))).toEqual([]);
  });
});
