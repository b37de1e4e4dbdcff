// At which level experiments stand, and which headings of it they are.
import type { KeptShape } from '../../domain/register/log-shape.ts';
import { areEntries, isEntry } from '../forms/enough.ts';
import { isKnownWord } from '../forms/label-lines.ts';
import { statusOfBoard } from '../shape/heading-lines.ts';
import { ANY_FIELD, DOUBTFUL, FOREIGN } from '../shape/label-words.ts';
import { isEntryWord } from '../shape/log-names.ts';
import { fieldSet } from '../text/field-set.ts';
import { isSectionTitle, kindOfSection } from '../text/sections.ts';
import { ALONE, CORE, type HeadingEvidence, isUnmistakable, SURE, speaks } from './evidence.ts';

const ID = fieldSet('id');

/** What the template calls an experiment by its heading alone. */
export const isTemplateHeading = ({ text, parts: { idPlace, family } }: HeadingEvidence): boolean =>
  idPlace === 'bracket' && family.endsWith('-') && /^ {0,3}#/.test(text);

/** Whether it says twice what an experiment says once, and names none. */
export function isGroup(heading: HeadingEvidence): boolean {
  let said = 0;
  return (
    !isNamed(heading) &&
    heading.labels.some(({ word: { says } }) => {
      const isAgain = (said & says & CORE) !== 0;
      said |= says;
      return isAgain;
    })
  );
}
const isNamed = ({ parts: { id, date } }: HeadingEvidence): boolean => (id ?? date) !== undefined;

/** The headings that are experiments: those of the level that has the most; where as many, with IDs before others, then the deepest. */
export function experimentsAmong(
  headings: readonly HeadingEvidence[],
  told: boolean,
  kept: KeptShape | undefined,
): { items: HeadingEvidence[]; level: number } {
  const known = kept?.level === undefined ? undefined : experimentsAt([kept.level], headings, told, kept);
  if (known && (known.items.length > 0 || kept?.isPointed)) return known;
  // A log whose headings have moved since is looked through anew; in one that has lost its experiments a title without any label is none.
  return experimentsAt([3, 6, 5, 4, 2, 1], headings, told && !kept?.isSettled, kept);
}

export function experimentsAt(
  levels: readonly number[],
  headings: readonly HeadingEvidence[],
  told: boolean,
  kept: KeptShape | undefined,
): { items: HeadingEvidence[]; level: number } {
  let best: { items: HeadingEvidence[]; level: number; rank: number } = { items: [], level: 3, rank: 0 };
  const speaking = headings.filter(speaks);
  const last = speaking[speaking.length - 1];
  // What stands above it has its labels, too, and is the experiment where it has an ID.
  const isAlone =
    last &&
    isUnmistakable(last, told) &&
    !isPeriod(last, 0) &&
    speaking.every((one) => one === last || (one.endLine >= last.endLine && !SURE.includes(one.parts.idPlace)));
  // Below an experiment of a known level a label's heading may say as much, by what somebody typed.
  const isKnown = kept?.isPointed || (kept?.isSettled && levels.length === 1);
  const groups = isKnown ? new Set() : headingsOfGroups(headings);
  const inner = isKnown ? new Set() : headingsWithin(headings);
  for (const level of levels) {
    const own = headings.filter((heading) => heading.depth === level && !groups.has(heading) && !inner.has(heading));
    const items = itemsOf(own, isAlone === true, told, kept);
    const named = items.filter(isNamed).length;
    // A heading above that has none of its own is the section of those that have one. No log has a million experiments.
    const rank = items.length + (named * 2 > items.length ? 0.5 : 0) + (named > 0 ? 1e6 : 0);
    if (rank > best.rank) best = { items, level, rank };
  }
  return best;
}

/**
 * Headings without an ID of that kind below one that is an experiment by its ID and by what it says itself, or, as the template has it, by its ID
 * alone: `Week 2` below `[W-001] Sharpen blades`.
 */
function headingsWithin(headings: readonly HeadingEvidence[]): Set<HeadingEvidence> {
  const within = new Set<HeadingEvidence>();
  let above: HeadingEvidence | undefined;
  let isOwn = false;
  for (const [index, heading] of headings.entries()) {
    const { idPlace, family } = heading.parts;
    if (above && heading.line >= above.endLine) above = undefined;
    if (SURE.includes(idPlace)) {
      above = heading;
      const end = Math.min(headings[index + 1]?.line ?? heading.endLine, heading.endLine);
      isOwn =
        !(heading.own & DOUBTFUL) &&
        heading.labels.some(({ line, word, style }) => line < end && style !== 'heading' && (word.says & CORE) !== 0);
    } else if (above && (isOwn || (isTemplateHeading(above) && !isEntryWord(family)))) within.add(heading);
  }
  return within;
}

/** Quarters, halves, thirds, weeks, years and objectives, by what stands before their number. */
const PERIOD = /^(?:[qhtso]|k?w|cw|fy|gj|hj|okr-?)$/i;

/** Whether a heading names a time or an objective, or counts what stands below it, and says nothing itself, up to another below it. */
const isPeriod = ({ parts: { idPlace, family }, labels }: HeadingEvidence, below: number): boolean =>
  (idPlace === 'tail' ? family === '' : idPlace === 'lead' && PERIOD.test(family)) &&
  labels.every(({ line, style }) => line >= below || style === 'row');

