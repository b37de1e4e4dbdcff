// A log comes in, a log goes out: the register, the last agreed text and the file in Drive brought together.
import type { Finding } from '../domain/finding.ts';
import { sealOf } from '../domain/seal.ts';
import { Trouble } from '../domain/trouble.ts';
import {
  createLogFile,
  findLogFile,
  type KnownFile,
  type LogFile,
  readLogFile,
  updateLogFile,
} from '../drive/log-file.ts';
import {
  blankLog,
  type LogContents,
  type LogDocument,
  mergeLogs,
  readLog,
  refusalOf,
  refusalOfText,
  writeLog,
} from '../log/index.ts';
import { type LogSource, readLogSource, writeLogSource } from '../sheet/log-source.ts';
import { checkRegister, keepLastUpdated } from './check.ts';
import { bringIn, readContents } from './contents.ts';
import type { Home } from './home.ts';

/** What an import did, counted in experiments. */
export interface Imported {
  added: number;
  changed: number;
  unchanged: number;
  findings: Finding[];
}

/** Reads a text as a log, whatever register it belongs to. Throws a Trouble if it is none. */
export function readableLog(text: string): LogDocument {
  const unreadable = refusalOfText(text);
  if (unreadable !== undefined) throw new Trouble(unreadable);
  const log = readLog(text);
  const refusal = refusalOf(log);
  if (refusal !== undefined) throw new Trouble(refusal);
  return log;
}

/**
 * Brings a log into the register; an empty register takes over its file name too, for the export. Throws a Trouble, with nothing
 * changed, if it is another register's log or contradicts what is there.
 */
export function importText(home: Home, name: string, log: LogDocument): Imported {
  const { register, contents } = readContents(home);
  const isEmpty = contents.experiments.length === 0 && contents.candidates.length === 0;
  const refusal = refusalOf(log, isEmpty ? undefined : home.settings.prefix);
  if (refusal !== undefined) throw new Trouble(refusal);
  const source = readLogSource(home.source);
  const after = isEmpty ? log.contents : merge(home, source, log.text, contents).contents;
  const fileName = isEmpty && /\.(?:md|markdown)$/i.test(name) ? name : undefined;
  const counts = bringIn(home, register, contents, after, fileName);
  writeLogSource(home.source, log.text);
  keepLastUpdated(log.lastUpdated);
  checkRegister(home);
  return { ...counts, findings: log.findings };
}

/** What an export did. */
export interface Exported {
  name: string;
  link: string;
  /** False if the file already said what the register says. */
  wasWritten: boolean;
  /** What came into the register from the file, in words. */
  report: string[];
  /** How many findings Check register has. */
  findings: number;
}

/** What this person's exports from this spreadsheet remember of the file. */
interface Remembered extends KnownFile {
  /** Seal over the text written last. */
  seal: string;
}

/**
 * Writes the log to its file in Drive, the same file each time. If somebody changed the file since, their changes are merged in
 * first; where both sides changed the same field a Trouble names it and nothing is written on either side.
 */
export function exportToDrive(home: Home): Exported {
  const { findings } = checkRegister(home);
  const { register, contents } = readContents(home);
  const key = `logFile:${home.spreadsheet.getId()}`;
  const properties = PropertiesService.getUserProperties();
  const remembered: Remembered | undefined = JSON.parse(properties.getProperty(key) ?? 'null') ?? undefined;
  const file = remembered && findLogFile(remembered.id);
  const isDrifted = file !== undefined && file.revision !== remembered?.revision;

  const source = readLogSource(home.source);
  let text: string;
  let report: string[] = [];
  let lastUpdated = home.today;
  if (isDrifted) {
    const merged = merge(home, source, readLogFile(file.id), contents);
    bringIn(home, register, contents, merged.contents);
    ({ text, report } = merged);
  } else {
    const { settings, today } = home;
    // Without the agreed text the file, and without a file the template, is what is changed.
    const kept = source.state === 'kept' ? source.text : undefined;
    const before = kept ?? (file === undefined ? blankLog(settings, { today }) : readLogFile(file.id));
    if (source.state !== 'kept' && remembered !== undefined) report = [LOST];
    const document = readLog(before);
    text = writeLog(document, contents, { today });
    if (text === document.text) lastUpdated = document.lastUpdated;
  }

  const seal = sealOf(text);
  const wasWritten = file === undefined || isDrifted || seal !== remembered?.seal;
  const written = wasWritten ? writeFile(file, home.settings.fileName, text) : file;
  const { id, revision, name, link } = written;
  properties.setProperty(key, JSON.stringify({ id, revision, seal } satisfies Remembered));
  if (wasWritten) {
    writeLogSource(home.source, text);
    keepLastUpdated(lastUpdated);
  }
  return { name, link, wasWritten, report, findings: findings.length };
}

function writeFile(file: LogFile | undefined, name: string, text: string): LogFile {
  return file === undefined ? createLogFile(name, text) : updateLogFile(file.id, text);
}

const LOST =
  'The sheet Log source was deleted or changed by hand, so that it no longer says what both sides agreed on.';

/** Three-way merge of a text with the register. Throws a Trouble that names the conflicts. */
function merge(home: Home, source: LogSource, file: string, register: LogContents) {
  const base = source.state === 'kept' ? source.text : undefined;
  const merged = mergeLogs({ base, file, register, today: home.today });
  if (merged.conflicts.length === 0) return merged;
  const places = merged.conflicts.slice(0, 5).map(({ id, label }) => (id === '' ? label : `${id} ${label}`));
  const more = merged.conflicts.length - places.length;
  throw new Trouble(
    `${source.state === 'kept' ? '' : `${LOST} `}The log and the register say different things in ${places.join(', ')}${more > 0 ? ` and ${more} more places` : ''}: make the two agree there, then try again; nothing was written.`,
  );
}
