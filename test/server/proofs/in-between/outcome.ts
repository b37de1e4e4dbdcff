// What stands in register and file after an operation and an act, and how it compares with what either order would have left.
import { readLog } from '../../../../src/log/index.ts';
import { DERIVED, type Workbook } from '../../workbook.ts';
import { MARK } from './register.ts';

/** By what it is (a row by its mark or title, an experiment of the file by its ID), the texts by their headers. */
type Lines = Map<string, Record<string, string>>;

export interface State {
  rows: Lines;
  candidates: Lines;
  file: Lines;
}

/** What the register works out lies over words, in a column that was moved there at that very call. */
export const OVER = 'written over at that very call';
/** Told what no sentence of ours says. */
export const GOOGLES = 'told in Google’s words';

export const FAULTS = ['lost', 'doubled', 'in another row', 'stamps differ', GOOGLES, OVER, 'late'] as const;
export type Fault = (typeof FAULTS)[number];

const KEPT = 'Kept by Kaizen Log';
const STAMPS = ['Started', 'Closed', KEPT];
/** Of what is kept: that a finding names the row's twin. It is late where findings are. */
const TWIN = 'twin';

export function stateOf(workbook: Workbook): State {
  const [header = [], ...rows] = workbook.values('Experiments');
  const candidates = workbook
    .values('Candidates')
    .slice(1)
    .filter((row) => row.join('') !== '');
  return {
    rows: keyed(
      rows.map((row) =>
        record(
          header.map((name) => String(name)),
          row.map(String),
        ),
      ),
      (row) => row[MARK] || row.Title || '',
    ),
    candidates: keyed(
      candidates.map((row, at) => ({
        ...record(['Layer', 'Title', 'Question', 'Added', 'Promoted'], row.map(String)),
        Below: String(candidates[at - 1]?.[1] ?? ''),
      })),
      (row) => row.Title ?? '',
    ),
    file: fileOf(workbook),
  };
}

function fileOf(workbook: Workbook): Lines {
  const [text] = Object.values(workbook.driveTexts());
  const experiments = text === undefined ? [] : readLog(text).contents.experiments;
  return keyed(
    experiments.map((experiment) => ({ ...experiment, ID: experiment.id })),
    ({ id = '' }) => id,
  );
}

function record(header: readonly string[], values: readonly string[]): Record<string, string> {
  const entries: Record<string, string> = {};
  // A column that somebody has just inserted has no header.
  for (const [index, value] of values.entries()) entries[header[index] || 'own column'] = value;
  const { [KEPT]: kept = '' } = entries;
  if (kept === '') return entries;
  const { twin, id, ...state } = JSON.parse(kept) as Record<string, unknown>;
  // A new ID is kept beside itself, whichever it is.
  entries[KEPT] = JSON.stringify({ ...state, id: id === entries.ID ? 'its own' : id });
  return { ...entries, [TWIN]: twin === true ? 'named' : '' };
}

/** Nothing but what the register works out anew at any time stands in it. */
function isLate(line: Record<string, string> = {}): boolean {
  return Object.entries(line).every(
    ([header, text]) => text === '' || (isWorkedOut(header) && !STAMPS.includes(header)),
  );
}

const isWorkedOut = (header: string) => DERIVED.includes(header) || header === TWIN;

function keyed(lines: readonly Record<string, string>[], keyOf: (line: Record<string, string>) => string): Lines {
  const known: Lines = new Map();
  for (const line of lines) {
    if (Object.values(line).every((text) => text === '')) continue;
    const key = keyOf(line);
    let name = key;
    for (let nth = 2; known.has(name); nth++) name = `${key} (${nth})`;
    known.set(name, line);
  }
  return known;
}

/** What of an outcome no order could have left, each fault with where it is. `orders` are what they leave. */
export function faultsOf(outcome: State, orders: readonly State[]): { fault: Fault; where: string }[] {
  const faults = [
    ...compared(
      outcome.rows,
      orders.map(({ rows }) => rows),
    ),
    ...compared(
      outcome.candidates,
      orders.map(({ candidates }) => candidates),
    ),
    ...compared(
      outcome.file,
      orders.map(({ file }) => file),
    ).map(({ fault, where }) => ({ fault, where: `file ${where}` })),
  ];
  const ids = [...outcome.rows.values()].map(({ ID = '' }) => ID).filter((id) => id !== '');
  const doubled = ids.filter((id, index) => ids.indexOf(id) !== index);
  const isMeant = (id: string) =>
    orders.some(({ rows }) => [...rows.values()].filter(({ ID }) => ID === id).length > 1);
  for (const id of doubled) if (!isMeant(id)) faults.push({ fault: 'doubled', where: id });
  return faults;
}

function compared(lines: Lines, orders: readonly Lines[]): { fault: Fault; where: string }[] {
  const faults: { fault: Fault; where: string }[] = [];
  for (const key of lines.keys()) {
    if (orders.some((order) => order.has(key))) continue;
    const fault = isLate(lines.get(key)) ? 'late' : 'doubled';
    faults.push({ fault, where: `${key}: ${JSON.stringify(lines.get(key))}` });
  }
  const keys = new Set(orders.flatMap((order) => [...order.keys()]));
  for (const key of keys) {
    const line = lines.get(key);
    const wanted = orders.map((order) => order.get(key)).filter((each) => each !== undefined);
    if (line === undefined) {
      if (wanted.length === orders.length) faults.push({ fault: 'lost', where: key });
      continue;
    }
    const headers = new Set([line, ...wanted].flatMap((each) => Object.keys(each)));
    for (const header of headers) {
      const now = line[header] ?? '';
      const mayBe = wanted.map((each) => each[header] ?? '');
      if (mayBe.includes(now) || (header === 'ID' && isNewId(now) && mayBe.every(isNewId))) continue;
      const where = `${key} ${header}: "${now}", not "${[...new Set(mayBe)].join('" or "')}"`;
      faults.push({ fault: kindOf(header, now, mayBe, key, orders), where });
    }
  }
  return faults;
}

/** Which of several new rows gets which of the next IDs is no matter; that none stands twice is looked at apart. */
const isNewId = (id: string) => /^K-BIZ-00[5-9]$/.test(id);

function kindOf(header: string, now: string, mayBe: string[], key: string, orders: readonly Lines[]): Fault {
  if (STAMPS.includes(header)) return 'stamps differ';
  if (isWorkedOut(header)) return 'late';
  const own = orders.map((order) => order.get(key) ?? {});
  if (now !== '' && own.some((line) => DERIVED.some((derived) => line[derived] === now))) return OVER;
  const others = orders.flatMap((order) => [...order].filter(([other]) => other !== key).map(([, line]) => line));
  const isElsewhere = now !== '' && others.some((line) => Object.values(line).includes(now));
  return isElsewhere || (now !== '' && mayBe.every((text) => text === '')) ? 'in another row' : 'lost';
}
