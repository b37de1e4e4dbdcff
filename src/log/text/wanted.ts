// Fields that not every register has, and the text Other fields: without such a field, its words are one of the labels there.
import { type Experiment, type FieldKey, fieldOf } from '../../domain/experiment/template.ts';
import { MESSAGES } from '../messages.ts';
import { isOneParagraph, matchLabel } from '../reading/labels.ts';
import { plainWord } from '../shape/words.ts';
import { canonicalText } from './canonical.ts';
import { escapeMarkdown, unescapeMarkdown } from './escaping.ts';
import { canonicalOther, joinOther, splitOther } from './other.ts';

/** What stands behind a label, without the blanks in front; what stands below it keeps its indent. */
function behindLabel(text: string): { isBelow: boolean; raw: string } {
  const said = text.slice(matchLabel(text)?.length ?? 0);
  const isBelow = said.startsWith('\n');
  return { isBelow, raw: said.replace(isBelow ? /^(?:[ \t]*\n)+/ : /^[ \t\n]+/, '') };
}

/**
 * What a label's text says as a field: all of it, or, of a field that is one paragraph, what the log's first paragraph says where that is `same`,
 * as what follows is none of it there.
 */
function valueAs(key: FieldKey, text: string, same: string | undefined): string {
  const { isBelow, raw } = behindLabel(text);
  const isParagraph = isOneParagraph(fieldOf(key));
  const asField = (words: string): string => canonicalText(key, unescapeMarkdown(words, isBelow, isParagraph));
  const first = isParagraph ? asField(raw.split(/\n[ \t]*\n/, 1)[0] ?? '') : '';
  return first !== '' && first === same ? first : asField(raw);
}

/**
 * The experiment with what Other fields says of fields that the register has now in these; itself where that is nothing. `words` are the
 * labels that mean one, by `plainWord`, `inLog` what the log says with these fields of the same experiment. Where a field says something else
 * already, the label stays, as one of the log's own.
 */
export function withWanted(
  experiment: Experiment,
  words: ReadonlyMap<string, FieldKey>,
  inLog: () => Experiment | undefined = () => undefined,
): Experiment {
  const items = words.size === 0 || experiment.other === '' ? [] : splitOther(experiment.other);
  if (!items.some(({ label }) => words.has(plainWord(label)))) return experiment;
  const changed = { ...experiment };
  const left = items.flatMap(({ label, text }) => {
    const key = words.get(plainWord(label));
    if (key === undefined) return [text];
    const { isBelow, raw } = behindLabel(text);
    const value = valueAs(key, text, inLog()?.[key]);
    if (changed[key] === '') changed[key] = value;
    const own = `**${MESSAGES.ownLabel(label)}:**${isBelow && !isOneParagraph(fieldOf(key)) ? '\n' : ' '}${raw}`;
    return value === '' || changed[key] === value ? [] : [own];
  });
  return { ...changed, other: joinOther(left) };
}

/**
 * The experiment with what these fields say as labels in Other fields, too, and the fields empty; itself where they say nothing. A label that
 * `like` has, what a log says there of the same experiment, stands where and as it stands in that, any other in front; `words` as above.
 */
export function withoutWanted(
  experiment: Experiment,
  fields: readonly FieldKey[],
  like = '',
  words: ReadonlyMap<string, FieldKey> = new Map(),
): Experiment {
  const said = fields.filter((key) => experiment[key] !== '');
  if (said.length === 0) return experiment;
  const items = splitOther(experiment.other);
  const there = like === '' ? [] : splitOther(like);
  for (const key of [...said].reverse()) {
    const at = there.findIndex(({ label }) => words.get(plainWord(label)) === key);
    const { label = fieldOf(key).label, text: same = '' } = there[at] ?? {};
    const isSame = at >= 0 && valueAs(key, same, experiment[key]) === experiment[key];
    const text = isSame ? same : itemOf(key, label, experiment[key]);
    if (items.some((item) => item.text === text)) continue;
    const before = there.slice(0, Math.max(at, 0));
    const place = items.reduce(
      (last, item, nth) => (before.some((one) => one.label === item.label) ? nth + 1 : last),
      0,
    );
    items.splice(place, 0, { label, text });
  }
  const other = joinOther(items.map(({ text }) => text));
  return { ...experiment, ...Object.fromEntries(said.map((key) => [key, ''])), other };
}

/** What a field says as a label: a block stands below it; what would be a label or a heading there is escaped, as in the log. */
function itemOf(key: FieldKey, label: string, value: string): string {
  const field = fieldOf(key);
  if (isOneParagraph(field)) return `**${label}:** ${value}`;
  const typed = `**${label}:**\n${value}`;
  const isSound = canonicalOther(typed) === typed && splitOther(typed).length === 1;
  return isSound && unescapeMarkdown(value, true, false) === value
    ? typed
    : `**${label}:**\n${escapeMarkdown(value, true, false)}`;
}
