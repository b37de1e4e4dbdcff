// What the manifest's three narrow scopes do not allow.
import { documented, errorOf, likely, type Subject } from '../../../src/platform/behaviour.ts';
import { safe } from '../../../src/platform/safe-behaviours.ts';

const SCOPES = 'concepts/scopes';

/** Whether Google refuses for want of permission. */
function isForbidden(action: () => unknown): boolean {
  return /permission/i.test(errorOf(action) ?? '');
}

export const permissions: Subject = {
  title: 'Permissions',
  behaviours: [
    ...safe.permissions,
    documented('reference/drive/drive-app#getRootFolder', 'drive.file alone does not open DriveApp', true, () =>
      isForbidden(() => DriveApp.getRootFolder()),
    ),
    documented(
      'reference/spreadsheet/spreadsheet-app#openById',
      'spreadsheets.currentonly does not open by ID, not even this one',
      true,
      ({ spreadsheet }) => isForbidden(() => SpreadsheetApp.openById(spreadsheet.getId())),
    ),
    documented('reference/url-fetch/url-fetch-app#fetch', 'nothing is fetched without its scope', true, () =>
      isForbidden(() => UrlFetchApp.fetch('https://example.com/')),
    ),
    documented(
      'reference/script/script-app#getProjectTriggers',
      'triggers are not listed without their scope',
      true,
      () => isForbidden(() => ScriptApp.getProjectTriggers()),
    ),
    documented(
      'reference/base/session#getEffectiveUser',
      "the user's address is not told without its scope",
      true,
      () => isForbidden(() => Session.getEffectiveUser().getEmail()),
    ),
    documented(
      'reference/calendar/calendar-app#getAllCalendars',
      'calendars are not listed without their scope',
      true,
      () => isForbidden(() => CalendarApp.getAllCalendars()),
    ),
    likely(
      SCOPES,
      'the error names the method and the scopes that would do',
      'Specified permissions are not sufficient to call SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets',
      ({ spreadsheet }) => errorOf(() => SpreadsheetApp.openById(spreadsheet.getId())),
    ),
  ],
};
