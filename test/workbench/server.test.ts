import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MOST_STREAMS } from '../../workbench/event-streams.ts';
import type { HostMessage, WorkbenchHost } from '../../workbench/host-client.ts';
import type { BookSnapshot } from '../../workbench/protocol.ts';
import { BODY_LIMIT } from '../../workbench/request-body.ts';
import { startServer, type WorkbenchServer } from '../../workbench/server.ts';

const BOOK: BookSnapshot = { name: 'Demo', locale: 'en_US', timeZone: 'Etc/UTC', activeSheet: 1, sheets: [] };

/** A host that remembers what it was asked and tells what a test wants. */
function fakeHost() {
  const asked: unknown[] = [];
  const files: string[] = [];
  const listeners: ((message: HostMessage) => void)[] = [];
  const host: WorkbenchHost = {
    act: async (action, window) => {
      asked.push({ action, window });
      if (action.kind === 'delete-sheet') throw new Error('The host stopped: try again.');
      return { refused: [] };
    },
    choose: async (functionName) => {
      asked.push({ functionName });
      return { ok: true, value: null };
    },
    call: async (functionName, args) => ({ ok: true, value: { functionName, args } }),
    closePage: (frame) => asked.push({ closed: frame }),
    startOver: async () => void asked.push('start over'),
    showFilesAt: (address) => files.push(address),
    file: async (id) => (id === 'f1' ? { name: 'Läuft.md', content: Buffer.from('# Läuft <b>') } : undefined),
    answer: (alert, answer) => asked.push({ alert, answer }),
    state: (deliver) => deliver({ book: BOOK, menus: [] }),
    listen: (listener) => listeners.push(listener),
  };
  const tell = (message: HostMessage) => {
    for (const listener of listeners) listener(message);
  };
  return { host, asked, files, tell };
}

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  json: () => { message?: string };
}

let web: string;
let server: WorkbenchServer;
let fake: ReturnType<typeof fakeHost>;

/** A request with exactly the given headers and path, as no well-behaved client would send it. */
function send(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  const { port, host } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers: { Host: host, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: () => JSON.parse(text) });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function own(extra: Record<string, string> = {}): Record<string, string> {
  return { Origin: new URL(server.url).origin, 'X-Workbench-Token': server.token, ...extra };
}

const act = (
  headers: Record<string, string>,
  body = JSON.stringify({ window: 'w1', action: { kind: 'add-sheet', name: 'A' } }),
) => send('POST', '/act', headers, body);

/** Opens an event stream and reads events from it one at a time. */
async function openEvents(window: string, token = server.token) {
  const stop = new AbortController();
  const response = await fetch(`${server.url}events?window=${window}&token=${token}`, { signal: stop.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    status: response.status,
    close: () => stop.abort(),
    next: async (): Promise<Record<string, unknown>> => {
      for (;;) {
        const found = /data: (.*)\n\n/.exec(text);
        if (found !== null) {
          text = text.slice(found.index + found[0].length);
          return JSON.parse(found[1] as string);
        }
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) throw new Error('the stream has ended');
        text += value;
      }
    },
  };
}

beforeEach(async () => {
  web = mkdtempSync(join(tmpdir(), 'workbench-web-'));
  writeFileSync(join(web, 'index.html'), '<meta name="t" content="{{token}}"><meta name="f" content="{{frames}}">');
  writeFileSync(join(web, 'page.js'), 'let page = 1;');
  writeFileSync(join(web, 'page.css'), 'body {}');
  writeFileSync(join(web, 'frame-shim.js'), 'window.shim = "</script>";');
  fake = fakeHost();
  server = await startServer({ host: fake.host, port: 0, webDir: web, data: '/kept/here' });
});

afterEach(async () => {
  await server.close();
  rmSync(web, { recursive: true });
});

