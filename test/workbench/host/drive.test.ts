// Drive of the local host: real files in a folder, as the advanced service shows them, and as people change them by hand.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { safeFileName } from '../../../workbench/host/drive-store.ts';
import { folderStore, type HostStore } from '../../../workbench/host/store.ts';
import { type Bench, benchFor, evaluate } from './script-host.ts';

const API = `
  function create(name, text, args) { return Drive.Files.create({ name, mimeType: 'text/markdown' }, Utilities.newBlob(text, 'text/markdown', name), args); }
  function update(id, text) { return Drive.Files.update({}, id, Utilities.newBlob(text), { fields: '*' }); }
  function meta(id) { return Drive.Files.get(id, { fields: '*' }); }
  function text(id) { return Drive.Files.get(id, { alt: 'media' }); }
  function list(q) { return Drive.Files.list({ q, fields: 'files(name)', orderBy: 'name' }).files.map((file) => file.name); }
  function trash(id) { Drive.Files.update({ trashed: true }, id); }
  function rename(id, name) { Drive.Files.update({ name }, id); }
  function gone(id) { Drive.Files.remove(id); }
  function folder(name) { return Drive.Files.create({ name, mimeType: 'application/vnd.google-apps.folder' }).id; }
  function within(name, parent) { return Drive.Files.create({ name, parents: [parent] }, Utilities.newBlob('x')).id; }
  function noted(name, appProperties) { Drive.Files.create({ name, appProperties }, Utilities.newBlob('x')); }
  function failure(id) { try { Drive.Files.get(id); } catch (e) { return [e.name, e.message, e.details.code, e instanceof Error]; } }`;

/** What the API told of a file. */
interface FileAnswer {
  id: string;
  name: string;
  trashed: boolean;
  headRevisionId: string;
  md5Checksum: string;
  modifiedTime: string;
  webViewLink: string;
  lastModifyingUser: { me: boolean };
}
type Ask = <T = FileAnswer>(name: string, ...args: unknown[]) => T;

function driveBench(): Bench & { folder: string; store: HostStore; ask: Ask } {
  const folder = mkdtempSync(join(tmpdir(), 'drive-'));
  const store = folderStore(folder);
  const bench = benchFor(API, { store });
  const ask: Ask = <T>(name: string, ...args: unknown[]) => {
    const result = bench.host.call(name, args);
    if (!result.ok) throw new Error(result.message);
    return result.value as T;
  };
  return { ...bench, folder, store, ask };
}

describe('a file that the app creates', () => {
  it('is a real file under its own name', () => {
    const { ask, folder } = driveBench();
    const file = ask('create', 'BLUEWATER_KAIZEN.md', '# Kaizen — ferries\n');
    expect(Object.keys(file).sort()).toEqual(['id', 'kind', 'mimeType', 'name']);
    expect(readFileSync(join(folder, 'drive', 'BLUEWATER_KAIZEN.md'), 'utf8')).toBe('# Kaizen — ferries\n');
    expect(ask('text', file.id)).toBe('# Kaizen — ferries\n');
  });

  it('gives the fields that are asked for, and refuses one that there is not', () => {
    const { ask } = driveBench();
    const file = ask('create', 'a.md', 'x', { fields: 'id,md5Checksum,owners/me,webViewLink' });
    expect(file).toEqual({
      id: file.id,
      md5Checksum: '9dd4e461268c8034f5c8564e155c67a6',
      owners: [{ me: true }],
      webViewLink: expect.stringContaining(file.id),
    });
    expect(() => ask('create', 'b.md', 'x', { fields: 'id,nonsense' })).toThrow('Invalid field selection nonsense');
    expect(ask('list', '')).toEqual(['a.md']);
  });

  it('keeps its link over updates, each a new revision', () => {
    const { ask } = driveBench();
    const { id } = ask('create', 'a.md', 'one');
    const before = ask('meta', id);
    const after = ask('update', id, 'two');
    expect(after.webViewLink).toBe(before.webViewLink);
    expect(after.headRevisionId).not.toBe(before.headRevisionId);
    expect(ask('text', id)).toBe('two');
  });

  it('is listed by name, state and folder', () => {
    const { ask } = driveBench();
    const parent = ask<string>('folder', 'Logs');
    ask('within', "Pier's log.md", parent);
    const { id } = ask('create', 'other.md', 'x');
    ask('trash', id);
    expect(ask('list', `'${parent}' in parents and trashed = false`)).toEqual(["Pier's log.md"]);
    expect(ask('list', "name = 'Pier\\'s log.md'")).toEqual(["Pier's log.md"]);
    expect(ask('list', 'trashed = true')).toEqual(['other.md']);
    expect(() => ask('list', 'name is nice')).toThrow('Invalid Value');
  });

  it('that was trashed says so, and that was removed is not found', () => {
    const { ask } = driveBench();
    const { id } = ask('create', 'a.md', 'x');
    ask('trash', id);
    expect(ask('meta', id).trashed).toBe(true);
    ask('gone', id);
    expect(ask('failure', id)).toEqual([
      'GoogleJsonResponseException',
      `API call to drive.files.get failed with error: File not found: ${id}.`,
      404,
      true,
    ]);
  });

  it('is not found by another user', () => {
    const { ask, host } = driveBench();
    const { id } = ask('create', 'a.md', 'x');
    host.user = 'b@example.com';
    expect(ask<unknown[]>('failure', id)[2]).toBe(404);
    expect(ask('list', '')).toEqual([]);
  });
});

