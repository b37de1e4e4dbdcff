import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { safe } from '../../../src/platform/safe-behaviours.ts';
import { faultAt } from '../../../workbench/host/faults.ts';
import { Host } from '../../../workbench/host/host.ts';
import { Killed, ServiceError } from '../../../workbench/host/service.ts';
import { memoryStore } from '../../../workbench/host/store.ts';
import { specification } from '../../conformance/specification.ts';
import { type Reply, TODAY, Workbook } from '../workbook.ts';

const ALL = Object.values(safe).flat().length;
const SHEET = 'Kaizen Log self-check';

/** Makes every call of a method fail, such as `Sheet.hideSheet`. */
function failing(host: Host, method: string, message: string): void {
  host.beforeCall = (call) => {
    if (call.method === method) throw new ServiceError(message);
  };
}

interface SelfCheckReply extends Reply {
  behaviours: {
    all: number;
    tried: number;
    differing: { name: string; expected: string; seen: string }[];
    held: { name: string }[];
  };
  faults: { part: string; why: string }[];
}

/** A register on a clock that goes only as it is set. */
function clocked(): { host: Host; clock: { now: number } } {
  const clock = { now: Date.parse(`${TODAY}T02:30:00Z`) };
  const { store } = Workbook.setUp();
  return { host: new Host({ dist: resolve('dist'), store, now: () => clock.now }), clock };
}

function run(host: Host): SelfCheckReply {
  const result = host.call('runSelfCheck', []);
  if (!result.ok) throw new Error(result.message);
  return result.value as SelfCheckReply;
}

const sheetNames = (host: Host) => host.snapshot().sheets.map(({ name }) => name);

const selfCheck = (workbook: Workbook) => workbook.ask('runSelfCheck') as SelfCheckReply;

describe('the safe behaviours', () => {
  test('are part of the specification, one place for each', () => {
    const specified = new Set(specification.flatMap(({ behaviours }) => behaviours));
    expect(ALL).toBeGreaterThan(30);
    for (const behaviour of Object.values(safe).flat()) expect(specified).toContain(behaviour);
  });

  test.each([
    ['Asia/Kuala_Lumpur', 'en_US'],
    ['America/St_Johns', 'de_DE'],
    ['Pacific/Auckland', 'pt_BR'],
  ])('hold in a spreadsheet of the zone %s and the locale %s', (timeZone, locale) => {
    const store = memoryStore();
    store.saveBook({ ...new Workbook().host.snapshot(), timeZone, locale });
    const { behaviours, ...rest } = selfCheck(new Workbook(store));
    expect(behaviours).toMatchObject({ all: ALL, tried: ALL, differing: [] });
    expect(behaviours.held).toHaveLength(ALL);
    expect(new Set(behaviours.held.map(({ name }) => name)).size).toBe(ALL);
    expect(rest).not.toHaveProperty('register');
    expect(rest).toMatchObject({ locale, timeZone, scriptTimeZone: 'Asia/Kuala_Lumpur', faults: [] });
  });
});

