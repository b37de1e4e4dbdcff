// What a person typed into forms and has not saved, kept with their account: a browser may put the frames of an update into another store.
import * as z from 'zod/mini';
import * as keys from '../../store/keys.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const draftRequestSchema = z.object({
  /** Which form: an experiment's ID, or the token of a new one's. */
  name: z.string().check(z.regex(/^.{1,100}$/s)),
  /** What the page makes of it again; empty to forget it. */
  draft: z.string(),
});
export type DraftRequest = z.infer<typeof draftRequestSchema>;

/** All properties of a person together hold 500 KB, over all their spreadsheets. */
const MOST_CHARACTERS = 60_000;

/** Keeps it as the one typed last; the oldest go where all together are too many, and none that is too long alone stays. Two windows at once may lose one to the other. */
export function keepDraftOf(spreadsheet: Spreadsheet, { name, draft }: DraftRequest): object {
  const entry = keys.drafts(spreadsheet.getId());
  const others = Object.entries(entry.read() ?? {}).filter(([other]) => other !== name);
  const all = draft === '' || draft.length > MOST_CHARACTERS ? others : [...others, [name, draft] as const];
  while (all.reduce((sum, [, text]) => sum + text.length, 0) > MOST_CHARACTERS) all.shift();
  if (all.length === 0) entry.forget();
  else entry.write(Object.fromEntries(all));
  return {};
}

/** What is kept, the one typed last at the end. */
export function draftsOf(spreadsheet: Spreadsheet): string[] {
  return Object.values(keys.drafts(spreadsheet.getId()).read() ?? {});
}
