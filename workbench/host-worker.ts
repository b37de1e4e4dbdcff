// The thread the host runs in: one request after the other; a script that asks something waits here for the answer.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { Host } from './host/host.ts';
import { folderStore } from './host/store.ts';
import { switchesFrom } from './host/switches.ts';
import type { FromWorker, UrgentMessage, WorkerSettings, WorkRequest, WorkResult } from './host-messages.ts';
import type { AlertAnswer, AlertRequest } from './protocol.ts';

const { dist, data, wake, urgent } = workerData as WorkerSettings;
let { driveAddress } = workerData as WorkerSettings;
let window: string | undefined;
let isSelecting = false;
let alerts = 0;
/** The question a script waits for, and its answer once it has come. */
let asked: { id: number; answer?: AlertAnswer } | undefined;

const store = folderStore(data);
const host = new Host({
  dist,
  store,
  ...switchesFrom(process.env.KAIZEN_HOST),
  answerAlert,
  driveLink: (id) => (driveAddress ?? 'https://drive.google.com/open?id=') + id,
  listen: (event) => {
    // The window knows what it has selected itself, and may have moved on.
    if (event.kind !== 'active' || !isSelecting) tell({ kind: 'event', window, event });
  },
});

parentPort?.on('message', serve);
urgent.on('message', hearUrgent);
host.open();
tell({ kind: 'ready', problems: store.problems });

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function serve({ id, window: asking, work }: WorkRequest): void {
  const before = window;
  window = asking;
  try {
    tell({ kind: 'result', id, value: run(work) });
  } catch (error) {
    tell({ kind: 'error', id, message: error instanceof Error ? error.message : String(error) });
  }
  window = before;
}

function run(work: WorkRequest['work']): WorkResult {
  switch (work.kind) {
    case 'act':
      isSelecting = work.action.kind === 'select';
      try {
        return { ...host.act(work.action, window), history: host.history(window ?? '') };
      } finally {
        isSelecting = false;
      }
    case 'choose':
      return host.choose(work.functionName);
    case 'call':
      return host.call(work.functionName, work.args);
    case 'close-page':
      host.closePage(work.frame);
      return undefined;
    case 'drive-address':
      driveAddress = work.address;
      return undefined;
    case 'file': {
      const record = store.drive.find(work.id);
      if (record === undefined || record.trashed || record.place === '') return undefined;
      return { name: record.name, content: store.drive.content(work.id) };
    }
    case 'state':
      return { book: host.snapshot(), menus: host.menus() };
  }
}

/** Blocks this thread until a window has answered; meanwhile new windows are still told the state. */
function answerAlert(alert: AlertRequest): AlertAnswer {
  alerts++;
  const question: { id: number; answer?: AlertAnswer } = { id: alerts };
  asked = question;
  tell({ kind: 'event', window, event: { kind: 'alert', id: question.id, alert } });
  while (question.answer === undefined) {
    const seen = Atomics.load(wake, 0);
    for (let next = receiveMessageOnPort(urgent); next !== undefined; next = receiveMessageOnPort(urgent)) {
      hearUrgent(next.message as UrgentMessage);
    }
    if (question.answer === undefined) Atomics.wait(wake, 0, seen);
  }
  asked = undefined;
  tell({ kind: 'event', window, event: { kind: 'alert-closed', id: question.id } });
  return question.answer;
}

function hearUrgent(message: UrgentMessage): void {
  if ('work' in message) serve(message);
  else if (asked?.id === message.alert) asked.answer ??= message.answer;
}
