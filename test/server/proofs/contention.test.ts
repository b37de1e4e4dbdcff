import { afterAll, expect, test } from '@jest/globals';
import { type Experiment, emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { overlapAt } from '../../../workbench/host/faults.ts';
import { IS_LONG, numbers, report, shareOf } from '../figures.ts';
import { type Reply, Workbook } from '../workbook.ts';

const OPERATIONS = IS_LONG ? 1000 : 120;

/** A text in a cell and when it was written, in ticks: where two overlap, either may be the one that stays. */
interface Written {
  text: string;
  from: number;
  to: number;
}

const HEADERS = {
  title: 'Title',
  hypothesis: 'Hypothesis',
  expectedResult: 'Expected Result',
  risks: 'Risks Identified',
} as const;
const HEADER_OF: Readonly<Record<string, string>> = { ...HEADERS, actualResult: 'Actual Result' };
const [READ, WRITE] = ['Range.getValues', 'Range.setValues'];
/** What people write here. */
const TYPED = /^Text \d+$/;
type Key = keyof typeof HEADERS;
const KEYS = Object.keys(HEADERS) as Key[];

/** An experiment as it was when somebody opened it. */
interface Form {
  id: string;
  row: number;
  experiment: Experiment;
}

const BUSY = 'Somebody else is writing to the register just now: wait a moment and try again.';

const total = {
  operations: 0,
  overlapping: 0,
  'structural acts': 0,
  'times somebody was told to wait': 0,
  collisions: 0,
  'written over at that very call': 0,
  experiments: 0,
};
let longestWait = 0;
afterAll(() => report('contention', { ...total, 'seconds waited at most': longestWait / 1000 }));

/** People at work in one register, what each of them wrote, and what they were told. */
class Office {
  readonly workbook = Workbook.setUp().shorten();
  readonly #pick: (below: number) => number;
  readonly #people: string[];
  #tick = 0;
  #texts = 0;
  /** By ID and field. */
  readonly written = new Map<string, Written[]>();
  /** The titles of experiments that were begun, by typing or in a form. */
  readonly begun = new Set<string>();
  /** Titles whose typing met with the sentence that somebody else is writing. */
  readonly told = new Set<string>();
  readonly #forms = new Map<string, Form>();
  busy = 0;
  collisions = 0;
  overlapping = 0;
  acts = 0;
  /** Words that lie under what the register works out, in a column that somebody moved between an edit's read and its write. */
  writtenOver = 0;

  constructor(people: number, seed: number) {
    this.#pick = numbers(seed);
    this.#people = Array.from({ length: people }, (_, index) => `person${index}@example.com`);
  }

  /** One person's work, and that of another inside one of its service calls. */
  round(): void {
    this.#overlap(() => this.#work());
  }

  /** Two people's work, and a third who sorts, inserts, deletes or moves rows or columns inside one of the first one's service calls. */
  shakenRound(): void {
    let isMoved = false;
    const before = this.#titles();
    const isBetween = this.#overlap(() => {
      isMoved = this.#shake();
    });
    if (isMoved && isBetween) this.#takeWrittenOver(before);
    this.#work();
    this.acts += 1;
  }

  /** The titles of experiments that stand there, and what stands in their place. */
  #titles(): { theirs: string[]; others: string[] } {
    const titles = this.texts('Title').filter((title) => title !== '');
    return {
      theirs: titles.filter((title) => TYPED.test(title)),
      others: titles.filter((title) => !TYPED.test(title)),
    };
  }

  /** Only where a column was moved right between an edit's read and its write; nobody here types what the register works out. */
  #takeWrittenOver(before: { theirs: string[]; others: string[] }): void {
    const values = this.workbook.values('Experiments');
    for (const cell of this.written.keys()) {
      const [id = '', key = ''] = cell.split(' ');
      const column = values[0]?.indexOf(HEADER_OF[key] ?? '') ?? -1;
      const now = String(values[this.workbook.rowOf(id) - 1]?.[column] ?? '');
      if (now === '' || TYPED.test(now)) continue;
      this.written.delete(cell);
      this.writtenOver += 1;
    }
    const { theirs, others } = this.#titles();
    const gone = before.theirs.filter((title) => !theirs.includes(title));
    if (gone.length !== others.length - before.others.length) return;
    for (const title of gone) this.begun.delete(title);
    this.writtenOver += gone.length;
  }

  /** Hands out whether the second one acted right between the only read of the first one's work and its only write. */
  #overlap(inside: () => void): boolean {
    const [first, second] = this.#two();
    const { host } = this.workbook;
    let isInside = false;
    const methods: string[] = [];
    let at = 0;
    host.user = first;
    const overlap = overlapAt(1 + this.#pick(45), () => {
      isInside = true;
      at = methods.length - 1;
      host.user = second;
      inside();
      host.user = first;
    });
    host.beforeCall = ({ method }) => {
      methods.push(method);
      overlap();
    };
    this.#work();
    host.beforeCall = undefined;
    if (isInside) this.overlapping += 1;
    else {
      host.user = second;
      inside();
    }
    // Of one that reads once and writes once, right between the two.
    const calls = methods.filter((method) => method === READ || method === WRITE);
    return (
      isInside &&
      calls.join() === [READ, WRITE].join() &&
      methods.slice(0, at).includes(READ) &&
      !methods.slice(0, at).includes(WRITE)
    );
  }

  /** Hands out whether a column was moved. */
  #shake(): boolean {
    const { host } = this.workbook;
    const { id: sheet } = this.workbook.sheet('Experiments');
    const values = this.workbook.values('Experiments');
    const [header = [], ...rows] = values;
    const at = (below: number) => 1 + this.#pick(Math.max(below, 1));
    const blankRow = rows.findIndex((row) => row.every((value) => value === ''));
    const ownColumn = header.indexOf('');
    const sort = () => {
      const area = { row: 1, column: 0, rows: Math.max(rows.length, 1), columns: header.length };
      host.act({ kind: 'sort', sheet, area, column: at(header.length) - 1, ascending: this.#pick(2) === 0 });
    };
    const acts = [
      sort,
      sort,
      () => host.act({ kind: 'insert-rows', sheet, at: at(rows.length), count: 1 + this.#pick(2) }),
      () => blankRow >= 0 && host.act({ kind: 'delete-rows', sheet, at: blankRow + 1, count: 1 }),
      () =>
        ownColumn < 0
          ? host.act({ kind: 'insert-columns', sheet, at: at(header.length - 1), count: 1 })
          : host.act({ kind: 'delete-columns', sheet, at: ownColumn, count: 1 }),
      () => host.act({ kind: 'move-columns', sheet, from: at(header.length - 1), count: 1, to: at(header.length - 1) }),
    ];
    const picked = this.#pick(acts.length);
    acts[picked]?.();
    return picked === acts.length - 1;
  }

  #two(): [string, string] {
    const first = this.#pick(this.#people.length);
    const second = (first + 1 + this.#pick(this.#people.length - 1)) % this.#people.length;
    return [this.#people[first] ?? '', this.#people[second] ?? ''];
  }

  #work(): void {
    const works = [
      () => this.#add(),
      () => this.#type(),
      () => this.#type(),
      () => this.#save(),
      () => this.#save(),
      () => this.#begin(),
      () => this.#close(),
      () => this.#answer(this.workbook.ask('checkLog')),
      () => this.#answer(this.workbook.ask('exportLog', { file: 'new' })),
    ];
    works[this.#pick(works.length)]?.();
  }

  #text(): string {
    this.#texts += 1;
    return `Text ${this.#texts}`;
  }

  #note(id: string, key: string, text: string, from: number): void {
    const cell = `${id} ${key}`;
    this.#tick += 1;
    this.written.set(cell, [...(this.written.get(cell) ?? []), { text, from, to: this.#tick }]);
  }

  /** Whether it worked; where it did not, the person was told that somebody else is writing. */
  #answer(reply: Reply): boolean {
    if (!reply.ok) {
      expect(reply.message).toBe(BUSY);
      this.busy += 1;
    }
    return reply.ok;
  }

  /** Types a title into the first free row. */
  #add(): void {
    const title = this.#text();
    const events = this.workbook.events.length;
    this.workbook.type(this.workbook.values('Experiments').length + 1, 'Title', [title]);
    const isTold = this.workbook.events.slice(events).some((event) => event.kind === 'toast' && event.message === BUSY);
    if (isTold) this.told.add(title);
    this.begun.add(title);
  }

  #known(): string | undefined {
    const ids = this.ids().filter((id) => id !== '');
    return ids.length === 0 ? undefined : ids[this.#pick(ids.length)];
  }

  ids(): string[] {
    return this.texts('ID');
  }

  /** What stands below a header, top to bottom, rows without anything left out. */
  texts(name: string): string[] {
    const [header = [], ...rows] = this.workbook.values('Experiments');
    const at = header.indexOf(name);
    return rows.filter((row) => row.some((value) => value !== '')).map((row) => String(row[at]));
  }

  #type(): void {
    const id = this.#known();
    const key = KEYS[1 + this.#pick(KEYS.length - 1)];
    if (id === undefined || key === undefined) return;
    const text = this.#text();
    this.#tick += 1;
    const from = this.#tick;
    const refused = this.workbook.type(this.workbook.rowOf(id), HEADERS[key], [text]);
    // Told so: where columns move while rules are set, a column may have those of its neighbour until the next check.
    if (refused.length === 0) this.#note(id, key, text, from);
  }

  /** Opens an experiment in a form, or fills in two fields of the one that is open and saves it. A form that could not be saved stays. */
  #save(): void {
    const { user } = this.workbook.host;
    const form = this.#forms.get(user);
    if (form === undefined) {
      const id = this.#known();
      const reply = id === undefined ? undefined : this.workbook.ask('readExperiment', { id, row: 2 });
      if (reply === undefined || !this.#answer(reply)) return;
      const { row, experiment } = reply as unknown as Form;
      this.#forms.set(user, { id: id ?? '', row, experiment });
      return;
    }
    const keys = [KEYS[1], KEYS[3]] as Key[];
    const texts = keys.map((key) => [key, this.#text()] as const);
    this.#tick += 1;
    const from = this.#tick;
    const saved = this.workbook.ask('saveForm', {
      token: `form-${this.#texts}-token`,
      experiment: { ...form.experiment, ...Object.fromEntries(texts) },
      opened: form,
    });
    if (!this.#answer(saved)) return;
    this.#forms.delete(user);
    if (saved.saved === true) for (const [key, text] of texts) this.#note(form.id, key, text, from);
    else if ('collisions' in saved) this.collisions += 1;
  }

  #begin(): void {
    const title = this.#text();
    const experiment = { ...emptyExperiment(), title, date: '2026-03-02', layer: 'Process', status: 'Active' };
    const request = { token: `new-${title.replace(' ', '-')}`, experiment };
    // Sent twice, as by an impatient person: it must be one experiment.
    const answers = [1, 2].map(() => this.#answer(this.workbook.ask('saveForm', request)));
    if (answers.includes(true)) this.begun.add(title);
  }

  #close(): void {
    const id = this.#known();
    if (id === undefined) return;
    const reply = this.workbook.ask('readExperiment', { id, row: 2 });
    if (!this.#answer(reply)) return;
    const { row, experiment } = reply as unknown as { row: number; experiment: Experiment };
    if (experiment.status !== 'Active') return;
    const results = { status: 'Completed', actualResult: this.#text(), learning: 'Learnt', decision: 'Adopt' };
    this.#tick += 1;
    const from = this.#tick;
    const saved = this.workbook.ask('saveForm', {
      token: `close-${this.#texts}-token`,
      experiment: { ...experiment, ...results },
      opened: { id, row, experiment },
    });
    if (this.#answer(saved) && saved.saved === true) this.#note(id, 'actualResult', results.actualResult, from);
  }
}

/** Every word stands in its experiment, was replaced by a later one in the very same cell, or its writer was told. */
function judge(office: Office, operations: number): void {
  const { workbook } = office;
  longestWait = Math.max(longestWait, ...workbook.host.meter.executions.map(({ slept }) => slept));
  expect(workbook.ask('checkLog').ok).toBe(true);

  const ids = office.ids();
  expect(ids.filter((id) => id === '')).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  const titles = office.texts('Title');
  const missing = [...office.begun].filter((title) => !titles.includes(title));
  expect(missing.filter((title) => !office.told.has(title))).toEqual([]);
  expect(new Set(titles).size).toBe(titles.length);

  const columns = new Map(Object.entries(HEADER_OF).map(([key, header]) => [key, workbook.column(header)]));
  const values = workbook.values('Experiments');
  for (const [cell, written] of office.written) {
    const [id = '', key = ''] = cell.split(' ');
    const now = String(values[workbook.rowOf(id) - 1]?.[columns.get(key) ?? -1] ?? '');
    const last = Math.max(...written.map(({ from }) => from));
    const mayStand = written.filter(({ to }) => to >= last).map(({ text }) => text);
    expect({ cell, now, stands: mayStand.includes(now) ? 'a last text' : mayStand }).toMatchObject({
      stands: 'a last text',
    });
  }
  expect(longestWait).toBeLessThanOrEqual(10_000);
  total.operations += operations;
  total.overlapping += office.overlapping;
  total['structural acts'] += office.acts;
  total['times somebody was told to wait'] += office.busy + office.told.size;
  total.collisions += office.collisions;
  total['written over at that very call'] += office.writtenOver;
  total.experiments += ids.length;
}

/** Nobody sorts here: an ID that was given stays where it is. */
function workInPlace(people: number): void {
  const office = new Office(people, 100 + people);
  office.workbook.host.meter.reset();
  const seen = new Map<number, string>();
  for (let round = 0; round < OPERATIONS / 2; round += 1) {
    office.round();
    for (const [index, id] of office.ids().entries()) {
      const before = seen.get(index);
      if (before !== undefined) expect({ round, id }).toEqual({ round, id: before });
      if (id !== '') seen.set(index, id);
    }
  }
  judge(office, OPERATIONS);
  expect(office.overlapping).toBeGreaterThan(OPERATIONS / 8);
  expect(office.busy).toBeGreaterThan(0);
  expect(office.collisions).toBeGreaterThan(0);
}

function workWhileRowsMove(people: number): void {
  const office = new Office(people, 300 + people);
  office.workbook.host.meter.reset();
  const rounds = IS_LONG ? 500 : 30;
  for (let round = 0; round < rounds; round += 1) office.shakenRound();
  expect(office.acts).toBe(rounds);
  judge(office, 2 * rounds);
}

const OFFICES = [
  { people: 2, work: workInPlace, meanwhile: 'nobody sorts' },
  { people: 5, work: workInPlace, meanwhile: 'nobody sorts' },
  { people: 20, work: workInPlace, meanwhile: 'nobody sorts' },
  { people: 20, work: workWhileRowsMove, meanwhile: 'others sort, insert, delete and move rows and columns' },
];

test.each(shareOf(OFFICES))(
  '$people people at work while $meanwhile, executions overlapping at every service call, lose nothing without a word',
  ({ people, work }) => work(people),
);

test('a form that cannot be saved within ten seconds says so, and is saved once it is sent again', () => {
  const workbook = Workbook.setUp().shorten();
  const experiment = { ...emptyExperiment(), title: 'Kept', date: '2026-03-02', layer: 'Process', status: 'Proposed' };
  const request = { token: 'kept-in-the-form', experiment };
  const replies: Reply[] = [];
  workbook.host.meter.reset();
  workbook.host.beforeCall = ({ method }) => {
    if (method !== 'Range.setValues' || replies.length > 0) return;
    workbook.host.user = 'other@example.com';
    replies.push({ ok: true });
    replies[0] = workbook.ask('saveForm', request);
    workbook.host.user = 'you@example.com';
  };
  workbook.type(2, 'Title', ['The first']);
  workbook.host.beforeCall = undefined;
  expect(replies).toEqual([{ ok: false, message: BUSY }]);
  const waits = workbook.host.meter.executions.filter(({ functionName }) => functionName === 'saveForm');
  expect(waits.map(({ slept }) => slept)).toEqual([10_000]);
  expect(workbook.ask('saveForm', request)).toMatchObject({ saved: true, opened: { id: 'K-BIZ-002', row: 3 } });
});
