// What the add-on does to rows, each as a person starts it, wherever its experiment stands by then.
import { type Experiment, emptyExperiment } from '../../../../src/domain/experiment/template.ts';
import type { Reply, Workbook } from '../../workbook.ts';
import { OTHER_IDEA, rowMarked, typed } from './acts.ts';
import { filled, MARK, TARGET, unheard, unruled } from './register.ts';

export interface Operation {
  prepare: () => Workbook;
  /** Hands out what a page is answered; nothing where something was typed. */
  run: (workbook: Workbook) => Reply | undefined;
  /** Only looks: it may change no cell at all. */
  isReader?: true;
  /** Writes nothing but what can be worked out anew, and has no reads for more than that. */
  isWorkedOut?: true;
  /** Takes several times as long as the others: the short run tries it at fewer places. */
  isSlow?: true;
}

const FORM: Experiment = {
  ...emptyExperiment(),
  title: 'Estuary',
  date: '2026-02-12',
  layer: 'Process',
  entity: 'Holding',
  status: 'Active',
  hypothesis: 'If it widens, then it slows because it is wide.',
  expectedResult: '1 knot',
  duration: '8 weeks',
  risks: 'None; a gauge would show it',
};

const IDEA = { layer: 'Process', idea: 'Estuary', question: 'How wide?' };

const SEEN = { ...IDEA, row: 3 };

/** With three ideas, of which the second is the one that operations are about, between two that say as much. */
function withIdeas(workbook = filled()): Workbook {
  for (const idea of [OTHER_IDEA, IDEA.idea, 'Dock'])
    workbook.ask('changeCandidate', { do: 'add', candidate: { ...IDEA, idea } });
  return workbook;
}

const changingIdea = (change: object): Operation => ({
  prepare: withIdeas,
  run: (workbook) => workbook.ask('changeCandidate', change),
});

const experimentOf = (workbook: Workbook, id: string) =>
  workbook.ask('readExperiment', { id, row: 2 }) as unknown as { row: number; experiment: Experiment };

/** Forms that were opened before anybody else did anything. */
const forms = new Map<string, ReturnType<typeof experimentOf>>();

/** A form of the target, filled in and sent. */
function sentForm(name: string, changes: Partial<Experiment>, prepared: () => Workbook): Operation {
  return {
    prepare: () => {
      const workbook = prepared();
      forms.set(name, experimentOf(workbook, 'K-BIZ-002'));
      return workbook;
    },
    run: (workbook) => {
      const { row, experiment } = forms.get(name) ?? { row: 0, experiment: FORM };
      const opened = { id: 'K-BIZ-002', row, experiment };
      return workbook.ask('saveForm', {
        token: `sent-${name.length}-form`,
        experiment: { ...experiment, ...changes },
        opened,
      });
    },
  };
}

/** Findings of these rows, from 1, listed before anybody else did anything, and their fix clicked. */
function fixed(code: string, rows: readonly number[], prepared: () => Workbook): Operation {
  let listed: object[] = [];
  return {
    prepare: () => {
      const workbook = prepared();
      const findings = workbook.ask('checkLog').findings as { code: string; row?: number; seal?: string }[];
      listed = rows.map((row) => ({
        code,
        row,
        seal: findings.find((finding) => finding.code === code && finding.row === row)?.seal,
      }));
      return workbook;
    },
    run: (workbook) => (listed.length > 1 ? workbook.ask('fixAll', listed) : workbook.ask('fixLog', listed[0])),
  };
}

/** Types a block into the first free row, with a mark of its own in each row. */
function typedBelow(workbook: Workbook, ...titles: string[]): undefined {
  const values = workbook.values('Experiments');
  const own = values[0]?.indexOf('Title') ?? -1;
  const row = values.length;
  if (own < 0) return undefined;
  const { id: sheet } = workbook.sheet('Experiments');
  workbook.host.act({ kind: 'type', sheet, row, column: own, text: titles.map((title) => [title]) });
  return undefined;
}

const begun = () =>
  unheard(filled(), {
    Title: 'Fjord',
    Layer: 'System',
    Hypothesis: 'If it is cold, then it is clear because it is cold.',
  });

const active = () => {
  const workbook = filled();
  workbook.type(3, 'Status', ['Active']);
  return workbook;
};

/** The log as it would be exported, changed: one experiment says something else, one is new. */
let incoming = '';
const LOG_CHANGES = (text: string) =>
  text
    .replace('### [K-BIZ-002] Boat', '### [K-BIZ-002] Barge')
    .replace('If it silts, then we dredge because we must.', 'If it silts, then we wait because it clears.')
    .replace('- Process: Estuary', '- Process: Estuary in the log');