/** Headings such as `Week 12` or `2026-03` that have experiments below them, and are none themselves. */
function headingsOfGroups(headings: readonly HeadingEvidence[]): Set<HeadingEvidence> {
  const groups = new Set<HeadingEvidence>();
  const periods = new Map<HeadingEvidence, string[]>();
  const above: HeadingEvidence[] = [];
  for (const heading of headings) {
    while (above.some(({ endLine }) => endLine <= heading.line)) above.pop();
    if (speaks(heading)) {
      for (const one of above) {
        if (!SURE.includes(one.parts.idPlace)) groups.add(one);
        else if (isPeriod(one, heading.line)) periods.set(one, [...(periods.get(one) ?? []), heading.text]);
      }
    }
    above.push(heading);
  }
  // What all have below them are parts of theirs: `Plan`, `Review`.
  const inner = [...periods.values()].flat();
  if (new Set(inner).size * 2 > inner.length) for (const one of periods.keys()) groups.add(one);
  return groups;
}

function itemsOf(
  own: readonly HeadingEvidence[],
  isAlone: boolean,
  told: boolean,
  kept: KeptShape | undefined,
): HeadingEvidence[] {
  if (kept?.isPointed)
    return own.filter((heading) => heading.depth > 1 || heading !== own[0] || isNamed(heading) || speaks(heading));
  const template = own.filter(isTemplateHeading);
  if (template.length === own.length) return template;
  const families = new Set(template.map(({ parts }) => parts.family));
  const chosen = new Set(template);
  // Two that speak are a log, if most that look like them do; one is where the register knows its shape already, or none could be taken for it.
  const enough = kept?.heading === undefined && !isAlone ? 2 : 1;
  // In what is called a log any two of the fields are enough.
  const isOne = (heading: HeadingEvidence): boolean =>
    speaks(heading) || (told && (isEntry(heading) || isLabelled(heading) || isJudged(heading)));
  const speakingAll = own.filter(speaks).length;
  for (const alike of groupsOf(own.filter((heading) => isNamed(heading) && !chosen.has(heading))).values()) {
    const speaking = alike.filter(speaks).length;
    const isHalfConverted = families.has(alike[0]?.parts.family ?? '');
    // Beside others that say more a day and a title are not enough.
    const areAll = told && (speaking > 0 || speakingAll < 2) && areEntries(alike, own);
    const isFew = !areAll && (speaking < enough || speaking * 2 < alike.length);
    if (template.length > 0 ? isHalfConverted && speaking > 0 : !isFew)
      for (const heading of alike) chosen.add(heading);
  }
  const bare = own.filter((heading) => !chosen.has(heading) && isOne(heading) && !isSection(heading));
  // Beside IDs of one form one of another is an ID, too, unless that form is the template's.
  // What a register knows for a log without IDs has titles that begin with numbers.
  const isOfIds = kept?.hasIds !== false && [...chosen].some(({ parts }) => parts.id !== undefined);
  const isIn = ({ says, parts: { id } }: HeadingEvidence): boolean =>
    !isOfIds || (says & ID) !== 0 || (id !== undefined && template.length === 0);
  const others = bare.filter(isIn);
  const isFew = others.length < enough || others.length * 3 < own.length;
  if (chosen.size > 0 || !isFew) for (const heading of others) chosen.add(heading);
  // On the line of a title one label is enough beside others like it, and so is a status or a reason below one.
  const isLike = (heading: HeadingEvidence): boolean =>
    chosen.size > 0 && (isLabelled(heading) || isBegun(heading, isOfIds)) && isIn(heading);
  return own.filter((heading) => chosen.has(heading) || isLike(heading));
}

/** Whether it says of what is new all that is known. */
const isBegun = (heading: HeadingEvidence, isOfIds: boolean): boolean =>
  !isOfIds && (heading.says & ALONE) !== 0 && !(heading.says & FOREIGN) && !isSection(heading);

/** Whether a heading begins a section of the template: one with more words in its title does not where a label stands right below it. */
export function isSection({ text, line, labels }: HeadingEvidence): boolean {
  const label = labels.find(({ word }) => isKnownWord(word));
  if (!statusOfBoard(text) && kindOfSection(text) === 'unknown') return false;
  return isSectionTitle(text) || !label || label.style === 'heading' || label.line > line + 2;
}

/** Whether a label of a field stands on its line. */
const isLabelled = ({ says, parts }: HeadingEvidence): boolean =>
  parts.labelsStart !== undefined && (says & ANY_FIELD) !== 0;

/** Whether it says in words what became of it. */
const isJudged = ({ parts: { statusPlace } }: HeadingEvidence): boolean =>
  statusPlace !== undefined && statusPlace !== 'mark';

/** Headings by how they name their experiment. */
function groupsOf(headings: readonly HeadingEvidence[]): Map<string, HeadingEvidence[]> {
  const groups = new Map<string, HeadingEvidence[]>();
  for (const heading of headings) {
    const way = wayOf(heading);
    const group = groups.get(way);
    if (group) group.push(heading);
    else groups.set(way, [heading]);
  }
  return groups;
}

/** How a heading names its experiment. */
const wayOf = ({ parts: { idPlace, datePlace, family } }: HeadingEvidence): string =>
  `${idPlace ?? ''} ${datePlace ?? ''} ${family}`;
