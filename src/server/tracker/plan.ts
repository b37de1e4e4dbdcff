// A sheet held against the register: which of its rows are new, which have changed since they came, and what each becomes.
import { formatId, highestNumber, plainPrefix, prefixOf } from '../../domain/experiment/id.ts';
import { STATUSES } from '../../domain/experiment/status.ts';
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import { trackerWords as words } from '../../domain/messages.ts';
import type { Candidate } from '../../domain/register/candidate.ts';
import { isExperimentId, joinOther, plainWord } from '../../log/index.ts';
import type { RegisterRow } from '../../sheet/register.ts';
import * as keys from '../../store/keys.ts';
import type { ReadRow } from '../../tracker/index.ts';
import type { Held } from '../log/sync.ts';
import type { IntendedRow, Intent } from './intent.ts';
import {
  comparable,
  fingerprintsOf,
  ideaFingerprint,
  type Origin,
  originText,
  readOrigin,
  shortFingerprint,
} from './origin.ts';
import { movableFormula, type Source } from './sources.ts';

/** A row of a source, on its way. */
interface Entry {
  source: Source;
  read: ReadRow;
  key: string;
  isIdea: boolean;
}

export interface SheetDraft {
  intent: Intent;
  /** Rows whose experiments are in the register as they are. */
  same: number;
  /** Ideas that came in before. */
  knownIdeas: number;
  /** What a person should know of it, a sentence each. */
  notes: string[];
}

/** What is known of the register; nothing of it where there is none yet. */
export interface Known {
  held: Pick<Held, 'register' | 'contents'> | undefined;
  prefix: string;
  /** What stands in own columns of a row. */
  ownText(row: RegisterRow, label: string): string;
  /** Fingerprints of ideas that came in before. */
  ideas: ReadonlySet<string>;
  /** Ideas that stand in the register, those that have become experiments too. */
  candidates: readonly Candidate[];
  today: string;
  run: string;
}

/** Works out what taking these sources over would do. */
export function draftSheet(sources: readonly Source[], ideas: 'candidates' | 'proposed', known: Known): SheetDraft {
  const { held, prefix, today, run } = known;
  const notes = sources.flatMap(({ table: { merged = [], name } }) =>
    merged.some(({ rows }) => rows > 1) ? [words.merged(name)] : [],
  );
  const entries = withoutDoubles(
    sources.flatMap((source) => entriesOf(source, ideas)),
    notes,
  );
  const rows = held?.register.rows ?? [];
  const { byOrigin, byName } = placesOf(rows);
  const matched = new Set<RegisterRow>();
  const added: Entry[] = [];
  const changed: IntendedRow[] = [];
  let same = 0;
  for (const entry of entries.filter(({ isIdea }) => !isIdea)) {
    const { experiment } = entry.read;
    const row = byOrigin.get(`${entry.source.key} ${entry.key}`) ?? byName.get(nameOf(experiment.id, experiment.title));
    if (row === undefined || matched.has(row)) added.push(entry);
    else {
      matched.add(row);
      const change = compared(entry, row, known, notes);
      if (change === undefined) same += 1;
      else changed.push(change);
    }
  }
  for (const [entry, row] of renamedPairs(added, rows, matched)) {
    added.splice(added.indexOf(entry), 1);
    matched.add(row);
    const change = compared(entry, row, known, notes);
    if (change !== undefined) changed.push(change);
  }
  const gone = rows.filter((row) => {
    const origin = readOrigin(row.state.origin);
    return origin !== undefined && !matched.has(row) && sources.some(({ key }) => key === origin.source);
  });
  if (gone.length > 0) notes.push(words.gone(gone.map(({ experiment }) => experiment.id)));

  const isEmpty = rows.length === 0 && known.candidates.length === 0;
  const ownPrefix = isEmpty ? prefixOf(added.map(({ read }) => read.experiment.id).filter(isExperimentId)) : '';
  const named = nameEntries(added, ownPrefix || prefix, rows, notes);
  const intended = added.map((entry, at) => intendedRow(entry, named[at] ?? '', today, run));
  const news = entries.filter(({ isIdea }) => isIdea).map(candidateOf);
  const standing = new Set(known.candidates.map(({ idea }) => plainWord(idea)));
  const candidates = news.filter(
    ({ idea }) => !standing.has(plainWord(idea)) && !known.ideas.has(ideaFingerprint(idea)),
  );
  const titles = new Set(intended.map(({ experiment }) => plainWord(experiment.title)));
  const settled = (held?.contents.candidates ?? []).filter(
    ({ idea }) => known.ideas.has(ideaFingerprint(idea)) && titles.has(plainWord(idea)),
  );
  const name = sources.map(({ reading }) => reading.name).join(', ');
  return {
    intent: {
      run,
      name,
      added: intended,
      changed,
      candidates,
      settled,
      ...(ownPrefix !== '' && ownPrefix !== prefix && { prefix: ownPrefix }),
    },
    same,
    knownIdeas: news.length - candidates.length,
    notes,
  };
}

