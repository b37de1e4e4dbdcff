import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type HostMessage, type HostState, HostThread } from '../../workbench/host-client.ts';

/** A thread that speaks as host-worker does: `ask` waits for an answer, `stop` ends it, `fail` throws. */
const WORKER = `
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
const { wake, urgent, dist } = workerData;
if (dist === 'broken') throw new Error('there is no script');
const serve = ({ id, window, work }) => {
  const done = (value) => parentPort.postMessage({ kind: 'result', id, value });
  if (work.kind === 'state') done({ book: { name: 'Demo' }, menus: [] });
  else if (work.functionName === 'stop') setTimeout(() => { throw new Error('out of luck'); });
  else if (work.functionName === 'fail') parentPort.postMessage({ kind: 'error', id, message: 'It failed.' });
  else if (work.functionName === 'ask') {
    parentPort.postMessage({ kind: 'event', window, event: { kind: 'alert', id: 1, alert: { title: 'Sure?', message: '', buttons: ['yes'] } } });
    let answer;
    while (answer === undefined) {
      const seen = Atomics.load(wake, 0);
      for (let next = receiveMessageOnPort(urgent); next; next = receiveMessageOnPort(urgent)) {
        if (next.message.work) serve(next.message);
        else answer = next.message.answer;
      }
      if (answer === undefined) Atomics.wait(wake, 0, seen);
    }
    parentPort.postMessage({ kind: 'event', window, event: { kind: 'alert-closed', id: 1 } });
    done({ ok: true, value: answer });
  } else done({ ok: true, value: work.functionName });
};
parentPort.on('message', serve);
parentPort.postMessage({ kind: 'ready', problems: ['book.json was damaged.'] });
`;

let folder: string;
let thread: HostThread | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'host-thread-'));
  writeFileSync(join(folder, 'worker.mjs'), WORKER);
});

afterEach(async () => {
  await thread?.close();
  thread = undefined;
  rmSync(folder, { recursive: true });
});

async function start(dist = 'dist'): Promise<HostThread> {
  thread = await HostThread.start(join(folder, 'worker.mjs'), { dist, data: folder });
  return thread;
}

/** Resolves with the next event of that kind. */
function heard(host: HostThread, kind: string): Promise<HostMessage> {
  return new Promise((resolve) => host.listen((message) => message.event.kind === kind && resolve(message)));
}

const stateOf = (host: HostThread) => new Promise<HostState>((resolve) => host.state(resolve));

test('requests are answered, and what was wrong with the saved files is there', async () => {
  const host = await start();
  expect(host.problems).toEqual(['book.json was damaged.']);
  expect(await host.choose('menuItem', 'w1')).toEqual({ ok: true, value: 'menuItem' });
});

test('a request that fails is rejected with its sentence', async () => {
  const host = await start();
  await expect(host.call('fail', [])).rejects.toThrow('It failed.');
});

test('while a script waits for an answer, a new window is told the state, and the answer reaches the script', async () => {
  const host = await start();
  const alert = heard(host, 'alert');
  const chosen = host.choose('ask', 'w1');
  expect(await alert).toMatchObject({ window: 'w1', event: { id: 1 } });
  expect((await stateOf(host)).book.name).toBe('Demo');
  host.answer(1, 'yes');
  expect(await chosen).toEqual({ ok: true, value: 'yes' });
});

test('a thread that stops is started again; what was under way is told so in one sentence', async () => {
  const host = await start();
  const restarted = heard(host, 'restarted');
  await expect(host.choose('stop', 'w1')).rejects.toThrow(
    'The host stopped (out of luck) and was started again from what was saved: try again.',
  );
  await restarted;
  expect(await host.choose('menuItem', 'w1')).toEqual({ ok: true, value: 'menuItem' });
});

test('a host that cannot start says why', async () => {
  await expect(start('broken')).rejects.toThrow('The host could not start: there is no script');
});

test('a host can be closed while a script waits for an answer', async () => {
  const host = await start();
  const alert = heard(host, 'alert');
  host.choose('ask', 'w1').catch(() => undefined);
  await alert;
  await expect(host.close()).resolves.toBeUndefined();
});