const EXTRA = (text: string) =>
  text.replace(
    '### [K-BIZ-002]',
    '### [K-BIZ-007] Gulf\n\n**Date:** 2026-02-20\n**Layer:** Process\n**Status:** Proposed\n\n**Hypothesis:** If it is deep, then it is blue because it is deep.\n\n---\n\n### [K-BIZ-002]',
  );

function logged(workbook = withIdeas()): Workbook {
  incoming = EXTRA(LOG_CHANGES(String(workbook.ask('readLogText').text)));
  return workbook;
}

/** An import whose questions were answered with what the log says, before anybody else did anything. */
function imported(): Operation {
  let request: object = {};
  return {
    prepare: () => {
      const workbook = logged();
      const asked = { name: 'log.md', text: incoming };
      const questions = workbook.ask('previewImport', asked).questions as { key: string; seal: string }[];
      const answers = Object.fromEntries(questions.map(({ key, seal }) => [key, { seal, choice: 'file' }]));
      request = { ...asked, answers };
      return workbook;
    },
    run: (workbook) => workbook.ask('importLog', request),
    isSlow: true,
  };
}

function exported(workbook = filled()): Workbook {
  workbook.ask('exportLog');
  return workbook;
}

/** Both sides have changed since the last export, each something else, and the file is without Delta. */
function drifted(): Workbook {
  const workbook = exported(withIdeas());
  typed(workbook, TARGET, 'Learning', 'Learnt before');
  workbook.editDriveText((text) => EXTRA(LOG_CHANGES(text)));
  return workbook;
}

