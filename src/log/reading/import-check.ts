// Whether a text can be imported at all.
import { formatId, leadOf, readId } from '../../domain/experiment/id.ts';
import type { LogDocument } from '../document.ts';
import { MESSAGES, shorten } from '../messages.ts';
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
  const controls = timesIn(text, /(?!\s)\p{Cc}/gu);
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
  if (!first && !isFreshLog(document)) return MESSAGES.noExperiment(headingsOf(document));
  if (!prefix || !document.shape.hasIds || experiments.some(({ id }) => readId(id)?.lead === leadOf(prefix)))
    return undefined;
  const known = new Set(held);
  if (experiments.some(({ id }) => known.has(id))) return undefined;
  const shown = first?.id ?? formatId(document.places.prefix ? document.contents.prefix : prefix, 1);
  return shown.startsWith(leadOf(prefix)) ? undefined : MESSAGES.otherRegister(shown, formatId(prefix, 1));
}

/** A log in which nothing has been tried yet: it has several of the sections that only logs have. */
function isFreshLog({ sections }: LogDocument): boolean {
  const kinds = sections
    .map(({ kind }) => kind)
    .filter((kind) => isExperimentSection(kind) || kind === 'candidates' || kind === 'template');
  return new Set(kinds).size > 1;
}

/** The headings that a text has instead, by their levels: `1 heading like "# Minutes"`. */
function headingsOf({ outline }: LogDocument): string {
  const byLevel = new Map<number, number[]>();
  for (const { line, depth } of outline.headings) {
    const lines = byLevel.get(depth);
    if (lines) lines.push(line);
    else byLevel.set(depth, [line]);
  }
  return [...byLevel]
    .sort(([a], [b]) => a - b)
    .map(([, lines]) => {
      const line = lines[0] ?? 0;
      return MESSAGES.headings(lines.length, shorten(lineText(outline, line)));
    })
    .join(', ');
}
