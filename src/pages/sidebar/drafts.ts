// What was typed and not saved, kept in the browser so that closing the sidebar loses nothing.
import type { Experiment } from '../../domain/template.ts';
import type { client } from '../client.ts';

type Answered = Awaited<ReturnType<typeof client.readExperiment>>;
/** An experiment as it was opened. */
export type Opened = Omit<Extract<Answered, { ok: true }>, 'ok'>;

type Listed = Awaited<ReturnType<typeof client.readCandidates>>;
/** An open candidate and its row. */
export type Candidate = Extract<Listed, { ok: true }>['candidates'][number];

export interface Draft {
  /** Names the form, so that sending it twice saves it once. */
  token: string;
  experiment: Experiment;
  opened?: Opened;
  /** The candidate it began with. */
  candidate?: Candidate;
}

const keyOf = (id: string) => `kaizen-log:draft:${id}`;

/** The kept draft of an experiment, `''` for a new one. Browsers that keep nothing for frames have none. */
export function keptDraft(id: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft, or forgets it. */
export function keepDraft(id: string, draft: Draft | undefined): void {
  try {
    if (draft === undefined) localStorage.removeItem(keyOf(id));
    else localStorage.setItem(keyOf(id), JSON.stringify(draft));
  } catch {
    // The browser keeps nothing for this frame: the form itself still holds every word.
  }
}

/** A name for a form that nobody else uses. */
export function newToken(): string {
  return crypto.randomUUID();
}