/** The rows of a source, each by what names it: its ID, else its title, and which of those with it. */
function entriesOf(source: Source, ideas: 'candidates' | 'proposed'): Entry[] {
  const counts = new Map<string, number>();
  return source.reading.rows.map((read) => {
    const { id, title } = read.experiment;
    const name = id === '' ? `:${plainWord(title) || title}` : id;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return {
      source,
      read,
      key: count === 1 ? name : `${name}#${count}`,
      isIdea: read.isIdea && ideas === 'candidates',
    };
  });
}

/** Along an experiment's life. */
const ORDER: readonly string[] = STATUSES;

const nameOf = (id: string, title: string): string => (id === '' ? '' : `${id} ${plainWord(title)}`);

/** Of experiments that stand in several tabs under one ID and title, the one that is furthest. */
function withoutDoubles(entries: readonly Entry[], notes: string[]): Entry[] {
  const best = new Map<string, Entry>();
  const progress = ({ read }: Entry) => (read.isIdea ? -1 : ORDER.indexOf(read.experiment.status));
  for (const entry of entries) {
    const name = nameOf(entry.read.experiment.id, entry.read.experiment.title);
    const other = best.get(name);
    if (name !== '' && (other === undefined || progress(entry) > progress(other))) best.set(name, entry);
  }
  return entries.filter((entry) => {
    const { id, title } = entry.read.experiment;
    const kept = best.get(nameOf(id, title));
    if (kept === undefined || kept === entry || kept.source === entry.source) return true;
    notes.push(words.alsoIn(id, entry.source.reading.name, entry.read.row, kept.source.reading.name, kept.read.row));
    return false;
  });
}

function placesOf(rows: readonly RegisterRow[]) {
  const byOrigin = new Map<string, RegisterRow>();
  const byName = new Map<string, RegisterRow>();
  for (const row of rows) {
    const origin = readOrigin(row.state.origin);
    const name = nameOf(row.experiment.id.trim(), row.experiment.title);
    if (origin !== undefined && !byOrigin.has(`${origin.source} ${origin.key}`))
      byOrigin.set(`${origin.source} ${origin.key}`, row);
    else if (origin === undefined && name !== '' && !byName.has(name)) byName.set(name, row);
  }
  return { byOrigin, byName };
}

/** So many rows that nothing names are compared with each other. */
const MOST_PAIRS = 300;

/** Rows whose title somebody changed in the sheet: what else they said when they came is the same. */
function renamedPairs(
  added: readonly Entry[],
  rows: readonly RegisterRow[],
  matched: ReadonlySet<RegisterRow>,
): [Entry, RegisterRow][] {
  const left = rows.flatMap((row) => {
    const origin = matched.has(row) ? undefined : readOrigin(row.state.origin);
    return origin === undefined ? [] : [{ row, origin }];
  });
  if (left.length === 0 || left.length * added.length > MOST_PAIRS * MOST_PAIRS) return [];
  const taken = new Set<RegisterRow>();
  return added.flatMap((entry): [Entry, RegisterRow][] => {
    const now = saidBy(entry);
    const found = left.find(({ row, origin }) => {
      if (taken.has(row) || origin.source !== entry.source.key) return false;
      const fields = Object.keys(origin.said).filter((key) => key !== 'title' && key !== 'status');
      const alike = fields.filter((key) => origin.said[key] === now[key]).length;
      return alike > 1 && alike * 2 > fields.length;
    });
    if (found === undefined) return [];
    taken.add(found.row);
    return [[entry, found.row]];
  });
}

/** What stands in own columns, by their names here; of those with a formula that comes along nothing, since it says it anew. */
function ownOf({ source, read }: Entry): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [place, label] of source.labels) {
    const text = read.own[place];
    if (text !== undefined && formulaOf(source, read, place) === undefined) own[label] = text;
  }
  return own;
}

function formulaOf({ table, labels }: Source, { row }: ReadRow, place: number): string | undefined {
  return movableFormula(table.formulas?.[row - 1]?.[place] ?? '', row, labels);
}

const saidBy = (entry: Entry) => fingerprintsOf(comparable(entry.read.experiment), entry.read.closed, ownOf(entry));

