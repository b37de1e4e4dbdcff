// Which headings of a text are its experiments: those of the form and level of which there are the most with labels below them.
import type { FieldKey } from '../../domain/experiment/template.ts';
import { type HeadingForm, type KeptShape, LINES } from '../../domain/register/log-shape.ts';
import { boardIn } from '../forms/boards.ts';
import { areEnough, areEntries, isEntry } from '../forms/enough.ts';
import { isKnownWord, type LabelLine, labelOfHeading } from '../forms/label-lines.ts';
import { lineText, type Outline } from '../reading/outline.ts';
import { fieldSet } from '../text/field-set.ts';
import { isExampleSection, isSectionTitle, kindOfSection } from '../text/sections.ts';
import {
  ALONE,
  CORE,
  gatherEvidence,
  type HeadingEvidence,
  isSpeaking,
  isUnmistakable,
  SURE,
  speaks,
} from './evidence.ts';
import { statusOfBoard, withHeadings, withoutFences } from './heading-lines.ts';
import { partsOfAnyHeading } from './headings.ts';
import { ANY_FIELD, DOUBTFUL, FOREIGN, meaningOfLabel } from './label-words.ts';
import { isEntryWord, isNamedAsLog } from './log-names.ts';
import { plainWord } from './words.ts';

/** The experiments of a text, and what they were found among. */
export interface FoundExperiments {
  outline: Outline;
  labels: LabelLine[];
  items: HeadingEvidence[];
  level: number;
  isQuoted: boolean;
  isLoose: boolean;
  isFenced: boolean;
  board?: string | undefined;
}

type Found = Omit<FoundExperiments, 'isFenced'>;

/** Forms that are looked for where no experiments have headings with `#`s. */
const OTHER_FORMS: readonly HeadingForm[] = ['underlined', 'bold', 'item', 'summary', 'label'];
const RECORDS: readonly HeadingForm[] = ['label'];
const NAME = fieldSet('title', 'id');

/** At which levels their headings stand. */
const levelsOf = (form: HeadingForm): readonly number[] => (form === 'underlined' ? [2, 1] : [LINES]);

/** An outline in which the headings of one level that are labels stand below the others of it. */
export function withInner(outline: Outline, level: number, isInner: (line: number) => boolean): Outline {
  const headings = outline.headings.map((heading) =>
    heading.depth === level && isInner(heading.line) ? { ...heading, depth: level + 1 } : heading,
  );
  return { ...outline, headings };
}

/** The same where the labels of experiments have their level: `## EXP-1: Title`, `## Status`, `## Result`; without IDs right below each title. */
function withLabelsInner(outline: Outline, headings: readonly HeadingEvidence[], kept: KeptShape | undefined): Outline {
  const isKept = kept?.level !== undefined && kept.subheading === kept.level;
  // Two labels, each of them twice.
  if (!isKept && headings.filter(({ label }) => label?.meaning).length < 4) return outline;
  const texts = headings.map(({ text }) => text);
  const seen = new Set<string>();
  const often = new Set(texts.filter((text) => seen.size === seen.add(text).size));
  const isKnown = (text: string): boolean => {
    const word = plainWord(labelOfHeading(text));
    return (kept?.labels?.[word] ?? meaningOfLabel(word)) !== undefined;
  };
  const repeated = isKept ? new Set([...seen].filter(isKnown)) : often;
  for (const level of isKept ? [kept.level ?? 0] : repeated.size < 2 ? [] : [2, 3, 4, 1, 5]) {
    const own = new Set(texts.filter((_, index) => headings[index]?.depth === level));
    const labels = [...own].filter((text) => repeated.has(text));
    if (!isKept && labels.filter(isKnown).length < 2) continue;
    const named = new Set([...own].filter(isNamedBy));
    const isInner = (text: string): boolean => !named.has(text) && (repeated.has(text) || isKnown(text));
    const titles = texts.filter((text) => own.has(text) && !isInner(text));
    const headed = titles.filter((text) => isInner(texts[texts.indexOf(text) + 1] ?? ''));
    if (isKept || named.size > 1 || (headed.length > 1 && headed.length * 2 > titles.length))
      return withInner(outline, level, (line) => isInner(lineText(outline, line)));
  }
  return outline;
}

