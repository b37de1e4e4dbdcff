// The text of an experiment of the log with its changed fields, tried until it reads back as what was meant.
import { type Experiment, FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import { UserError } from '../../domain/user-error.ts';
import type { ExperimentSource, LogDocument } from '../document.ts';
import { MESSAGES } from '../messages.ts';
import { closingOf, lineText, readOutline } from '../reading/outline.ts';
import { applyEdits, isNextLineFilled, skipBlanks } from './edits.ts';
import { editsOf } from './field-edits.ts';
import { AFTER, isReadAs, isWholeAlone, looseTexts } from './fragment.ts';
import { type Escaped, isTaught, keysLikeStructure, keysUnsoundAlone, settle } from './new-experiment.ts';

/** How a change is tried, in turn. */
const CARES = [
  { isCareful: false },
  { isCareful: true },
  { isCareful: false, isCoded: true },
  { isCareful: true, isCoded: true },
];

/**
 * The text of an experiment of the log with `wanted`, in its canonical form, as its fields. Every line that belongs to no changed field
 * stays as it is. `nextLine` is the line of the next heading, or of what else follows. Throws a UserError where there is no such text.
 */
export function changedExperimentText(
  document: LogDocument,
  source: ExperimentSource,
  wanted: Experiment,
  nextLine: number | undefined,
): string {
  const { text, newline, outline, shape } = document;
  const original = text.slice(source.start, source.end);
  const loose = looseTexts(text, source);
  const isChanged = (key: FieldKey): boolean => wanted[key] !== source.fields[key];
  // A `Started:` equal to the date reads as empty: with another date its line has to be looked at too.
  const changed = FIELDS.map(({ key }) => key).filter(
    (key) => isChanged(key) || (key === 'started' && isChanged('date')),
  );
  // By itself the text does not say what its section says of it.
  const isOfSection = source.isStatusOfSection && !isChanged('status');
  const command = document.contents.captureCommand;
  const reading = { fields: isOfSection ? { ...wanted, status: '' } : wanted, loose, command };
  const build = (escaped: Escaped, care: (typeof CARES)[number]): string => {
    const edits = changed.flatMap((key) => editsOf({ document, source, wanted, escaped, ...care }, key));
    return applyEdits(
      original,
      edits.map((edit) => ({
        start: edit.start - source.start,
        end: edit.end - source.start,
        // Blanks at the end of its last line are not part of an experiment: they follow what is added there as well.
        text: text.slice(source.end, Math.max(source.end, edit.start)) + edit.text.replace(/\n/g, newline),
      })),
    );
  };
  // With the indent of the next heading, which decides whether it can be part of a list above it.
  const nextStart = nextLine === undefined ? undefined : outline.starts[nextLine];
  const following = nextStart === undefined ? undefined : text.slice(source.end, skipBlanks(text, nextStart));
  // At the end of the log a fence may be open already.
  const after = following ?? (outline.openLine < 0 ? AFTER : undefined);
  const keys = keysLikeStructure(wanted, shape).filter((key) => changed.includes(key));
  const open = keysUnsoundAlone(wanted, keys, shape);
  // Some text, HTML for one, ends only at a blank line, and a list before an indented heading only at a rule.
  const gap = isNextLineFilled(text, source.end) ? newline : '';
  const rule = `${newline}${newline}---`;
  const isTitled = isChanged('title') && !shape.isTemplate;
  const cares = CARES.slice(isTitled && isTaught(wanted.title, shape) ? 2 : 0, isTitled ? 4 : 2);
  const tails = gap === '' ? ['', rule] : ['', gap, rule + gap];
  // At the end of its section what looks like definitions of the whole text is none where a rule follows.
  const isLast = document.sections.some(({ items }) => items[items.length - 1]?.experiment === source);
  for (const tail of tails) {
    for (const care of cares) {
      const settled = settle(
        keys,
        (escaped) => build(escaped, care) + tail,
        (candidate) =>
          isReadAs(candidate, after, reading, shape) &&
          (!isLast || tail.includes('---') || isWholeAlone(candidate, shape)),
        open,
      );
      if (settled !== undefined) return settled;
    }
  }
  throw new UserError(
    'log-refused',
    MESSAGES.unwritable(source.fields.id, lineInTheWay(document, source, nextLine) + 1),
  );
}

/** The line that most likely keeps a change from being written: what leaves a block open, or the next heading. */
function lineInTheWay({ outline }: LogDocument, source: ExperimentSource, nextLine: number | undefined): number {
  if (outline.openLine >= source.line && outline.openLine < source.endLine) return outline.openLine;
  return nextLine !== undefined && /^[ \t]/.test(lineText(outline, nextLine)) ? nextLine : source.line;
}

/** The experiment's text with what closes a fence or HTML that it leaves open. */
export function closedText(text: string): string {
  return text + closingOf(readOutline(text));
}
