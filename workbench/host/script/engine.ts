// Runs one function of the script project in a fresh context, as Google does for every execution.

import { createContext, runInContext, Script } from 'node:vm';
import type { Execution } from '../execution.ts';
import type { Service } from '../service.ts';
import { instantOf, zoneOffset } from '../time-zone.ts';
import { type Guard, Membrane } from './membrane.ts';
import type { LoadedScripts } from './project.ts';
import { prepareRealm, type Realm, type RealmNeeds } from './realm.ts';

/** How an execution ended; the value is still the script's own. */
export type Ending = { ok: true; value: unknown } | { ok: false; error: unknown; name: string; message: string };

let isListening = false;

/** A promise that a script rejects and forgets ends nothing on Google; here it would end the process. Node tells of it only
 *  after the execution, so the listener stays; promises of the host's own realm end the process as before. */
function outliveForgottenRejections(): void {
  if (isListening) return;
  isListening = true;
  process.on('unhandledRejection', (reason, promise) => {
    if (promise instanceof Promise) throw reason;
    process.stderr.write(`A script forgot a rejected promise: ${String(reason)}\n`);
  });
}

/** What a script runs in, and the needs that its clock and console ask for at each use. */
interface Room {
  readonly context: object;
  readonly realm: Realm;
  readonly needs: RealmNeeds;
}

/** Rooms in which these scripts have been loaded, waiting for the next execution of a host that keeps them. */
const loadedRooms = new WeakMap<Script, Room[]>();

function prepareRoom(needs: RealmNeeds): Room {
  // Microtasks run to their end within each evaluation, so that promises are settled when a call returns.
  const context = createContext({}, { microtaskMode: 'afterEvaluate', codeGeneration: { strings: true, wasm: false } });
  return { context, realm: prepareRealm(context, needs), needs };
}

const START = '__start__';
/** Takes what it calls off the global object before any script code runs. */
const STARTER = new Script(`(() => { const start = globalThis.${START}; delete globalThis.${START}; start(); })()`);

/** The context of one execution. */
export class Engine {
  readonly membrane: Membrane;
  readonly #context: object;
  readonly #room: Room;
  /** Where rooms of these scripts are kept; undefined where each execution gets a fresh one. */
  readonly #kept: Room[] | undefined;
  readonly #isLoaded: boolean;
  /** What the script's own arrays and dates are made by. */
  readonly realm: Realm;
  readonly #scripts: LoadedScripts;
  readonly #execution: Execution;

  constructor(
    scripts: LoadedScripts,
    execution: Execution,
    guard: Guard,
    print: (level: string, text: string) => void,
    keepsScripts: boolean,
  ) {
    this.#scripts = scripts;
    this.#execution = execution;
    outliveForgottenRejections();
    const zone = scripts.manifest.timeZone;
    const needs: RealmNeeds = {
      now: () => execution.now(),
      offset: (instant) => zoneOffset(instant, zone),
      instant: (clock) => instantOf(clock, zone),
      zone,
      print: (level, parts) => print(level, parts.map((part) => describe(part)).join(' ')),
    };
    const [first] = scripts.scripts;
    if (keepsScripts && first !== undefined) {
      this.#kept = loadedRooms.get(first) ?? [];
      loadedRooms.set(first, this.#kept);
    }
    const kept = this.#kept?.pop();
    this.#isLoaded = kept !== undefined;
    this.#room = kept ?? prepareRoom(needs);
    Object.assign(this.#room.needs, needs);
    this.#context = this.#room.context;
    this.realm = this.#room.realm;
    this.membrane = new Membrane(this.realm, guard);
  }

  /** Puts the services in the context under their names. */
  provide(services: Record<string, Service>): void {
    for (const [name, service] of Object.entries(services)) {
      const value = this.membrane.toScript(service);
      Object.defineProperty(this.#context, name, { value, writable: true, configurable: true, enumerable: false });
    }
  }

  /** Loads the scripts and calls a function with arguments that are the script's own values. Never throws. */
  run(functionName: string, args: (membrane: Membrane) => unknown[]): Ending {
    let ending: Ending = { ok: false, error: undefined, name: 'Exception', message: 'The promise was never settled.' };
    const failed = (error: unknown) => {
      ending = this.#failure(error);
    };
    const start = () => {
      if (!this.#isLoaded) for (const script of this.#scripts.scripts) script.runInContext(this.#context);
      if (!this.#scripts.functions.has(functionName)) {
        throw this.realm.error('Exception', `Script function not found: ${functionName}`, undefined);
      }
      const call: unknown = Reflect.get(this.#context, functionName);
      return (call as (...values: unknown[]) => unknown)(...args(this.membrane));
    };
    const done = (value: unknown) => {
      ending = { ok: true, value };
    };
    try {
      this.#evaluate(() => this.realm.run(start, done, failed));
    } catch (error) {
      failed(error);
    }
    if (this.#execution.killed !== undefined) {
      return { ok: false, error: undefined, name: 'Exception', message: this.#execution.killed };
    }
    this.#kept?.push(this.#room);
    return ending;
  }

  /** Compiles code of a page's template in the context; `names` become its parameters. */
  compile(names: readonly string[], code: string): (...args: unknown[]) => unknown {
    return runInContext(`(function (${names.join(', ')}) {${code}\n})`, this.#context) as (
      ...args: unknown[]
    ) => unknown;
  }

  #evaluate(starter: () => void): void {
    Reflect.defineProperty(this.#context, START, { value: starter, configurable: true, enumerable: false });
    // A trigger is stopped on the second even in a loop without service calls; elsewhere a person may be thinking about an alert.
    // The watch is a thread of its own for each run, and there to stop a loop that nobody could end: not where they run by the thousand.
    const isWatched = this.#execution.isSimpleTrigger && this.#kept === undefined;
    STARTER.runInContext(this.#context, isWatched ? { timeout: this.#execution.limit } : {});
  }

  #failure(error: unknown): Ending {
    const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      return { ok: false, error, name: 'Exception', message: 'Exceeded maximum execution time' };
    }
    if (typeof error === 'object' && error !== null && 'message' in error) {
      return { ok: false, error, name: String(Reflect.get(error, 'name')), message: String(error.message) };
    }
    return { ok: false, error, name: '', message: String(error) };
  }
}

function describe(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'stack' in value) return String(value.stack);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
