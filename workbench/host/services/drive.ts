// The advanced Drive service, version 3: files and their revisions, as `Drive.Files` and `Drive.Revisions` have them.

import { FieldError, readFields, selectFields } from '../drive/fields.ts';
import { checkKnown, FILE_FIELDS } from '../drive/parameters.ts';
import { matchesQuery, QueryError } from '../drive/query.ts';
import { type DriveRecord, FOLDER_TYPE, newFileId, ROOT_ID } from '../drive-store.ts';
import type { Runtime } from '../runtime.ts';
import { Service, ServiceError, type Surface } from '../service.ts';
import { Blob } from './blob.ts';

type V3 = GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection;
type Resource = Partial<
  Pick<DriveRecord, 'name' | 'mimeType' | 'parents' | 'trashed' | 'description' | 'properties' | 'appProperties' | 'id'>
> & { createdTime?: string; modifiedTime?: string };
type Args = Record<string, unknown>;

/** The error that the advanced service throws for an answer of the Drive API. */
function apiError(method: string, code: number, reason: string, message: string): ServiceError {
  const details = { code, message, errors: [{ domain: 'global', reason, message }] };
  return new ServiceError(
    `API call to drive.${method} failed with error: ${message}`,
    'GoogleJsonResponseException',
    details,
  );
}

function missing(method: string, id: string): ServiceError {
  return apiError(method, 404, 'notFound', `File not found: ${id}.`);
}

/** All that the API tells of a file. */
function resourceOf(runtime: Runtime, record: DriveRecord): Record<string, unknown> {
  const head = record.revisions[record.revisions.length - 1];
  const extension = /\.([^.]+)$/.exec(record.name)?.[1];
  const person = (email: string) => {
    const me = email === runtime.execution.user;
    return { kind: 'drive#user', displayName: email.split('@')[0] ?? email, me, emailAddress: email };
  };
  const canEdit = isWritable(runtime, record);
  return {
    kind: 'drive#file',
    id: record.id,
    name: record.name,
    mimeType: record.mimeType,
    description: record.description,
    starred: false,
    trashed: record.trashed,
    explicitlyTrashed: record.trashed,
    parents: record.parents,
    properties: record.properties,
    appProperties: record.appProperties,
    spaces: ['drive'],
    version: String(record.version),
    webViewLink: runtime.driveLink(record.id),
    createdTime: record.createdTime,
    modifiedTime: record.modifiedTime,
    lastModifyingUser: person(record.lastModifyingUser),
    owners: [person(record.owner)],
    ownedByMe: record.owner === runtime.execution.user,
    shared: record.owner !== runtime.execution.user,
    capabilities: { canEdit, canTrash: canEdit, canDelete: canEdit, canRename: canEdit, canDownload: true },
    size: head === undefined ? undefined : String(head.size),
    hasThumbnail: false,
    md5Checksum: head?.md5Checksum,
    headRevisionId: head?.id,
    originalFilename: record.mimeType === FOLDER_TYPE ? undefined : record.name,
    fileExtension: record.mimeType === FOLDER_TYPE ? undefined : extension,
  };
}

type FileMethods = 'create' | 'get' | 'list' | 'remove' | 'update';

export class Files extends Service implements Surface<V3, FileMethods> {
  override readonly serviceName = 'Drive.Files';
  readonly runtime: Runtime;

  constructor(runtime: Runtime) {
    super();
    this.runtime = runtime;
  }

  create(resource: unknown, mediaData?: unknown, optionalArgs?: unknown): unknown {
    checkKnown('files.create', optionalArgs, resource);
    const wanted = (resource ?? {}) as Resource;
    const args = (optionalArgs ?? {}) as Args;
    checkFields('files.create', args, FILE_FIELDS);
    const blob = blobOf(mediaData);
    const time = new Date(this.runtime.execution.now()).toISOString();
    const parents = (wanted.parents ?? [ROOT_ID]).map((id) => parentId(this.runtime, 'files.create', id));
    const record: DriveRecord = {
      id: newFileId(),
      name: wanted.name === undefined ? 'Untitled' : String(wanted.name),
      mimeType: wanted.mimeType ?? blob?.contentType ?? 'application/octet-stream',
      parents,
      trashed: false,
      createdTime: wanted.createdTime ?? time,
      modifiedTime: wanted.modifiedTime ?? time,
      version: 1,
      lastModifyingUser: this.runtime.execution.user,
      owner: this.runtime.execution.user,
      grants: [this.runtime.execution.user],
      revisions: [],
      place: '',
    };
    describeRecord(record, wanted);
    const content = record.mimeType === FOLDER_TYPE ? undefined : (blob?.bytes ?? new Uint8Array());
    return answer('files.create', this.runtime, this.runtime.store.drive.save(record, content), args);
  }

