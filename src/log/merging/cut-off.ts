// A log beside what was agreed on before: what tells that it is not the whole of it, and what it lacks put back where it stood.
import type { LogContents, LogDocument } from '../document.ts';
import { MESSAGES, shorten } from '../messages.ts';
import { recognise } from '../reading/names.ts';
import { BLANK, closingOf, hasFlag, lineText, RULE } from '../reading/outline.ts';
import { readLog } from '../reading/read.ts';
import { keptOf } from '../shape/kept.ts';
import { keyedExperiments } from '../text/keys.ts';
import { hasTextBelow, lineOfText } from '../writing/write-items.ts';
import { keyedItems } from './compare.ts';
import { mergedOrder } from './merge-choice.ts';

/** What stands from a heading, an item or text that is nobody's up to the next. */
interface Block {
  name: string;
  /** The key of the experiment that it is. */
  experiment?: string | undefined;
  /** Of its section; none of that itself. */
  head?: Block | undefined;
  start: number;
  body: string;
  /** The blank lines and rules behind it. */
  tail: string;
  isLast: boolean;
}

/** Why a log looks cut off, a sentence each: by itself, and beside what was agreed on before. None where nothing says so. */
export function signsOfCut(log: LogDocument, agreed: LogDocument | undefined): string[] {
  const signs = log.findings
    .filter(({ code }) => code === 'open-block' || code === 'cut-off')
    .map(({ message }) => message);
  if (agreed === undefined || log.text === agreed.text) return signs;
  const [now, before] = [log.contents.experiments.length, agreed.contents.experiments.length];
  if (now < before) signs.push(MESSAGES.fewerExperiments(now, before));
  const [old, held] = [blocksOf(agreed), blocksOf(log, agreed)];
  const [last] = [...old].filter(([, { experiment }]) => experiment === undefined).slice(-1);
  if (last && !held.has(last[0])) signs.push(MESSAGES.lacksEnd(shorten(last[1].body.split('\n')[0] ?? '')));
  if (signs.length === 0 && endOf(log, agreed) !== '') {
    signs.push(MESSAGES.cutOff(shorten(log.text.trimEnd().split('\n').pop() ?? '')));
  }
  return signs;
}

/** A log with what it lacked. */
interface Whole {
  document: LogDocument;
  /** The keys of the experiments that it lacked. */
  lacking: ReadonlySet<string>;
  /** What else. */
  rest: string;
}

/** The log with all that it lacks of the agreed one put back. */
export function madeWhole(log: LogDocument, agreed: LogDocument): Whole {
  const end = endOf(log, agreed);
  const document = end === '' ? log : reread(log.text.trimEnd() + end, agreed);
  const back: string[] = [end];
  const lacking = new Set<string>();
  const whole = putBack(document, agreed, ({ experiment, body }) => {
    if (experiment !== undefined) lacking.add(experiment);
    // What an open fence hides is there all the same.
    else if (document.text.includes(body)) return false;
    else back.push(body);
    return true;
  });
  return { document: whole, lacking, rest: back.join('\n\n').trim() };
}

/** The log with the experiments of `contents` that it lacks as they were agreed on, where they were. */
export function withExperiments(log: LogDocument, agreed: LogDocument, { experiments }: LogContents): LogDocument {
  const held = keyedExperiments(log.contents.experiments);
  const lacking = new Set([...keyedExperiments(experiments).keys()].filter((key) => !held.has(key)));
  return lacking.size === 0 ? log : putBack(log, agreed, ({ experiment = '' }) => lacking.has(experiment));
}

function reread(text: string, { shape, contents }: LogDocument): LogDocument {
  const document = readLog(text, keptOf(shape));
  recognise(document, contents.experiments);
  return document;
}

