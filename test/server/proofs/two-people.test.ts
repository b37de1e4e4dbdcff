import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readLog } from '../../../src/log/index.ts';
import { IS_LONG, numbers, report, shareOf } from '../figures.ts';
import { type Reply, Workbook } from '../workbook.ts';

const log = readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8');

/** Titles by ID: all that these rounds change, so that what must come out can be said in three lines. */
type Titles = Map<string, string>;

const titlesIn = (text: string): Titles =>
  new Map(readLog(text).contents.experiments.map(({ id, title }) => [id, title]));

function titlesOf(workbook: Workbook): Titles {
  const rows = workbook.values('Experiments').slice(1);
  return new Map(rows.map((row) => [String(row[0]), String(row[1])]));
}

class Person {
  readonly user: string;
  /** The titles that this person's file and the register last agreed on. */
  agreed: Titles = new Map();
  file = '';

  constructor(user: string) {
    this.user = user;
  }
}

/** In the long run fifty rounds six times. */
const SEEDS = IS_LONG ? [1, 2, 3, 4, 5, 6] : [1];
const ROUNDS = IS_LONG ? 50 : 10;

const total = { rounds: 0, edits: 0, 'questions answered': 0 };
afterAll(() => report('two-people', total));

test.each(shareOf(SEEDS))(
  `two people sync alternately for ${ROUNDS} rounds, and every edit ends where it must (seed %i)`,
  (seed) => {
    const pick = numbers(seed);
    const workbook = new Workbook();
    const { drive } = workbook.store;
    workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: log });
    const people = [new Person('one@example.com'), new Person('other@example.com')];
    let edits = 0;
    let asked = 0;

    const textOf = (person: Person) => Buffer.from(drive.content(person.file)).toString();

    /** Exports as this person, and answers whatever is asked with one side or the other. */
    function sync(person: Person): void {
      workbook.host.user = person.user;
      const isFirst = person.file === '';
      const file = isFirst ? new Map(person.agreed) : titlesIn(textOf(person));
      const register = titlesOf(workbook);
      const before = new Set(drive.all().map(({ id }) => id));
      let reply: Reply = workbook.ask('exportLog', isFirst ? { file: 'new' } : {});
      const chosen = new Map<string, string>();
      if (reply.is === 'asking') {
        const questions = reply.questions as {
          key: string;
          seal: string;
          id: string;
          file: string;
          register: string;
        }[];
        asked += questions.length;
        const answers = Object.fromEntries(
          questions.map(({ key, seal, id, file: theirs, register: ours }) => {
            const choice = pick(2) === 0 ? 'file' : 'register';
            chosen.set(id, choice === 'file' ? theirs : ours);
            return [key, { seal, choice }];
          }),
        );
        reply = workbook.ask('exportLog', { answers });
      }
      expect(reply).toMatchObject({ ok: true, is: 'done' });
      const created = drive.all().find(({ id, mimeType }) => !before.has(id) && mimeType === 'text/markdown');
      if (isFirst) person.file = created?.id ?? '';

      const wanted: Titles = new Map();
      for (const id of new Set([...register.keys(), ...file.keys()])) {
        const [base, theirs, ours] = [person.agreed.get(id), file.get(id), register.get(id)];
        const isTheirs = ours === undefined || (ours === base && theirs !== undefined);
        const title =
          theirs === ours || isFirst
            ? ours
            : isTheirs
              ? theirs
              : theirs === base || theirs === undefined
                ? ours
                : chosen.get(id);
        wanted.set(id, title ?? '');
      }
      expect(titlesOf(workbook)).toEqual(wanted);
      expect(titlesIn(textOf(person))).toEqual(wanted);
      person.agreed = wanted;
    }

    for (let round = 0; round < ROUNDS; round += 1) {
      const person = people[round % 2] as Person;
      for (let count = pick(3); count > 0; count -= 1) {
        const ids = [...titlesOf(workbook).keys()];
        workbook.type(workbook.rowOf(ids[pick(ids.length)] ?? ''), 'Title', [`Sheet ${++edits}`]);
      }
      for (const { file } of people) {
        const record = drive.find(file);
        if (record === undefined || pick(3) === 0) continue;
        const text = Buffer.from(drive.content(file)).toString();
        const ids = [...titlesIn(text).keys()];
        const id = ids[pick(ids.length)] ?? '';
        const edited = text.replace(new RegExp(`\\[${id}\\] .*`), `[${id}] File ${++edits}`);
        drive.save(record, Buffer.from(edited));
      }
      if (round % 10 === 9) {
        const last = workbook.values('Experiments').length + 1;
        workbook.type(last, 'Title', [`Added ${round}`]);
      }
      sync(person);
    }
    expect(edits).toBeGreaterThan(ROUNDS);
    expect(asked).toBeGreaterThan(0);
    total.rounds += ROUNDS;
    total.edits += edits;
    total['questions answered'] += asked;
  },
);