describe('the page', () => {
  test('carries the token and may not be put into a frame', async () => {
    const page = await send('GET', '/');
    expect(page.text).toContain(`content="${server.token}"`);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  test('comes with its script and style sheet', async () => {
    expect((await send('GET', '/page.js')).text).toBe('let page = 1;');
    expect((await send('GET', '/page.css')).text).toBe('body {}');
  });

  test.each([
    '/../package.json',
    '/..%2f..%2fetc%2fpasswd',
    '/page.js/../index.html',
    '/frame-shim.js',
    '//etc/passwd',
  ])('there is nothing at %s', async (path) => {
    const answer = await send('GET', path);
    expect(answer.status).toBe(404);
    expect(answer.json().message).toBe('There is nothing at this address.');
  });
});

describe('who may ask', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost:1'])(
    'a request for the host %s is refused',
    async (Host) => {
      expect((await send('GET', '/', { Host })).status).toBe(403);
      expect((await act({ ...own(), Host })).status).toBe(403);
    },
  );

  test('the page may be opened by the name localhost too', async () => {
    const { port } = new URL(server.url);
    const asLocalhost = { Host: `localhost:${port}`, Origin: `http://localhost:${port}` };
    expect((await act({ ...own(), ...asLocalhost })).status).toBe(200);
  });

  test.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://localhost'])(
    'a write from the origin %s is refused',
    async (Origin) => {
      expect((await act(own({ Origin }))).status).toBe(403);
      expect(fake.asked).toEqual([]);
    },
  );

  test('a write without an origin is refused', async () => {
    expect((await act({ 'X-Workbench-Token': server.token })).status).toBe(403);
  });

  test('a write without the token, or with another one, is refused', async () => {
    const { 'X-Workbench-Token': token = '', ...without } = own();
    expect((await act(without)).status).toBe(403);
    expect((await act(own({ 'X-Workbench-Token': `${token}x` }))).status).toBe(403);
    expect((await act(own({ 'X-Workbench-Token': token.replace(/./, '~') }))).status).toBe(403);
    expect(fake.asked).toEqual([]);
  });

  test('the book and the events are for the token only', async () => {
    expect((await send('GET', '/snapshot')).status).toBe(403);
    expect((await send('GET', '/events?window=w1')).status).toBe(403);
    expect((await send('GET', '/snapshot', own())).json()).toEqual(BOOK);
  });
});

describe('requests', () => {
  test('an action reaches the host with the window that sent it', async () => {
    expect((await act(own())).json()).toEqual({ refused: [], seq: 0 });
    expect(fake.asked).toEqual([{ action: { kind: 'add-sheet', name: 'A' }, window: 'w1' }]);
  });

  test.each([
    ['no JSON', '{"window":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['nothing', ''],
    ['no window', '{"action":{"kind":"select"}}'],
    ['no action', '{"window":"w1"}'],
    ['an action without a kind', '{"window":"w1","action":{}}'],
  ])('%s is answered with 400 and one sentence', async (_, body) => {
    const answer = await act(own(), body);
    expect(answer.status).toBe(400);
    expect(answer.json().message).toMatch(/^[A-Z][^\n]*\.$/);
    expect(fake.asked).toEqual([]);
  });

  test('arguments of a call that are no list are refused', async () => {
    const answer = await send('POST', '/call', own(), '{"window":"w1","functionName":"f","args":{}}');
    expect(answer.status).toBe(400);
  });

  test('a body above the limit is refused, said beforehand or not, and the server goes on', async () => {
    const announced = await send(
      'POST',
      '/act',
      own({ 'Content-Length': String(BODY_LIMIT + 1), Expect: '100-continue' }),
    );
    expect(announced.status).toBe(413);
    // Node's types do not know `duplex`, which a streamed body needs.
    const streamed = { method: 'POST', headers: own(), body: endless(), duplex: 'half' } as RequestInit;
    const large = await fetch(`${server.url}act`, streamed).then(
      (response) => response.status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(large);
    expect((await act(own())).status).toBe(200);
  });

  test('what the host cannot do is told in its own sentence, without a stack', async () => {
    const body = JSON.stringify({ window: 'w1', action: { kind: 'delete-sheet', sheet: 1 } });
    const answer = await act(own(), body);
    expect(answer.status).toBe(500);
    expect(answer.json()).toEqual({ message: 'The host stopped: try again.' });
  });

  test('an answer to a question must be one of its buttons', async () => {
    const wrong = await send('POST', '/answer', own(), '{"window":"w1","alert":1,"answer":"maybe"}');
    expect(wrong.status).toBe(400);
    await send('POST', '/answer', own(), '{"window":"w1","alert":1,"answer":"yes"}');
    expect(fake.asked).toEqual([{ alert: 1, answer: 'yes' }]);
  });
});

function endless(): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(1024 * 1024).fill(32);
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      sent += chunk.length;
      if (sent > BODY_LIMIT * 2) controller.close();
      else controller.enqueue(chunk);
    },
  });
}

