// What goes to a file of its own in Drive and is merged with it: the register's experiments, or what was learnt from them.
import type { FieldKey } from '../../domain/experiment/template.ts';
import { blankLog, type LogContents, type LogDocument, type Renaming, refusalOf } from '../../log/index.ts';
import type { Agreed, LogSource } from '../../sheet/log-source.ts';
import type { Undo } from '../../sheet/restoring.ts';
import type { Entry } from '../../store/entry.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { followInEntries } from '../learnt/follow.ts';
import { checkRegister, lookAtRegister } from '../upkeep/check.ts';
import { absentIn, presentIn } from './agreed.ts';
import { type Begun, begin } from './begun.ts';
import { ownLogs, shapeWord } from './own-log.ts';
import { bringIn, type Held, idReport, idsOf, keepIds, lookAtContents, readContents } from './sync.ts';
import { toldOf } from './told.ts';
import { afterwards } from './undo.ts';

/** What the sheets hold of a book. */
export interface HeldBook {
  contents: LogContents;
  /** How many findings Check register has. */
  findings(): number;
  /** What else there is to know, a sentence each. */
  report: string[];
  /** Whether rows have no ID yet. */
  isUnnamed: boolean;
  /** Writes the IDs that these get. */
  keepIds(undo: Undo): void;
  /** Brings the sheets from what they hold to `after`. */
  bringIn(before: LogContents, after: LogContents, undo: Undo, renamed: Renaming): void;
}

export interface Book {
  /** Ties the file to what was exported. */
  mark: string;
  fileName: string;
  /** Where the texts that were agreed on are kept. */
  source: GoogleAppsScript.Spreadsheet.Sheet;
  prefix: string;
  /** The day in the spreadsheet's time zone, yyyy-mm-dd. */
  today: string;
  /** What fields are called, where not as in the template. */
  called?: Partial<Record<FieldKey, string>>;
  known: Entry<keys.KnownExport>;
  exported: Entry<keys.ExportedFile>;
  /** What the sheets hold; nothing is written. */
  look(): HeldBook;
  /** The same, with what is unfinished finished first. */
  read(): HeldBook;
  /** Reads texts that were agreed on, or that stand in the file, each once. */
  reader(source: LogSource, contents: LogContents): (text: string) => LogDocument;
  /** The text of a file that says nothing yet. */
  blank(): string;
  /** Of what the sheets hold, what a file with this agreed text has a place for; `document`: what it is written into. */
  present(agreed: Agreed | undefined, contents: LogContents, document: LogDocument | undefined): LogContents;
  absent(after: LogContents): Agreed['absent'];
  shapeWord(document: LogDocument): string | undefined;
  /** Whether a file says nothing that this could be merged with. */
  isOther(document: LogDocument, contents: LogContents): boolean;
  /** Writes down what is about to come into the sheets. */
  begin(source: LogSource, begun: Begun, undo: Undo): void;
  /** Says in the sheets what this, which came in, was read otherwise than it is written. */
  tell(document: LogDocument): void;
  /** Has what names experiments elsewhere name them by their new IDs. */
  follow(ids: ReadonlyMap<string, string>, undo: Undo): void;
  /** Completes the books once both sides agree. */
  finish(lastUpdated: string | undefined): void;
}

/** The register's log. */
export function logBook(context: RegisterContext): Book {
  const { settings, spreadsheet, today } = context;
  const id = spreadsheet.getId();
  const held = (each: Held): HeldBook => ({
    contents: each.contents,
    findings: () => lookAtRegister(context, each.register).findings.length,
    report: idReport(each),
    isUnnamed: each.unnamed.length > 0,
    keepIds: (undo) => keepIds(context, each, undo),
    bringIn: (before, after, undo, renamed) => bringIn(context, each.register, before, after, undo, renamed),
  });
  return {
    mark: id,
    fileName: settings.fileName,
    source: context.source,
    prefix: settings.prefix,
    today,
    known: keys.knownExport(id),
    exported: keys.exported,
    look: () => held(lookAtContents(context)),
    read: () => held(readContents(context)),
    reader: (source, { experiments }) => ownLogs(source, experiments, context.settings.optionalFields),
    blank: () => blankLog(settings, { today }),
    present: (agreed, contents) => presentIn(agreed, contents, context.settings),
    absent: (after) => absentIn(context.settings, after),
    shapeWord,
    isOther: (document, contents) =>
      contents.experiments.length > 0 && refusalOf(document, settings.prefix, idsOf(contents)) !== undefined,
    begin: (source, begun, undo) => begin(context, source, begun, undo),
    tell: (document) => {
      const told = toldOf(document);
      if (told !== undefined) afterwards(() => checkRegister(context, told));
    },
    follow: (ids, undo) => followInEntries(spreadsheet, ids, undo),
    finish: (lastUpdated) => {
      keys.importBegun.forget();
      if (lastUpdated !== undefined) keys.lastUpdated.write(lastUpdated);
    },
  };
}
