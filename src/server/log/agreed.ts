// What was agreed on, and with whom: which text an export starts from, which one a log is held against, and what is kept of each.

import { fingerprint } from '../../domain/fingerprint.ts';
import type { Settings } from '../../domain/register/settings.ts';
import {
  compareLogs,
  countExperimentHeadings,
  type LogContents,
  type LogDocument,
  recognise,
  replacedFingerprints,
} from '../../log/index.ts';
import { type Agreed, type LogSource, writeLogSource } from '../../sheet/log-source.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { ownLogs, shapeWord } from './own-log.ts';

/** The party of a log that is brought in under a name; pasted texts, which have none, are one party. */
export function partyOfImport(name: string): string {
  return name === '' ? '' : `import:${fingerprint(name)}`;
}

function isFile({ party }: Agreed): boolean {
  return party !== '' && !party.startsWith('import:');
}

/**
 * The text last agreed on with a file; undefined if none is known. `seal` is over the text that an export wrote there last: releases
 * before 0.2 did not keep the file's ID beside the text.
 */
export function agreedWith({ agreed }: LogSource, file: string, seal: string | undefined): Agreed | undefined {
  return agreed.find(({ party }) => party === file) ?? agreed.find(({ text }) => fingerprint(text) === seal);
}

/** What a file that is not there yet starts from: what another file says, else the log with the most experiments that was brought in. */
export function startOfNew({ agreed }: LogSource): Agreed | undefined {
  return agreed.find(isFile) ?? fullest(agreed);
}

/** What a download starts from: the text agreed with a person's own file, where several are in use. */
export function startOfDownload(source: LogSource, ownFile: () => keys.KnownFile | undefined): Agreed | undefined {
  const own = source.agreed.filter(isFile).length > 1 ? ownFile() : undefined;
  return (own && agreedWith(source, own.id, own.seal)) ?? startOfNew(source);
}

/** The newest of those with the most experiments. */
function fullest(agreed: readonly Agreed[]): Agreed | undefined {
  if (agreed.length < 2) return agreed[0];
  const counts = agreed.map(({ text }) => countExperimentHeadings(text));
  return agreed[counts.indexOf(Math.max(...counts))];
}

/**
 * What a log that is brought in is held against: of all that was agreed on, what differs least from it, rather under its own name. Of two
 * that differ alike from a log which takes words away, the one that the register, too, has gone further from: it may be a copy of that,
 * and then both have changed the same.
 */
export function baseOfImport(
  { agreed }: LogSource,
  party: string,
  log: LogDocument,
  register: LogContents,
  wanted: readonly string[],
): AgreedLog | undefined {
  const inTurn = [...agreed.filter((one) => one.party === party), ...agreed.filter((one) => one.party !== party)];
  const same = inTurn.find(({ text }) => text === log.text);
  const read = ownLogs({ agreed }, register.experiments, wanted);
  if (same !== undefined) {
    if (!log.shape.hasIds) recognise(log, read(same.text).contents.experiments);
    // Words that a person has given another meaning since are what has changed.
    return { agreed: same, document: shapeWord(log) === same.shape ? log : read(same.text) };
  }
  const goneFrom = ({ contents }: LogDocument) => differencesOf(contents, register).length;
  let best: (AgreedLog & { differences: boolean[] }) | undefined;
  for (const one of inTurn) {
    const document = read(one.text);
    const differences = agreed.length === 1 ? [] : differencesOf(document.contents, log.contents);
    const more = differences.length - (best?.differences.length ?? Infinity);
    const isLoss = more === 0 && best?.differences.includes(true);
    if (!best || more < 0 || (isLoss && goneFrom(document) > goneFrom(best.document))) {
      best = { agreed: one, document, differences };
    }
  }
  return best;
}

/** An agreed text, read. */
export interface AgreedLog {
  agreed: Agreed;
  document: LogDocument;
}

