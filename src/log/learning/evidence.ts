// What in a text speaks for experiments: lines that look like labels, and which headings they stand under.
import type { FieldKey } from '../../domain/experiment/template.ts';
import { type IdPlace, LINES } from '../../domain/register/log-shape.ts';
import { bylineOf } from '../forms/byline.ts';
import { fieldColumns } from '../forms/cells.ts';
import { definitionAt } from '../forms/definitions.ts';
import {
  furtherLabels,
  isKnownWord,
  LabelLine,
  LIKE_LABEL,
  LIKE_LOOSE,
  labelOfHeading,
  labelOfLine,
  labelsOfLine,
  leadOfLine,
} from '../forms/label-lines.ts';
import { BLANK, lineText, MASKED, type Outline, RULE } from '../reading/outline.ts';
import type { HeadingParts } from '../shape/heading-parts.ts';
import { partsOfAnyHeading } from '../shape/headings.ts';
import {
  ANY_FIELD,
  DOUBTFUL,
  FOREIGN,
  HYPOTHESISED,
  isDoubtfulName,
  type LabelWord,
  wordOfLabel,
} from '../shape/label-words.ts';
import { isEntryWord } from '../shape/log-names.ts';
import { count } from '../text/counts.ts';
import { fieldSet, withoutOne } from '../text/field-set.ts';

const STATUS = fieldSet('status');

/** A heading and what stands below it, up to the next one that is as high. */
export class HeadingEvidence {
  readonly line: number;
  /** Its line without blanks at its end. */
  readonly text: string;
  readonly depth: number;
  readonly parts: HeadingParts;
  /** Its words as a label; none of many words. */
  readonly label: LabelWord | undefined;
  /** The line after the last of its own. */
  endLine = 0;
  /** What its labels say, with those of the headings below it; what it says itself; the fields of the line right below it, which alone make no experiment. */
  below = 0;
  own = 0;
  byline = 0;
  /** Its labels among all. */
  firstLabel: number;
  endLabel = 0;
  private readonly all: readonly LabelLine[];
  private found: LabelLine[] | undefined;

  constructor(
    line: number,
    text: string,
    depth: number,
    label: LabelWord | undefined,
    all: readonly LabelLine[],
    parts: HeadingParts,
  ) {
    this.line = line;
    this.text = text;
    this.depth = depth;
    this.label = label;
    this.all = all;
    this.firstLabel = all.length;
    this.parts = parts;
    const { id, date, status, isStatusNamed, family } = this.parts;
    // A status in the heading is one as if a label said it.
    if (status && (id !== undefined || date !== undefined || isStatusNamed)) this.own |= STATUS;
    if (family === '') return;
    if (FOREIGN_NAME.test(family)) this.own |= FOREIGN;
    if (isDoubtfulName(family)) this.own |= DOUBTFUL;
  }

  /** What it says itself and by its labels. */
  get says(): number {
    return this.own | this.below;
  }

  get labels(): readonly LabelLine[] {
    this.found ??= this.all
      .slice(this.firstLabel, this.endLabel)
      .filter(({ under }) => under < 0 || under === this.line);
    return this.found;
  }
}

/** What speaks for experiments in an outline. */
export interface Evidence {
  labels: LabelLine[];
  headings: HeadingEvidence[];
  /** How many lines would be labels of a field if labels may lack a colon, where those are not among the labels. */
  loose: number;
  /** How often labels of a field stand in quotes, where those are not among the labels. */
  quoted: Map<FieldKey, number>;
}

const keyInTables = (label: string): FieldKey | '' | undefined => {
  const word = wordOfLabel(label);
  return isKnownWord(word) ? (word.meaning?.key ?? '') : undefined;
};

/** So many more labels of another form than of those looked for, and more than there are fields, say enough. */
const MANY = 50;

