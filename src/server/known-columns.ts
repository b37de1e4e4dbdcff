// Where the register's columns stood when they were last in order, so that a deleted header row can be written anew.
import type { ColumnKey, ColumnPlaces } from '../sheet/columns.ts';

const KEY = 'columns';

export function keepPlaces(places: ColumnPlaces): void {
  const properties = PropertiesService.getDocumentProperties();
  const text = JSON.stringify([...places]);
  if (properties.getProperty(KEY) !== text) properties.setProperty(KEY, text);
}

/** The places that were kept last; none before set-up. */
export function keptPlaces(): ColumnPlaces {
  const kept = PropertiesService.getDocumentProperties().getProperty(KEY);
  return new Map(kept === null ? [] : (JSON.parse(kept) as [ColumnKey, number][]));
}
