// What calls of the Drive API may name: fields of a file, arguments of each method, parts of a resource.

import { ServiceError } from '../service.ts';

/** All fields of a file that `fields` may name. */
export const FILE_FIELDS = new Set([
  'kind',
  'hasThumbnail',
  'id',
  'name',
  'mimeType',
  'description',
  'starred',
  'trashed',
  'explicitlyTrashed',
  'parents',
  'properties',
  'appProperties',
  'spaces',
  'version',
  'webViewLink',
  'webContentLink',
  'iconLink',
  'createdTime',
  'modifiedTime',
  'lastModifyingUser',
  'owners',
  'ownedByMe',
  'shared',
  'capabilities',
  'size',
  'md5Checksum',
  'headRevisionId',
  'originalFilename',
  'fileExtension',
  'fullFileExtension',
  'driveId',
  'permissions',
  'viewedByMe',
  'modifiedByMe',
  'thumbnailLink',
  'sha1Checksum',
  'sha256Checksum',
]);

/** Arguments that the local host heeds, or that change nothing here. */
const ARGUMENTS: Record<string, readonly string[]> = {
  'files.create': ['fields', 'supportsAllDrives', 'keepRevisionForever'],
  'files.update': ['fields', 'supportsAllDrives', 'keepRevisionForever', 'addParents', 'removeParents'],
  'files.get': ['fields', 'supportsAllDrives', 'alt', 'acknowledgeAbuse'],
  'files.list': [
    'fields',
    'supportsAllDrives',
    'includeItemsFromAllDrives',
    'q',
    'orderBy',
    'pageSize',
    'pageToken',
    'spaces',
    'corpora',
  ],
  'files.delete': ['supportsAllDrives'],
  'revisions.list': ['pageSize', 'pageToken'],
  'revisions.get': ['alt'],
};
const RESOURCE = [
  'id',
  'name',
  'mimeType',
  'parents',
  'trashed',
  'description',
  'properties',
  'appProperties',
  'createdTime',
  'modifiedTime',
];

/** Throws for an argument or a field of the resource that the local host would pass over. */
export function checkKnown(method: string, args: unknown, resource: unknown = {}): void {
  const known = ARGUMENTS[method] ?? [];
  const unknown = [
    ...Object.keys(args ?? {}).filter((key) => !known.includes(key)),
    ...Object.keys(resource ?? {}).filter((key) => !RESOURCE.includes(key)),
  ];
  if (unknown.length === 0) return;
  throw new ServiceError(`not implemented in the local host: drive.${method} with ${unknown.join(', ')}`, 'Error');
}