describe('events', () => {
  test('a stream starts with the whole book', async () => {
    const events = await openEvents('w1');
    expect(await events.next()).toEqual({ kind: 'hello', book: BOOK, menus: [] });
    events.close();
  });

  test('patches go to every window, a toast to the one that asked', async () => {
    const one = await openEvents('w1');
    const two = await openEvents('w2');
    await one.next();
    await two.next();
    fake.tell({ window: 'w1', event: { kind: 'toast', title: '', message: 'Done', seconds: 5 } });
    fake.tell({ window: 'w1', event: { kind: 'patches', patches: [], origin: 'w1' } });
    expect(await one.next()).toMatchObject({ kind: 'toast', message: 'Done' });
    expect(await one.next()).toEqual({ kind: 'patches', patches: [], origin: 'w1' });
    expect(await two.next()).toEqual({ kind: 'patches', patches: [], origin: 'w1' });
    one.close();
    two.close();
  });

  test('an answer names the last event that its window was sent before', async () => {
    const events = await openEvents('w1');
    await events.next();
    fake.tell({ event: { kind: 'patches', patches: [] } });
    expect((await act(own())).json()).toMatchObject({ seq: 2 });
    events.close();
  });

  test('a question whose window is gone is asked in the next window that opens', async () => {
    fake.tell({
      window: 'gone',
      event: { kind: 'alert', id: 7, alert: { title: 'Sure?', message: '', buttons: ['ok'] } },
    });
    const events = await openEvents('w2');
    expect(await events.next()).toMatchObject({ kind: 'alert', id: 7 });
    events.close();
  });

  test('a window that asks for the book gets it in its place among the events, the others do not', async () => {
    const one = await openEvents('w1');
    const two = await openEvents('w2');
    await one.next();
    await two.next();
    expect((await send('POST', '/refresh', own(), '{"window":"w1"}')).json()).toEqual({ seq: 2 });
    await send('POST', '/refresh', own(), '{"window":"w1","anew":true}');
    fake.tell({ event: { kind: 'menus', menus: [] } });
    expect(await one.next()).toEqual({ kind: 'patches', patches: [{ kind: 'book', book: BOOK }] });
    expect(await one.next()).toEqual({ kind: 'hello', book: BOOK, menus: [], anew: true });
    expect(await one.next()).toEqual(await two.next());
    one.close();
    two.close();
  });

  test('a host that was started anew tells every window everything again', async () => {
    const events = await openEvents('w1');
    await events.next();
    fake.tell({ event: { kind: 'restarted' } });
    expect(await events.next()).toMatchObject({ kind: 'hello' });
    events.close();
  });

  test('a flood of streams is stopped at the limit, and the server goes on', async () => {
    const streams = await Promise.all(Array.from({ length: MOST_STREAMS }, (_, n) => openEvents(`w${n}`)));
    expect(streams.map((stream) => stream.status)).toEqual(streams.map(() => 200));
    expect((await openEvents('one-more')).status).toBe(503);
    expect((await act(own())).status).toBe(200);
    // The same window again replaces its old stream.
    const again = await openEvents('w0');
    expect(again.status).toBe(200);
    for (const stream of [...streams, again]) stream.close();
  });
});

describe('pages of the add-on', () => {
  const page = {
    kind: 'page',
    frame: 'f1',
    place: 'sidebar',
    title: 'Side',
    html: '<!doctype html><p>Hello</p>',
  } as const;

  async function openFrame() {
    const events = await openEvents('w1');
    await events.next();
    fake.tell({ window: 'w1', event: page });
    const { url, html } = (await events.next()) as { url: string; html?: string };
    expect(html).toBeUndefined();
    return { events, url };
  }

  test('are served from another origin, without network, with the shim before their own scripts', async () => {
    const { events, url } = await openFrame();
    expect(new URL(url).origin).not.toBe(new URL(server.url).origin);
    const response = await fetch(`${url}?around=${encodeURIComponent(new URL(server.url).origin)}`);
    const text = await response.text();
    expect(text).toBe('<!doctype html><script>window.shim = "<\\/script>";</script><p>Hello</p>');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors http:\/\/127/);
    events.close();
  });

  test('are not served to another page around, at another address, or after they are closed', async () => {
    const { events, url } = await openFrame();
    const around = `?around=${encodeURIComponent(new URL(server.url).origin)}`;
    expect((await fetch(`${url}?around=http://evil.example`)).status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(`${new URL(url).origin}/f1${around}`)).status).toBe(404);
    await send('POST', '/close-page', own(), '{"window":"w1","frame":"f1"}');
    expect(fake.asked).toEqual([{ closed: 'f1' }]);
    expect((await fetch(url + around)).status).toBe(404);
    events.close();
  });
});

test('a file of the local Drive can be looked at as plain text, another one is not there', async () => {
  expect(fake.files).toEqual([`${server.url}drive?id=`]);
  const shown = await fetch(`${fake.files[0]}f1`);
  expect(await shown.text()).toBe('# Läuft <b>');
  expect(shown.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  for (const id of ['f2', '', '../book.json']) expect((await fetch(`${fake.files[0]}${id}`)).status).toBe(404);
});

test('a taken port is told by its code', async () => {
  const port = Number(new URL(server.url).port);
  await expect(startServer({ host: fake.host, port, webDir: web, data: '/kept/here' })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
