// What onEdit may do besides the sheet: behaviours that are seen while a person edits.
import type { Claim, Seen } from './behaviour.ts';

export type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/** A behaviour that is seen in the event of an edit. */
export interface InEdit extends Claim {
  see: (event: EditEvent) => Seen;
}

const SIMPLE = 'guides/triggers#restrictions';
const KEY = 'selfCheckEdit';

export const inEdit = {
  authorization: {
    name: 'a simple trigger runs with limited authorization',
    source: 'guides/triggers/events#edit',
    standing: 'documented',
    expected: 'LIMITED',
    see: ({ authMode }) => String(authMode),
  },
  lock: {
    name: 'onEdit takes the document lock',
    source: SIMPLE,
    standing: 'likely',
    expected: true,
    see: () => {
      const lock = LockService.getDocumentLock();
      const isTaken = lock?.tryLock(2000) ?? false;
      lock?.releaseLock();
      return isTaken;
    },
  },
  properties: {
    name: "onEdit reads and writes document and user's properties",
    source: SIMPLE,
    standing: 'likely',
    expected: ['d', 'u'],
    see: () => {
      const stores = [PropertiesService.getDocumentProperties(), PropertiesService.getUserProperties()];
      return stores.map((store, index) => {
        store.setProperty(KEY, index === 0 ? 'd' : 'u');
        const back = store.getProperty(KEY);
        store.deleteProperty(KEY);
        return back;
      });
    },
  },
  cache: {
    name: 'onEdit reads and writes the cache',
    source: SIMPLE,
    standing: 'likely',
    expected: 'c',
    see: () => {
      const cache = CacheService.getUserCache();
      cache.put(KEY, 'c', 60);
      const back = cache.get(KEY);
      cache.remove(KEY);
      return back;
    },
  },
} satisfies Record<string, InEdit>;

/** By the behaviour's key. */
export type EditSeen = Readonly<Record<string, Seen>>;

/** Tries all of it, whatever fails; of an error its name alone is told. */
export function seenInEdit(event: EditEvent): EditSeen {
  const seenBy = ({ see }: InEdit): Seen => {
    try {
      return see(event);
    } catch (error) {
      return `threw ${error instanceof Error ? error.name : ''}`;
    }
  };
  return Object.fromEntries(Object.entries(inEdit).map(([key, behaviour]) => [key, seenBy(behaviour)]));
}
