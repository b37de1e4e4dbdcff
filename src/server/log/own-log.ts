// The register's own log read as it keeps it: in the shape that is kept beside its text, its experiments known by the register's IDs.
import { type Experiment, FIELDS, type FieldKey, hasField, WANTED_FIELDS } from '../../domain/experiment/template.ts';
import { keptWordsWords as words } from '../../domain/messages.ts';
import type { KeptShape } from '../../domain/register/log-shape.ts';
import {
  isWorthKeeping,
  keptOf,
  type LogContents,
  type LogDocument,
  namesOf,
  plainWord,
  readLog,
  recognise,
  withIds,
} from '../../log/index.ts';
import type { LogSource } from '../../sheet/log-source.ts';

/** What words mean in a register that has kept nothing: what they mean in the template. */
const TEMPLATE: KeptShape = { isSettled: true };

/** Longer ones would not fit a cell with what stands beside them. */
const LONGEST = 30_000;

/** The shape of the register's log, as it was last agreed on; `wanted`: the optional fields that the register has. */
export function keptShape({ agreed }: Pick<LogSource, 'agreed'>, wanted: readonly string[]): KeptShape {
  return shapeOf(agreed[0]?.shape, wanted);
}

/** What is kept under such a word; the label of an optional field means it where the register has it, and else is the log's own. */
export function shapeOf(shape: string | undefined, wanted: readonly string[]): KeptShape {
  const kept = keptUnder(shape);
  const labels = Object.entries({ ...ownLabels(wanted), ...kept.labels });
  return { ...kept, labels: Object.fromEntries(labels.map(([word, key]) => [word, hasField(key, wanted) ? key : ''])) };
}

function keptUnder(shape: string | undefined): KeptShape {
  try {
    return shape === undefined ? TEMPLATE : JSON.parse(shape);
  } catch {
    return TEMPLATE;
  }
}

/** What these optional fields are called in the template, as a log's labels are kept. */
export function ownLabels(wanted: readonly string[]): Record<string, FieldKey> {
  const fields = WANTED_FIELDS.filter(({ key }) => wanted.includes(key));
  return Object.fromEntries(fields.map(({ key, label }) => [plainWord(label), key]));
}

/** The labels that mean an optional field in the register's log, by `plainWord`. Asks for the log's text only where there is such a field. */
export function wantedWords(source: () => Pick<LogSource, 'agreed'>, wanted: readonly string[]): Map<string, FieldKey> {
  const labels = wanted.length === 0 ? {} : keptShape(source(), wanted).labels;
  return new Map(
    Object.entries(labels ?? {}).flatMap(([word, key]): [string, FieldKey][] =>
      key !== '' && wanted.includes(key) ? [[word, key]] : [],
    ),
  );
}

/** Reads texts of the register's log, each once. Experiments without an ID are known as they were in that text, else by what they say. */
export function ownLogs(
  { agreed }: Pick<LogSource, 'agreed'>,
  held: readonly Experiment[],
  wanted: readonly string[],
): (text: string) => LogDocument {
  const read = new Map<string, LogDocument>();
  const { names: _, ...newest } = keptShape({ agreed }, wanted);
  const ids = held.map(({ id }) => id);
  return (text) => {
    const known = read.get(text);
    if (known) return known;
    const same = agreed.find((one) => one.text === text);
    const document = readLog(text, withIds(same === undefined ? newest : shapeOf(same.shape, wanted), ids));
    recognise(document, held);
    read.set(text, document);
    return document;
  };
}

/** What each agreed text of the register's log says, the newest first. */
export function agreedContents({ agreed }: Pick<LogSource, 'agreed'>, wanted: readonly string[]): LogContents[] {
  return agreed.map(({ text, shape }) => readLog(text, shapeOf(shape, wanted)).contents);
}

/** What the agreed texts call each experiment, by its ID. */
export function agreedTitles(source: Pick<LogSource, 'agreed'>, wanted: readonly string[]): Map<string, string> {
  const experiments = agreedContents(source, wanted).flatMap((contents) => contents.experiments);
  return new Map(experiments.reverse().map(({ id, title }) => [id, title]));
}

/** What is kept beside a text of how it is read, with the register's IDs where it has none; nothing for one in the template's shape. */
export function shapeWord(document: LogDocument): string | undefined {
  const all = keptOf(document.shape);
  // What an optional field is called in the template, need not be kept of a log in its form: the settings say whether there is one.
  const { isTemplate } = document.shape;
  const isToKeep = (word: string, key: string) => key === '' || !isTemplate || ownLabels([key])[word] !== key;
  const labels = Object.entries(all.labels ?? {}).filter(([word, key]) => isToKeep(word, key));
  const kept = { ...all, labels: Object.fromEntries(labels) };
  if (!isWorthKeeping(kept)) return undefined;
  const whole = encoded(document.shape.hasIds ? kept : { ...kept, names: namesOf(document) });
  return whole.length > LONGEST ? encoded(kept) : whole;
}

/** What is kept under such a word as a person reads it: each word, what it is, and what it means. */
export function keptRows(shape: string | undefined): [string, string, string][] {
  const kept = keptUnder(shape);
  const rows = (['labels', 'statuses', 'sections'] as const).flatMap((part) =>
    Object.entries(kept[part] ?? {}).map(([word, meaning]): [string, string, string] => {
      const field = FIELDS.find(({ key }) => key === meaning)?.label;
      const said = meaning === 'candidates' ? words.candidates : (field ?? meaning);
      return [word, words.parts[part], said || words.nothing[part]];
    }),
  );
  return kept.dayFirst === undefined ? rows : [...rows, ['3/4/2026', words.date, words.day(kept.dayFirst)]];
}

/** JSON in which no blank stands. */
const encoded = (kept: KeptShape): string => JSON.stringify(kept).replace(/ /g, '\\u0020');