/**
 * Every line of an outline that may be a label, and every heading with what stands below it. `isQuoted`: labels may stand in quotes, undefined
 * where that is to be counted; `isLoose`: labels may lack a colon; `partsOf`: how headings are taken apart. Only of the first part of a text that surely needs another of both. Linear in the text.
 */
export function gatherEvidence(
  outline: Outline,
  isQuoted: boolean | undefined,
  isLoose = false,
  partsOf = partsOfAnyHeading,
): Evidence {
  const quoted: Evidence['quoted'] = new Map();
  const labels: LabelLine[] = [];
  let loose = 0;
  let inQuotes = 0;
  const headings: HeadingEvidence[] = [];
  /** The headings that a line stands under, the highest first. */
  const open: HeadingEvidence[] = [];
  let last: HeadingEvidence | undefined;
  const close = (depth: number, line: number): void => {
    while (last && last.depth >= depth) {
      last.endLine = line;
      last.endLabel = labels.length;
      const { below } = last;
      open.pop();
      last = open[open.length - 1];
      if (last) last.below |= below;
    }
  };
  const note = (label: LabelLine, line: number): void => {
    label.line = line;
    labels.push(label);
    if (last) last.below |= label.word.says;
  };
  let next = 0;
  /** Whether the lines right below a heading may still be its byline. */
  let isHead = false;
  const { headings: all, flags, starts, ends } = outline;
  const lines = starts.length;
  /** Behind the next sign of a label, looked for from line to line, so that no line is taken out of the text for it. */
  let sign = 0;
  const isLike = (line: number): boolean => {
    const start = starts[line] ?? 0;
    if (sign <= start) {
      LIKE_LABEL_ALL.lastIndex = start;
      sign = LIKE_LABEL_ALL.test(outline.text) ? LIKE_LABEL_ALL.lastIndex : Number.POSITIVE_INFINITY;
    }
    return sign <= (ends[line] ?? start);
  };
  for (let line = 0, most = 0; line < lines && most < labels.length + MANY; line += 1) {
    const flag = flags[line] ?? 0;
    if (flag & BLANK) continue;
    const heading = all[next];
    if (heading?.line === line) {
      next += 1;
      const { depth } = heading;
      const text = lineText(outline, line);
      close(depth, line);
      const label = labelOfHeading(text);
      const found = label.length < 60 && depth < LINES ? new LabelLine(wordOfLabel(label), 'heading') : undefined;
      if (found) note(found, line);
      // What stands below a label is its value.
      isHead = !(found && isKnownWord(found.word));
      last = new HeadingEvidence(line, text, depth, found?.word, labels, partsOf(text));
      open.push(last);
      headings.push(last);
      const { labelsStart, result, title } = last.parts;
      if (labelsStart !== undefined) {
        isHead = false;
        for (const label of result ? [] : furtherLabels(text, title.start)) note(label, line);
      }
      if (heading.isUnderlined) line += 1;
    } else if (last && (flag & (MASKED | RULE)) === 0) {
      const defined = definitionAt(outline, line);
      if (defined) {
        note(new LabelLine(wordOfLabel(defined.label), 'definition'), line);
        isHead = false;
        continue;
      }
      // Most lines are text, which one look shows.
      if (!isHead && !isLoose && !isLike(line)) continue;
      const text = lineText(outline, line);
      const lead = leadOfLine(text, true, outline.form);
      const isSkipped = !isQuoted && lead.includes('>');
      const found = labelsOfLine(text, lead.length, isLoose);
      const columns = found[0]?.style === 'row' ? fieldColumns(outline, line, keyInTables) : [];
      if (columns.length > 0) {
        line += 2;
        isHead = false;
        for (const { label, value } of columns)
          note(new LabelLine(wordOfLabel(label), 'row', value.start, value.end), line);
        continue;
      }
      if (isHead && !isSkipped && !found.some(({ word }) => isKnownWord(word))) {
        const byline = bylineOf(text);
        for (const { word, value } of byline) {
          const label = new LabelLine(wordOfLabel(word), 'byline', value.start, value.end);
          label.line = line;
          label.under = last.line;
          labels.push(label);
          last.byline |= label.word.says & ANY_FIELD;
          last.own |= label.word.says & ~ANY_FIELD;
        }
        if (byline.length > 0) continue;
      }
      isHead = false;
      if (!isLoose && found.length === 0 && LIKE_LOOSE.test(text) && labelOfLine(text.slice(lead.length), true))
        most = Math.max(most, ++loose);
      for (const label of found) {
        const { meaning } = label.word;
        if (!isSkipped) note(label, line);
        else if (meaning) {
          count(quoted, meaning.key);
          if (isQuoted === undefined) most = Math.max(most, ++inQuotes);
        }
      }
    }
  }
  close(0, outline.starts.length);
  return { labels, headings, quoted, loose };
}

