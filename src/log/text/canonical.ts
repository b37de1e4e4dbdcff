// The one form of a field's text that cells, contents and comparisons share.
import { canonicalRatings } from '../../domain/experiment/scoring.ts';
import {
  type Experiment,
  FIELDS,
  type FieldKey,
  fieldOf,
  isEmptyText,
  placeOf,
} from '../../domain/experiment/template.ts';
import { isOneParagraph } from '../reading/labels.ts';
import { canonicalOther } from './other.ts';

/**
 * The text as the log can keep it: LF line ends, no blank lines before it, no blanks after it, and `''` for what `isEmptyText` calls
 * empty. ID and title become one line, ratings the form of `canonicalRatings`; fields that are one paragraph lose leading blanks too; a status or a decision gets
 * the template's capitals; `other` gets the form of `canonicalOther`. Applying it twice changes nothing more.
 */
export function canonicalText(key: FieldKey, text: string): string {
  if (isEmptyText(text)) return '';
  const unix = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const field = fieldOf(key);
  if (placeOf(field) === 'labels') return canonicalOther(unix);
  if (placeOf(field) === 'heading') return canonicalLine(unix);
  // Behind a status or a day prose is none of it; a label on its line could be one.
  const isWord = (field.kind === 'date' || key === 'status') && !/[*_:]/.test(unix);
  const trimmed = isWord ? canonicalLine(unix) : trimBlank(unix);
  if (!isOneParagraph(field)) return trimmed;
  const value = withoutLead(trimmed);
  if (key === 'score') return canonicalRatings(value);
  const words = typeof field.choices === 'object' ? field.choices : [];
  if (words.includes(value)) return value;
  return words.find((word) => word.toLowerCase() === value.toLowerCase()) ?? value;
}

/** The canonical form of every experiment that can no longer change and has other fields; one without them was frozen in its own. */
const canonicalOf = new WeakMap<Experiment, Experiment>();

/**
 * Every field in its canonical form; `started` is `''` where it says no more than `date`, as the log then leaves it out. The result is
 * frozen, and is worked out once for an experiment that is.
 */
export function canonicalExperiment(experiment: Experiment): Experiment {
  const isFrozen = Object.isFrozen(experiment);
  if (isFrozen && experiment.other === '') return experiment;
  const known = canonicalOf.get(experiment);
  if (known) return known;
  const canonical = { ...experiment };
  for (const { key } of FIELDS) canonical[key] = canonicalText(key, experiment[key]);
  if (canonical.started === canonical.date) canonical.started = '';
  if (canonical.other !== '') canonicalOf.set(canonical, canonical);
  if (isFrozen) canonicalOf.set(experiment, canonical);
  return Object.freeze(canonical);
}

/** Freezes an experiment as it was read, whose fields have their canonical form but for `other`, which shows what stands in the log. */
export function asRead(experiment: Experiment): Experiment {
  return Object.freeze(experiment);
}

/** The experiment with these fields in place of its own, which have their canonical form if its own do. */
export function withFields(experiment: Experiment, fields: Partial<Experiment>): Experiment {
  const changed = { ...experiment, ...fields };
  return Object.isFrozen(experiment) ? asRead(changed) : changed;
}

/** One line: line ends become blanks, and blanks around it go. */
export function canonicalLine(text: string): string {
  const line = /[\r\n]/.test(text)
    ? text
        .split(/[\r\n]+/)
        .map(trimBlank)
        .filter((part) => part !== '')
        .join(' ')
    : text;
  return withoutLead(trimBlank(line));
}

const withoutLead = (text: string): string => (' \t'.includes(text.charAt(0)) ? text.replace(/^[ \t]+/, '') : text);

/** Without blank lines at the start and blanks and blank lines at the end; the first line keeps its indent. */
export function trimBlank(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\n'.includes(text.charAt(end - 1))) end -= 1;
  let start = 0;
  for (let at = 0; at < end && ' \t\n'.includes(text.charAt(at)); at += 1) {
    if (text.charAt(at) === '\n') start = at + 1;
  }
  return text.slice(start, end);
}
