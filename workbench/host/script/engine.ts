// Runs one function of the script project in a fresh context, as Google does for every execution.

import { createContext, runInContext, Script } from 'node:vm';
import type { Execution } from '../execution.ts';
import type { Service } from '../service.ts';
import { instantOf, zoneOffset } from '../time-zone.ts';
import { type Guard, Membrane } from './membrane.ts';
import type { LoadedScripts } from './project.ts';
import { prepareRealm, type Realm } from './realm.ts';

/** How an execution ended; the value is still the script's own. */
export type Ending = { ok: true; value: unknown } | { ok: false; error: unknown; name: string; message: string };

const LONGEST = 3_600_000;

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

/** The context of one execution. */
export class Engine {
  readonly membrane: Membrane;
  readonly #context: object;
  /** What the script's own arrays and dates are made by. */
  readonly realm: Realm;
  readonly #scripts: LoadedScripts;
  readonly #execution: Execution;

  constructor(
    scripts: LoadedScripts,
    execution: Execution,
    guard: Guard,
    print: (level: string, text: string) => void,
  ) {
    this.#scripts = scripts;
    this.#execution = execution;
    outliveForgottenRejections();
    const zone = scripts.manifest.timeZone;
    // Microtasks run to their end within each evaluation, so that promises are settled when a call returns.
    this.#context = createContext(
      {},
      { microtaskMode: 'afterEvaluate', codeGeneration: { strings: true, wasm: false } },
    );
    this.realm = prepareRealm(this.#context, {
      now: () => execution.now(),
      offset: (instant) => zoneOffset(instant, zone),
      instant: (clock) => instantOf(clock, zone),
      zone,
      print: (level, parts) => print(level, parts.map((part) => describe(part)).join(' ')),
    });
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
      for (const script of this.#scripts.scripts) script.runInContext(this.#context);
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
    return ending;
  }

  /** Compiles code of a page's template in the context; `names` become its parameters. */
  compile(names: readonly string[], code: string): (...args: unknown[]) => unknown {
    return runInContext(`(function (${names.join(', ')}) {${code}\n})`, this.#context) as (
      ...args: unknown[]
    ) => unknown;
  }

  #evaluate(starter: () => void): void {
    const name = '__start__';
    Reflect.defineProperty(this.#context, name, { value: starter, configurable: true, enumerable: false });
    // Taken off the global object again before any script code runs.
    const script = new Script(`(() => { const start = globalThis.${name}; delete globalThis.${name}; start(); })()`);
    // A trigger is stopped on the second even in a loop without service calls; elsewhere a person may be thinking about an alert.
    const timeout = this.#execution.isSimpleTrigger ? this.#execution.limit : LONGEST;
    script.runInContext(this.#context, { timeout });
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