/** Places at which an ID is one whatever stands below. */
export const SURE: readonly (IdPlace | undefined)[] = ['bracket', 'lead', 'tail'];

/** Fields that only an experiment has; others stand in minutes and recipes too. */
export const CORE = fieldSet('status', 'hypothesis', 'expectedResult', 'actualResult', 'learning');

const LIKE_LABEL_ALL = new RegExp(LIKE_LABEL, 'g');

/** What names the thing that it stands in. */
export const NAME = fieldSet('title', 'id');

/** One of these makes an experiment of a title beside others that have more: nothing else is known of what is new. */
export const ALONE = fieldSet('status', 'hypothesis');

/** What makes an experiment beside one of them. */
const BESIDE = fieldSet('id', 'date', 'started', 'decision');

/** What incidents are called. */
const FOREIGN_NAME = /^(?:inc|incident|outage|cve)\b/i;

const LEARNING = fieldSet('learning');
const HYPOTHESIS = fieldSet('hypothesis');
const RESULT = fieldSet('actualResult', 'title');

/**
 * Whether what stands below a heading makes it an experiment: of one without ID or date more is asked than its status and a result, or its status
 * and a reason, which road maps have, too.
 */
export function speaks({ byline, says, parts }: HeadingEvidence): boolean {
  // What a line says without labels counts beside a label.
  const fields = (says & CORE ? says | byline : says) & ANY_FIELD;
  if (says & FOREIGN || !isSpeaking(fields)) return false;
  const isHypothesised = (says & HYPOTHESISED) !== 0;
  if (says & DOUBTFUL && !isHypothesised && !(fields & LEARNING)) return false;
  const isNumber = parts.idPlace === 'number' || parts.idPlace === 'digits';
  if ((parts.id !== undefined && !isNumber) || parts.date !== undefined) return true;
  const isReasoned = isHypothesised || !(fields & STATUS) || withoutOne(withoutOne(fields)) !== 0;
  const isListed = !isNumber || parts.isListNumber;
  return (fields & ~(STATUS | (isReasoned ? 0 : HYPOTHESIS) | (isListed ? RESULT : 0))) !== 0;
}

const BELIEVED = HYPOTHESISED | LEARNING;
const TOLD = fieldSet('hypothesis', 'expectedResult', 'actualResult', 'learning');

/** Whether it is an experiment though no other stands beside it: by an ID, a status and what was believed, in what is called no log with two fields more. */
export const isUnmistakable = (heading: HeadingEvidence, isTold: boolean): boolean =>
  (SURE.includes(heading.parts.idPlace) || (heading.parts.idPlace === 'word' && isEntryWord(heading.parts.family))) &&
  (heading.says & STATUS) !== 0 &&
  (heading.says & BELIEVED) !== 0 &&
  (isTold || withoutOne(withoutOne(heading.says & TOLD)) !== 0);

/** Whether these fields make what stands under a heading an experiment. */
export const isSpeaking = (fields: number): boolean =>
  (fields & CORE) !== 0 && withoutOne(fields & (CORE | BESIDE)) !== 0;
