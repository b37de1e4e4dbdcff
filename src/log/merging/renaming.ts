// Experiments that have got another ID since: known by what they say, so that what they own in a log goes along.

import { followsOf, withFollows } from '../../domain/experiment/follows.ts';
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import type { LogContents, LogDocument } from '../document.ts';
import { MESSAGES } from '../messages.ts';
import { renameUnwritten } from '../reading/names.ts';
import { experimentSources, readLog } from '../reading/read.ts';
import type { Span } from '../reading/tiling.ts';
import { keptOf } from '../shape/kept.ts';
import { canonicalExperiment, withFields } from '../text/canonical.ts';
import { count } from '../text/counts.ts';
import { idOfKey, isNumber, keyedExperiments } from '../text/keys.ts';
import { likeness } from '../text/likeness.ts';
import { applyEdits, type Edit } from '../writing/edits.ts';

/** An experiment's new ID, by its key (`K-BIZ-001#1`) under the old one. */
export type Renaming = ReadonlyMap<string, string>;

/** So long a text is no coincidence, unless so many say the same. */
const TELLING_CHARACTERS = 20;
const MOST_ALIKE = 20;

/**
 * Which experiments of `before` stand in `after` under another ID. One is known again where its title or a longer text is the same, most of
 * what it says is, and no other fits as well. Of several with one ID it is the one that fits best.
 */
export function renamedIn(before: readonly Experiment[], after: readonly Experiment[]): Renaming {
  const [old, now] = [keyedExperiments(before), keyedExperiments(after)];
  const lost = new Set([...old.keys()].filter((key) => !now.has(key)).map(idOfKey));
  if (lost.size === 0) return new Map();
  const fresh = [...now].filter(([key]) => !old.has(key));
  if (fresh.length === 0) return new Map();
  const byText = new Map<string, string[]>();
  for (const [key, experiment] of old) {
    if (!lost.has(idOfKey(key))) continue;
    for (const text of tellingTexts(experiment)) {
      const alike = byText.get(text);
      if (alike) alike.push(key);
      else byText.set(text, [key]);
    }
  }
  const renaming = new Map<string, string>();
  for (const [, experiment] of fresh) {
    const alike = tellingTexts(experiment).map((text) => byText.get(text) ?? []);
    const candidates = new Set(alike.filter((keys) => keys.length <= MOST_ALIKE).flat());
    const follows = followsOf(experiment.other);
    const fits = [...candidates]
      .filter((key) => !renaming.has(key) && !follows.includes(idOfKey(key)))
      .map((key) => ({ key, likeness: likeness(old.get(key) ?? experiment, experiment) }))
      .filter((fit) => fit.likeness > 0.5)
      .sort((a, b) => b.likeness - a.likeness);
    const [best, second] = fits;
    if (best !== undefined && best.likeness !== second?.likeness) renaming.set(best.key, experiment.id);
  }
  return renaming;
}

/** What tells an experiment from others: its title, and what else it says at length. */
function tellingTexts(experiment: Experiment): string[] {
  const own = canonicalExperiment(experiment);
  return FIELDS.map(({ key }) => key)
    .filter((key) => (key === 'title' ? own.title !== '' : own[key].length >= TELLING_CHARACTERS))
    .map((key) => `${key}\n${own[key]}`);
}

/** The log with its experiments under their new IDs: nothing else in it changes. */
export function renameInLog(document: LogDocument, renaming: Renaming): LogDocument {
  if (!document.shape.hasIds) {
    renameUnwritten(document, renaming);
    return document;
  }
  const edits = experimentSources(document).flatMap(({ key, id }) => {
    const next = renaming.get(key);
    return next === undefined || id === undefined ? [] : [editOfId(document.text, id, next)];
  });
  return edits.length === 0 ? document : readLog(applyEdits(document.text, edits), keptOf(document.shape));
}

