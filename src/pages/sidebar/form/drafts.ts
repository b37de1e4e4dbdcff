// What was typed and not saved, kept in the browser so that closing the sidebar loses nothing; long texts with the person's account, too.

import { followsOf } from '../../../domain/experiment/follows.ts';
import { type Experiment, emptyExperiment } from '../../../domain/experiment/template.ts';
import type { EntryKind } from '../../../domain/learnt/entry-kinds.ts';
import { type Answer, callScript } from '../../shared/client.ts';
import { read, write } from '../../shared/kept.ts';

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
  /** What is to be written down of it, where a person said so. */
  learnt?: LearntChoice;
}

/** A pattern or rule with what was typed of it, the experiment as evidence of one that is there, or nothing. */
export type LearntChoice =
  | { is: 'new'; kind: EntryKind; typed: Partial<Experiment> }
  | { is: 'evidence'; kind: EntryKind; of: string }
  | { is: 'nothing' };

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

const NEW = 'new';
const KNOWN = 'known';

function newDrafts(): Draft[] {
  return (read(NEW) as Draft[] | undefined) ?? [];
}

/** A name for a form that nobody else uses. */
export function newToken(): string {
  return crypto.randomUUID();
}
