// The register's own log read as it keeps it: in the shape that is kept beside its text, its experiments known by the register's IDs.
import type { Experiment } from '../../domain/experiment/template.ts';
import type { KeptShape } from '../../domain/register/log-shape.ts';
import { isWorthKeeping, keptOf, type LogDocument, namesOf, readLog, recognise } from '../../log/index.ts';
import type { Agreed, LogSource } from '../../sheet/log-source.ts';

/** What words mean in a register that has kept nothing: what they mean in the template. */
const TEMPLATE: KeptShape = { isSettled: true };

/** Longer ones would not fit a cell with what stands beside them. */
const LONGEST = 30_000;

/** The shape of the register's log, as it was last agreed on. */
export function keptShape({ agreed }: Pick<LogSource, 'agreed'>): KeptShape {
  const { shape } = agreed[0] ?? {};
  return shape === undefined ? TEMPLATE : parsed(shape);
}

function parsed(shape: string): KeptShape {
  try {
    return JSON.parse(shape);
  } catch {
    return TEMPLATE;
  }
}

/** Reads texts of the register's log, each once. Experiments without an ID are known as they were in that text, else by what they say. */
export function ownLogs(source: Pick<LogSource, 'agreed'>, held: readonly Experiment[]): (text: string) => LogDocument {
  const read = new Map<string, LogDocument>();
  const { names, ...kept } = keptShape(source);
  return (text) => {
    const known = read.get(text);
    if (known) return known;
    const document = readLog(text, text === source.agreed[0]?.text ? { ...kept, names } : kept);
    recognise(document, held);
    read.set(text, document);
    return document;
  };
}

/** A text agreed on with a file, with the shape that it is read in; its experiments have the register's IDs. */
export function agreedText(document: LogDocument, file: string): Agreed {
  const kept = keptOf(document.shape);
  if (!isWorthKeeping(kept)) return { text: document.text, file };
  const whole = encoded(document.shape.hasIds ? kept : { ...kept, names: namesOf(document) });
  return { text: document.text, file, shape: whole.length > LONGEST ? encoded(kept) : whole };
}

/** JSON in which no blank stands. */
const encoded = (kept: KeptShape): string => JSON.stringify(kept).replace(/ /g, '\\u0020');
