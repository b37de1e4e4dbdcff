// The last import of a team's own sheet taken back: what it added goes, as long as nobody has changed it.
import { candidateKey } from '../../domain/register/candidate.ts';
import { UserError } from '../../domain/user-error.ts';
import { readerFor } from '../../sheet/cell.ts';
import { headerOf } from '../../sheet/columns.ts';
import { placesOfOwn } from '../../sheet/own-columns.ts';
import type { RegisterRow } from '../../sheet/register.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { bringIn, keepIds, readContents } from '../log/sync.ts';
import { afterwards, allOrNothing } from '../log/undo.ts';
import { checkAndComplete } from '../upkeep/check.ts';
import { dropFields, removeBlankColumns } from './fields.ts';
import { takePlaceBack } from './in-place.ts';
import { comparable, fingerprintsOf, ideaFingerprint, readOrigin, shortFingerprint } from './origin.ts';

export interface TakenBack {
  /** How many experiments and candidates went. */
  removed: number;
  /** The IDs of those that somebody has changed since, which stay. */
  kept: string[];
  /** Where the tab itself was the register, and somebody has changed it: the tab that has it as it was then. */
  tab?: string;
}

/** Takes the last import back. Throws a UserError where there is none. */
export function takeBack(context: RegisterContext): TakenBack {
  const last = keys.lastSheetImport.read();
  if (last === undefined) throw new UserError('import-gone');
  if (last.place !== undefined) {
    const { removed, tab } = takePlaceBack(context, last, last.place);
    return { removed, kept: [], ...(tab !== '' && { tab }) };
  }
  const held = readContents(context);
  const header = headerOf(context.experiments);
  const own = placesOfOwn(
    header,
    header.filter((label) => label !== ''),
  );
  const read = readerFor(context.spreadsheet);
  const ownText = (row: RegisterRow, label: string) => read(row.values[own.get(label) ?? -1] ?? '');
  const mine = held.register.rows.filter(({ state }) => readOrigin(state.origin)?.run === last.run);
  const unchanged = new Set(mine.filter((row) => isAsItCame(row, ownText)).map(({ experiment }) => experiment.id));
  const fingerprints = new Set(last.candidates);
  const gone = held.contents.candidates.filter((candidate) =>
    fingerprints.has(shortFingerprint(candidateKey(candidate))),
  );
  const going = new Set(gone);
  const after = {
    ...held.contents,
    experiments: held.contents.experiments.filter(({ id }) => !unchanged.has(id)),
    candidates: held.contents.candidates.filter((candidate) => !going.has(candidate)),
  };
  const isEmpty = after.experiments.length + after.candidates.length === 0;
  if (isEmpty && last.prefix !== undefined) after.prefix = last.prefix;
  allOrNothing((undo) => {
    keepIds(context, held, undo);
    bringIn(context, held.register, held.contents, after, undo, new Map());
    const ideas = keys.ideasTaken.read() ?? [];
    const forgotten = new Set(gone.map(({ idea }) => ideaFingerprint(idea)));
    undo(() => {
      keys.ideasTaken.write(ideas);
      keys.lastSheetImport.write(last);
    });
    keys.ideasTaken.write(ideas.filter((idea) => !forgotten.has(idea)));
    keys.lastSheetImport.forget();
    SpreadsheetApp.flush();
  });
  afterwards(() => {
    dropFields(context, last.fields);
    removeBlankColumns(context, last.columns);
    checkAndComplete(context);
    SpreadsheetApp.flush();
  });
  const kept = mine.map(({ experiment }) => experiment.id).filter((id) => !unchanged.has(id));
  return { removed: unchanged.size + gone.length, kept };
}

/** Whether a row says all that its source said, and nothing more. */
function isAsItCame(row: RegisterRow, ownText: (row: RegisterRow, label: string) => string): boolean {
  const said = readOrigin(row.state.origin)?.said ?? {};
  const { experiment, closed } = row;
  const now = fingerprintsOf(comparable(experiment), closed, {});
  return [...Object.keys(said), ...Object.keys(now)].every((key) => {
    if (!key.startsWith('=')) return now[key] === said[key] || (said[key] === undefined && GIVEN.has(key));
    return shortFingerprint(ownText(row, key.slice(1))) === said[key];
  });
}

/** What the register gives a row whose source is silent on it. */
const GIVEN: ReadonlySet<string> = new Set(['date', 'other']);