/** Another ID in the place of one; what is no number has no place in the number of a list's item, and none behind `#`. */
function editOfId(text: string, { start, end }: Span, id: string): Edit {
  if (isNumber(id)) return { start, end, text: id };
  const gap = /^[.)][ \t]+/.exec(text.slice(end, end + 20))?.[0];
  const isOfItem = gap !== undefined && /(?:^|[\r\n]) ?$/.test(text.slice(Math.max(start - 2, 0), start));
  if (isOfItem) return { start: end + gap.length, end: end + gap.length, text: `[${id}] ` };
  return { start: text.charAt(start - 1) === '#' ? start - 1 : start, end, text: id };
}

/** The same of experiments alone. */
export function renameIn(experiments: readonly Experiment[], renaming: Renaming): Experiment[] {
  const seen = new Map<string, number>();
  return experiments.map((experiment) => {
    const next = renaming.get(`${experiment.id}#${count(seen, experiment.id)}`);
    return next === undefined ? experiment : withFields(experiment, { id: next });
  });
}

/** The same of what a log says. */
function renameInContents(contents: LogContents, renaming: Renaming): LogContents {
  return renaming.size === 0 ? contents : { ...contents, experiments: renameIn(contents.experiments, renaming) };
}

/** A log and the register's contents, each experiment of the log under the ID that the register has given it since. */
export function alignIds(document: LogDocument, contents: LogContents) {
  const renaming = renamedIn(document.contents.experiments, contents.experiments);
  return { document: renameInLog(document, renaming), renaming };
}

/** What has got which ID since the base on each side, brought together: where both have changed one, the register's counts. */
export function alignSides(base: LogContents, file: LogDocument, register: LogContents) {
  const ours = renamedIn(base.experiments, register.experiments);
  const theirs = renamedIn(base.experiments, file.contents.experiments);
  const inFile = new Map([...ours].map(([key, next]) => [theirs.has(key) ? `${theirs.get(key)}#1` : key, next]));
  const inRegister = new Map([...theirs].filter(([key]) => !ours.has(key)));
  const renaming: Renaming = new Map([...inRegister, ...ours]);
  return {
    base: renameInContents(base, renaming),
    file: renameInLog(file, inFile),
    register: renameInContents(register, inRegister),
    renaming,
    inRegister,
  };
}

/**
 * What changes elsewhere with new IDs: *Follows* names the new one, wherever no experiment has the old one any more; other places that name
 * the old one are told of, a sentence each. `ids` are the new ones by the old.
 */
export function followRenamed(
  contents: LogContents,
  renaming: Renaming,
): { contents: LogContents; report: string[]; ids: ReadonlyMap<string, string> } {
  if (renaming.size === 0) return { contents, report: [], ids: new Map() };
  const held = new Set(contents.experiments.map(({ id }) => id));
  const ids = new Map(
    [...renaming].map(([key, next]) => [idOfKey(key), next] as const).filter(([id]) => !held.has(id)),
  );
  const report = [...renaming].map(([key, next]) => MESSAGES.renamed(idOfKey(key), next));
  const experiments = contents.experiments.map((experiment) => {
    const changed = following(experiment, ids);
    for (const [id, next] of ids) {
      if (FIELDS.some(({ key }) => namesId(changed[key], id))) report.push(MESSAGES.namesOldId(changed.id, id, next));
    }
    return changed;
  });
  return { contents: { ...contents, experiments }, report, ids };
}

/** The experiment with the new IDs after *Follows*; itself where none of the old ones stands there. */
export function following(experiment: Experiment, ids: ReadonlyMap<string, string>): Experiment {
  let { other } = experiment;
  for (const id of followsOf(other)) other = withFollows(other, id, ids.get(id) ?? id);
  return other === experiment.other ? experiment : withFields(experiment, { other });
}

function namesId(text: string, id: string): boolean {
  let at = text.indexOf(id);
  for (; at >= 0; at = text.indexOf(id, at + 1)) {
    const around = text.charAt(at - 1) + text.charAt(at + id.length);
    if (!/[\p{L}\p{N}_-]/u.test(around)) return true;
  }
  return false;
}