/** The blocks that are wanted of those that the log lacks, each behind what it stood behind, and with the heading of its section. */
function putBack(log: LogDocument, agreed: LogDocument, isWanted: (block: Block) => boolean): LogDocument {
  const [old, now] = [blocksOf(agreed), blocksOf(log, agreed)];
  const lacking = [...old].filter(([key, block]) => !now.has(key) && isWanted(block)).map(([, block]) => block);
  if (lacking.length === 0) return log;
  const wanted = new Set(lacking.flatMap((block) => [block, block.head]));
  // What is new in a section of the file stays in front of what comes back.
  const isInOld = (key: string): boolean => {
    const { experiment, head } = now.get(key) ?? {};
    return old.has(key) || (experiment !== undefined && head !== undefined && old.has(head.name));
  };
  const order = new Map(
    mergedOrder(now, old, now)
      .filter(isInOld)
      .map((key) => [key, key]),
  );
  const keys = mergedOrder(order, now, order).filter((key) => now.has(key) || wanted.has(old.get(key)));
  let tail = '';
  const text = keys.map((key, index) => {
    const [own, was, next] = [now.get(key), old.get(key), keys[index + 1]];
    const both = next === undefined || now.has(next) ? [own, was] : [was, own];
    const isLast = next === undefined;
    tail = both.find((block) => block?.isLast === isLast)?.tail ?? (isLast ? log.newline : tail);
    // Text that is nobody's would go on with what comes back in front of it.
    if (!own && next?.endsWith('\n') && !BLANK_LINE.test(tail)) tail = log.newline.repeat(2);
    const closing = own?.isLast && !isLast ? closingOf(log.outline) : '';
    return (own ?? was)?.body + closing + tail;
  });
  return reread(text.join(''), agreed);
}

const BLANK_LINE = /(?:\r\n?|\n)[ \t]*[\r\n]/;

/** Longer ends are not looked for where shorter ones stand in the agreed text several times. */
const MOST_LINES = 100;

/** What follows in the agreed text, up to the end of a block, where the log ends in the middle of that; else nothing. */
function endOf(log: LogDocument, agreed: LogDocument): string {
  const text = `\n${log.text.trimEnd()}`;
  const whole = `\n${agreed.text}`;
  let start = text.length;
  for (let lines = 0; lines < MOST_LINES && start > 0; lines += 1) {
    start = text.lastIndexOf('\n', start - 1);
    const found = text.slice(start);
    const at = whole.indexOf(found);
    if (at < 0) return '';
    if (at < whole.lastIndexOf(found)) continue;
    const cut = at + found.length - 1;
    const block = [...blocksOf(agreed).values()].find(
      ({ start, body, tail }) => cut < start + body.length + tail.length,
    );
    if (!block) return '';
    const { body, tail, isLast } = block;
    const from = cut - block.start;
    const end = (isLast || from > body.length ? body + tail : body).slice(Math.max(from, 0));
    return from > 0 && end.trim() !== '' ? end : '';
  }
  return '';
}

/** The blocks of a log in order. Sections have the names that they have in `like`, by their headings or else by what they are for. */
function blocksOf(document: LogDocument, like: LogDocument = document): Map<string, Block> {
  const { text, outline, sections } = document;
  const starts: { name: string; line: number; experiment?: string | undefined; isHead?: boolean }[] = [];
  const [words, others] = [wordsOf(document), wordsOf(like)];
  const [known, own] = [new Set(others), new Set(words)];
  for (const [index, section] of sections.entries()) {
    const { kind, items } = section;
    const word = words[index] ?? '';
    const isSame = (other: string, at: number): boolean => like.sections[at]?.kind === kind && !own.has(other);
    const same = known.has(word) || kind === 'unknown' ? undefined : others.find(isSame);
    // What stands below a section's items may have no heading of its own.
    if (index === 0 || section.line >= 0) starts.push({ name: same ?? word, line: section.line, isHead: true });
    for (const [at, item] of items.entries()) {
      const name = item.experiment?.key ?? lineText(outline, item.line);
      starts.push({ name, line: item.line, experiment: item.experiment?.key });
      if (hasTextBelow(document, section, at)) starts.push({ name: `${name}\n`, line: lineOfText(document, item) });
    }
  }
  let head: Block | undefined;
  const blocks = starts.map(({ name, line, experiment, isHead }, index) => {
    const next = starts[index + 1]?.line ?? outline.starts.length;
    let last = next - 1;
    while (last > line && hasFlag(outline, last, BLANK | RULE)) last -= 1;
    const [from, end] = [outline.starts[line] ?? 0, Math.max(outline.ends[last] ?? 0, outline.starts[line] ?? 0)];
    const rest = { body: text.slice(from, end), tail: text.slice(end, outline.starts[next] ?? text.length) };
    const block: Block = { name, experiment, head, start: from, ...rest, isLast: index === starts.length - 1 };
    if (isHead) {
      block.head = undefined;
      head = block;
    }
    return block;
  });
  return keyedItems(blocks, ({ name }) => name);
}

/** The lines of a log's sections; `''` for what stands above the first. */
function wordsOf({ outline, sections }: LogDocument): string[] {
  return sections.map(({ line }) => (line < 0 ? '' : lineText(outline, line).trim()));
}
