// What the documentation says of the other services' methods that the add-on uses, and what tests of others show of them.
import { documented, errorOf, likely, type Seen, type Subject } from '../../../src/platform/behaviour.ts';
import { peer } from '../peer.ts';

const CACHE = 'reference/cache/cache';
const LOCK = 'reference/lock/lock';
const HTML = 'reference/html/html-output';
const DIGEST = 'reference/utilities/utilities#computeDigest';
const FILES = 'developers.google.com/workspace/drive/api/reference/rest/v3/files';
const enumerations = peer('testenums');
const stores = peer('teststores');
const locks = peer('testlock');
const files = peer('testdrive');

function driveFiles(): GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection {
  if (!Drive?.Files) throw new Error('The Drive service is not there.');
  return Drive.Files;
}

function sha256(text: string, ...charset: GoogleAppsScript.Utilities.Charset[]): string {
  const { SHA_256 } = Utilities.DigestAlgorithm;
  return Utilities.base64Encode(Reflect.apply(Utilities.computeDigest, Utilities, [SHA_256, text, ...charset]));
}

export const methodsOfServices: Subject = {
  title: 'Methods of other services',
  behaviours: [
    enumerations(
      'reference/spreadsheet/wrap-strategy',
      'the keys of WrapStrategy can be listed',
      ['CLIP', 'OVERFLOW', 'WRAP'],
      () =>
        Object.keys(SpreadsheetApp.WrapStrategy)
          .filter((key) => typeof Reflect.get(SpreadsheetApp.WrapStrategy, key) === 'object')
          .sort(),
    ),
    enumerations(
      'reference/spreadsheet/protection-type',
      'the keys of ProtectionType can be listed',
      ['RANGE', 'SHEET'],
      () =>
        Object.keys(SpreadsheetApp.ProtectionType)
          .filter((key) => typeof Reflect.get(SpreadsheetApp.ProtectionType, key) === 'object')
          .sort(),
    ),
    enumerations(
      'reference/spreadsheet/wrap-strategy',
      'a value of an enumeration knows its name and its place',
      ['CLIP', 'CLIP', 'number', 0],
      () => {
        const clip = SpreadsheetApp.WrapStrategy.CLIP;
        const ask = (method: string, ...args: unknown[]): Seen =>
          Reflect.apply(Reflect.get(clip as unknown as object, method), clip, args);
        return [String(clip), ask('name'), typeof ask('ordinal'), ask('compareTo', clip)];
      },
    ),
    stores(`${CACHE}#put`, 'put gives null', true, () => {
      return (CacheService.getUserCache().put('one', 'ebb') as unknown) === null;
    }),
    stores(`${CACHE}#remove`, 'remove gives null', true, () => {
      return (CacheService.getUserCache().remove('one') as unknown) === null;
    }),
    stores('reference/properties/properties#deleteProperty', 'deleteProperty gives the store back', null, () =>
      PropertiesService.getScriptProperties().setProperty('one', 'ebb').deleteProperty('one').getProperty('one'),
    ),
    documented('reference/properties/properties#setProperty', 'setProperty gives the store back', 'ebb', () => {
      const store = PropertiesService.getScriptProperties();
      const seen = store.setProperty('one', 'flood').setProperty('one', 'ebb').getProperty('one');
      store.deleteProperty('one');
      return seen;
    }),
    documented(`${CACHE}#put`, 'what is cached twice is the later one', 'flood', () => {
      const cache = CacheService.getUserCache();
      cache.put('one', 'ebb');
      cache.put('one', 'flood');
      const seen = cache.get('one');
      cache.remove('one');
      return seen;
    }),
    locks(`${LOCK}#tryLock`, 'a negative time takes no lock', [false, false], () => {
      const lock = LockService.getScriptLock();
      const isTaken = lock.tryLock(-100);
      return [isTaken, lock.hasLock()];
    }),
    locks(`${LOCK}#tryLock`, 'no time at all is enough for a free lock', [true, true], () => {
      const lock = LockService.getScriptLock();
      const seen = [lock.tryLock(0), lock.hasLock()];
      lock.releaseLock();
      return seen;
    }),
    documented(`${LOCK}#waitLock`, 'waitLock takes a free lock', true, () => {
      const lock = LockService.getScriptLock();
      lock.waitLock(1000);
      const isHeld = lock.hasLock();
      lock.releaseLock();
      return isHeld;
    }),
    documented(`${LOCK}#hasLock`, 'a lock that nobody took is not held', false, () =>
      LockService.getUserLock().hasLock(),
    ),
    documented(`${HTML}#setTitle`, 'setTitle gives the page back', 'Log', () =>
      HtmlService.createHtmlOutput('<p>x').setTitle('Log').getTitle(),
    ),
    documented(`${HTML}#setWidth`, 'width and height are what was set', [600, 400], () => {
      const page = HtmlService.createHtmlOutput('<p>x').setWidth(600).setHeight(400);
      return [page.getWidth(), page.getHeight()];
    }),
    documented(`${HTML}#setContent`, 'setContent takes the place of what was there', '<p>new', () =>
      HtmlService.createHtmlOutput('<p>old').setContent('<p>new').getContent(),
    ),
    documented(`${HTML}#append`, 'append adds to what is there', '<p>old<p>new', () =>
      HtmlService.createHtmlOutput('<p>old').append('<p>new').getContent(),
    ),
    documented(`${HTML}#clear`, 'clear leaves an empty page', '', () =>
      HtmlService.createHtmlOutput('<p>old').clear().getContent(),
    ),
    documented(
      'reference/html/html-template#evaluate',
      'a template is evaluated with what was set on it',
      '<p>high</p>',
      () => {
        const template = HtmlService.createTemplate('<p><?= tide ?></p>');
        Reflect.set(template, 'tide', 'high');
        return template.evaluate().getContent();
      },
    ),
    likely(DIGEST, 'without a charset a digest reads text as US-ASCII', [true, false], () => [
      sha256('é') === sha256('é', Utilities.Charset.US_ASCII),
      sha256('é') === sha256('é', Utilities.Charset.UTF_8),
    ]),
    documented(DIGEST, 'bytes have the digest of the text that they are', true, () => {
      const { MD5 } = Utilities.DigestAlgorithm;
      return (
        Utilities.base64Encode(Utilities.computeDigest(MD5, [97, 98])) ===
        Utilities.base64Encode(Utilities.computeDigest(MD5, 'ab'))
      );
    }),
    likely(DIGEST, 'an algorithm that is none is refused', true, () => {
      return errorOf(() => Reflect.apply(Utilities.computeDigest, Utilities, ['MD5', 'ab'])) !== null;
    }),
    likely(DIGEST, 'a value that is neither text nor bytes is refused', true, () => {
      const { MD5 } = Utilities.DigestAlgorithm;
      return errorOf(() => Reflect.apply(Utilities.computeDigest, Utilities, [MD5, { tide: 'high' }])) !== null;
    }),
    documented('reference/base/blob#getName', 'a blob has the name that was set', 'LOG.md', () =>
      Utilities.newBlob('x').setName('LOG.md').getName(),
    ),
    documented('reference/base/blob#setDataFromString', "a blob's text can be set", 'ebb', () =>
      Utilities.newBlob('x').setDataFromString('ebb').getDataAsString(),
    ),
    documented('reference/base/blob#setContentType', "a blob's type can be set", 'text/markdown', () =>
      Utilities.newBlob('x').setContentType('text/markdown').getContentType(),
    ),
    files(
      `${FILES}/create`,
      'content that is no Blob is refused',
      'The mediaData parameter only supports Blob types for upload.',
      () => errorOf(() => Reflect.apply(driveFiles().create, driveFiles(), [{ name: 'Conformance' }, 'text'])),
    ),
    files(
      `${FILES}/get`,
      'the folder that all is in is found as root',
      'application/vnd.google-apps.folder',
      () => driveFiles().get('root', { fields: 'id,mimeType' }).mimeType ?? 'none',
    ),
    documented(FILES, 'hasThumbnail is a field of a file', false, () => {
      const file = driveFiles().create({ name: 'Conformance' }, Utilities.newBlob('x', 'text/plain'), {
        fields: 'id,hasThumbnail',
      });
      driveFiles().remove(String(file.id));
      return file.hasThumbnail ?? 'none';
    }),
    documented('reference/base/menu#addItem', 'addItem gives the menu back', 'Menu', () =>
      String(SpreadsheetApp.getUi().createMenu('Conformance').addItem('Run', 'runConformance')),
    ),
    documented('reference/base/menu#addSubMenu', 'a menu takes another menu', 'Menu', () => {
      const ui = SpreadsheetApp.getUi();
      return String(ui.createMenu('Conformance').addSubMenu(ui.createMenu('More').addItem('Run', 'runConformance')));
    }),
    documented('reference/base/menu#addToUi', 'a menu is added to the window without an answer', true, () => {
      const menu = SpreadsheetApp.getUi().createMenu('Conformance').addItem('Run all', 'showConformance');
      return errorOf(() => menu.addToUi()) === null;
    }),
    documented('reference/spreadsheet/spreadsheet-app#getUi', 'the window can be had', 'Ui', () =>
      String(SpreadsheetApp.getUi()),
    ),
    documented('reference/base/ui#showModalDialog', 'a dialog needs a page', true, () => {
      const ui = SpreadsheetApp.getUi();
      return errorOf(() => Reflect.apply(ui.showModalDialog, ui, ['no page', 'Title'])) !== null;
    }),
    documented('reference/base/ui#showModelessDialog', 'a dialog beside the work needs a page, too', true, () => {
      const ui = SpreadsheetApp.getUi();
      return errorOf(() => Reflect.apply(ui.showModelessDialog, ui, ['no page', 'Title'])) !== null;
    }),
    documented('reference/html/html-output#setHeight', 'setHeight gives the page back', 300, () =>
      HtmlService.createHtmlOutput('<p>x').setHeight(300).getHeight(),
    ),
    documented(
      'reference/properties/properties-service#getDocumentProperties',
      "a bound script has the document's properties",
      true,
      () => PropertiesService.getDocumentProperties() !== null,
    ),
    documented(
      'reference/properties/properties-service#getUserProperties',
      "the user's properties are there",
      true,
      () => {
        return PropertiesService.getUserProperties() !== null;
      },
    ),
    documented(
      'reference/cache/cache-service#getDocumentCache',
      "a bound script has the document's cache",
      true,
      () => {
        return CacheService.getDocumentCache() !== null;
      },
    ),
    documented('reference/lock/lock-service#getDocumentLock', "a bound script has the document's lock", true, () => {
      return LockService.getDocumentLock() !== null;
    }),
  ],
};