  update(resource: unknown, fileId: string, mediaData?: unknown, optionalArgs?: unknown): unknown {
    checkKnown('files.update', optionalArgs, resource);
    const wanted = (resource ?? {}) as Resource;
    const args = (optionalArgs ?? {}) as Args;
    checkFields('files.update', args, FILE_FIELDS);
    if (wanted.parents !== undefined) {
      const message =
        'The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.';
      throw apiError('files.update', 403, 'fieldNotWritable', message);
    }
    const record = visible(this.runtime, 'files.update', fileId);
    if (!isWritable(this.runtime, record)) {
      const message = 'The user does not have sufficient permissions for this file.';
      throw apiError('files.update', 403, 'insufficientFilePermissions', message);
    }
    const blob = blobOf(mediaData);
    if (wanted.name !== undefined) record.name = String(wanted.name);
    if (wanted.mimeType !== undefined) record.mimeType = wanted.mimeType;
    if (wanted.trashed !== undefined) record.trashed = wanted.trashed;
    describeRecord(record, wanted);
    const listed = (value: unknown) =>
      typeof value === 'string' && value !== '' ? value.split(',').map((id) => id.trim()) : [];
    const gone = listed(args.removeParents);
    const added = listed(args.addParents).map((id) => parentId(this.runtime, 'files.update', id));
    if (gone.length + added.length > 0)
      record.parents = [...record.parents.filter((id) => !gone.includes(id)), ...added].slice(-1);
    record.version++;
    record.lastModifyingUser = this.runtime.execution.user;
    record.modifiedTime = wanted.modifiedTime ?? new Date(this.runtime.execution.now()).toISOString();
    let saved = this.runtime.store.drive.save(record, blob?.bytes);
    const head = saved.revisions[saved.revisions.length - 1];
    if (blob && head && args.keepRevisionForever === true) {
      head.keepForever = true;
      saved = this.runtime.store.drive.save(saved);
    }
    return answer('files.update', this.runtime, saved, args);
  }

  get(fileId: string, optionalArgs?: unknown): unknown {
    checkKnown('files.get', optionalArgs);
    const args = (optionalArgs ?? {}) as Args;
    checkFields('files.get', args, FILE_FIELDS);
    if (fileId === 'root' || fileId === ROOT_ID) return answer('files.get', this.runtime, rootOf(this.runtime), args);
    const record = visible(this.runtime, 'files.get', fileId);
    if (args.alt !== 'media') return answer('files.get', this.runtime, record, args);
    if (record.mimeType === FOLDER_TYPE) {
      const message = 'Only files with binary content can be downloaded. Use Export with Docs Editors files.';
      throw apiError('files.get', 403, 'fileNotDownloadable', message);
    }
    const content = this.runtime.store.drive.content(record.id);
    if (content?.length === 0 && this.runtime.switches.details === 'other') return null;
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  }

  list(optionalArgs?: unknown): unknown {
    checkKnown('files.list', optionalArgs);
    const args = (optionalArgs ?? {}) as Args;
    const { user } = this.runtime.execution;
    let records = this.runtime.store.drive.all().filter((record) => record.grants.includes(user));
    try {
      records = records.filter((record) => matchesQuery(record, String(args.q ?? '')));
    } catch (error) {
      if (error instanceof QueryError) throw apiError('files.list', 400, 'invalid', 'Invalid Value');
      throw error;
    }
    const [key = 'modifiedTime', direction = args.orderBy === undefined ? 'desc' : 'asc'] = String(
      args.orderBy ?? 'modifiedTime',
    ).split(' ');
    const sign = direction === 'desc' ? -1 : 1;
    const value = (record: DriveRecord) => String(resourceOf(this.runtime, record)[key] ?? '');
    records.sort((one, other) => sign * (value(one) < value(other) ? -1 : value(one) > value(other) ? 1 : 0));
    const start = Number(args.pageToken ?? 0);
    const size = Number(args.pageSize ?? 100);
    const page = records.slice(start, start + size);
    const whole: Record<string, unknown> = {
      kind: 'drive#fileList',
      incompleteSearch: false,
      files: page.map((record) => resourceOf(this.runtime, record)),
    };
    if (start + size < records.length) whole.nextPageToken = String(start + size);
    const fields = args.fields ?? 'kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)';
    return select('files.list', whole, String(fields), new Set(['kind', 'incompleteSearch', 'nextPageToken', 'files']));
  }

  remove(fileId: string, optionalArgs?: unknown): void {
    checkKnown('files.delete', optionalArgs);
    this.runtime.store.drive.remove(visible(this.runtime, 'files.delete', fileId).id);
  }
}

