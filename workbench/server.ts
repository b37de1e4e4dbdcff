// The workbench's server: the page, its requests and its event stream. It answers this machine only.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { EventStreams } from './event-streams.ts';
import { type FrameServer, startFrames } from './frame-server.ts';
import type { HostState, WorkbenchHost } from './host-client.ts';
import { closeServer, listen } from './listener.ts';
import { RequestError, readBody } from './request-body.ts';

export interface WorkbenchServer {
  url: string;
  /** Needed for every write, for the snapshot and for the event stream. */
  token: string;
  /** Where the add-on's pages come from: the same as before unless it was taken meanwhile. */
  framesPort: number;
  close(): Promise<void>;
}

interface ServerOptions {
  host: WorkbenchHost;
  /** 0: any free one. */
  port: number;
  /** Where everything is saved, to be told to people. */
  data: string;
  /** The built page: index.html, page.js, page.css, frame-shim.js. */
  webDir: string;
  /** Those of the server before, so that windows that are open go on. */
  before?: Partial<Pick<WorkbenchServer, 'token' | 'framesPort'>>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/**
 * Starts to listen on 127.0.0.1. Rejects with the listen error (`code` such as EADDRINUSE) or if the built page is missing.
 * Every request must name this server in Host, and this page in Origin where it has one; errors are answered with one sentence.
 */
export async function startServer({ host, port, data, webDir, before }: ServerOptions): Promise<WorkbenchServer> {
  const token = before?.token ?? randomBytes(24).toString('base64url');
  const page = readFileSync(join(webDir, 'index.html'), 'utf8');
  const shim = readFileSync(join(webDir, 'frame-shim.js'), 'utf8');
  const routes = new Map<string, Answer>();
  let names: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response, names, routes).catch((error: Error) => {
      const status = error instanceof RequestError ? error.status : 500;
      // What the host could not do is said in its own sentence.
      sendJson(response, status, { message: error.message });
    });
  });
  const actualPort = await listen(server, port);
  names = [`127.0.0.1:${actualPort}`, `localhost:${actualPort}`];
  const frames = await startFrames(
    names.map((name) => `http://${name}`),
    shim,
    before?.framesPort ?? 0,
  ).catch((error: Error) => {
    server.close();
    throw error;
  });
  host.showFilesAt(`http://${names[0]}/drive?id=`);
  const streams = new EventStreams(host, frames);
  addPage(routes, filled(page, { token, frames: frames.origin, data }), webDir, frames);
  addRequests(routes, host, streams, token);
  return {
    url: `http://127.0.0.1:${actualPort}/`,
    token,
    framesPort: Number(new URL(frames.origin).port),
    async close() {
      streams.close();
      await Promise.all([frames.close(), closeServer(server)]);
    },
  };
}

function filled(page: string, values: Record<string, string>): string {
  const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  return page.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => escaped(values[name] ?? ''));
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  names: string[],
  routes: Map<string, Answer>,
): Promise<void> {
  const { origin, host } = request.headers;
  if (!names.includes(host ?? '')) throw new RequestError(403, 'This server answers to its own address only.');
  const foreign = origin === undefined ? request.method === 'POST' : !names.some((name) => origin === `http://${name}`);
  if (foreign) throw new RequestError(403, 'Only the workbench page may ask this.');
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const route = routes.get(`${request.method} ${path}`);
  if (route === undefined) throw new RequestError(404, 'There is nothing at this address.');
  await route(request, response);
}

function addPage(routes: Map<string, Answer>, page: string, webDir: string, frames: FrameServer): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${frames.origin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  routes.set('GET /', (_request, response) => {
    response.writeHead(200, {
      ...HEADERS,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
    });
    response.end(page);
  });
  const types = { 'page.js': 'text/javascript; charset=utf-8', 'page.css': 'text/css; charset=utf-8' };
  for (const [file, type] of Object.entries(types)) {
    routes.set(`GET /${file}`, (_request, response) => {
      const stream = createReadStream(join(webDir, file));
      stream.on('error', () => sendJson(response, 404, { message: `${file} has not been built.` }));
      stream.once('open', () => {
        response.writeHead(200, { ...HEADERS, 'Content-Type': type });
        stream.pipe(response);
      });
    });
  }
}

