// What others wrote into the file in the very moment of an export: Drive cannot compare before it writes, so the revisions are looked at
// afterwards, and what was written over is merged next.
import { fingerprint } from '../../domain/fingerprint.ts';
import { type LogFile, readRevision, revisionBetween, updateLogFile } from '../../drive/log-file.ts';
import type { KnownExport } from '../../store/keys.ts';

/** How often one export merges what came in between, before the rest is left to the next. */
export const ROUNDS = 3;

/** What an export is held against. */
export interface Theirs {
  /** What others made of the log: the file's text, or that of a revision which an export wrote over; undefined if Drive does not hand it out. */
  text: string | undefined;
  /** Nothing of others': the file says what an export set out to write. */
  isOurs: boolean;
  /** The text is that of a revision, and not what the file says now. */
  isOverwritten: boolean;
  /** The revisions to be merged after this one, the oldest first. */
  left: readonly string[];
}

/** Whose words come next. `now` is what the file says, or with `isChosen` what a person has chosen as the file. Throws a UserError if Drive does not answer. */
export function theirsNext(known: KnownExport, file: LogFile, now: string, isChosen: boolean): Theirs {
  const isOurs = fingerprint(now) === known.intended;
  const all = isOurs ? revisionsLeft(known, file) : (known.unmerged ?? []);
  const [next, ...left] = all;
  // Since then somebody has written once more: that first.
  if (next === undefined || (!isOurs && !isChosen)) return { text: now, isOurs, isOverwritten: false, left: all };
  if (isChosen) return { text: now, isOurs, isOverwritten: false, left };
  return { text: readRevision(file.id, next), isOurs: false, isOverwritten: true, left };
}

/** The revisions of others that exports wrote over and that are not merged yet. Throws a UserError if Drive does not answer. */
export function revisionsLeft({ from, unmerged = [] }: KnownExport, file: LogFile): readonly string[] {
  const last = from === undefined ? '' : revisionBetween(file.id, from, file.revision);
  return last === '' ? unmerged : [...unmerged, last];
}

/** What is remembered once the file says this, with these revisions still to be merged. */
export function knownLeft(
  { file, openQuestions }: KnownExport,
  unmerged: readonly string[],
  intended?: string,
): KnownExport {
  return {
    ...(file && { file }),
    ...(openQuestions !== undefined && { openQuestions }),
    ...(intended !== undefined && { intended }),
    ...(unmerged.length > 0 && { unmerged }),
  };
}

/** Makes what an export wrote over the file again, until somebody has answered what is asked about it; hands out what is then known. */
export function putBack(known: KnownExport, file: LogFile, { text = '', left }: Theirs): KnownExport {
  const back = updateLogFile(file.id, text);
  return knownLeft(known, revisionsLeft({ from: file.revision, unmerged: left }, back));
}
