// The open windows: one event stream each, and which event goes to which window.
import type { ServerResponse } from 'node:http';
import type { FrameServer } from './frame-server.ts';
import type { HostMessage, HostState, WorkbenchHost } from './host-client.ts';
import type { AlertRequest, WindowEvent } from './protocol.ts';
import { RequestError } from './request-body.ts';

/** Windows at once; each costs memory for what it has not read yet. */
export const MOST_STREAMS = 20;
/** Bytes a window may lag behind before it is cut off (it comes back and starts with everything). */
const MOST_BEHIND = 64 * 1024 * 1024;
const KEEP_ALIVE = 20_000;
/** Milliseconds after which a window that has lost its stream asks again. */
const RETRY = 500;

interface Stream {
  window: string;
  response: ServerResponse;
  /** Number of the last event sent. */
  last: number;
  /** False until it has been sent the book: what happens before is in there. */
  started: boolean;
}

export class EventStreams {
  private readonly host: WorkbenchHost;
  private readonly frames: FrameServer;
  private readonly streams = new Set<Stream>();
  /** Open pages of the add-on and the window each belongs to. */
  private readonly pages = new Map<string, string | undefined>();
  private question: { id: number; alert: AlertRequest; window?: string } | undefined;
  private readonly keepAlive: ReturnType<typeof setInterval>;

  constructor(host: WorkbenchHost, frames: FrameServer) {
    this.host = host;
    this.frames = frames;
    host.listen((message) => this.hear(message));
    this.keepAlive = setInterval(() => {
      for (const { response } of this.streams) response.write(':\n\n');
    }, KEEP_ALIVE);
    this.keepAlive.unref();
  }

  /** Opens a window's stream; it starts with everything. RequestError 503 when too many are open. */
  add(window: string, response: ServerResponse): void {
    // A window that connects anew has lost its old stream, even if this side has not noticed.
    for (const old of this.streams) if (old.window === window) this.drop(old);
    if (this.streams.size >= MOST_STREAMS) {
      throw new RequestError(503, `There are ${MOST_STREAMS} windows open already: close one first.`);
    }
    const stream: Stream = { window, response, last: 0, started: false };
    this.streams.add(stream);
    response.on('close', () => {
      if (this.streams.delete(stream)) this.closePagesOf(window);
    });
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
    response.write(`retry: ${RETRY}\n\n`);
    if (this.question !== undefined && this.audience(this.question.window).includes(stream)) {
      const { id, alert } = this.question;
      this.send(stream, { kind: 'alert', id, alert });
    }
    this.host.state((state) => this.start(stream, state));
  }

  /** The number of the last event sent to that window; 0 if it has no stream. */
  lastOf(window: string): number {
    return [...this.streams].find((stream) => stream.window === window)?.last ?? 0;
  }

  /** Sends a window the book as it is now, in its place among the other events: as a patch, or as at the start. */
  refresh(window: string, anew: boolean): Promise<void> {
    return new Promise((resolve) => {
      this.host.state((state) => {
        const stream = [...this.streams].find((each) => each.window === window && each.started);
        if (stream && anew) this.send(stream, { kind: 'hello', ...state, anew: true });
        else if (stream) this.send(stream, { kind: 'patches', patches: [{ kind: 'book', book: state.book }] });
        resolve();
      });
    });
  }

  /** A page of the add-on was closed by the person or by itself. */
  closePage(frame: string): void {
    this.frames.remove(frame);
    if (this.pages.delete(frame)) this.host.closePage(frame);
  }

  close(): void {
    clearInterval(this.keepAlive);
    for (const { response } of this.streams) response.end();
    this.streams.clear();
  }

  private start(stream: Stream, { book, menus }: HostState): void {
    stream.started = true;
    this.send(stream, { kind: 'hello', book, menus });
  }

  private hear({ window, event }: HostMessage): void {
    switch (event.kind) {
      case 'restarted':
        this.question = undefined;
        this.host.state((state) => {
          for (const stream of this.streams) this.start(stream, state);
        });
        return;
      case 'patches':
      case 'menus':
        for (const stream of this.streams) if (stream.started) this.send(stream, event);
        return;
      case 'page': {
        const { html, ...rest } = event;
        const audience = this.audience(window);
        this.pages.set(event.frame, window);
        const url = this.frames.add(event.frame, html);
        for (const stream of audience) this.send(stream, { ...rest, url });
        if (audience.length === 0) this.closePage(event.frame);
        return;
      }
      case 'page-closed':
        this.pages.delete(event.frame);
        this.frames.remove(event.frame);
        for (const stream of this.streams) this.send(stream, event);
        return;
      case 'alert':
        this.question = { id: event.id, alert: event.alert, window };
        break;
      case 'alert-closed':
        this.question = undefined;
        for (const stream of this.streams) this.send(stream, event);
        return;
    }
    for (const stream of this.audience(window)) this.send(stream, event);
  }

  /** The window that caused it; all of them if it is gone or nobody did. */
  private audience(window: string | undefined): Stream[] {
    const all = [...this.streams];
    const own = all.filter((stream) => stream.window === window);
    return own.length > 0 ? own : all;
  }

  private send(stream: Stream, event: WindowEvent): void {
    stream.last++;
    stream.response.write(`id: ${stream.last}\ndata: ${JSON.stringify(event)}\n\n`);
    if (stream.response.writableLength > MOST_BEHIND) this.drop(stream);
  }

  private drop(stream: Stream): void {
    this.streams.delete(stream);
    stream.response.destroy();
  }

  private closePagesOf(window: string): void {
    for (const [frame, owner] of this.pages) if (owner === window) this.closePage(frame);
  }
}
