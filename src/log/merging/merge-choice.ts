// One thing of which register and file have a version each: which of the two counts, or that a person has to say.
import { type Experiment, FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { MESSAGES } from '../messages.ts';
import { labelIn, type Shape } from '../shape/shape.ts';

export type Side = 'file' | 'register';

/** How a person settled a conflict: one side's version, or, for a field, a text of their own. */
export type Resolution = Side | { text: string };

/** Something both sides changed differently, or that only one of them still has: a person has to choose. */
export interface Conflict {
  /** What the answer in `resolutions` is filed under. */
  key: string;
  /** `field`: two texts. `presence`: one side has it, for the other it is gone; the side without it has `undefined`. */
  kind: 'field' | 'presence';
  /** The experiment's ID; empty where it is about something else. */
  id: string;
  /** What it is about, in words: `Title`, `Layer "System"`. */
  label: string;
  field?: FieldKey;
  /** The side that counts unless a person says otherwise, since nothing is lost by it; only where `MergeInput.asksBeforeLoss`, it is `isOlder`, or the register `isEmptied`. */
  default?: Side;
  /**
   * The experiment is new in the file under an ID that was given once: the answer `file` leaves it that, `register` gives it this one, which
   * is free.
   */
  next?: string;
  /** What the file has of a deleted experiment beyond its fields, which would go with it. */
  loose?: string;
  /** The file's is what was agreed on earlier and has been replaced since. */
  isOlder?: true;
  /** What both agreed on; `undefined` if it was not there, or if there is no base. */
  base?: string;
  file?: string;
  register?: string;
}

/** What a merge has come to so far. */
export interface State {
  /** The file's. */
  shape: Shape;
  resolutions: ReadonlyMap<string, Resolution>;
  report: string[];
  conflicts: Conflict[];
  hasBase: boolean;
  /** As in the merge's input. */
  earlier: ReadonlySet<string>;
  asksBeforeLoss: boolean;
  /** Whether to ask before anything of the file goes because the register lacks it, rather keeping it. */
  isEmptied: boolean;
}

/** One value of three: what changed, or a conflict. Values are compared as texts. A text of its own comes back for fields only. */
export function mergeValue(
  base: string | undefined,
  file: string,
  register: string,
  conflict: Pick<Conflict, 'key' | 'id' | 'label' | 'field'>,
  state: State,
): Resolution {
  if (file === register) return 'register';
  const name = nameOf(conflict);
  if (state.hasBase && file === base) {
    state.report.push(MESSAGES.comesFrom(name, 'register'));
    return 'register';
  }
  if (state.hasBase && register === base) {
    const kept = { ...conflict, kind: 'field', base, file, register, default: 'register' } as const;
    if (state.earlier.has(wordsFingerprint(conflict.key, file)))
      return settle({ ...kept, isOlder: true }, state, 'register');
    // What only lacks its end, or all of it, may have been cut off.
    if (state.asksBeforeLoss && register.startsWith(file)) return settle(kept, state, 'register');
    state.report.push(MESSAGES.comesFrom(name, 'file'));
    return 'file';
  }
  return settle({ ...conflict, kind: 'field', base, file, register }, state, 'register');
}

/** The answer given for a conflict; without one it is listed, and `meanwhile` holds. */
export function settle(conflict: Conflict, state: State, meanwhile: Side): Resolution {
  const answer = state.resolutions.get(conflict.key);
  const name = nameOf(conflict);
  if (answer === 'file' || answer === 'register') {
    state.report.push(MESSAGES.chosen(name, answer));
    return answer;
  }
  if (answer !== undefined && conflict.field !== undefined) {
    state.report.push(MESSAGES.writtenAnew(name));
    return answer;
  }
  state.conflicts.push(conflict);
  return meanwhile;
}

function nameOf({ id, label }: Pick<Conflict, 'id' | 'label'>): string {
  return id === '' ? label : MESSAGES.partOf(label, id);
}

/** The keys of both sides: in the order of the side that changed it, what only the other has behind what it stands behind there. */
export function mergedOrder(
  base: ReadonlyMap<string, unknown>,
  file: ReadonlyMap<string, unknown>,
  register: ReadonlyMap<string, unknown>,
): string[] {
  const isRegisterSame = [...base.keys()].join('\n') === [...register.keys()].join('\n');
  const [first, second] = isRegisterSame ? [file, register] : [register, file];
  const behind = new Map<string | undefined, string[]>();
  let place: string | undefined;
  for (const key of second.keys()) {
    if (first.has(key)) {
      place = key;
      continue;
    }
    const others = behind.get(place);
    if (others) others.push(key);
    else behind.set(place, [key]);
  }
  return [undefined, ...first.keys()].flatMap((key) => [
    ...(key === undefined ? [] : [key]),
    ...(behind.get(key) ?? []),
  ]);
}

/** What a text is known by under the key that a conflict about it has. */
export function wordsFingerprint(key: string, text: string): string {
  return fingerprint(`${key}\n${text}`);
}

/** What an experiment of a log of this shape says, a line or more a field. */
export function textOfExperiment(experiment: Experiment, shape: Shape): string {
  const fields = FIELDS.filter(({ key }) => experiment[key] !== '');
  return fields.map((field) => `${labelIn(shape, field)}: ${experiment[field.key]}`).join('\n');
}