/** What a row becomes that came before: what the sheet has changed since, where nobody has changed it here; undefined where that is nothing. */
function compared(entry: Entry, row: RegisterRow, known: Known, notes: string[]): IntendedRow | undefined {
  const origin = readOrigin(row.state.origin);
  const now = saidBy(entry);
  const before = origin?.said ?? {};
  const isSame =
    origin !== undefined && [...Object.keys(now), ...Object.keys(before)].every((key) => now[key] === before[key]);
  if (isSame) return undefined;
  const said = comparable(entry.read.experiment);
  const here = comparable(row.experiment);
  const experiment: Experiment = { ...row.experiment };
  const kept: string[] = [];
  /** Whether what the sheet says is taken over what stands here. */
  const isTaken = (key: string, label: string, there: string, standing: string): boolean => {
    if (origin === undefined ? there === '' : now[key] === before[key]) return false;
    if (there === standing) return false;
    if (shortFingerprint(standing) === (before[key] ?? '')) return true;
    kept.push(label);
    return false;
  };
  for (const { key, label } of FIELDS) {
    if (key !== 'id' && isTaken(key, label, said[key], here[key])) experiment[key] = said[key];
  }
  const closed = isTaken('closed', 'Closed', entry.read.closed, row.closed) ? entry.read.closed : row.closed;
  const own: Record<string, string> = {};
  for (const [label, text] of Object.entries(ownOf(entry))) {
    if (isTaken(`=${label}`, label, text, known.ownText(row, label))) own[label] = text;
  }
  if (kept.length > 0) notes.push(words.bothChanged(row.experiment.id, kept));
  const { key, source } = entry;
  const text = originText({ source: source.key, key, run: origin?.run ?? '', said: now } satisfies Origin);
  return { experiment, closed, origin: text, own, formulas: {} };
}

/** IDs for new rows: their own where it is sound and nobody has it, else the next ones. */
function nameEntries(
  entries: readonly Entry[],
  prefix: string,
  rows: readonly RegisterRow[],
  notes: string[],
): string[] {
  const taken = new Set(rows.map(({ experiment }) => experiment.id.trim()));
  const ids = entries.map(({ read: { experiment } }) => {
    const { id } = experiment;
    if (id === '') return '';
    if (isExperimentId(id) && !taken.has(id)) {
      taken.add(id);
      return id;
    }
    return '';
  });
  let last = Math.max(keys.lastNumber(plainPrefix(prefix)).read() ?? 0, highestNumber(taken, prefix));
  return ids.map((id, at) => {
    if (id !== '') return id;
    last += 1;
    const given = formatId(prefix, last);
    const own = entries[at]?.read.experiment.id ?? '';
    if (own !== '') notes.push(words.renumbered(own, entries[at]?.read.experiment.title ?? '', given));
    return given;
  });
}

function intendedRow(entry: Entry, id: string, today: string, run: string): IntendedRow {
  const { source, read, key } = entry;
  const own = ownOf(entry);
  const formulas: Record<string, string> = {};
  for (const [place, label] of source.labels) {
    const formula = formulaOf(source, read, place);
    if (formula !== undefined) formulas[label] = formula;
  }
  const { experiment } = read;
  const other =
    experiment.id !== '' && experiment.id !== id
      ? joinOther([`**ID:** ${experiment.id}`, experiment.other].filter((text) => text !== ''))
      : experiment.other;
  // A proposal is as old as the first day that is known of it.
  const first = [read.firstDay, read.closed].find((day) => day !== '' && day < today);
  const whole = comparable({ ...experiment, id, other, date: experiment.date || first || today });
  return {
    experiment: whole,
    closed: read.closed,
    own,
    formulas,
    origin: originText({ source: source.key, key, run, said: saidBy(entry) }),
  };
}

/** An idea with all that its row says: what a candidate has no place for stands in its question, each under its label. */
function candidateOf(entry: Entry): Candidate {
  const { experiment } = entry.read;
  const more = FIELDS.filter(
    ({ key }) => !['title', 'hypothesis', 'layer', 'status', 'score'].includes(key) && experiment[key] !== '',
  ).map(({ key, label }) => (key === 'other' ? experiment.other.replace(/\*\*/g, '') : `${label}: ${experiment[key]}`));
  const own = Object.entries(ownOf(entry)).map(([label, text]) => `${label}: ${text}`);
  const question = [experiment.hypothesis, ...more, ...own].filter((text) => text !== '').join('\n');
  const { layer, title, score } = experiment;
  return { layer, idea: title, question, ...(score !== '' && { score }) };
}
