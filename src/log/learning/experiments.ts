// Which headings of a text are its experiments: those of the form and level of which there are the most with labels below them.
import type { FieldKey } from '../../domain/experiment/template.ts';
import { type HeadingForm, type KeptShape, LINES } from '../../domain/register/log-shape.ts';
import { boardIn } from '../forms/boards.ts';
import { areEnough } from '../forms/enough.ts';
import type { LabelLine } from '../forms/label-lines.ts';
import type { Outline } from '../reading/outline.ts';
import { withHeadings, withoutFences } from '../shape/heading-lines.ts';
import type { partsOfAnyHeading } from '../shape/headings.ts';
import { FOREIGN } from '../shape/label-words.ts';
import { isNamedAsLog } from '../shape/log-names.ts';
import { fieldSet } from '../text/field-set.ts';
import { isExampleSection, kindOfSection } from '../text/sections.ts';
import { gatherEvidence, type HeadingEvidence, isSpeaking, NAME, SURE, speaks } from './evidence.ts';
import { withLabelsInner } from './inner-labels.ts';
import { experimentsAmong, experimentsAt, isGroup, isSection, isTemplateHeading } from './levels.ts';
import { isFresh, ownItems } from './own-form.ts';

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
  /** Whether all of them stand where the template has them, told by an ID in brackets alone. */
  isOwn?: boolean;
}

type Found = Omit<FoundExperiments, 'isFenced'>;

/** Forms that are looked for where no experiments have headings with `#`s. */
const OTHER_FORMS: readonly HeadingForm[] = ['underlined', 'bold', 'item', 'summary', 'label'];
const RECORDS: readonly HeadingForm[] = ['label'];

/** At which levels their headings stand. */
const levelsOf = (form: HeadingForm): readonly number[] => (form === 'underlined' ? [2, 1] : [LINES]);

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
  if (found.isOwn || kept?.level !== undefined) return found;
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
  const own = levels || !isFresh(kept) ? [] : ownItems(gathered);
  if (own.length > 1)
    return {
      outline: read,
      labels: gathered.labels,
      items: own,
      level: 3,
      isQuoted: false,
      isLoose: false,
      isOwn: true,
    };
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
