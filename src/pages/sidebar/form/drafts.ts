// What was typed and not saved, kept in the browser so that closing the sidebar loses nothing; long texts with the person's account, too.
import { useRef, useState } from 'preact/hooks';
import { followsOf } from '../../../domain/experiment/follows.ts';
import { type Experiment, emptyExperiment } from '../../../domain/experiment/template.ts';
import { type Answer, callScript } from '../../shared/client.ts';
import { spreadsheetId } from '../../shared/mount.tsx';

/** An experiment as it was opened. */
export type Opened = Omit<Answer<'readExperiment'>, 'ok'>;
/** An open candidate and its row. */
export type Candidate = Answer<'readCandidates'>['candidates'][number];

export interface Draft {
  /** Names the form, so that sending it twice saves it once. */
  token: string;
  experiment: Experiment;
  opened?: Opened;
  /** The candidate it began with. */
  candidate?: Candidate;
}

/** The draft kept of an experiment that stands in the register. */
export function keptDraft(id: string): Draft | undefined {
  return whole(read(`draft:${id}`) as Draft | undefined);
}

/** The draft of a new experiment that was typed last. */
export function keptNewDraft(): Draft | undefined {
  return whole(newDrafts().pop());
}

/** The draft of a new experiment that goes on from this one. */
export function keptFollowUp(id: string): Draft | undefined {
  return whole(newDrafts().find(({ experiment }) => followsOf(experiment.other ?? '').includes(id)));
}

/** A draft may be older than the template, which has got a field since. */
function whole(draft: Draft | undefined): Draft | undefined {
  if (draft === undefined) return undefined;
  const { experiment, opened } = draft;
  return {
    ...draft,
    experiment: { ...emptyExperiment(), ...experiment },
    ...(opened && { opened: { ...opened, experiment: { ...emptyExperiment(), ...opened.experiment } } }),
  };
}

export function keepDraft(draft: Draft): void {
  if (isLong(draft)) keepAway(draft, JSON.stringify(draft));
  keepHere(draft);
}

function keepHere(draft: Draft): void {
  if (draft.opened !== undefined) write(`draft:${draft.opened.id}`, draft);
  else write(NEW, [...newDrafts().filter(({ token }) => token !== draft.token), draft]);
}

export function forgetDraft(draft: Draft): void {
  if (isLong(draft)) keepAway(draft, '');
  if (draft.opened !== undefined) write(`draft:${draft.opened.id}`, undefined);
  else
    write(
      NEW,
      newDrafts().filter(({ token }) => token !== draft.token),
    );
}

/** Words that nobody types twice gladly: shorter ones are not worth a call. */
const LONG = 300;
/** Milliseconds without a key, after which long texts leave for the account. */
const PAUSE = 4_000;

const isLong = ({ experiment }: Draft) => Object.values(experiment).join('').length > LONG;
const leaving = new Map<string, number>();

/** The browser has it all the same: where this call fails, nothing is said. Empty words forget the draft, at once. */
function keepAway({ token, opened }: Draft, draft: string): void {
  const name = opened?.id ?? token;
  const send = () => callScript('keepDraft', { name, draft }).catch(() => undefined);
  clearTimeout(leaving.get(name));
  leaving.set(name, setTimeout(send, draft === '' ? 0 : PAUSE));
}

/** Whether the browser has never kept anything of this spreadsheet's: an update may have moved its frames to another store. */
export function isStoreNew(): boolean {
  return read(KNOWN) === undefined;
}

/** Keeps in the browser what the account had, the one typed last at the end. */
export function bringDraftsBack(drafts: readonly string[]): void {
  for (const draft of drafts) keepHere(JSON.parse(draft));
  write(KNOWN, true);
}

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

const NEW = 'new';
const KNOWN = 'known';

function newDrafts(): Draft[] {
  return (read(NEW) as Draft[] | undefined) ?? [];
}

// The frames of several spreadsheets may share one store.
const keyOf = (what: string) => `kaizen-log:${spreadsheetId()}:${what}`;

/** For browsers that keep nothing for frames: lost with the page. */
const here = new Map<string, string>();

function read(what: string): unknown {
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
function write(what: string, value: unknown): void {
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

/** A name for a form that nobody else uses. */
export function newToken(): string {
  return crypto.randomUUID();
}
