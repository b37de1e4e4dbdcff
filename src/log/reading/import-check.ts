// Whether a text can be imported at all.
import { formatId, leadOf, readId } from '../../domain/experiment/id.ts';
import type { LogDocument } from '../document.ts';
import { surveyLog } from '../learning/description.ts';
import { MESSAGES } from '../messages.ts';
import { statusOfSection } from '../shape/status-words.ts';
import { titleWord } from '../shape/words.ts';
import { isExperimentSection } from '../text/sections.ts';
import { lineText } from './outline.ts';

/** The largest text that is read, in characters. */
const LARGEST = 20 * 1024 * 1024;

/**
 * Why a text cannot be read as any log, as one sentence; `undefined` if it can. Looks at size and kind only, so that it can be asked
 * before `readLog`.
 */
export function refusalOfText(text: string): string | undefined {
  if (text.length > LARGEST) return MESSAGES.tooLarge;
  // A stray one may come from a cell that somebody pasted into; files of other kinds are full of them.
  const controls = timesIn(text, /[^\P{Cc}\s]/gu);
  if (controls > text.length / 50 || timesIn(text, /\uFFFD/g) > Math.max(8, text.length / 100)) return MESSAGES.notText;
  return undefined;
}

const timesIn = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/**
 * Why a log cannot be imported into the register with this prefix, as one sentence; `undefined` if it can. Without a prefix, every log with
 * an experiment, or with a section for them, can; so can one with an ID that the register holds, or without any. Problems of other kinds are no reason: those are the log's findings.
 */
export function refusalOf(document: LogDocument, prefix?: string, held: Iterable<string> = []): string | undefined {
  const { experiments } = document.contents;
  const [first] = experiments;
  if (!first && !isFreshLog(document)) return MESSAGES.noExperiment(seenIn(document));
  if (!prefix || !document.shape.hasIds || experiments.some(({ id }) => readId(id)?.lead === leadOf(prefix)))
    return undefined;
  const known = new Set(held);
  if (experiments.some(({ id }) => known.has(id))) return undefined;
  const shown = first?.id ?? formatId(document.places.prefix ? document.contents.prefix : prefix, 1);
  return shown.startsWith(leadOf(prefix)) ? undefined : MESSAGES.otherRegister(shown, formatId(prefix, 1));
}

/** A log in which nothing has been tried yet: it has several of the sections that only logs have, `Active Tasks` not being one. */
function isFreshLog({ sections, outline }: LogDocument): boolean {
  const kinds = sections.flatMap(({ kind, line }) => {
    const isOwn = kind === 'candidates' || kind === 'template';
    const isOfStatus = isExperimentSection(kind) && statusOfSection(titleWord(lineText(outline, line))) !== undefined;
    return isOwn || isOfStatus ? [kind] : [];
  });
  return new Set(kinds).size > 1;
}

/** What a text has instead: its headings by their levels, its widest table and the items of its lists: `1 heading like "# Minutes"`. */
function seenIn(document: LogDocument): string {
  const { headings, rows, table, items, item } = surveyLog(document);
  return [
    ...headings.map(({ count, example }) => MESSAGES.headings(count, example)),
    ...(rows > 1 ? [MESSAGES.rows(rows, table)] : []),
    ...(items > 1 ? [MESSAGES.items(items, item)] : []),
  ].join(', ');
}