describe('a file that is changed by hand', () => {
  it('shows a new content, revision, checksum and time at the next look', () => {
    const { ask, folder } = driveBench();
    const { id } = ask('create', 'a.md', 'one');
    const before = ask('meta', id);
    writeFileSync(join(folder, 'drive', 'a.md'), 'by hand');
    const after = ask('meta', id);
    expect(ask('text', id)).toBe('by hand');
    expect(after.headRevisionId).not.toBe(before.headRevisionId);
    expect(after.md5Checksum).not.toBe(before.md5Checksum);
    expect(after.modifiedTime).not.toBe(before.modifiedTime);
    expect(after.lastModifyingUser.me).toBe(false);
    expect(ask('meta', id).headRevisionId).toBe(after.headRevisionId);
  });

  it('is not found once it is deleted', () => {
    const { ask, folder } = driveBench();
    const { id } = ask('create', 'a.md', 'one');
    rmSync(join(folder, 'drive', 'a.md'));
    expect(ask<unknown[]>('failure', id)[2]).toBe(404);
  });
});

describe('names', () => {
  it.each([
    '../../escape.md',
    '/etc/passwd',
    '..',
    '.',
    '',
    'a/b\\c:d*e?.md',
    'CON',
    'nul.txt',
    '.hidden',
    ' ',
    `${'ü'.repeat(300)}.md`,
    'x\u0000y',
  ])('of files never lead out of the drive folder: %j', (name) => {
    const safe = safeFileName(name);
    expect(safe).toMatch(/^(?!\.)[^/\\:*?"<>|\p{Cc}]+$/u);
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
    expect(safe).not.toMatch(/^(?:con|nul)(?:\.|$)/i);
    const { ask, folder } = driveBench();
    const { id } = ask('create', name, 'content');
    expect(ask('meta', id).name).toBe(name);
    expect(readdirSync(join(folder, 'drive'))).toEqual([safe]);
    expect(readdirSync(dirname(join(folder, 'drive'))).sort()).toEqual(
      ['book.json', 'drive', 'drive.json'].filter((entry) => readdirSync(folder).includes(entry)),
    );
  });

  it('that clash are kept apart', () => {
    const { ask, folder } = driveBench();
    const ids = ['log.md', 'log.md', 'LOG.md'].map((name) => ask('create', name, name).id);
    expect(new Set(readdirSync(join(folder, 'drive')).map((name) => name.toLowerCase())).size).toBe(3);
    ask('update', ids[1], 'second');
    expect(ids.map((id) => ask('text', id))).toEqual(['log.md', 'second', 'LOG.md']);
    expect(readdirSync(join(folder, 'drive'))).toHaveLength(3);
  });

  it('never overwrite a file that somebody put there by hand', () => {
    const { ask, folder } = driveBench();
    writeFileSync(join(folder, 'drive', 'log.md'), 'mine');
    ask('create', 'log.md', 'theirs');
    expect(readFileSync(join(folder, 'drive', 'log.md'), 'utf8')).toBe('mine');
  });

  it('move the real file when they change', () => {
    const { ask, folder } = driveBench();
    const { id } = ask('create', 'old.md', 'x');
    ask('rename', id, 'new.md');
    expect(readdirSync(join(folder, 'drive'))).toEqual(['new.md']);
    expect(ask('text', id)).toBe('x');
  });
});

describe('blobs', () => {
  it('carry bytes, also those that are no text', () => {
    expect(
      evaluate(
        `const b = Utilities.newBlob([104, -61, -87], 'text/plain', 'n'); return [b.getDataAsString(), b.getBytes(), b.getName(), b.setName('m').getName()];`,
      ),
    ).toEqual(['hé', [104, -61, -87], 'n', 'm']);
    expect(
      evaluate(
        `return [Utilities.base64Encode('hé'), Utilities.newBlob(Utilities.base64Decode('aMOp')).getDataAsString(), Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'x').length];`,
      ),
    ).toEqual(['aMOp', 'hé', 16]);
  });

  it('keep a byte order mark', () => {
    const { ask } = driveBench();
    expect(ask('text', ask('create', 'a.md', '\ufeffx').id)).toBe('\ufeffx');
  });
});

describe('what the app itself notes on a file', () => {
  it('finds the file again', () => {
    const { host, ask } = driveBench();
    ask('noted', 'mine.md', { register: "o'clock" });
    ask('noted', 'other.md', { register: 'x' });
    expect(ask('list', "appProperties has { key='register' and value='o\\'clock' } and trashed = false")).toEqual([
      'mine.md',
    ]);
    expect(host.call('list', ["appProperties has { key='register' }"]).ok).toBe(false);
  });
});

describe('a file that somebody may only read', () => {
  it('says so, hands out its text, and refuses to be changed', () => {
    const { host, store, ask } = driveBench();
    const { id } = ask('create', 'a.md', 'x');
    const record = store.drive.find(id);
    if (record === undefined) throw new Error('There is no file.');
    store.drive.save({ ...record, readers: [host.user] });
    expect(ask('meta', id)).toMatchObject({ capabilities: { canEdit: false } });
    expect(ask('text', id)).toBe('x');
    expect(host.call('update', [id, 'y'])).toMatchObject({ ok: false, message: expect.stringContaining('permission') });
    expect(ask('text', id)).toBe('x');
  });
});
