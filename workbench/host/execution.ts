// One run of a script: who runs it, under which authorization, its clock and its end.

import type { Area } from '../protocol.ts';
import { Killed } from './service.ts';

/** Google's authorization modes: NONE and LIMITED for simple triggers, FULL for menu items and pages. */
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

/** What a service call counts as. */
export type CallKind = 'read' | 'write' | 'drive' | 'lock' | 'properties' | 'other';

export type CallCounts = Record<CallKind, number>;

/** A service call that is about to be made. */
export interface ServiceCall {
  functionName: string;
  /** Its number within the execution, from 1. */
  number: number;
  /** Such as `Range.setValues`. */
  method: string;
  kind: CallKind;
  /** The cells that it is made on, where these are one range. */
  cells?: { sheet: string; area: Area };
}

const TRIGGER_LIMIT = 30_000;
const LIMIT = 360_000;

export class Execution {
  readonly functionName: string;
  readonly authMode: AuthMode;
  readonly isSimpleTrigger: boolean;
  readonly user: string;
  readonly startedAt: number;
  /** Milliseconds the execution may take. */
  readonly limit: number;
  readonly counts: CallCounts = { read: 0, write: 0, drive: 0, lock: 0, properties: 0, other: 0 };
  calls = 0;
  /** Why it was ended from outside, if it was. */
  killed: string | undefined;
  readonly #clock: () => number;
  #slept = 0;
  #waited = 0;

  constructor(functionName: string, authMode: AuthMode, isSimpleTrigger: boolean, user: string, clock: () => number) {
    this.functionName = functionName;
    this.authMode = authMode;
    this.isSimpleTrigger = isSimpleTrigger;
    this.user = user;
    this.limit = isSimpleTrigger ? TRIGGER_LIMIT : LIMIT;
    this.#clock = clock;
    this.startedAt = clock();
  }

  /** Milliseconds since 1970, sleeps of this execution included. */
  now(): number {
    return this.#clock() + this.#slept;
  }

  /** Milliseconds that it slept or waited for locks so far. */
  get slept(): number {
    return this.#slept;
  }

  /** Moves this execution's clock on instead of waiting. */
  sleep(milliseconds: number): void {
    this.#slept += milliseconds;
  }

  /** Does what a person is waited for in: that time is not the script's. */
  waiting<T>(action: () => T): T {
    const start = this.#clock();
    try {
      return action();
    } finally {
      this.#waited += this.#clock() - start;
    }
  }

  /** Throws Killed once the execution has been ended or has run out of time. */
  checkAlive(): void {
    if (this.killed === undefined && this.now() - this.startedAt - this.#waited > this.limit) {
      this.killed = 'Exceeded maximum execution time';
    }
    if (this.killed !== undefined) throw new Killed(this.killed);
  }
}

/** Counts of service calls since the last reset, over all executions and for each. */
export class Meter {
  counts: CallCounts = emptyCounts();
  executions: { functionName: string; counts: CallCounts; readonly slept: number }[] = [];
  /** Milliseconds that scripts ran, their loading and the services' work included, keeping the book afterwards not. */
  milliseconds = 0;
  /** How many of these the services' work took: that of Google's own takes as long as Google needs. */
  served = 0;

  get total(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  began(execution: Execution): void {
    this.executions.push(execution);
    // A long session does not grow without end.
    if (this.executions.length > 1000) this.executions.shift();
  }

  count(execution: Execution, kind: CallKind): void {
    this.counts[kind]++;
    execution.counts[kind]++;
  }

  reset(): void {
    this.counts = emptyCounts();
    this.executions = [];
    this.milliseconds = 0;
    this.served = 0;
  }
}

function emptyCounts(): CallCounts {
  return { read: 0, write: 0, drive: 0, lock: 0, properties: 0, other: 0 };
}