/** The differences, for each whether it takes words away. */
function differencesOf(before: LogContents, after: LogContents): boolean[] {
  const { added, removed, changed, texts, candidates, layers, entities, relatedFiles } = compareLogs(before, after);
  const lists = [{ added, removed }, candidates, layers, entities, relatedFiles];
  const words = [...changed.flatMap(({ fields }) => fields), ...texts];
  return [
    ...lists.flatMap((list) => [...list.added.map(() => false), ...list.removed.map(() => true)]),
    ...words.map(({ before, after }) => !after.includes(before)),
  ];
}

/** So many of the logs that were brought in are kept, the newest, and the fullest besides. */
const MOST_IMPORTS = 3;

/** What was agreed on: the text and with whom, what both say now, and what that text comes after. */
export interface Agreement {
  text: string;
  party: string;
  absent: Agreed['absent'];
  after: LogContents;
  before: LogContents | undefined;
  /** How the text is read. */
  shape: Agreed['shape'];
  /** Whether it looks cut off: then the text before it stays, for what only that one says. */
  isCut?: boolean;
}

/** Keeps what was agreed on, with one write; `source` is what `readLogSource` found. What was agreed on with others stays. */
export function agreeOn(
  { source: sheet }: Pick<RegisterContext, 'source'>,
  source: LogSource,
  agreement: Agreement,
): void {
  const { text, party, absent, after, before, shape, isCut = false } = agreement;
  const others = source.agreed.filter((one) => one.party !== party || (isCut && one.text !== text));
  const newest: Agreed = { text, party, absent, shape };
  const all = isCut ? [...others, newest] : [newest, ...others];
  const imports = all.filter((one) => !isFile(one));
  const kept = new Set([newest, ...imports.slice(0, MOST_IMPORTS), fullest(imports)]);
  const agreed = all.filter((one) => isFile(one) || kept.has(one));
  const fingerprints = before === undefined ? [] : replacedFingerprints(before, after);
  const isNew = new Set(fingerprints);
  const earlier = [...source.earlier.filter((each) => !isNew.has(each)), ...isNew];
  writeLogSource(sheet, { agreed, earlier });
}

/** Whether it stands there already that a text was agreed on with a file, as the newest of the files'. */
export function isAgreed({ state, agreed }: LogSource, text: string, file: string): boolean {
  const newest = agreed.find(isFile);
  return state === 'kept' && newest?.party === file && newest.text === text;
}

/** The parts of a log that are kept in the settings. */
export type LogParts = Pick<LogContents, (typeof PART_KEYS)[number]>;

export const PART_KEYS = [
  'title',
  'tagline',
  'captureCommand',
  'prefix',
  'layers',
  'entities',
  'relatedFiles',
] as const;

/** What a log says of them that has none. */
export const NO_PARTS: LogParts = {
  title: '',
  tagline: '',
  captureCommand: '',
  prefix: '',
  layers: [],
  entities: [],
  relatedFiles: [],
};

/** What a register says that there is not yet. */
export const BLANK: LogContents = { ...NO_PARTS, experiments: [], candidates: [] };

/**
 * What the register says as far as an agreed text has a place for it: a part that the text lacks comes into it only once somebody has
 * changed the setting.
 */
export function presentIn(agreed: Agreed | undefined, contents: LogContents, settings: Settings): LogContents {
  const absent = new Map(Object.entries(agreed?.absent ?? keys.absentParts.read() ?? {}));
  const isAbsent = (key: keyof LogParts) => absent.get(key) === fingerprintOfPart(settings, key);
  const lacking = PART_KEYS.filter(isAbsent).map((key) => [key, NO_PARTS[key]] as const);
  return { ...contents, ...Object.fromEntries(lacking) };
}

/** The parts that these contents lack, each with the fingerprint of what the settings say. */
export function absentIn(settings: Settings, contents: LogContents): NonNullable<Agreed['absent']> {
  const absent = PART_KEYS.filter((key) => contents[key].length === 0);
  return Object.fromEntries(absent.map((key) => [key, fingerprintOfPart(settings, key)]));
}

function fingerprintOfPart(settings: Settings, key: keyof LogParts): string {
  return fingerprint(JSON.stringify(settings[key]));
}