function addRequests(routes: Map<string, Answer>, host: WorkbenchHost, streams: EventStreams, token: string): void {
  const check = (given: string | null | undefined) => {
    if (!isToken(given, token)) throw new RequestError(403, 'The workbench was started anew: reload this page.');
  };
  routes.set('GET /events', (request, response) => {
    const query = new URLSearchParams(request.url?.split('?')[1]);
    check(query.get('token'));
    streams.add(windowName(query.get('window')), response);
  });
  routes.set('GET /alive', (_request, response) => {
    response.writeHead(204, HEADERS);
    response.end();
  });
  routes.set('GET /snapshot', async (request, response) => {
    check(String(request.headers['x-workbench-token']));
    const { book } = await new Promise<HostState>((resolve) => host.state(resolve));
    sendJson(response, 200, book);
  });
  // A link in a page of the add-on leads here, so without the token: what is shown cannot be read by another origin.
  routes.set('GET /drive', async (request, response) => {
    const file = await host.file(new URLSearchParams(request.url?.split('?')[1]).get('id') ?? '');
    if (file === undefined) throw new RequestError(404, 'There is no such file in the local Drive.');
    const name = encodeURIComponent(file.name);
    response.writeHead(200, {
      ...HEADERS,
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `inline; filename*=UTF-8''${name}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
    response.end(file.content);
  });
  const post = (path: string, work: (body: Record<string, unknown>, window: string) => Promise<object>) => {
    routes.set(`POST ${path}`, async (request, response) => {
      check(String(request.headers['x-workbench-token']));
      const body = await readBody(request);
      const window = windowName(body.window);
      const result = await work(body, window);
      sendJson(response, 200, { ...result, seq: streams.lastOf(window) });
    });
  };
  post('/act', ({ action }, window) => {
    if (typeof action !== 'object' || action === null || !('kind' in action))
      throw new RequestError(400, 'An action needs a kind.');
    return host.act(action as Parameters<WorkbenchHost['act']>[0], window);
  });
  post('/new', async () => {
    await host.startOver();
    return {};
  });
  post('/refresh', async ({ anew }, window) => {
    await streams.refresh(window, anew === true);
    return {};
  });
  post('/choose', ({ functionName }, window) => host.choose(textOf(functionName, 'functionName'), window));
  post('/call', ({ functionName, args }, window) => {
    if (!Array.isArray(args)) throw new RequestError(400, 'The arguments of a call are a list.');
    return host.call(textOf(functionName, 'functionName'), args, window);
  });
  post('/answer', async ({ alert, answer: given }) => {
    const answers = ['ok', 'cancel', 'yes', 'no', 'close'] as const;
    const chosen = answers.find((each) => each === given);
    if (typeof alert !== 'number' || chosen === undefined)
      throw new RequestError(400, 'This is no answer to a question.');
    host.answer(alert, chosen);
    return {};
  });
  post('/close-page', async ({ frame }) => {
    streams.closePage(textOf(frame, 'frame'));
    return {};
  });
}

const HEADERS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };

function sendJson(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // What was not read of a refused body is not waited for.
  const headers = status === 413 ? { ...HEADERS, Connection: 'close' } : HEADERS;
  response.writeHead(status, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

function isToken(given: string | null | undefined, token: string): boolean {
  const bytes = Buffer.from(given ?? '');
  return bytes.length === token.length && timingSafeEqual(bytes, Buffer.from(token));
}

function windowName(given: unknown): string {
  if (typeof given !== 'string' || !/^[\w-]{1,64}$/.test(given)) throw new RequestError(400, 'A window needs a name.');
  return given;
}

function textOf(given: unknown, name: string): string {
  if (typeof given !== 'string' || given === '') throw new RequestError(400, `${name} must be text.`);
  return given;
}
