// Whether a text can be imported at all.
import type { LogDocument } from './document.ts';
import { prefixOfId } from './keys.ts';

/** The largest text that is read, in characters. */
const LARGEST = 20 * 1024 * 1024;

/**
 * Why a text cannot be read as any log, as one sentence; `undefined` if it can. Looks at size and kind only, so that it can be asked
 * before `readLog`.
 */
export function refusalOfText(text: string): string | undefined {
  if (text.length > LARGEST) {
    return 'This file is larger than 20 MB, which no log is; choose the Markdown file of the log.';
  }
  // A stray one may come from a cell that somebody pasted into; files of other kinds are full of them.
  const controls = countOf(text, /(?!\s)\p{Cc}/gu);
  if (controls > text.length / 50 || countOf(text, /\uFFFD/g) > Math.max(8, text.length / 100)) {
    return 'This file is not text; choose the Markdown file of the log.';
  }
  return undefined;
}

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/**
 * Why a log cannot be imported into the register with this prefix, as one sentence; `undefined` if it can. Without a prefix, every log with
 * an experiment can. Problems of other kinds are no reason: those are the log's findings.
 */
export function refusalOf(document: LogDocument, prefix?: string): string | undefined {
  const refusal = refusalOfText(document.text);
  if (refusal !== undefined) return refusal;
  const { experiments } = document.contents;
  const [first] = experiments;
  if (!first) {
    return 'This file has no experiment, that is, no heading like "### [K-ABC-001] Title"; choose the Markdown file of the log.';
  }
  if (!prefix || experiments.some(({ id }) => prefixOfId(id) === prefix)) return undefined;
  return `This is the log of another register: it has ${first.id} and the like, where this register has ${prefix}-001; choose this register's own log.`;
}