const isNamedBy = (text: string): boolean => {
  const { idPlace } = partsOfAnyHeading(text);
  return idPlace === 'word' || SURE.includes(idPlace);
};

/** The experiments of a text, in the form that it has them; what the register keeps of its shape decides before what is counted. */
export function findExperiments(plain: Outline, kept: KeptShape | undefined): FoundExperiments {
  const unfenced = withoutFences(plain, kept?.isFenced === true);
  const found = findIn(unfenced, kept);
  return { ...found, isFenced: unfenced !== plain };
}

function findIn(text: Outline, kept: KeptShape | undefined): Found {
  const isPointed = kept?.isPointed === true;
  // Who points to lines points to the items of lists.
  const own = isPointed && kept?.level === LINES ? (kept.form ?? 'item') : kept?.form;
  if (own && own !== 'marks') {
    const found = foundIn(withHeadings(text, own, kept), levelsOf(own), kept);
    if (found.items.length > 0) return { ...found, board: kept?.board };
  }
  const found = foundIn(text, undefined, kept);
  if (kept?.level !== undefined) return found;
  const { items, labels } = found;
  // Headings may be no more than the sections of records, or of what has another form.
  const isOfRecords = labels.filter(({ word, style }) => word.says & NAME && style !== 'heading').length > items.length;
  const isOfGroups = items.length > 0 && items.filter(isGroup).length * 2 >= items.length;
  const board = items.length === 0 && !kept?.isSettled ? onBoard(text, kept) : undefined;
  // What has labels may have others that say more.
  if (board && board.items.filter((item) => item.labels.length > 0).length * 2 < board.items.length) return board;
  let best = found;
  for (const form of items.length === 0 || isOfGroups ? OTHER_FORMS : isOfRecords ? RECORDS : []) {
    const outline = withHeadings(found.outline, form);
    const isMore = outline.headings.length > found.outline.headings.length + items.length;
    const other = isMore ? foundIn(outline, levelsOf(form), kept) : undefined;
    if (!other || other.items.length <= items.length) continue;
    const isSaid = other.items.some(speaks);
    // What only says when it was makes way for what says more.
    if (best === found || isSaid) best = other;
    if (isSaid) break;
  }
  return board && board.items.length > best.items.length ? board : best;
}

/** The items of a board. */
function onBoard(text: Outline, kept?: KeptShape): Found | undefined {
  const board = boardIn(text);
  if (!board) return undefined;
  const { outline, partsOf, marks } = board;
  return { ...foundIn(outline, levelsOf('item'), { ...kept, isPointed: true }, partsOf), board: marks };
}

function foundIn(
  read: Outline,
  levels: readonly number[] | undefined,
  kept: KeptShape | undefined,
  partsOf?: typeof partsOfAnyHeading,
): Found {
  const gathered = gatherEvidence(read, kept?.isQuoted, false, partsOf);
  const outline = levels ? read : withLabelsInner(read, gathered.headings, kept);
  const plain = outline === read ? gathered : gatherEvidence(outline, kept?.isQuoted);
  const isQuoted = kept?.isQuoted ?? (!kept?.isSettled && isMostlyQuoted(plain));
  const known = () => plain.labels.filter(({ word, style }) => word.meaning && style !== 'heading').length;
  const isLoose = kept?.isLoose === true || (!kept?.isSettled && plain.loose > 1 && plain.loose * 2 > known());
  const { labels, headings } =
    isQuoted === !!kept?.isQuoted && !isLoose ? plain : gatherEvidence(outline, isQuoted, isLoose, partsOf);
  const seen = withoutExamples(headings);
  const isTold = isNamedAsLog(outline);
  const told = isTold === true;
  const most = levels ? experimentsAt(levels, seen, told, kept) : experimentsAmong(seen, told, kept);
  const isNone = () => isTold === undefined || labels.some(({ word }) => word.says & FOREIGN);
  const isWeak =
    isTold !== true &&
    isUnknown(kept) &&
    !most.items.some(isTemplateHeading) &&
    !areEnough(most.items, read.form === 'label');
  const found = isWeak || (isOfOthers(most.items, isTold, kept) && isNone()) ? { ...most, items: [] } : most;
  const hasIds = kept?.hasIds ?? found.items.filter(({ parts }) => parts.id).length * 2 >= found.items.length;
  const others = levels || kept?.isPointed || !hasIds ? [] : itemsElsewhere(found, seen);
  const items = others.length === 0 ? found.items : [...found.items, ...others].sort((a, b) => a.line - b.line);
  return { outline, labels, items, level: found.level, isQuoted, isLoose };
}

