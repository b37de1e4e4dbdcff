// The register's own log read as it keeps it: in the shape that is kept beside its text, its experiments known by the register's IDs.
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import { keptWordsWords as words } from '../../domain/messages.ts';
import type { KeptShape } from '../../domain/register/log-shape.ts';
import { isWorthKeeping, keptOf, type LogDocument, namesOf, readLog, recognise } from '../../log/index.ts';
import type { LogSource } from '../../sheet/log-source.ts';

/** What words mean in a register that has kept nothing: what they mean in the template. */
const TEMPLATE: KeptShape = { isSettled: true };

/** Longer ones would not fit a cell with what stands beside them. */
const LONGEST = 30_000;

/** The shape of the register's log, as it was last agreed on. */
export function keptShape({ agreed }: Pick<LogSource, 'agreed'>): KeptShape {
  return shapeOf(agreed[0]?.shape);
}

/** What is kept under such a word. */
export function shapeOf(shape: string | undefined): KeptShape {
  try {
    return shape === undefined ? TEMPLATE : JSON.parse(shape);
  } catch {
    return TEMPLATE;
  }
}

/** Reads texts of the register's log, each once. Experiments without an ID are known as they were in that text, else by what they say. */
export function ownLogs(
  { agreed }: Pick<LogSource, 'agreed'>,
  held: readonly Experiment[],
): (text: string) => LogDocument {
  const read = new Map<string, LogDocument>();
  const { names: _, ...newest } = keptShape({ agreed });
  return (text) => {
    const known = read.get(text);
    if (known) return known;
    const same = agreed.find((one) => one.text === text);
    const document = readLog(text, same === undefined ? newest : shapeOf(same.shape));
    recognise(document, held);
    read.set(text, document);
    return document;
  };
}

/** What is kept beside a text of how it is read, with the register's IDs where it has none; nothing for one in the template's shape. */
export function shapeWord(document: LogDocument): string | undefined {
  const kept = keptOf(document.shape);
  if (!isWorthKeeping(kept)) return undefined;
  const whole = encoded(document.shape.hasIds ? kept : { ...kept, names: namesOf(document) });
  return whole.length > LONGEST ? encoded(kept) : whole;
}

/** What is kept under such a word as a person reads it: each word, what it is, and what it means. */
export function keptRows(shape: string | undefined): [string, string, string][] {
  const kept = shapeOf(shape);
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
