// Fields that not every register has, and the text Other fields: without such a field, its words are one of the labels there.
import { type Experiment, type FieldKey, fieldOf } from '../../domain/experiment/template.ts';
import { MESSAGES } from '../messages.ts';
import { isOneParagraph, matchLabel } from '../reading/labels.ts';
import { plainWord } from '../shape/words.ts';
import { canonicalText } from './canonical.ts';
import { unescapeMarkdown } from './escaping.ts';
import { joinOther, splitOther } from './other.ts';

/**
 * The experiment with what Other fields says of fields that the register has now in these; itself where that is nothing. `words` are the
 * labels that mean one, by `plainWord`. Where a field says something else already, the label stays, as one of the log's own.
 */
export function withWanted(experiment: Experiment, words: ReadonlyMap<string, FieldKey>): Experiment {
  const items = words.size === 0 || experiment.other === '' ? [] : splitOther(experiment.other);
  if (!items.some(({ label }) => words.has(plainWord(label)))) return experiment;
  const changed = { ...experiment };
  const left = items.flatMap(({ label, text }) => {
    const key = words.get(plainWord(label));
    if (key === undefined) return [text];
    const said = text.slice(matchLabel(text)?.length ?? 0);
    const raw = said.replace(/^[ \t\n]+/, '');
    const value = canonicalText(key, unescapeMarkdown(raw, said.startsWith('\n'), isOneParagraph(fieldOf(key))));
    if (changed[key] === '') changed[key] = value;
    return value === '' || changed[key] === value ? [] : [`**${MESSAGES.ownLabel(label)}:** ${raw}`];
  });
  return { ...changed, other: joinOther(left) };
}

/** The experiment with what these fields say as labels in Other fields, too, and the fields empty; itself where they say nothing. */
export function withoutWanted(experiment: Experiment, fields: readonly FieldKey[]): Experiment {
  const said = fields.filter((key) => experiment[key] !== '');
  if (said.length === 0) return experiment;
  const others = splitOther(experiment.other).map(({ text }) => text);
  const items = said.map((key) => `**${fieldOf(key).label}:** ${experiment[key]}`);
  const other = joinOther([...items.filter((item) => !others.includes(item)), ...others]);
  return { ...experiment, ...Object.fromEntries(said.map((key) => [key, ''])), other };
}
