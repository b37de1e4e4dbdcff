// The advanced Drive service, version 3, with the scope drive.file.
import { files, inFile, markdown, textOf } from '../../../src/platform/asked-behaviours.ts';
import { documented, errorOf, likely, type Seen, type Subject, unknown } from '../../../src/platform/behaviour.ts';

const FILES = 'developers.google.com/workspace/drive/api/reference/rest/v3/files';
const ADVANCED = 'advanced/drive';

type DriveFile = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

/** Does something with a new file, which is gone afterwards. */
function withFile(see: (id: string, file: DriveFile) => Seen): Seen {
  const file = files().create({ name: 'conformance.md' }, markdown('first'));
  try {
    return see(String(file.id), file);
  } finally {
    errorOf(() => files().remove(String(file.id)));
  }
}

export const drive: Subject = {
  title: 'Drive',
  behaviours: [
    ...inFile.map(({ seeIn, ...claim }) => ({ ...claim, see: () => withFile(seeIn) })),
    documented(
      `${FILES}/create`,
      'a new file answers with kind, ID, name and type',
      ['id', 'kind', 'mimeType', 'name'],
      () => withFile((_id, file) => Object.keys(JSON.parse(JSON.stringify(file))).sort()),
    ),
    documented(
      `${FILES}/create`,
      "a new file has the resource's name and the blob's type",
      ['conformance.md', 'text/markdown'],
      () => withFile((_id, file) => [file.name ?? null, file.mimeType ?? null]),
    ),
    documented(`${FILES}/get`, 'fields chooses what is told', ['md5Checksum', 'size'], () =>
      withFile((id) => Object.keys(JSON.parse(JSON.stringify(files().get(id, { fields: 'size,md5Checksum' })))).sort()),
    ),
    documented(
      FILES,
      'the size is a text, and the checksum is the MD5 of the content',
      ['5', '8b04d5e3775d298e78455efc5ca404d5'],
      () =>
        withFile((id) => {
          const file = files().get(id, { fields: 'size,md5Checksum' });
          return [file.size ?? null, file.md5Checksum ?? null];
        }),
    ),
    documented(FILES, 'times are texts in the form of RFC 3339', true, () =>
      withFile((id) =>
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(
          String(files().get(id, { fields: 'modifiedTime' }).modifiedTime),
        ),
      ),
    ),
    documented(`${FILES}/update`, 'an update without content renames', ['renamed.md', 'first'], () =>
      withFile((id) => [files().update({ name: 'renamed.md' }, id).name ?? null, textOf(id)]),
    ),
    documented(`${FILES}/update`, 'a file that is put into the trash says so and is still there', [false, true], () =>
      withFile((id) => {
        const before = files().get(id, { fields: 'trashed' }).trashed ?? null;
        files().update({ trashed: true }, id);
        return [before, files().get(id, { fields: 'trashed' }).trashed ?? null];
      }),
    ),
    documented(`${FILES}/update`, 'parents cannot be written in an update', true, () =>
      withFile((id) => errorOf(() => files().update({ parents: ['root'] }, id)) !== null),
    ),
    documented(`${FILES}/delete`, 'a file that is deleted is not found', true, () => {
      const file = files().create({ name: 'conformance.md' }, markdown('first'));
      files().remove(String(file.id));
      return errorOf(() => files().get(String(file.id))) !== null;
    }),
    likely(
      `${FILES}/get`,
      'the error of a file that is not there names its ID',
      'API call to drive.files.get failed with error: File not found: nowhere.',
      () => errorOf(() => files().get('nowhere')),
    ),
    likely(ADVANCED, "an error of the service tells Drive's code", ['GoogleJsonResponseException', 404], () => {
      try {
        files().get('nowhere');
        return 'no error';
      } catch (error) {
        const { name, details } = error as Error & { details?: { code?: number } };
        return [name, details?.code ?? null];
      }
    }),
    documented(`${FILES}/get`, 'a field that there is not is refused', true, () =>
      withFile((id) => errorOf(() => files().get(id, { fields: 'barnacles' })) !== null),
    ),
    documented(
      'developers.google.com/workspace/drive/api/guides/search-files',
      'files are listed by name and without the trash',
      [1, 0],
      () =>
        withFile((id) => {
          const name = `conformance ${id}.md`;
          files().update({ name }, id);
          const found = () =>
            files().list({ q: `name = '${name}' and trashed = false`, fields: 'files(id)' }).files?.length ?? 0;
          const before = found();
          files().update({ trashed: true }, id);
          return [before, found()];
        }),
    ),
    documented(
      'developers.google.com/workspace/drive/api/guides/properties',
      'a file is found by a property that this app has put on it, and by no other value of it',
      [1, 0],
      () =>
        withFile((id) => {
          files().update({ appProperties: { berth: id } }, id);
          return [id, 'elsewhere'].map((value) => {
            const q = `appProperties has { key='berth' and value='${value}' } and trashed = false`;
            return files().list({ q, fields: 'files(id)' }).files?.length ?? 0;
          });
        }),
    ),
    documented(
      'developers.google.com/workspace/drive/api/guides/folder',
      'a file is created in a folder and listed in it',
      [true, 1],
      () => {
        const folder = files().create({ name: 'conformance', mimeType: 'application/vnd.google-apps.folder' });
        try {
          const file = files().create({ name: 'conformance.md', parents: [String(folder.id)] }, markdown('x'), {
            fields: 'id,parents',
          });
          const { files: listed } = files().list({ q: `'${folder.id}' in parents`, fields: 'files(id)' });
          return [file.parents?.[0] === folder.id, listed?.length ?? 0];
        } finally {
          files().remove(String(folder.id));
        }
      },
    ),
    unknown(`${FILES}/get`, 'an empty file comes as an empty text', '', () =>
      withFile((id) => {
        files().update({}, id, markdown(''));
        return textOf(id);
      }),
    ),
    documented(`${FILES}/get`, 'supportsAllDrives is taken and changes nothing', 'conformance.md', () =>
      withFile((id) => files().get(id, { supportsAllDrives: true, fields: 'name' }).name ?? null),
    ),
  ],
};