describe('the self-check', () => {
  test('names the version of the add-on and of what it tries', () => {
    const { version } = JSON.parse(readFileSync(resolve('package.json'), 'utf8'));
    expect(selfCheck(new Workbook())).toMatchObject({
      addOn: version,
      specification: expect.stringMatching(/^\d+-\w+$/),
    });
  });

  test('changes nothing in the spreadsheet, not even what Check register would put right', () => {
    const workbook = Workbook.setUp();
    workbook.type(2, 'Title', ['Build once a day'], ['Another']);
    workbook.host.act({
      kind: 'set',
      sheet: workbook.sheet('Experiments').id,
      cause: 'undo',
      cells: [[1, workbook.column('Findings'), { value: 'out of date' }]],
    });
    const before = workbook.host.snapshot();
    expect(selfCheck(workbook)).toMatchObject({ ok: true, register: { rows: 2 }, faults: [] });
    expect(workbook.host.snapshot()).toEqual(before);
  });

  test('counts what Check register finds, kind by kind', () => {
    const workbook = Workbook.setUp();
    workbook.type(2, 'Title', ['One'], ['Two'], ['Three']);
    workbook.type(5, 'ID', ['K-BIZ-001', 'Four']);
    workbook.host.act({ kind: 'type', sheet: workbook.sheet('Settings').id, row: 3, column: 1, text: [['no prefix']] });
    const { register } = selfCheck(workbook);
    const { findings } = workbook.ask('checkLog') as unknown as { findings: { code: string; severity: string }[] };
    const expected = new Map<string, number>();
    for (const { code, severity } of findings) {
      expected.set(`${severity} ${code}`, (expected.get(`${severity} ${code}`) ?? 0) + 1);
    }
    const { findings: counts } = register as { findings: { code: string; severity: string; number: number }[] };
    expect(Object.fromEntries(counts.map(({ code, severity, number }) => [`${severity} ${code}`, number]))).toEqual(
      Object.fromEntries(expected),
    );
    expect(counts).toContainEqual({ code: 'duplicate-id', severity: 'error', number: 2 });
    expect(counts).toContainEqual({ code: 'wrong-setting', severity: 'warning', number: 1 });
  });

  test('tells nothing that anybody wrote', () => {
    const workbook = Workbook.setUp();
    const secret = 'Zanzibar';
    const { id } = workbook.sheet('Experiments');
    workbook.type(2, 'Title', [`${secret} title`, '', secret, secret]);
    workbook.type(2, 'Duration', [`${secret} weeks`], [secret]);
    workbook.type(2, 'ID', [`${secret}-1`]);
    workbook.host.act({
      kind: 'type',
      sheet: workbook.sheet('Settings').id,
      row: 3,
      column: 1,
      text: [[`${secret} !`]],
    });
    const whole = selfCheck(workbook);
    expect(whole).toMatchObject({ register: { rows: 2 }, faults: [] });
    expect(JSON.stringify(whole)).not.toContain(secret);
    workbook.host.act({ kind: 'rename-sheet', sheet: workbook.sheet('Candidates').id, name: secret });
    const renamed = selfCheck(workbook);
    expect(renamed).toMatchObject({ register: { rows: 2 }, faults: [] });
    expect(JSON.stringify(renamed)).not.toContain(secret);
    // An error of the register may quote a header that a person has typed twice.
    workbook.host.choose('setUp');
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 20, text: [['Title']] });
    const reply = selfCheck(workbook);
    expect(reply.faults).toEqual([
      { part: 'Check register', why: expect.stringContaining('The column "…" stands twice') },
    ]);
    expect(JSON.stringify(reply)).not.toContain(secret);
  });

  test('masks what errors of Google quote or name', () => {
    const workbook = Workbook.setUp();
    const words = ['Budget 2026', 'mira@example.com', '1aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW'];
    const message = `Sheet "${words[0]}" of ${words[1]} in ${words[2]} cannot be read.`;
    failing(workbook.host, 'Spreadsheet.getSpreadsheetLocale', message);
    expect(selfCheck(workbook).faults).toEqual([
      { part: 'the locale', why: expect.stringMatching(/Sheet "…" of … in … cannot be read\.$/) },
    ]);
    failing(workbook.host, 'Range.setNumberFormat', message);
    const reply = JSON.stringify(selfCheck(workbook));
    expect(reply).toContain('cannot be read');
    for (const word of words) expect(reply).not.toContain(word);
  });

  test('goes on where one behaviour fails, and says which and how', () => {
    const workbook = new Workbook();
    failing(workbook.host, 'Range.setNumberFormat', 'No formats today.');
    const { behaviours } = selfCheck(workbook);
    expect(behaviours.tried).toBe(ALL);
    expect(behaviours.differing.length).toBeGreaterThan(1);
    expect(behaviours.differing.length).toBeLessThan(ALL / 2);
    for (const { seen } of behaviours.differing) expect(seen).toMatch(/^threw .*No formats today\./);
  });

  test.each([
    ['Spreadsheet.insertSheet', 'the behaviours'],
    ['Sheet.hideSheet', 'the behaviours'],
    ['Spreadsheet.getSpreadsheetTimeZone', "the spreadsheet's time zone"],
    ['Session.getScriptTimeZone', "the script's time zone"],
    ['Sheet.getDataRange', 'Check register'],
  ])('goes on when %s fails, says so, and leaves no sheet behind', (method, part) => {
    const workbook = Workbook.setUp();
    const before = workbook.sheetNames();
    failing(workbook.host, method, 'Not today.');
    const reply = selfCheck(workbook);
    expect(reply.ok).toBe(true);
    expect(reply.faults).toContainEqual({ part, why: expect.stringContaining('Not today.') });
    expect(reply.faults.length).toBeLessThan(3);
    expect(workbook.sheetNames()).toEqual(before);
  });

  test('begins nothing new once its time is over, and says how much was not tried', () => {
    const { host, clock } = clocked();
    host.beforeCall = () => {
      clock.now += 400;
    };
    const { behaviours } = run(host);
    expect(behaviours.tried).toBeGreaterThan(0);
    expect(behaviours.tried).toBeLessThan(ALL);
    expect(sheetNames(host)).not.toContain(SHEET);
  });

  test('leaves a sheet when it is ended from outside; the next run removes it', () => {
    const { host, clock } = clocked();
    const before = sheetNames(host);
    host.beforeCall = faultAt(200, 'killed');
    expect(host.call('runSelfCheck', []).ok).toBe(false);
    host.beforeCall = undefined;
    expect(sheetNames(host).sort()).toEqual([...before, SHEET].sort());
    // As long as the other may still be running, its sheet is its own.
    expect(run(host)).toEqual({ ok: false, message: expect.stringContaining('wait two minutes') });
    expect(sheetNames(host)).toContain(SHEET);
    clock.now += 121_000;
    expect(run(host)).toMatchObject({ behaviours: { tried: ALL, differing: [] }, faults: [] });
    expect(sheetNames(host)).toEqual(before);
    // A run that came to its end keeps nobody waiting.
    expect(run(host)).toMatchObject({ ok: true });
  });

  test.each(['Sheet.setName', 'Sheet.hideSheet', 'Spreadsheet.deleteSheet'])(
    'ended from outside at %s, leaves nothing that the next run does not remove',
    (method) => {
      const { host, clock } = clocked();
      const before = sheetNames(host);
      host.beforeCall = (call) => {
        if (call.method === method) throw new Killed('Exceeded maximum execution time');
      };
      host.call('runSelfCheck', []);
      expect(sheetNames(host)).toHaveLength(before.length + 1);
      host.beforeCall = undefined;
      clock.now += 121_000;
      run(host);
      expect(sheetNames(host)).toEqual(before);
    },
  );

  test.each([1, 5, 12, 20, 30, 60])('ended at its call %i, leaves every sheet of a person as it was', (number) => {
    const { host } = clocked();
    const own = () => host.snapshot().sheets.filter(({ name }) => !name.startsWith(SHEET));
    const before = own();
    host.beforeCall = faultAt(number, 'killed');
    host.call('runSelfCheck', []);
    expect(own()).toEqual(before);
  });
});
