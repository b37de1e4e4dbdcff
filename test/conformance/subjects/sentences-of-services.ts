// What the documentation of rules, protections and the services beside the spreadsheet says sentence by sentence, where no other subject shows it.
import { files, markdown } from '../../../src/platform/asked-behaviours.ts';
import { type Behaviour, documented, errorOf, type Subject } from '../../../src/platform/behaviour.ts';

const RULE = 'reference/spreadsheet/data-validation-builder';
const FORMAT = 'reference/spreadsheet/conditional-format-rule-builder';
const PROTECTION = 'reference/spreadsheet/protection';
const STORE = 'reference/properties/properties';
const CACHE = 'reference/cache/cache';
const LOCK = 'reference/lock/lock';
const HTML = 'reference/html/html-output';
const FILES = 'developers.google.com/workspace/drive/api/reference/rest/v3/files';

type RuleBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type FormatBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

/** Calls of a builder of rules, each of which hands the builder on. */
const RULES: Readonly<Record<string, (builder: RuleBuilder) => unknown>> = {
  requireDate: (builder) => builder.requireDate(),
  requireFormulaSatisfied: (builder) => builder.requireFormulaSatisfied('=1=1'),
  requireValueInList: (builder) => builder.requireValueInList(['ebb', 'flood']),
  requireValueInRange: (builder) => builder.requireValueInRange(SpreadsheetApp.getActiveSheet().getRange('C1:C3')),
  setAllowInvalid: (builder) => builder.setAllowInvalid(false),
  setHelpText: (builder) => builder.setHelpText('ebb'),
};

const HIGHLIGHTS: Readonly<Record<string, (builder: FormatBuilder) => unknown>> = {
  setBackground: (builder) => builder.setBackground('#ff0000'),
  setFontColor: (builder) => builder.setFontColor('#ff0000'),
  setRanges: (builder) => builder.setRanges([SpreadsheetApp.getActiveSheet().getRange('A1')]),
  whenFormulaSatisfied: (builder) => builder.whenFormulaSatisfied('=1=1'),
};

const chained: Behaviour[] = [
  ...Object.entries(RULES).map(([method, call]) =>
    documented(`${RULE}#${method}`, `${method} hands the builder on`, 'DataValidationBuilder', () =>
      String(call(SpreadsheetApp.newDataValidation())),
    ),
  ),
  ...Object.entries(HIGHLIGHTS).map(([method, call]) =>
    documented(
      `${FORMAT}#${method}`,
      `${method} of a highlight hands the builder on`,
      'ConditionalFormatRuleBuilder',
      () => String(call(SpreadsheetApp.newConditionalFormatRule())),
    ),
  ),
];

/** Whether a highlight that is bold and built like this is without that colour. */
function hasNoColor(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  color: (builder: FormatBuilder) => FormatBuilder,
  read: 'getBackground' | 'getFontColor',
): boolean {
  const builder = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=1=1').setBold(true);
  const condition = color(builder.setRanges([sheet.getRange('A1')]))
    .build()
    .getBooleanCondition();
  return condition !== null && condition[read]() === null;
}

/** What the types do not say: a size may be null. */
function withNull(method: 'setWidth' | 'setHeight'): void {
  const page = HtmlService.createHtmlOutput('<p>x');
  Reflect.apply(page[method], page, [null]);
}

