// Which scopes and which authorization each service method needs, as Google documents it, and what kind of call it is.

import type { AuthMode, CallKind } from './execution.ts';
import { ServiceError } from './service.ts';

const AUTH = 'https://www.googleapis.com/auth/';
const CURRENT_SHEET = ['spreadsheets.currentonly', 'spreadsheets'];
const WHOLE_SHEETS = ['spreadsheets'];
const UI = ['script.container.ui'];
const DRIVE_WRITE = ['drive', 'drive.appdata', 'drive.file'];
const DRIVE_READ = [...DRIVE_WRITE, 'drive.readonly', 'drive.metadata', 'drive.metadata.readonly'];

/** Of a service (`Sheet`) or one of its methods (`Ui.alert`): any one of these scopes will do. Not listed = none is needed. */
const SCOPES: Record<string, readonly string[]> = {
  Spreadsheet: CURRENT_SHEET,
  Sheet: CURRENT_SHEET,
  Range: CURRENT_SHEET,
  RangeList: CURRENT_SHEET,
  Selection: CURRENT_SHEET,
  Protection: CURRENT_SHEET,
  'SpreadsheetApp.getActive': CURRENT_SHEET,
  'SpreadsheetApp.getActiveSpreadsheet': CURRENT_SHEET,
  'SpreadsheetApp.getActiveSheet': CURRENT_SHEET,
  'SpreadsheetApp.getActiveRange': CURRENT_SHEET,
  'SpreadsheetApp.getCurrentCell': CURRENT_SHEET,
  'SpreadsheetApp.getSelection': CURRENT_SHEET,
  'SpreadsheetApp.setActiveSheet': CURRENT_SHEET,
  'SpreadsheetApp.setActiveRange': CURRENT_SHEET,
  'SpreadsheetApp.flush': CURRENT_SHEET,
  'SpreadsheetApp.openById': WHOLE_SHEETS,
  'SpreadsheetApp.openByUrl': WHOLE_SHEETS,
  'SpreadsheetApp.open': WHOLE_SHEETS,
  'SpreadsheetApp.create': WHOLE_SHEETS,
  'Ui.showSidebar': UI,
  'Ui.showDialog': UI,
  'Ui.showModalDialog': UI,
  'Ui.showModelessDialog': UI,
  'Spreadsheet.show': UI,
  'Drive.Files.get': DRIVE_READ,
  'Drive.Files.list': DRIVE_READ,
  'Drive.Files': DRIVE_WRITE,
  'Drive.Revisions': DRIVE_WRITE,
  DriveApp: ['drive', 'drive.readonly'],
  'DriveApp.createFile': ['drive'],
  'DriveApp.createFolder': ['drive'],
  DocumentApp: ['documents.currentonly', 'documents'],
  FormApp: ['forms.currentonly', 'forms'],
  SlidesApp: ['presentations.currentonly', 'presentations'],
  MailApp: ['script.send_mail'],
  GmailApp: ['mail.google.com'],
  CalendarApp: ['calendar', 'calendar.readonly'],
  ContactsApp: ['contacts'],
  UrlFetchApp: ['script.external_request'],
  'ScriptApp.newTrigger': ['script.scriptapp'],
  'ScriptApp.deleteTrigger': ['script.scriptapp'],
  'ScriptApp.getProjectTriggers': ['script.scriptapp'],
  'Session.getActiveUser': ['userinfo.email'],
  'Session.getEffectiveUser': ['userinfo.email'],
  User: ['userinfo.email'],
};

/** What a simple trigger may not do, whatever the manifest says: services that need authorization, and asking the person. */
const CLOSED_TO_TRIGGERS = [
  'Ui.showSidebar',
  'Ui.showDialog',
  'Ui.showModalDialog',
  'Ui.showModelessDialog',
  'Ui.alert',
  'Ui.prompt',
  'SpreadsheetApp.openById',
  'SpreadsheetApp.openByUrl',
  'SpreadsheetApp.open',
  'SpreadsheetApp.create',
  'Drive.Files',
  'Drive.Revisions',
  'DriveApp',
  'DocumentApp',
  'FormApp',
  'SlidesApp',
  'MailApp',
  'GmailApp',
  'CalendarApp',
  'ContactsApp',
  'UrlFetchApp',
  'ScriptApp.newTrigger',
  'ScriptApp.deleteTrigger',
  'ScriptApp.getProjectTriggers',
  'ScriptApp.getOAuthToken',
];

