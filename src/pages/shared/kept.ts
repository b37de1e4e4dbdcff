// What the browser keeps for a page, so that closing it loses nothing: by spreadsheet, and lost with the page where it keeps nothing.
import { useRef, useState } from 'preact/hooks';
import { spreadsheetId } from './mount.tsx';

/**
 * A state that the browser keeps, too, until it is what it began with again. `what` names it. `saved` is told what was saved, and
 * begins anew unless something was typed since.
 */
export function useKept<T>(what: string, initial: T): [value: T, change: (next: T) => void, saved: (sent: T) => void] {
  const [value, setValue] = useState(() => (read(what) as T | undefined) ?? initial);
  const latest = useRef(value);
  const change = (next: T) => {
    latest.current = next;
    setValue(next);
    write(what, next === initial ? undefined : next);
  };
  const saved = (sent: T) => {
    if (latest.current === sent) change(initial);
  };
  return [value, change, saved];
}

// The frames of several spreadsheets may share one store.
const keyOf = (what: string) => `kaizen-log:${spreadsheetId()}:${what}`;

/** For browsers that keep nothing for frames: lost with the page. */
const here = new Map<string, string>();

/** What is kept under this name; undefined for nothing. */
export function read(what: string): unknown {
  try {
    return JSON.parse(kept(keyOf(what)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function kept(key: string): string | null | undefined {
  try {
    return localStorage.getItem(key);
  } catch {
    return here.get(key);
  }
}

/** Keeps a value under this name, or forgets it. */
export function write(what: string, value: unknown): void {
  const key = keyOf(what);
  if (value === undefined) here.delete(key);
  else here.set(key, JSON.stringify(value));
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full, or none for this frame: the form itself still holds every word.
  }
}
