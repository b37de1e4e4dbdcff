// Properties, cache and locks.
import { documented, errorOf, likely, type Subject, unknown } from '../../../src/platform/behaviour.ts';

const PROPERTIES = 'reference/properties/properties';
const SERVICE = 'reference/properties/properties-service';
const CACHE = 'reference/cache/cache';
const LOCK = 'reference/lock/lock';
const QUOTAS = 'guides/services/quotas';

/** Script properties, emptied: the specification keeps nothing there. */
function emptyStore(): GoogleAppsScript.Properties.Properties {
  return PropertiesService.getScriptProperties().deleteAllProperties();
}

function cache(): GoogleAppsScript.Cache.Cache {
  const found = CacheService.getUserCache();
  found.removeAll(['one', 'two']);
  return found;
}

export const storage: Subject = {
  title: 'Properties, cache and locks',
  behaviours: [
    documented(`${PROPERTIES}#getProperty`, 'a property that is not there is null', null, () =>
      emptyStore().getProperty('tide'),
    ),
    documented(`${PROPERTIES}#setProperty`, 'a property is a text', 'high', () =>
      emptyStore().setProperty('tide', 'high').getProperty('tide'),
    ),
    documented(
      `${PROPERTIES}#setProperties`,
      'properties are added to those that are there',
      { one: '1', two: '2' },
      () => {
        const { one, two } = emptyStore().setProperty('one', '1').setProperties({ two: '2' }).getProperties();
        return { one: one ?? null, two: two ?? null };
      },
    ),
    documented(`${PROPERTIES}#getProperties`, 'getProperties hands out all of them', { tide: 'high' }, () =>
      emptyStore().setProperty('tide', 'high').getProperties(),
    ),
    documented(`${PROPERTIES}#setProperties`, 'properties can take the place of all that are there', ['two'], () =>
      emptyStore().setProperty('one', '1').setProperties({ two: '2' }, true).getKeys(),
    ),
    documented(`${PROPERTIES}#getKeys`, 'getKeys lists the names', ['one', 'two'], () =>
      emptyStore().setProperties({ one: '1', two: '2' }).getKeys().sort(),
    ),
    documented(`${PROPERTIES}#deleteProperty`, 'a property can be deleted, also one that is not there', ['two'], () =>
      emptyStore().setProperties({ one: '1', two: '2' }).deleteProperty('one').deleteProperty('none').getKeys(),
    ),
    documented(
      SERVICE,
      'properties of script, user and document are kept apart',
      ['script', 'user', 'document'],
      () => {
        const stores = [
          PropertiesService.getScriptProperties(),
          PropertiesService.getUserProperties(),
          PropertiesService.getDocumentProperties(),
        ];
        for (const [index, store] of stores.entries())
          store.setProperty('whose', ['script', 'user', 'document'][index] ?? '');
        const seen = stores.map((store) => store.getProperty('whose'));
        for (const store of stores) store.deleteProperty('whose');
        return seen;
      },
    ),
    unknown(`${PROPERTIES}#setProperty`, 'a number is kept as its digits', '5', () =>
      Reflect.apply(emptyStore().setProperty, PropertiesService.getScriptProperties(), ['five', 5]).getProperty('five'),
    ),
    documented(QUOTAS, 'a value of 9,000 characters is kept', 9000, () => {
      const kept = emptyStore().setProperty('big', 'x'.repeat(9000)).getProperty('big')?.length ?? 0;
      emptyStore();
      return kept;
    }),
    documented(
      QUOTAS,
      'a value of more than 9 KB is refused',
      true,
      () => errorOf(() => emptyStore().setProperty('big', 'x'.repeat(9300))) !== null,
    ),
    likely(QUOTAS, 'the refusal of a large property says so', 'Argument too large: value', () =>
      errorOf(() => emptyStore().setProperty('big', 'x'.repeat(20000))),
    ),
    unknown(
      QUOTAS,
      'the size of a value counts bytes, not characters',
      true,
      () => errorOf(() => emptyStore().setProperty('big', 'é'.repeat(9000))) !== null,
    ),
    documented(`${CACHE}#get`, 'what is not cached is null', null, () => cache().get('one')),
    documented(`${CACHE}#put`, 'what is cached comes back', 'ebb', () => {
      const store = cache();
      store.put('one', 'ebb');
      return store.get('one');
    }),
    documented(`${CACHE}#getAll`, 'getAll gives what it finds and leaves out the rest', { one: 'ebb' }, () => {
      const store = cache();
      store.putAll({ one: 'ebb' });
      return store.getAll(['one', 'two']);
    }),
    documented(`${CACHE}#remove`, 'what is removed is null', null, () => {
      const store = cache();
      store.put('one', 'ebb');
      store.remove('one');
      return store.get('one');
    }),
    documented(`${CACHE}#put`, 'what is cached for a second is gone after it', null, () => {
      const store = cache();
      store.put('one', 'ebb', 1);
      Utilities.sleep(2500);
      return store.get('one');
    }),
    documented(
      `${CACHE}#put`,
      'a key of more than 250 characters is refused',
      true,
      () => errorOf(() => cache().put('k'.repeat(251), 'ebb')) !== null,
    ),
    documented(
      `${CACHE}#put`,
      'a value of more than 100 KB is refused',
      true,
      () => errorOf(() => cache().put('one', 'x'.repeat(102401))) !== null,
    ),
    likely(`${CACHE}#put`, 'the refusal of a large cached value says so', 'Argument too large: value', () =>
      errorOf(() => cache().put('one', 'x'.repeat(200000))),
    ),
    documented(`${LOCK}#tryLock`, 'a free lock is taken, held and given back', [false, true, true, false], () => {
      const lock = LockService.getDocumentLock();
      if (!lock) return 'no lock';
      const before = lock.hasLock();
      const isTaken = lock.tryLock(1000);
      const isHeld = lock.hasLock();
      lock.releaseLock();
      return [before, isTaken, isHeld, lock.hasLock()];
    }),
    documented(
      'reference/lock/lock-service',
      'locks of script, user and document are different locks',
      [true, true, true],
      () => {
        const locks = [LockService.getScriptLock(), LockService.getUserLock(), LockService.getDocumentLock()];
        const taken = locks.map((lock) => lock?.tryLock(1000) ?? false);
        for (const lock of locks) lock?.releaseLock();
        return taken;
      },
    ),
    likely(`${LOCK}#tryLock`, 'an execution may take the lock it holds again', true, () => {
      const lock = LockService.getScriptLock();
      lock.waitLock(1000);
      const isTaken = LockService.getScriptLock().tryLock(1000);
      lock.releaseLock();
      return isTaken;
    }),
    likely(`${LOCK}#releaseLock`, 'a lock that is not held can be released without an error', null, () =>
      errorOf(() => LockService.getScriptLock().releaseLock()),
    ),
  ],
};
