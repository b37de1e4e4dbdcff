// What an import, or an export that merges, is about to bring into the register, written down before the first write: where the execution is
// ended half-way, the next call finishes it.
import { fingerprint } from '../../domain/fingerprint.ts';
import { clearBegun, type LogSource, readLogSource, writeBegun } from '../../sheet/log-source.ts';
import type { Undo } from '../../sheet/restoring.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import type { Intent } from '../tracker/intent.ts';
import type { Answers } from './questions.ts';

/** Work that was begun. */
export interface Begun {
  /** The log that is to be brought in, its experiments under the IDs that they get. */
  text: string;
  /** How it is read, where it has not the template's shape. */
  shape?: string | undefined;
  /** The text that is then agreed on, where it is another, under the name that it came with; absent where an export agrees on one with its file. */
  imported?: { name: string; text?: string };
  /** The fingerprint of the agreed text that it is held against. */
  base?: string | undefined;
  answers: Answers;
  /** In place of a log: what an import of a team's own sheet is to write. */
  intent?: Intent;
  /** In place of a log: the tab that becomes the register, or is given back. */
  tab?: keys.TabTaken;
}

/** Stands in the property where a tab becomes the register. */
const TAB = 'tab';

/** Writes down what is about to be done. */
export function begin(context: RegisterContext, source: LogSource, begun: Begun, undo: Undo): void {
  const text = JSON.stringify(begun);
  undo(() => {
    clearBegun(context.source, source);
    keys.importBegun.forget();
  });
  const seal = fingerprint(text);
  writeBegun(context.source, source, text, seal);
  keys.importBegun.write(seal);
}

/** The same of a tab that becomes the register, or is given back. */
export function beginTab(tab: keys.TabTaken): void {
  keys.tabBegun.write(tab);
  keys.importBegun.write(TAB);
}

export function endTab(): void {
  keys.importBegun.forget();
  keys.tabBegun.forget();
}

/** What was begun and not finished; undefined where nothing was. Asks one property where nothing is under way. */
export function readBegun(context: RegisterContext): { source: LogSource; begun: Begun } | undefined {
  const held = keys.importBegun.read();
  if (held === undefined) return undefined;
  const source = readLogSource(context.source);
  if (held === TAB) {
    const tab = keys.tabBegun.read();
    return { source, begun: { text: '', answers: {}, ...(tab !== undefined && { tab }) } };
  }
  if (source.begun !== undefined && fingerprint(source.begun) === held) {
    return { source, begun: JSON.parse(source.begun) };
  }
  // Before 0.2 the log itself was not written down: only an import of the same one goes on with it.
  if (source.agreed.length > 0) keys.importBegun.forget();
  return undefined;
}
