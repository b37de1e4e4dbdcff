// What one user of the add-on leaves and another finds: behaviours that need two Google accounts.
import { type Claim, errorOf, type Seen, type Standing } from '../../src/platform/behaviour.ts';

/** A behaviour that is prepared by one user and seen by another, in the same spreadsheet. */
export interface SecondUserBehaviour extends Claim {
  /** Done by the first user; what it gives is handed to the second. */
  leave: () => string;
  see: (left: string) => Seen;
}

const FILES = 'developers.google.com/workspace/drive/api/reference/rest/v3/files';
const SCOPES = 'developers.google.com/workspace/drive/api/guides/api-specific-auth';
const PROPERTIES = 'reference/properties/properties-service';
const KEY = 'conformance.left';

const behaviour =
  (standing: Standing) =>
  (
    source: string,
    name: string,
    expected: Seen,
    leave: () => string,
    see: SecondUserBehaviour['see'],
  ): SecondUserBehaviour => ({ name, source, standing, expected, leave, see });
const documented = behaviour('documented');
const likely = behaviour('likely');

function leaveFile(): string {
  const blob = Utilities.newBlob('first', 'text/markdown', 'conformance.md');
  return String(Drive?.Files?.create({ name: 'conformance.md' }, blob).id);
}

function codeOf(action: () => unknown): Seen {
  try {
    action();
    return 'no error';
  } catch (error) {
    return (error as { details?: { code?: number } }).details?.code ?? String(error);
  }
}

export const secondUser: readonly SecondUserBehaviour[] = [
  likely(SCOPES, "a file that another user's grant made is not found", 404, leaveFile, (id) =>
    codeOf(() => Drive?.Files?.get(id)),
  ),
  likely(SCOPES, "a file that another user's grant made cannot be updated", 404, leaveFile, (id) =>
    codeOf(() => Drive?.Files?.update({}, id, Utilities.newBlob('second', 'text/markdown'))),
  ),
  likely(`${FILES}/list`, "a file that another user's grant made is not listed", false, leaveFile, (id) => {
    const { files = [] } = Drive?.Files?.list({ fields: 'files(id)', pageSize: 1000 }) ?? {};
    return files.some((file) => file.id === id);
  }),
  documented(
    PROPERTIES,
    "a user's properties are not another user's",
    null,
    () => {
      PropertiesService.getUserProperties().setProperty(KEY, 'mine');
      return '';
    },
    () => PropertiesService.getUserProperties().getProperty(KEY),
  ),
  documented(
    PROPERTIES,
    "the document's and the script's properties are everybody's",
    ['ours', 'ours'],
    () => {
      PropertiesService.getDocumentProperties().setProperty(KEY, 'ours');
      PropertiesService.getScriptProperties().setProperty(KEY, 'ours');
      return '';
    },
    () => [
      PropertiesService.getDocumentProperties().getProperty(KEY),
      PropertiesService.getScriptProperties().getProperty(KEY),
    ],
  ),
  documented(
    'reference/cache/cache-service',
    "a user's cache is not another user's",
    null,
    () => {
      CacheService.getUserCache().put(KEY, 'mine', 3600);
      return '';
    },
    () => CacheService.getUserCache().get(KEY),
  ),
  documented(
    'reference/base/session#getTemporaryActiveUserKey',
    'two users have two keys',
    true,
    () => Session.getTemporaryActiveUserKey(),
    (key) => Session.getTemporaryActiveUserKey() !== key,
  ),
];

const LEFT = 'conformance.left-things';

/** Leaves what the second user looks for. */
export function leaveThings(): void {
  const left = secondUser.map(({ leave }) => leave());
  PropertiesService.getDocumentProperties().setProperty(LEFT, JSON.stringify(left));
}

/** What the second user sees of each behaviour, in their order; none if nothing was left. */
export function lookAtThings(): Seen[] {
  const text = PropertiesService.getDocumentProperties().getProperty(LEFT);
  if (text === null) return [];
  const left = JSON.parse(text) as string[];
  return secondUser.map(({ see }, index) => {
    try {
      return see(left[index] ?? '');
    } catch (error) {
      return `threw ${String(error)}`;
    }
  });
}

/** Takes away what was left; for the user who left it. */
export function removeThings(): void {
  const store = PropertiesService.getDocumentProperties();
  const left = JSON.parse(store.getProperty(LEFT) ?? '[]') as string[];
  for (const [index, { leave }] of secondUser.entries()) {
    if (leave === leaveFile) errorOf(() => Drive?.Files?.remove(left[index] ?? ''));
  }
  for (const properties of [store, PropertiesService.getScriptProperties(), PropertiesService.getUserProperties()]) {
    properties.deleteProperty(KEY);
  }
  CacheService.getUserCache().remove(KEY);
  store.deleteProperty(LEFT);
}
