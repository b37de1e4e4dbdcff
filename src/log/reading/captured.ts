// Ideas that a script or a person in a hurry appended as raw lines: they are candidates, and no part of what they stand behind.
import { isExampleSection, type SectionKind } from '../text/sections.ts';
import { BLANK, CAPTURED, hasFlag, headingFrom, lineText, MASKED, type Outline, RULE } from './outline.ts';
import type { Structure } from './structure.ts';

/** What begins a line that a chat's or a script's capture command wrote. */
const COMMAND = /^learn kaizen(?:[ \t]+[^\s:]{1,40})?:[ \t]+(?=\S)/i;
const TASK = /^[-*+] \[ \][ \t]+(?=\S)/;
/** What a command, a task, a heading or a label begins with. */
const SIGNS = 'lL-*+#';
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
/** A label, or the heading that follows. */
const NEXT = /^(?:#{1,6}[ \t]|\*\*[^*]+(?::\*\*|\*\*:))/;
/** A label with words behind it on its line: those are its value. */
const FILLED_LABEL = /^(?: ?[-*+][ \t]+)?(?:\*\*|__)[^*_]+(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*:)[ \t]*\S/;

/** Sections in which a task is what stands there, and none that somebody appended. */
const LISTS: readonly SectionKind[] = ['unknown', 'preamble', 'candidates'];

/** Such an idea: its line from 0, and what it says without what marks it. */
export interface CapturedIdea {
  line: number;
  text: string;
}

/**
 * Flags the lines that are such ideas, and ends the experiments before them; hands them out in order. A line of a capture command, the
 * log's own or any, is one wherever it stands; a task is one behind what an experiment says, or behind a list of the template's: not where
 * it goes on a list, nor where text follows.
 */
export function markCaptured(
  outline: Outline,
  { sections }: Pick<Structure, 'sections'>,
  command = '',
): CapturedIdea[] {
  const ideas: CapturedIdea[] = [];
  const own = `${command.trim().toLowerCase()}:`;
  const signs = `${SIGNS}${own.charAt(0)}${own.charAt(0).toUpperCase()}`;
  for (const { kind, line: heading, endLine, items } of sections) {
    if (isExampleSection(kind)) continue;
    const first = items[0]?.line ?? (LISTS.includes(kind) ? endLine : heading);
    /** Whether the line below ends what stands above it; its text where that has yet to be looked at. */
    let below: string | boolean = true;
    const isTail = (): boolean => (typeof below === 'string' ? NEXT.test(below) : below);
    let next = headingFrom(outline, endLine);
    for (let line = endLine - 1; line > heading; line -= 1) {
      if (hasFlag(outline, line, BLANK)) continue;
      if (outline.headings[next - 1]?.line === line) {
        next -= 1;
        below = true;
        continue;
      }
      if (hasFlag(outline, line, MASKED) || !signs.includes(outline.text.charAt(outline.starts[line] ?? 0))) {
        below = hasFlag(outline, line, RULE);
        continue;
      }
      const text = lineText(outline, line);
      let length = lengthOfCommand(text, own);
      const task = length === 0 && line > first ? TASK.exec(text) : null;
      if (task && isTail() && isLooseTask(outline, line, items.length === 0)) length = task[0].length;
      if (length > 0) {
        outline.flags[line] = CAPTURED;
        ideas.push({ line, text: text.slice(length).trim() });
      } else below = hasFlag(outline, line, RULE) || text;
    }
    for (const item of items) {
      while (item.endLine > item.line + 1 && hasFlag(outline, item.endLine - 1, BLANK | RULE | CAPTURED)) {
        item.endLine -= 1;
      }
      if (item.endLine < item.fieldsEndLine) item.fieldsEndLine = item.endLine;
    }
  }
  return ideas.sort((a, b) => a.line - b.line);
}

/** How long a capture command is that a line begins with; 0 for other lines. */
function lengthOfCommand(text: string, own: string): number {
  const mayBeOwn = own !== ':' && text.length > own.length && own.startsWith(text.charAt(0).toLowerCase());
  const isOwn = mayBeOwn && text.toLowerCase().startsWith(own);
  return isOwn ? own.length : (COMMAND.exec(text)?.[0].length ?? 0);
}

/**
 * Whether a task goes on nothing: it follows a blank line, a rule, a command or a label's one line, and no list but the section's. Tasks
 * above it, parted by blank lines or not, were appended before.
 */
function isLooseTask(outline: Outline, line: number, isInList: boolean): boolean {
  let above = line - 1;
  let isParted = false;
  for (; above >= 0; above -= 1) {
    const isBlank = hasFlag(outline, above, BLANK);
    if (!isBlank && !TASK.test(lineText(outline, above))) break;
    isParted = isBlank;
  }
  const text = lineText(outline, above);
  if (hasFlag(outline, above, RULE) || COMMAND.test(text)) return true;
  if (!isParted) return FILLED_LABEL.test(text);
  return (isInList || !ITEM.test(text)) && !isBareLabel(text);
}

/** A label or sub-heading with nothing behind it: what follows is its value. */
function isBareLabel(text: string): boolean {
  return NEXT.test(text) && !FILLED_LABEL.test(text);
}
