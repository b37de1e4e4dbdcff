// What the server's thread and the host's thread say to each other.
import type {
  ActionOutcome,
  AlertAnswer,
  AlertRequest,
  BookSnapshot,
  HostEvent,
  Menu,
  PersonAction,
  RunResult,
} from './protocol.ts';

export interface WorkerSettings {
  /** Folder with the built add-on. */
  dist: string;
  /** Folder that everything is saved to. */
  data: string;
  /** Counts what was posted to `urgent`, so that a thread that waits for an answer wakes up. */
  wake: Int32Array;
  /** The address of a Drive file but for its ID, once the server has one. */
  driveAddress: string | undefined;
  /** Answers to questions, and requests that are served while a script waits for one. */
  urgent: MessagePort;
}

type MessagePort = import('node:worker_threads').MessagePort;

export interface HostState {
  book: BookSnapshot;
  menus: Menu[];
}

export type Work =
  | { kind: 'act'; action: PersonAction }
  | { kind: 'choose'; functionName: string }
  | { kind: 'call'; functionName: string; args: unknown[] }
  | { kind: 'close-page'; frame: string }
  | { kind: 'state' }
  | { kind: 'drive-address'; address: string }
  | { kind: 'file'; id: string };

/** A file of Drive, for a person to look at. */
export interface HostFile {
  name: string;
  content: Uint8Array;
}

export type WorkResult = ActionOutcome | RunResult | HostState | HostFile | undefined;

export interface WorkRequest {
  id: number;
  /** The window that asks; events are marked with it. */
  window?: string;
  work: Work;
}

export type UrgentMessage = WorkRequest | { alert: number; answer: AlertAnswer };

/** What happens in the host, or to it. */
export type HostThreadEvent =
  | HostEvent
  | { kind: 'alert'; id: number; alert: AlertRequest }
  | { kind: 'alert-closed'; id: number }
  /** The thread had stopped and was started again from what is saved. */
  | { kind: 'restarted' };

export type FromWorker =
  /** The host is there. `problems`: sentences about saved files that could not be read. */
  | { kind: 'ready'; problems: string[] }
  | { kind: 'event'; window?: string; event: HostThreadEvent }
  | { kind: 'result'; id: number; value: WorkResult }
  | { kind: 'error'; id: number; message: string };