export const sentencesOfServices: Subject = {
  title: 'Rules and services, sentence by sentence',
  behaviours: [
    ...chained,
    documented(`${RULE}#build`, 'build makes a rule of what was set', ['CUSTOM_FORMULA', false, 'ebb'], () => {
      const builder = SpreadsheetApp.newDataValidation().requireFormulaSatisfied('=1=1').setAllowInvalid(false);
      const rule = builder.setHelpText('ebb').build();
      return [String(rule.getCriteriaType()), rule.getAllowInvalid(), rule.getHelpText()];
    }),
    documented(
      `${RULE}#requireValueInList`,
      'a list shows its values in a dropdown unless it is told not to',
      [['ebb'], true],
      () => SpreadsheetApp.newDataValidation().requireValueInList(['ebb']).build().getCriteriaValues(),
    ),
    documented(
      `${RULE}#requireValueInRange`,
      'a range shows its values in a dropdown unless it is told not to',
      false,
      ({ sheet }) =>
        SpreadsheetApp.newDataValidation()
          .requireValueInRange(sheet.getRange('C1:C3'), false)
          .build()
          .getCriteriaValues()[1],
    ),
    documented(`${RULE}#setHelpText`, 'a built rule has the help text that was set', 'ebb', () =>
      SpreadsheetApp.newDataValidation().requireDate().setHelpText('ebb').build().getHelpText(),
    ),
    documented(`${FORMAT}#build`, 'build makes a highlight of what was set', ['=1=1', 'B2'], ({ sheet }) => {
      const builder = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=1=1').setBold(true);
      const rule = builder.setRanges([sheet.getRange('B2')]).build();
      return [
        String(rule.getBooleanCondition()?.getCriteriaValues()[0]),
        rule.getRanges()[0]?.getA1Notation() ?? 'none',
      ];
    }),
    documented(`${FORMAT}#setRanges`, 'ranges that are set take the place of those before', ['B2'], ({ sheet }) => {
      const builder = SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange('A1')]);
      return builder
        .setRanges([sheet.getRange('B2')])
        .getRanges()
        .map((range) => range.getA1Notation());
    }),
    documented(
      `${FORMAT}#setFontColor`,
      'a highlight can be for the colour of the text alone',
      '#00ff00',
      ({ sheet }) => {
        const builder = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=1=1').setFontColor('#00ff00');
        return (
          builder
            .setRanges([sheet.getRange('A1')])
            .build()
            .getBooleanCondition()
            ?.getFontColor() ?? 'none'
        );
      },
    ),
    documented(`${FORMAT}#setBackground`, 'null takes the colour of a highlight away', true, ({ sheet }) =>
      hasNoColor(sheet, (builder) => builder.setBackground('#ff0000').setBackground(null), 'getBackground'),
    ),
    documented(`${FORMAT}#setFontColor`, "null takes the colour of a highlight's text away", true, ({ sheet }) =>
      hasNoColor(sheet, (builder) => builder.setFontColor('#ff0000').setFontColor(null), 'getFontColor'),
    ),
    documented(`${PROTECTION}#getRange`, "a protected sheet's range is the whole sheet", [30, 10], ({ sheet }) => {
      const protection = sheet.protect();
      const range = protection.getRange();
      protection.remove();
      return [range?.getNumRows() ?? 0, range?.getNumColumns() ?? 0];
    }),
    documented(
      `${PROTECTION}#setDescription`,
      'description, range and warning hand the protection on',
      ['ours', 'B2', true],
      ({ sheet }) => {
        const range = sheet.getRange('B2');
        const protection = sheet.getRange('A1').protect();
        const same = protection.setDescription('ours').setRange(range).setWarningOnly(true);
        const seen = [same.getDescription() ?? '', same.getRange()?.getA1Notation() ?? '', same.isWarningOnly()];
        protection.remove();
        return seen;
      },
    ),
    documented(`${STORE}#getProperties`, 'what getProperties hands out is a copy', null, () => {
      const store = PropertiesService.getScriptProperties();
      store.getProperties().one = 'ebb';
      return store.getProperty('one');
    }),
    documented(`${STORE}#getProperty`, 'a property is read by its name', 'ebb', () => {
      const store = PropertiesService.getScriptProperties().setProperty('one', 'ebb');
      const seen = store.getProperty('one');
      store.deleteProperty('one');
      return seen;
    }),
    documented(`${STORE}#setProperties`, 'setProperties hands the store on', 'ebb', () => {
      const store = PropertiesService.getScriptProperties();
      const seen = store.setProperties({ one: 'ebb' }).getProperty('one');
      store.deleteProperty('one');
      return seen;
    }),
    documented(
      `${STORE}#setProperties`,
      'other properties stay when deleteAllOthers is false',
      ['ebb', 'flood'],
      () => {
        const store = PropertiesService.getScriptProperties().setProperty('one', 'ebb');
        store.setProperties({ two: 'flood' }, false);
        const seen = [store.getProperty('one'), store.getProperty('two')];
        store.deleteProperty('one').deleteProperty('two');
        return seen;
      },
    ),
    documented(`${CACHE}#get`, 'what is cached is read by its key', 'ebb', () => {
      const cache = CacheService.getUserCache();
      cache.put('one', 'ebb');
      const seen = cache.get('one');
      cache.remove('one');
      return seen;
    }),
    documented(`${CACHE}#put`, 'the longest time in the cache is six hours', 'ebb', () => {
      const cache = CacheService.getUserCache();
      cache.put('one', 'ebb', 21_600);
      const seen = cache.get('one');
      cache.remove('one');
      return seen;
    }),
    documented(`${CACHE}#put`, 'a key of 250 characters and a text of 100 KB are taken', 102_400, () => {
      const cache = CacheService.getUserCache();
      const key = 'k'.repeat(250);
      cache.put(key, 'x'.repeat(102_400));
      const seen = cache.get(key)?.length ?? 0;
      cache.remove(key);
      return seen;
    }),
    documented(
      'reference/cache/cache-service#getUserCache',
      "the user's cache is another than the document's",
      null,
      () => {
        CacheService.getUserCache().put('one', 'ebb');
        const seen = CacheService.getDocumentCache()?.get('one') ?? null;
        CacheService.getUserCache().remove('one');
        return seen;
      },
    ),
    documented(
      'reference/lock/lock-service#getUserLock',
      "the user's lock is taken beside the document's",
      [true, true],
      () => {
        const locks = [LockService.getUserLock(), LockService.getDocumentLock()];
        const seen = locks.map((lock) => lock?.tryLock(1000) ?? false);
        for (const lock of locks) lock?.releaseLock();
        return seen;
      },
    ),
    documented(`${LOCK}#tryLock`, 'taking a lock that is held already changes nothing', [true, true, true], () => {
      const lock = LockService.getUserLock();
      const seen = [lock.tryLock(1000), lock.tryLock(1000), lock.hasLock()];
      lock.releaseLock();
      return seen;
    }),
    documented(`${LOCK}#hasLock`, 'hasLock is true while the lock is held', true, () => {
      const lock = LockService.getUserLock();
      lock.tryLock(1000);
      const isHeld = lock.hasLock();
      lock.releaseLock();
      return isHeld;
    }),
    documented(`${HTML}#setHeight`, 'setHeight takes null for the usual height', null, () =>
      errorOf(() => withNull('setHeight')),
    ),
    documented(`${HTML}#setWidth`, 'setWidth takes null for the usual width', null, () =>
      errorOf(() => withNull('setWidth')),
    ),
    documented('reference/html/html-template#evaluate', 'an evaluated template is a page', 'HtmlOutput', () =>
      String(HtmlService.createTemplate('<p>x').evaluate()),
    ),
    documented(
      'reference/html/html-service#createTemplateFromFile',
      'a template from a file can be given values',
      'HtmlTemplate',
      () => String(HtmlService.createTemplateFromFile('greeting')),
    ),
    documented('reference/base/blob#getBytes', 'a blob has the bytes of its text in UTF-8', [-61, -87], () =>
      Utilities.newBlob('\u00e9').getBytes(),
    ),
    documented('reference/base/blob#getDataAsString', 'getDataAsString reads bytes as UTF-8', '\u00e9', () =>
      Utilities.newBlob([-61, -87]).getDataAsString(),
    ),
    documented(
      'reference/base/blob#getDataAsString',
      'getDataAsString reads bytes in the charset that is named',
      '\u00e4',
      () => Utilities.newBlob([-28]).getDataAsString('ISO-8859-1'),
    ),
    documented('reference/base/blob#setName', 'setName hands the blob on', 'LOG.md', () =>
      Utilities.newBlob('x').setName('LOG.md').getName(),
    ),
    documented(`${FILES}/create`, 'a file that is given no name is called Untitled', 'Untitled', () => {
      const file = files().create({}, markdown('x'));
      files().remove(String(file.id));
      return file.name ?? 'none';
    }),
    documented(
      `${FILES}/list`,
      'a list has at most as many files as it is asked for, in the order asked for',
      ['a.md'],
      () => {
        const folder = String(
          files().create({ name: 'conformance', mimeType: 'application/vnd.google-apps.folder' }).id,
        );
        try {
          for (const name of ['b.md', 'a.md']) files().create({ name, parents: [folder] }, markdown('x'));
          const args = { q: `'${folder}' in parents`, fields: 'files(name)', orderBy: 'name', pageSize: 1 };
          return (files().list(args).files ?? []).map(({ name }) => name ?? 'none');
        } finally {
          files().remove(folder);
        }
      },
    ),
    documented(`${FILES}/update`, 'an update answers with the fields that are asked for', ['name'], () => {
      const id = String(files().create({ name: 'conformance.md' }, markdown('x')).id);
      const answer = files().update({ name: 'ebb.md' }, id, markdown('y'), { fields: 'name' });
      files().remove(id);
      return Object.keys(JSON.parse(JSON.stringify(answer)));
    }),
    documented(`${FILES}/delete`, 'a file is deleted for good without an answer', true, () => {
      const id = String(files().create({ name: 'conformance.md' }, markdown('x')).id);
      const isQuiet = errorOf(() => files().remove(id)) === null;
      const q = "name = 'conformance.md' and trashed = true";
      return isQuiet && (files().list({ q, fields: 'files(id)' }).files ?? []).every((file) => file.id !== id);
    }),
  ],
};