/** All that `onOpen` may use before the person has given any permission. */
const OPEN_WITHOUT_PERMISSION = [
  'SpreadsheetApp.getUi',
  'Ui.createMenu',
  'Ui.createAddonMenu',
  'Menu',
  'Utilities',
  'Logger',
  'ScriptApp.getScriptId',
  'Session.getScriptTimeZone',
  'Session.getActiveUserLocale',
  'HtmlService',
  'HtmlOutput',
  'HtmlTemplate',
  'Blob',
];

const DRIVE_SERVICES = /^(?:Drive|DriveApp)(?:\.|$)/;
const SHEET_SERVICES = new Set(['SpreadsheetApp', 'Spreadsheet', 'Sheet', 'Range', 'RangeList', 'Protection']);
/** Methods that hand out an object or know their answer without the server. */
const FREE = new Set([
  'getRange',
  'getSheet',
  'getRow',
  'getColumn',
  'getNumRows',
  'getNumColumns',
  'getA1Notation',
  'getCell',
  'getUi',
  'offset',
  'getActive',
  'getActiveSpreadsheet',
  'getRangeList',
  'getRanges',
  'getParent',
  'getGridId',
  'toString',
  'getRowIndex',
  'getColumnIndex',
  // Names, sizes and zones: looked up in the head of the book, not read from its cells.
  'getId',
  'getName',
  'getSheetId',
  'getSheetById',
  'getSheetByName',
  'getSheets',
  'getDataRange',
  'getLastRow',
  'getLastColumn',
  'getMaxRows',
  'getMaxColumns',
  'getSpreadsheetTimeZone',
  'getSpreadsheetLocale',
  'isSheetHidden',
  // A message and the wait for what was written before.
  'toast',
  'flush',
]);

function covers(list: readonly string[], service: string, method: string): boolean {
  return list.includes(service) || list.includes(`${service}.${method}`);
}

/** Throws Google's permission error if the manifest lacks a scope for the method, or the mode of authorization forbids it. */
export function checkPermission(service: string, method: string, scopes: readonly string[], mode: AuthMode): void {
  const name = `${service}.${method}`;
  const needed = SCOPES[name] ?? SCOPES[service];
  const list = needed?.map((scope) => (scope === 'mail.google.com' ? 'https://mail.google.com/' : AUTH + scope));
  const required = list ? ` Required permissions: ${list.length === 1 ? list[0] : `(${list.join(' || ')})`}` : '';
  const isClosed = mode !== 'FULL' && covers(CLOSED_TO_TRIGGERS, service, method);
  // Enumerations and builders hold no data: they need nothing.
  const isHeld = mode === 'NONE' && isGuarded(service) && !covers(OPEN_WITHOUT_PERMISSION, service, method);
  if (isClosed || isHeld) throw new ServiceError(`You do not have permission to call ${name}.${required}`);
  if (list && !list.some((scope) => scopes.includes(scope))) {
    throw new ServiceError(`Specified permissions are not sufficient to call ${name}.${required}`);
  }
}

const GUARDED = new Set([
  'SpreadsheetApp',
  'Spreadsheet',
  'Sheet',
  'Range',
  'RangeList',
  'Protection',
  'Ui',
  'PropertiesService',
  'Properties',
  'CacheService',
  'Cache',
  'LockService',
  'Lock',
  'Session',
  'User',
  'ScriptApp',
  'Drive.Files',
  'Drive.Revisions',
  'DriveApp',
  'MailApp',
  'GmailApp',
  'UrlFetchApp',
  'CalendarApp',
  'ContactsApp',
  'DocumentApp',
  'FormApp',
  'SlidesApp',
]);

function isGuarded(service: string): boolean {
  return GUARDED.has(service);
}

/** What a call of the method counts as. */
export function callKind(service: string, method: string): CallKind {
  if (DRIVE_SERVICES.test(service)) return 'drive';
  if (service === 'Lock') return 'lock';
  if (service === 'Properties' || service === 'Cache') return 'properties';
  if (!SHEET_SERVICES.has(service) || FREE.has(method) || /^new/.test(method)) return 'other';
  return /^(?:get|is|can)/.test(method) ? 'read' : 'write';
}
