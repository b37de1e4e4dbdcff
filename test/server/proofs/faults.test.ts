import { afterAll, describe, expect, test } from '@jest/globals';
import { type Experiment, emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { FAULTS, type Fault, faultAt } from '../../../workbench/host/faults.ts';
import { IS_LONG, report, shareOf } from '../figures.ts';
import { copied, DERIVED, Workbook } from '../workbook.ts';

/** Something that people do, and what they do where it did not work. */
interface Scene {
  prepare: () => Workbook;
  act: (workbook: Workbook) => unknown;
  /** What a page sends again; what was typed into cells stands there, and Check register has to do. */
  isRepeated?: true;
}

const LONG = ['If we stand, then we end sooner because standing tires.', 'Meetings of 10 minutes', '8 weeks'];

const FORM: Experiment = {
  ...emptyExperiment(),
  title: 'From a form',
  date: '2026-02-12',
  layer: 'Process',
  entity: 'Holding',
  status: 'Active',
  hypothesis: 'If it is saved twice, then it is one row because the form says so.',
  expectedResult: 'One row',
  duration: '8 weeks',
  risks: 'None; a second row would show it',
};

/** Three rows, two candidates, and a column of somebody's own between the register's. */
function filled(): Workbook {
  const workbook = Workbook.setUp().shorten();
  const { id } = workbook.sheet('Experiments');
  workbook.host.act({ kind: 'insert-columns', sheet: id, at: workbook.column('Entity'), count: 1 });
  workbook.host.act({
    kind: 'type',
    sheet: id,
    row: 0,
    column: workbook.column('Entity') - 1,
    text: [['Own'], ['Mira'], ['Jonas']],
  });
  workbook.type(2, 'Title', ['Shorter stand-up', '2026-02-11', 'Process']);
  workbook.type(3, 'Title', ['Second']);
  workbook.type(4, 'Title', ['Third']);
  workbook.type(2, 'Entity', ['Holding', 'Active', ...LONG]);
  for (const idea of ['Fewer forms', 'More light'])
    workbook.ask('changeCandidate', { do: 'add', candidate: { layer: 'Process', idea, question: `${idea}?` } });
  return workbook;
}

/** A workbook in which rows came in without an edit being heard of. */
function unheard(): Workbook {
  const workbook = filled();
  const at = workbook.column('Title');
  workbook.host.act({
    kind: 'set',
    sheet: workbook.sheet('Experiments').id,
    cause: 'format',
    cells: [
      [4, at, { value: 'Unheard' }],
      [5, at, { value: 'Unheard, too' }],
      [7, at, { value: 'Unheard below a gap' }],
      [4, at + 2, { value: 'System' }],
    ],
  });
  return workbook;
}

const candidate = (row: number, idea: string) => ({ row, layer: 'Process', idea, question: `${idea}?` });

function opened(workbook: Workbook, id: string) {
  const { row, experiment } = workbook.ask('readExperiment', { id, row: 2 }) as unknown as {
    row: number;
    experiment: Experiment;
  };
  return { id, row, experiment };
}

const PATTERN: Experiment = { ...emptyExperiment(), title: 'Stand', hypothesis: 'Stand up.', date: '2026-02-12' };

/** An active experiment opened in a form, whose closing is then sent as often as it takes. */
function closingOut(isLearnt = false): Scene {
  let form: ReturnType<typeof opened> | undefined;
  return {
    prepare: () => {
      const workbook = filled();
      form = opened(workbook, 'K-BIZ-001');
      return workbook;
    },
    act: (workbook) => {
      const results = { status: 'Completed', actualResult: '9 minutes', learning: 'It works', decision: 'Adopt' };
      return workbook.ask('saveForm', {
        token: 'closing-out-1',
        opened: form,
        experiment: { ...form?.experiment, ...results },
        ...(isLearnt && { learnt: { kind: 'pattern', entry: PATTERN } }),
      });
    },
    isRepeated: true,
  };
}

const SCENES: Record<string, Scene> = {
  'a duration typed': { prepare: filled, act: (workbook) => workbook.type(3, 'Duration', ['4 weeks']) },
  'a status that starts the clock': { prepare: filled, act: (workbook) => workbook.type(3, 'Status', ['Active']) },
  'a status that stops the clock': { prepare: filled, act: (workbook) => workbook.type(2, 'Status', ['Dropped']) },
  'a title in a new row': { prepare: filled, act: (workbook) => workbook.type(5, 'Title', ['Typed']) },
  'a title in a row that has texts': {
    prepare: () => {
      const workbook = filled();
      workbook.type(5, 'Layer', ['System']);
      workbook.type(5, 'Hypothesis', ['A text that stands alone']);
      return workbook;
    },
    act: (workbook) => workbook.type(5, 'Title', ['Typed']),
  },
  'five rows pasted, one of them empty': {
    prepare: filled,
    act: (workbook) => workbook.type(5, 'Title', ['One'], ['Two', '2026-01-05'], [''], ['Three'], ['Four']),
  },
  'a new experiment from a form': {
    prepare: filled,
    act: (workbook) => workbook.ask('saveForm', { token: 'new-form-1', experiment: FORM }),
    isRepeated: true,
  },
  'a candidate promoted': {
    prepare: filled,
    act: (workbook) =>
      workbook.ask('saveForm', {
        token: 'promoting-1',
        experiment: { ...FORM, title: 'Fewer forms' },
        candidate: candidate(2, 'Fewer forms'),
      }),
    isRepeated: true,
  },
  'an experiment closed out in a form': closingOut(),
  'an experiment closed out with a first pattern': closingOut(true),
  'a candidate moved up': {
    prepare: filled,
    act: (workbook) => workbook.ask('changeCandidate', { do: 'move up', seen: candidate(3, 'More light') }),
    // Where it has moved already, it is the first, and stays so.
    isRepeated: true,
  },
  'a check': { prepare: unheard, act: (workbook) => workbook.ask('checkLog') },
  'a doubled ID put right': {
    prepare: () => {
      const workbook = filled();
      workbook.type(5, 'ID', ['K-BIZ-001', 'Second, copied']);
      return workbook;
    },
    act: (workbook) => workbook.ask('fixLog', { code: 'duplicate-id', row: 5 }),
    isRepeated: true,
  },
  'a repair of headers, a sheet and rules': {
    prepare: () => {
      const workbook = unheard();
      const { id } = workbook.sheet('Experiments');
      workbook.host.act({ kind: 'delete-columns', sheet: id, at: workbook.column('Due'), count: 1 });
      workbook.host.act({ kind: 'rename-sheet', sheet: workbook.sheet('Candidates').id, name: 'Ideas' });
      workbook.host.act({ kind: 'delete-sheet', sheet: workbook.sheet('Settings').id });
      return workbook;
    },
    act: (workbook) => workbook.host.choose('setUp'),
    isRepeated: true,
  },
  'a first set-up': {
    prepare: () => new Workbook(),
    act: (workbook) => workbook.host.choose('setUp'),
    isRepeated: true,
  },
};

/**
 * Rows as people know them: every cell but the ID, whose number may have been skipped, wherever it stands; and but for what a beginning
 * that ended half-way cannot tell any more, which cells it filled in, and which it found.
 */
function rowsOf(workbook: Workbook): string[] {
  const [header = [], ...rows] = workbook.values('Experiments');
  const id = header.indexOf('ID');
  const shown = (text: string) => text.replace(/\bK-BIZ-\d+/g, 'ID').replace(/,"(?:begun|beside)":"[^"]*"/g, '');
  return rows.map((row) =>
    JSON.stringify(
      row.map((value, column) =>
        column === id && value !== '' ? 'ID' : typeof value === 'string' ? shown(value) : value,
      ),
    ),
  );
}

function stateOf(workbook: Workbook) {
  return {
    rows: rowsOf(workbook),
    candidates: workbook.values('Candidates').map((row) => [...row.slice(0, 4), (row[4] ?? '') === '' ? '' : 'ID']),
    settings: workbook.values('Settings'),
    patterns: workbook.sheetNames().includes('Patterns') ? workbook.values('Patterns').map(([, ...row]) => row) : [],
    rules: [...workbook.sheet('Experiments').validations].sort((a, b) => a.area.column - b.area.column),
    highlights: workbook.sheet('Experiments').conditionalFormats.length,
  };
}

const idsOf = (workbook: Workbook) => {
  if (!workbook.sheetNames().includes('Experiments')) return [];
  const [header = [], ...rows] = workbook.values('Experiments');
  return rows.map((row) => String(row[header.indexOf('ID')] ?? '')).filter((id) => id !== '');
};

const doubledIn = (ids: string[]) => ids.length - new Set(ids).size;

/** What people have written: every text in a column that is theirs. */
function textsOf(workbook: Workbook): string[] {
  if (!workbook.sheetNames().includes('Experiments')) return [];
  const [header = [], ...rows] = workbook.values('Experiments');
  return rows.flatMap((row) =>
    row.filter((value, column) => value !== '' && header[column] !== 'ID' && !DERIVED.includes(String(header[column]))),
  ) as string[];
}

const TELLING = /setValues?$|setProperty|deleteProperty|insertSheet|insertColumns|setName/;

/**
 * The calls to fail, by number, and how: in the long run each call in every way. In the short run every second of those right after
 * the calls that leave something behind, of a set-up's many every sixth, and two of the others; the ways take turns.
 */
function chosen(methods: readonly string[]): readonly { call: number; kind: Fault }[] {
  const all = methods.map((_, index) => index + 1);
  if (IS_LONG) return shareOf(all.flatMap((call) => FAULTS.map((kind) => ({ call, kind }))));
  const telling = all.filter((call) => TELLING.test(methods[call - 2] ?? ''));
  const some = all.filter((call) => call % Math.ceil(all.length / 2) === 1);
  const each = all.length > 150 ? 6 : 2;
  const calls = new Set([...telling.filter((_, index) => index % each === 0), ...some]);
  return [...calls].map((call, index) => ({ call, kind: FAULTS[index % FAULTS.length] ?? 'killed' }));
}

let tried = 0;
let survived = 0;
const operations = Object.keys(SCENES).length;
afterAll(() => report('faults', { operations, 'faults tried': tried, survived }));

describe('after a fault at any service call, nothing typed is missing, and the next run brings the register to order', () => {
  test.each(Object.entries(SCENES))('%s', (_, { prepare, act, isRepeated }) => {
    const { store } = prepare();
    const afresh = () => copied(store);
    const whole = afresh();
    const methods: string[] = [];
    whole.host.beforeCall = ({ method }) => {
      methods.push(method);
    };
    act(whole);
    whole.host.beforeCall = undefined;
    const after = textsOf(whole);
    // What a form replaces is meant to go.
    const texts = isRepeated ? textsOf(afresh()).filter((text) => after.includes(text)) : after;
    whole.ask('checkLog');
    const wanted = stateOf(whole);
    const doubledBefore = doubledIn(idsOf(afresh()));

    for (const { call, kind } of chosen(methods)) {
      tried += 1;
      const workbook = afresh();
      const at = { call, method: methods[call - 1], kind };
      const fault = faultAt(1, kind);
      let made = 0;
      workbook.host.beforeCall = (service) => {
        made += 1;
        if (made === call) fault({ ...service, number: 1 });
      };
      try {
        act(workbook);
      } catch {
        // An execution that was killed hands nothing back; what it left behind is looked at below.
      }
      workbook.host.beforeCall = undefined;
      const left = textsOf(workbook);
      expect({ ...at, missing: texts.filter((text) => !left.includes(text)) }).toEqual({ ...at, missing: [] });
      const given = idsOf(workbook);

      // Whoever looks next may be somebody else, who knows nothing of it.
      const other = copied(workbook.store);
      if (other.ask('checkLog').ok === false) other.host.choose('setUp');
      expect({ ...at, checked: other.ask('checkLog').ok }).toEqual({ ...at, checked: true });
      const ids = idsOf(other);
      expect({ ...at, doubled: Math.max(doubledIn(ids), doubledBefore) }).toEqual({ ...at, doubled: doubledBefore });
      const row = other.values('Experiments').length + 1;
      other.type(row, 'Title', ['The next']);
      const next = String(other.cell(row, 'ID')?.value ?? '');
      expect({ ...at, next, isNew: next !== '' && !ids.includes(next) && !given.includes(next) }).toMatchObject({
        isNew: true,
      });

      if (isRepeated) act(workbook);
      workbook.ask('checkLog');
      expect({ ...at, ...stateOf(workbook) }).toEqual({ ...at, ...wanted });
      survived += 1;
    }
  });
});
