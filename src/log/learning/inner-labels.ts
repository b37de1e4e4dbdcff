// Sub-headings that are labels where experiments have their level.
import type { KeptShape } from '../../domain/register/log-shape.ts';
import { labelOfHeading } from '../forms/label-lines.ts';
import { lineText, type Outline } from '../reading/outline.ts';
import { partsOfAnyHeading } from '../shape/headings.ts';
import { meaningOfLabel } from '../shape/label-words.ts';
import { plainWord } from '../shape/words.ts';
import { type HeadingEvidence, SURE } from './evidence.ts';

/** An outline in which the headings of one level that are labels stand below the others of it. */
export function withInner(outline: Outline, level: number, isInner: (line: number) => boolean): Outline {
  const headings = outline.headings.map((heading) =>
    heading.depth === level && isInner(heading.line) ? { ...heading, depth: level + 1 } : heading,
  );
  return { ...outline, headings };
}

/** The same where the labels of experiments have their level: `## EXP-1: Title`, `## Status`, `## Result`; without IDs right below each title. */
export function withLabelsInner(
  outline: Outline,
  headings: readonly HeadingEvidence[],
  kept: KeptShape | undefined,
): Outline {
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
