// The page's line to the workbench server: events come in, requests go out one kind at a time.
import type { ActionOutcome, AlertAnswer, Numbered, PersonAction, RunResult, WindowEvent } from '../protocol.ts';

const token = document.querySelector<HTMLMetaElement>('meta[name="workbench-token"]')?.content ?? '';

/** Names this window to the server, so that a page or question it asked for opens here. */
export const WINDOW = crypto.randomUUID();

/** Where the add-on's pages come from. */
export const FRAMES = document.querySelector<HTMLMetaElement>('meta[name="workbench-frames"]')?.content ?? '';

/** Milliseconds between two looks at whether the server is there, and that it has to answer. */
const PULSE = 800;

const AWAY = 'No connection to the workbench: what you enter is kept here and sent when it is back.';

/** What can be sent twice without harm, where an answer was lost on the way. */
const REPEATABLE = new Set([
  'type',
  'set',
  'format',
  'enter',
  'freeze',
  'filter',
  'resize-column',
  'rename-sheet',
  'rename-book',
]);

/** An action, or what will be one. */
export type Wanted = PersonAction | Promise<PersonAction | undefined>;

/** The server did not answer. */
class Away extends Error {}

/** Requests under way, and events that answers have announced but that have not arrived. */
export class Connection {
  private actions = Promise.resolve();
  private events = Promise.resolve();
  private underWay = 0;
  private seen = 0;
  private announced = 0;
  private waiting: (() => void)[] = [];
  private isAway = false;

  private readonly listen: (event: WindowEvent) => Promise<void>;
  private readonly lost: (message: string | undefined) => void;

  constructor(listen: (event: WindowEvent) => Promise<void>, lost: (message: string | undefined) => void) {
    this.listen = listen;
    this.lost = lost;
  }

  /** Opens the event stream; the browser opens it again by itself after a loss, and the server starts again with everything. */
  open(): void {
    const events = new EventSource(`/events?${new URLSearchParams({ token, window: WINDOW })}`);
    events.onopen = () => {
      this.seen = 0;
      this.announced = 0;
      this.note(false);
    };
    events.onmessage = (message) => {
      const event = JSON.parse(message.data) as WindowEvent;
      // A question is shown at once; everything else in order, each when the one before is painted.
      const isQuestion = event.kind === 'alert' || event.kind === 'alert-closed';
      const heard = isQuestion ? this.listen(event) : this.events.then(() => this.listen(event));
      this.events = Promise.allSettled([this.events, heard]).then(([, outcome]) => {
        if (outcome.status === 'rejected') console.error(outcome.reason);
        this.seen = Number(message.lastEventId);
        this.wake();
      });
    };
    events.onerror = () => {
      this.note(true);
      if (events.readyState === EventSource.CLOSED)
        this.lost(
          'The workbench was started over or is full: copy what you have not seen saved, and reload this page.',
        );
    };
    // A server that hangs closes no stream.
    setInterval(() => {
      if (events.readyState !== EventSource.OPEN) return;
      fetch('/alive', { signal: AbortSignal.timeout(PULSE) }).then(
        () => this.note(false),
        () => this.note(true),
      );
    }, PULSE);
  }

  private note(isAway: boolean): void {
    if (this.isAway === isAway) return;
    this.isAway = isAway;
    this.lost(isAway ? AWAY : undefined);
    this.wake();
  }

  /** Actions go out one at a time, in the order they were wished; while the server is away they wait. What an action says may be known later, or
   *  come to nothing. Fails with one sentence if the server cannot take one. */
  act(wanted: Wanted): Promise<ActionOutcome> {
    const outcome = this.actions.then(async () => {
      const action = await wanted;
      return action === undefined ? { refused: [] } : this.send(action);
    });
    this.actions = outcome.then(
      () => undefined,
      () => undefined,
    );
    return this.track(outcome);
  }

  private async send(action: PersonAction): Promise<ActionOutcome> {
    for (;;) {
      while (this.isAway) await this.change();
      try {
        return await this.post<ActionOutcome>('/act', { action });
      } catch (error) {
        if (!(error instanceof Away) || !REPEATABLE.has(action.kind)) throw error;
        this.note(true);
      }
    }
  }

  /** Resolves when what was done so far is painted as the host has it; undefined where it is, or where the server is away. */
  settled(): Promise<void> | undefined {
    if (this.isAway || (this.underWay === 0 && this.seen >= this.announced)) return undefined;
    return this.actions.then(async () => {
      while (this.seen < this.announced) await this.change();
    });
  }

  /** A menu item, after everything that was typed before it. */
  choose(functionName: string): Promise<RunResult> {
    if (this.isAway) return Promise.reject(new Away('The workbench does not answer: try again when it is back.'));
    return this.track(this.actions.then(() => this.post<RunResult>('/choose', { functionName })));
  }

  call(functionName: string, args: unknown[]): Promise<RunResult> {
    if (this.isAway) return Promise.reject(new Away('The workbench does not answer: try again when it is back.'));
    return this.track(this.actions.then(() => this.post<RunResult>('/call', { functionName, args })));
  }

  answer(alert: number, answer: AlertAnswer): Promise<unknown> {
    return this.post('/answer', { alert, answer });
  }

  /** Sets the book aside and begins with an empty one; every window is shown it. */
  startOver(): Promise<unknown> {
    return this.track(this.actions.then(() => this.post('/new', {})));
  }

  closePage(frame: string): Promise<unknown> {
    return this.post('/close-page', { frame });
  }

  /** Resolves when the book as the host has it is painted: in place, or opened anew. */
  async refresh(anew: boolean): Promise<void> {
    while (this.isAway) await this.change();
    await this.track(this.post('/refresh', { anew }));
    while (this.seen < this.announced) await this.change();
  }

  /** Resolves when no request is under way and everything the answers announced has arrived. */
  async idle(): Promise<void> {
    while (this.underWay > 0 || this.seen < this.announced) {
      await this.change();
    }
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private async track<T>(request: Promise<T>): Promise<T> {
    this.underWay++;
    try {
      return await request;
    } finally {
      this.underWay--;
      this.wake();
    }
  }

  private async post<T>(path: string, body: object): Promise<T> {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Workbench-Token': token },
      body: JSON.stringify({ window: WINDOW, ...body }),
    }).catch(() => {
      throw new Away('The workbench did not answer: is it still running?');
    });
    if (!response.ok) throw new Error(await errorOf(response));
    const answer = (await response.json()) as Numbered<T>;
    this.announced = Math.max(this.announced, answer.seq);
    return answer;
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}

async function errorOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => undefined)) as { message?: string } | undefined;
  return body?.message ?? `The workbench answered ${response.status}.`;
}