/** Whether neither a person nor a register has said that the text is a log. */
const isUnknown = (kept: KeptShape | undefined): boolean => !kept?.isPointed && kept?.heading === undefined;

/**
 * Whether a text is minutes or the like, which have decisions and reasons, too, but neither status nor learning for most; of what its title
 * says to be no log, only what the template calls an experiment is one.
 */
function isOfOthers(items: readonly HeadingEvidence[], isTold: boolean | undefined, kept?: KeptShape): boolean {
  if (!isUnknown(kept)) return false;
  const own = items.filter((item) => isTemplateHeading(item) || (isTold !== undefined && item.says & TOLD));
  return own.length * 2 < items.length;
}

/** Whether one of the labels that make an experiment stands in quotes more often than without. */
function isMostlyQuoted({
  labels,
  quoted,
}: {
  labels: readonly LabelLine[];
  quoted: ReadonlyMap<FieldKey, number>;
}): boolean {
  if (quoted.size === 0) return false;
  return [...quoted].some(
    ([key, times]) => times > 1 && times > labels.filter(({ word }) => word.meaning?.key === key).length,
  );
}

/** Experiments at other levels: what has an ID like those that were found, with labels of its own. */
function itemsElsewhere(
  { items, level }: { items: readonly HeadingEvidence[]; level: number },
  headings: readonly HeadingEvidence[],
): HeadingEvidence[] {
  const families = new Set(items.flatMap(({ parts: { id, family } }) => (id && family !== '' ? [family] : [])));
  if (families.size === 0) return [];
  const named = headings.filter(({ parts }) => SURE.includes(parts.idPlace) && families.has(parts.family));
  return named.filter((heading, index) => {
    if (heading.depth === level || heading.says & FOREIGN) return false;
    const end = Math.min(heading.endLine, named[index + 1]?.line ?? heading.endLine);
    let fields = 0;
    for (const { line, word } of heading.labels) if (line < end) fields |= word.says;
    return isSpeaking(fields);
  });
}

const ID = fieldSet('id');
const TOLD = fieldSet('status', 'learning');

/** The headings without those in sections that only show how experiments are written. */
function withoutExamples(headings: readonly HeadingEvidence[]): readonly HeadingEvidence[] {
  let depthOfExample = 0;
  return headings.filter((heading) => {
    const { text, depth } = heading;
    const isIn = depthOfExample > 0 && depth > depthOfExample;
    if (!isIn) depthOfExample = isExampleSection(kindOfSection(text)) && isSection(heading) ? depth : 0;
    return !isIn;
  });
}

/** What the template calls an experiment by its heading alone. */
const isTemplateHeading = ({ text, parts: { idPlace, family } }: HeadingEvidence): boolean =>
  idPlace === 'bracket' && family.endsWith('-') && /^ {0,3}#/.test(text);
/** Whether it says twice what an experiment says once, and names none. */
function isGroup(heading: HeadingEvidence): boolean {
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
function experimentsAmong(
  headings: readonly HeadingEvidence[],
  told: boolean,
  kept: KeptShape | undefined,
): { items: HeadingEvidence[]; level: number } {
  const known = kept?.level === undefined ? undefined : experimentsAt([kept.level], headings, told, kept);
  if (known && (known.items.length > 0 || kept?.isPointed)) return known;
  // A log whose headings have moved since is looked through anew; in one that has lost its experiments a title without any label is none.
  return experimentsAt([3, 6, 5, 4, 2, 1], headings, told && !kept?.isSettled, kept);
}

function experimentsAt(
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
function isSection({ text, line, labels }: HeadingEvidence): boolean {
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