function withoutDelta(): Workbook {
  const workbook = exported();
  workbook.editDriveText((text) => text.replace(/### \[K-BIZ-004\][\s\S]*?(?=\n---|\n## )/, ''));
  return workbook;
}

function answered(workbook: Workbook, choice: 'file' | 'register'): Reply {
  const asked = workbook.ask('exportLog');
  if (asked.is !== 'asking') return asked;
  const questions = asked.questions as { key: string; seal: string }[];
  const answers = Object.fromEntries(questions.map(({ key, seal }) => [key, { seal, choice }]));
  return workbook.ask('exportLog', { answers });
}

const type = (header: string, text: string) => (workbook: Workbook) => {
  typed(workbook, TARGET, header, text);
  return undefined;
};

const TAB = 'Our tries';
const TRIES = [
  ['Experiment', 'State', 'Created', 'Area', 'Cost'],
  ['Estuary', 'Running', '2026-02-20', 'Process', '12'],
  ['Fjord', 'Idea', '2026-02-21', 'System', '7'],
];

/** A team's own list beside the register, with a column that somebody has beside the register's. */
function withTab(): Workbook {
  const workbook = filled();
  const { id: sheet } = workbook.sheet('Experiments');
  const column = workbook.values('Experiments')[0]?.length ?? 0;
  workbook.host.act({ kind: 'type', sheet, row: 0, column, text: [['Cost']] });
  workbook.host.act({ kind: 'add-sheet', name: TAB, text: TRIES });
  return workbook;
}

/** What pages ask while somebody only looks. */
const READERS: readonly [name: string, call: string, ...args: unknown[]][] = [
  ['the sidebar opened', 'readOverview', true],
  ['the dashboard opened', 'readPortfolio'],
  ['the candidates listed', 'readCandidates'],
  ['a form opened', 'readExperiment', { id: 'K-BIZ-002', row: 3 }],
  ['the tabs listed', 'readTabs'],
];

const looked = () => withIdeas(begun());

export const OPERATIONS: Record<string, Operation> = {
  'a title in a new row': { prepare: filled, run: (workbook) => typedBelow(workbook, 'Estuary') },
  'a title in a row that has texts': {
    prepare: () =>
      unheard(filled(), { Layer: 'System', Hypothesis: 'If it rains, then it rises because it rains.', [MARK]: 'E' }),
    run: (workbook) => {
      typed(workbook, 'E', 'Title', 'Estuary');
      return undefined;
    },
  },
  'three titles pasted': { prepare: filled, run: (workbook) => typedBelow(workbook, 'Estuary', 'Fjord', 'Gulf') },
  'a hypothesis typed': {
    prepare: filled,
    run: type('Hypothesis', 'If we sail, then it moves because of the wind.'),
    isWorkedOut: true,
  },
  'what is found wrong typed': {
    prepare: () => {
      const workbook = filled();
      typed(workbook, TARGET, 'Risks Identified', 'It drifts');
      return workbook;
    },
    run: type('Expected Result', 'further'),
    isWorkedOut: true,
  },
  'a duration typed': { prepare: active, run: type('Duration', '3 weeks'), isWorkedOut: true },
  'a status moved': { prepare: filled, run: type('Status', 'Active') },
  'an experiment dropped': { prepare: active, run: type('Status', 'Dropped') },
  'a move refused': { prepare: filled, run: type('Status', 'Completed') },
  'hypotheses pasted over two rows': {
    prepare: filled,
    run: (workbook) => {
      const row = rowMarked(workbook, TARGET);
      const column = workbook.values('Experiments')[0]?.indexOf('Hypothesis') ?? -1;
      const text = [['If one, then one because one.'], ['If two, then two because two.']];
      workbook.host.act({ kind: 'type', sheet: workbook.sheet('Experiments').id, row: row - 1, column, text });
      return undefined;
    },
  },
  'a form saved': sentForm(
    'changed',
    { hypothesis: 'If we drift, then it moves because of the tide.', learning: 'Tides' },
    filled,
  ),
  'an experiment closed in a form': sentForm(
    'closed',
    { status: 'Completed', actualResult: '4 km', learning: 'It works', decision: 'Adopt' },
    active,
  ),
  'a new form saved': {
    prepare: filled,
    run: (workbook) => workbook.ask('saveForm', { token: 'new-form-1', experiment: FORM }),
  },
  'a candidate promoted': {
    prepare: withIdeas,
    run: (workbook) => workbook.ask('saveForm', { token: 'promoting-1', experiment: FORM, candidate: SEEN }),
  },
  'a candidate added': changingIdea({ do: 'add', candidate: { ...IDEA, idea: 'Gully' } }),
  'a candidate edited': changingIdea({ do: 'edit', seen: SEEN, candidate: { ...IDEA, idea: 'Gully' } }),
  'a candidate moved': changingIdea({ do: 'move up', seen: SEEN }),
  'a candidate removed': changingIdea({ do: 'remove', seen: SEEN }),
  'set up again': {
    prepare: begun,
    run: (workbook) => {
      const told = workbook.events.length;
      workbook.host.choose('setUp');
      const failed = workbook.events.slice(told).find(({ kind }) => kind === 'failed');
      return failed && { ok: false, ...failed };
    },
    isSlow: true,
  },
  'a check': { prepare: begun, run: (workbook) => workbook.ask('checkLog') },
  'a doubled ID put right': fixed('duplicate-id', [6], () =>
    unheard(filled(), { ID: 'K-BIZ-003', Title: 'Estuary', Date: '2026-02-01', Status: 'Proposed' }),
  ),
  'a word put right': fixed('unknown-layer', [3], () => unheard(unruled(filled()), { Layer: ' process' }, 3)),
  'all words of a kind put right': fixed('unknown-layer', [3, 5], () =>
    unheard(unheard(unruled(filled()), { Layer: ' process' }, 3), { Layer: 'PROCESS' }, 5),
  ),
  'an import': imported(),
  'a sheet taken over': {
    prepare: withTab,
    run: (workbook) => workbook.ask('importSheet', { tabs: [String(workbook.sheet(TAB).id)] }),
    isSlow: true,
  },
  'a preview of an import': {
    prepare: () => unheard(logged(exported()), { Title: 'Fjord' }),
    run: (workbook) => workbook.ask('previewImport', { name: 'log.md', text: incoming }),
    isReader: true,
  },
  ...Object.fromEntries(
    READERS.map(([name, call, ...args]): [string, Operation] => [
      name,
      { prepare: looked, run: (workbook) => workbook.ask(call, ...args), isReader: true },
    ]),
  ),
  'a preview of a sync': { prepare: drifted, run: (workbook) => workbook.ask('previewExport'), isReader: true },
  'a preview of an export': { prepare: begun, run: (workbook) => workbook.ask('previewExport'), isReader: true },
  'a download': { prepare: begun, run: (workbook) => workbook.ask('readLogText') },
  'the Markdown of a section': { prepare: begun, run: (workbook) => workbook.ask('readMarkdown', 'Active') },
  'a first export': { prepare: begun, run: (workbook) => workbook.ask('exportLog'), isSlow: true },
  'an export of what no trigger saw': {
    prepare: () => unheard(unheard(exported(), { Status: 'Active' }, 3), { Title: 'Fjord' }),
    run: (workbook) => workbook.ask('exportLog'),
    isSlow: true,
  },
  'an export of a change': {
    prepare: () => {
      const workbook = exported();
      typed(workbook, TARGET, 'Title', 'Barge');
      return workbook;
    },
    run: (workbook) => workbook.ask('exportLog'),
    isSlow: true,
  },
  'a sync': { prepare: drifted, run: (workbook) => workbook.ask('exportLog'), isSlow: true },
  'a removal approved': { prepare: withoutDelta, run: (workbook) => answered(workbook, 'file'), isSlow: true },
};
