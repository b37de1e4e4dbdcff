// The server's side of the host's thread: requests with answers, events, and a new thread when one has stopped.
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type {
  FromWorker,
  HostFile,
  HostState,
  HostThreadEvent,
  Work,
  WorkerSettings,
  WorkRequest,
  WorkResult,
} from './host-messages.ts';
import type { ActionOutcome, AlertAnswer, PersonAction, RunResult } from './protocol.ts';
import { setAside } from './saved-folder.ts';

export type { HostState } from './host-messages.ts';

/** An event and the window whose request caused it, if one did. */
export interface HostMessage {
  window?: string;
  event: HostThreadEvent;
}

/** The host as the server knows it. Promises reject with one sentence for people. */
export interface WorkbenchHost {
  act(action: PersonAction, window: string): Promise<ActionOutcome>;
  choose(functionName: string, window: string): Promise<RunResult>;
  call(functionName: string, args: unknown[], window?: string): Promise<RunResult>;
  closePage(frame: string): void;
  answer(alert: number, answer: AlertAnswer): void;
  /** Sets what is saved aside and begins with an empty book, which every window is shown. */
  startOver(): Promise<void>;
  /** Where the server shows Drive files: the address but for the ID. */
  showFilesAt(address: string): void;
  /** Undefined if there is no such file. */
  file(id: string): Promise<HostFile | undefined>;
  /** `deliver` is called before any later event is told, so that nothing is missed or told twice. */
  state(deliver: (state: HostState) => void): void;
  listen(listener: (message: HostMessage) => void): void;
}

interface Pending {
  done: (value: WorkResult) => void;
  failed: (error: Error) => void;
}

/** Starts that fail one after the other before the host is given up. */
const MOST_STARTS = 3;

export class HostThread implements WorkbenchHost {
  /** Sentences about saved files that could not be read at the start. */
  problems: string[] = [];
  private readonly workerFile: string | URL;
  private readonly settings: Pick<WorkerSettings, 'dist' | 'data'>;
  private readonly pending = new Map<number, Pending>();
  private readonly listeners: ((message: HostMessage) => void)[] = [];
  private worker: Worker | undefined;
  private urgent: MessagePort | undefined;
  private wake = new Int32Array(new SharedArrayBuffer(4));
  private driveAddress: string | undefined;
  private requests = 0;
  private starts = 0;
  private asking = false;
  private closed = false;
  private wasReady = false;
  private reason = '';
  private isStartingOver = false;
  private restarted: () => void = () => undefined;

  private constructor(file: string | URL, settings: Pick<WorkerSettings, 'dist' | 'data'>) {
    this.workerFile = file;
    this.settings = settings;
  }

  /** `file`: the built host-worker.js. Rejects with one sentence if the host cannot start. */
  static async start(file: string | URL, settings: Pick<WorkerSettings, 'dist' | 'data'>): Promise<HostThread> {
    const thread = new HostThread(file, settings);
    await thread.startWorker();
    return thread;
  }

  act(action: PersonAction, window: string): Promise<ActionOutcome> {
    return this.request({ kind: 'act', action }, window) as Promise<ActionOutcome>;
  }

  choose(functionName: string, window: string): Promise<RunResult> {
    return this.request({ kind: 'choose', functionName }, window) as Promise<RunResult>;
  }

  call(functionName: string, args: unknown[], window?: string): Promise<RunResult> {
    return this.request({ kind: 'call', functionName, args }, window) as Promise<RunResult>;
  }

  closePage(frame: string): void {
    // The page is gone either way.
    this.request({ kind: 'close-page', frame }).catch(() => undefined);
  }

  async startOver(): Promise<void> {
    const { worker } = this;
    this.starts = 0;
    this.isStartingOver = true;
    await new Promise<void>((done) => {
      this.restarted = done;
      worker?.terminate();
    });
  }

  answer(alert: number, answer: AlertAnswer): void {
    this.urgent?.postMessage({ alert, answer });
    this.wakeUp();
  }

  showFilesAt(address: string): void {
    this.driveAddress = address;
    // A thread that stops meanwhile is started with the new address.
    this.request({ kind: 'drive-address', address }).catch(() => undefined);
  }

  file(id: string): Promise<HostFile | undefined> {
    return this.request({ kind: 'file', id }) as Promise<HostFile | undefined>;
  }

  state(deliver: (state: HostState) => void): void {
    // A thread that stops meanwhile says `restarted`, and the state is asked for again.
    this.post({ kind: 'state' }, undefined, { done: (value) => deliver(value as HostState), failed: () => undefined });
  }

  listen(listener: (message: HostMessage) => void): void {
    this.listeners.push(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.urgent?.close();
    await this.worker?.terminate();
  }

  private request(work: Work, window?: string): Promise<WorkResult> {
    return new Promise((done, failed) => this.post(work, window, { done, failed }));
  }

  private post(work: Work, window: string | undefined, pending: Pending): void {
    if (this.worker === undefined) {
      pending.failed(
        new Error(`The host has stopped and does not start again (${this.reason}): restart the workbench.`),
      );
      return;
    }
    this.requests++;
    this.pending.set(this.requests, pending);
    const request: WorkRequest = { id: this.requests, window, work };
    // While a script waits for an answer, its thread hears the urgent port only.
    if (this.asking && work.kind === 'state') {
      this.urgent?.postMessage(request);
      this.wakeUp();
    } else this.worker.postMessage(request);
  }

  private wakeUp(): void {
    Atomics.add(this.wake, 0, 1);
    Atomics.notify(this.wake, 0);
  }

  private startWorker(): Promise<void> {
    this.starts++;
    this.asking = false;
    const { port1, port2 } = new MessageChannel();
    const settings: WorkerSettings = {
      ...this.settings,
      wake: this.wake,
      driveAddress: this.driveAddress,
      urgent: port2,
    };
    const worker = new Worker(this.workerFile, { workerData: settings, transferList: [port2] });
    this.worker = worker;
    this.urgent = port1;
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'ready') {
          this.problems = message.problems;
          this.wasReady = true;
          this.reason = '';
          resolve();
        } else this.hear(message);
      });
      worker.on('error', (error) => {
        this.reason = error.message;
      });
      worker.on('exit', () => {
        port1.close();
        if (this.closed) return;
        this.reason ||= 'it does not say why';
        this.worker = undefined;
        this.failAll();
        if (this.wasReady) this.restart();
        reject(new Error(`The host could not start: ${this.reason}`));
      });
    });
  }

  private hear(message: Exclude<FromWorker, { kind: 'ready' }>): void {
    if (message.kind === 'event') {
      if (message.event.kind === 'alert') this.asking = true;
      if (message.event.kind === 'alert-closed') this.asking = false;
      this.tell(message);
      return;
    }
    this.starts = 0;
    const pending = this.pending.get(message.id);
    this.pending.delete(message.id);
    if (message.kind === 'result') pending?.done(message.value);
    else pending?.failed(new Error(message.message));
  }

  private tell(message: HostMessage): void {
    for (const listener of this.listeners) listener(message);
  }

  private restart(): void {
    if (this.starts >= MOST_STARTS) return;
    if (this.isStartingOver) setAside(this.settings.data);
    this.isStartingOver = false;
    this.startWorker()
      .then(
        () => this.tell({ event: { kind: 'restarted' } }),
        () => undefined,
      )
      .finally(this.restarted);
  }

  private failAll(): void {
    const stopped = new Error(
      `The host stopped (${this.reason}) and was started again from what was saved: try again.`,
    );
    for (const { failed } of this.pending.values()) failed(stopped);
    this.pending.clear();
  }
}