export class Revisions
  extends Service
  implements Surface<GoogleAppsScript.Drive_v3.Drive.V3.Collection.RevisionsCollection, 'get' | 'list'>
{
  override readonly serviceName = 'Drive.Revisions';
  readonly runtime: Runtime;

  constructor(runtime: Runtime) {
    super();
    this.runtime = runtime;
  }

  list(fileId: string, optionalArgs?: unknown): unknown {
    checkKnown('revisions.list', optionalArgs);
    const record = visible(this.runtime, 'revisions.list', fileId);
    const revisions = record.revisions.map(({ size, keepForever, ...rest }) => ({
      kind: 'drive#revision',
      ...rest,
      size: String(size),
      keepForever,
      mimeType: record.mimeType,
    }));
    const { pageSize = 200, pageToken = 0 } = (optionalArgs ?? {}) as Args;
    const end = Number(pageToken) + Number(pageSize);
    const more = end < revisions.length ? { nextPageToken: String(end) } : {};
    return { kind: 'drive#revisionList', ...more, revisions: revisions.slice(Number(pageToken), end) };
  }
  get(fileId: string, revisionId: string, optionalArgs?: unknown): unknown {
    checkKnown('revisions.get', optionalArgs);
    const { revisions } = this.list(fileId, { pageSize: 1000 }) as { revisions: { id: string }[] };
    const found = revisions.find((revision) => revision.id === revisionId);
    if (!found) throw apiError('revisions.get', 404, 'notFound', `Revision not found: ${revisionId}.`);
    if (((optionalArgs ?? {}) as Args).alt !== 'media') return found;
    const { drive } = this.runtime.store;
    const isHead = revisions[revisions.length - 1] === found;
    const content = isHead ? drive.content(fileId) : drive.replacedContent(revisionId);
    if (content === undefined || (!isHead && this.runtime.switches.replaced === 'withheld')) {
      throw apiError('revisions.get', 403, 'cannotDownloadFile', 'This file cannot be downloaded by the user.');
    }
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  }
}

export class Drive extends Service {
  override readonly serviceName = 'Drive';
  readonly files: Files;
  readonly revisions: Revisions;

  constructor(runtime: Runtime) {
    super();
    this.files = new Files(runtime);
    this.revisions = new Revisions(runtime);
  }

  get Files(): Files {
    return this.files;
  }
  get Revisions(): Revisions {
    return this.revisions;
  }
}

/** The content to keep; without any, undefined. */
function blobOf(mediaData: unknown): Blob | undefined {
  if (mediaData === null || mediaData === undefined) return undefined;
  if (mediaData instanceof Blob) return mediaData;
  throw new ServiceError('The mediaData parameter only supports Blob types for upload.');
}

function isWritable(runtime: Runtime, { readers = [] }: DriveRecord): boolean {
  return !readers.includes(runtime.execution.user);
}

/** A file that the app may see for this user. Throws Google's 404 else. */
function visible(runtime: Runtime, method: string, id: string): DriveRecord {
  if (typeof id !== 'string' || id === '')
    throw apiError(method, 400, 'required', 'Missing required parameter: fileId');
  const record = runtime.store.drive.find(id);
  if (!record?.grants.includes(runtime.execution.user)) throw missing(method, id);
  return record;
}

/** The folder that all is in: everybody may look at their own. */
function rootOf({ execution: { user } }: Runtime): DriveRecord {
  return {
    id: ROOT_ID,
    name: 'My Drive',
    mimeType: FOLDER_TYPE,
    parents: [],
    trashed: false,
    createdTime: '2020-01-01T00:00:00.000Z',
    modifiedTime: '2020-01-01T00:00:00.000Z',
    version: 1,
    lastModifyingUser: user,
    owner: user,
    grants: [user],
    revisions: [],
    place: '',
  };
}

function parentId(runtime: Runtime, method: string, id: string): string {
  if (id === 'root' || id === ROOT_ID) return ROOT_ID;
  return visible(runtime, method, id).id;
}

function describeRecord(record: DriveRecord, wanted: Resource): void {
  if (wanted.description !== undefined) record.description = wanted.description;
  if (wanted.properties !== undefined) record.properties = { ...record.properties, ...wanted.properties };
  if (wanted.appProperties !== undefined) record.appProperties = { ...record.appProperties, ...wanted.appProperties };
}

/** A wrong `fields` fails before anything is written. */
function checkFields(method: string, args: Args, known: ReadonlySet<string>): void {
  if (args.fields !== undefined) select(method, {}, String(args.fields), known);
}

function select(method: string, whole: Record<string, unknown>, fields: string, known: ReadonlySet<string>): unknown {
  try {
    return selectFields(whole, readFields(fields, known));
  } catch (error) {
    if (error instanceof FieldError)
      throw apiError(method, 400, 'invalidParameter', `Invalid field selection ${error.message}`);
    throw error;
  }
}

function answer(method: string, runtime: Runtime, record: DriveRecord, args: Args): unknown {
  return select(method, resourceOf(runtime, record), String(args.fields ?? 'kind,id,name,mimeType'), FILE_FIELDS);
}
