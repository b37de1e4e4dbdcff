// Logs in the template's form, most of those that registers have: what counting would find in them, told by one look.
import { type FieldKey, isEmptyText } from '../../domain/experiment/template.ts';
import type { KeptShape } from '../../domain/register/log-shape.ts';
import { isKnownWord, type LabelLine } from '../forms/label-lines.ts';
import type { Outline } from '../reading/outline.ts';
import { OWN } from '../shape/label-words.ts';
import { type Shape, TEMPLATE_SHAPE, templateKey } from '../shape/shape.ts';
import { isExampleSection, kindOfSection } from '../text/sections.ts';
import { type Evidence, type HeadingEvidence, NAME } from './evidence.ts';
import { areOthers, LONGEST_DECISION, textOfLabel } from './learn-labels.ts';
import { orderAmong, sectionsOf, statusWords } from './learn-words.ts';

/** Whether a register knows of a log no more than what words mean. */
export const isFresh = (kept: KeptShape = {}): boolean =>
  Object.entries(kept).every(
    ([key, value]) => /^(?:labels|statuses|sections|dayFirst)$/.test(key) || value === undefined,
  );

/** A heading of the template's, and nothing else on its line. */
const isOwnTitle = ({ text, parts: { idPlace, family, date, status, title } }: HeadingEvidence): boolean =>
  idPlace === 'bracket' &&
  family.endsWith('-') &&
  !date &&
  !status &&
  title.start < title.end &&
  title.end === text.length &&
  /^### \[[^\]]*\] $/.test(text.slice(0, title.start));

/** Whether a label is written as the template writes its own. */
const isOwnLabel = ({ style, isInline, form: { open, close } }: LabelLine): boolean =>
  style === 'bold' && !isInline && open === '**' && close.includes(':');

/**
 * The experiments of a log that has all of them at the third level, told by an ID in brackets alone; none where other headings may be labels, or
 * where they are examples.
 */
export function ownItems({ headings, labels, loose, quoted }: Evidence): HeadingEvidence[] {
  const isOwn = headings.every((heading) =>
    heading.depth === 3 ? isOwnTitle(heading) : heading.depth < 3 && !heading.parts.id && !heading.parts.date,
  );
  if (!isOwn || loose > 0 || quoted.size > 0) return [];
  const others = headings.filter(({ depth }) => depth < 3);
  const isLike =
    others.filter(({ label }) => label?.meaning).length > 3 ||
    labels.some(({ word, style }) => word.says & NAME && style !== 'heading');
  const isExample = others.some(
    (one) => isExampleSection(kindOfSection(one.text)) && headings[headings.indexOf(one) + 1]?.depth === 3,
  );
  return isLike || isExample ? [] : headings.filter(({ depth }) => depth === 3);
}

/** The shape of a log that has such experiments; undefined where their labels have another form or mean something else. */
export function ownShape(
  outline: Outline,
  labels: readonly LabelLine[],
  items: readonly HeadingEvidence[],
  kept: KeptShape = {},
): Shape | undefined {
  const words = new Map<string, FieldKey | ''>(Object.entries(kept.labels ?? {}));
  /** The word of each field: of two one would be the log's own. */
  const wordOf = new Map<FieldKey, string>();
  /** Of the log's own words the experiments that have them, and what they say. */
  const own = new Map<string, { within: Set<number>; texts: string[] }>();
  /** Words before a colon in a text, which in several are labels. */
  const strange = new Set<string>();
  const texts: Partial<Record<FieldKey, string[]>> = { status: [], date: [], started: [], decision: [] };
  for (const { firstLabel, endLabel } of items) {
    for (const found of labels.slice(firstLabel, endLabel)) {
      const { plain, meaning, says } = found.word;
      if (plain === '') continue;
      if (!isOwnLabel(found)) {
        if (found.style === 'definition' || isKnownWord(found.word) || strange.has(plain)) return undefined;
        strange.add(plain);
      }
      let key = words.get(plain);
      if (key === undefined && (meaning || says & OWN)) {
        key = meaning ? templateKey(plain) : '';
        if (key === undefined) return undefined;
        words.set(plain, key);
      }
      if (key) {
        if (key === 'id' || key === 'title' || (wordOf.get(key) ?? plain) !== plain) return undefined;
        wordOf.set(key, plain);
        texts[key]?.push(textOfLabel(outline, found));
        continue;
      }
      const { within, texts: said } = own.get(plain) ?? { within: new Set(), texts: [] };
      own.set(plain, { within: within.add(firstLabel), texts: said });
      said.push(textOfLabel(outline, found));
    }
  }
  const { status = [], date = [], started = [], decision = [] } = texts;
  const long = decision.filter((text) => text.length > LONGEST_DECISION).length;
  if (areOthers('decision', long, decision.length)) return undefined;
  for (const [word, { within }] of own) if (within.size > 1 && !words.has(word)) words.set(word, '');
  const others = [...own].flatMap(([word, { texts: said }]) => (words.has(word) ? said : []));
  const dated = [...date, ...started, ...others].filter((text) => !isEmptyText(text));
  return {
    ...TEMPLATE_SHAPE,
    ids: new Map([['bracket', new Set(items.map(({ parts }) => parts.family))]]),
    labels: words,
    statuses: statusWords(
      status.filter((text) => !isEmptyText(text)),
      kept,
    ),
    sections: sectionsOf(
      outline,
      3,
      items.map(({ line }) => line),
      kept,
    ),
    dayFirst: kept.dayFirst ?? orderAmong([...items.map(({ text }) => text), ...dated], words),
  };
}
