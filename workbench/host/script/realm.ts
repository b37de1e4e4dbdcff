// What is put into a script's context before the script: makers of its own kinds of objects, its clock, its console.

import { type Context, Script } from 'node:vm';

/** Makes objects of the context's own realm, so that `instanceof Date`, `Array` and `Error` hold in scripts. */
export interface Realm {
  array<T>(): T[];
  object(): Record<string, unknown>;
  date(milliseconds: number): Date;
  /** Whether an array or a Date was made in this realm. */
  isOwn(value: object): boolean;
  error(name: string, message: string, details: unknown): unknown;
  method(call: (args: unknown[]) => unknown): unknown;
  proxy(handler: object): object;
  isError(value: unknown): boolean;
  /** Runs a function of the script and tells how it ended; a promise is followed to its end. */
  run(start: () => unknown, done: (value: unknown) => void, failed: (error: unknown) => void): void;
}

/** What the context needs of the host. */
export interface RealmNeeds {
  now: () => number;
  /** Milliseconds that the script's zone is ahead of UTC. */
  offset: (instant: number) => number;
  /** The instant at which the script's zone shows the time. */
  instant: (clock: number) => number;
  zone: string;
  print: (level: string, parts: unknown[]) => void;
}

const START = new Script(
  `(function (needs) {
  'use strict';
  const { Array, Error, Object, Proxy, Reflect, String, Number, Math, Promise } = globalThis;
  const RealDate = Date;
  const P = RealDate.prototype;
  const time = P.getTime;
  const stamp = P.setTime;
  const utc = {};
  for (const name of Object.getOwnPropertyNames(P)) if (/UTC/.test(name) && typeof P[name] === 'function') utc[name] = P[name];
  const own = (name, value) => Object.defineProperty(P, name, { value, writable: true, configurable: true, enumerable: false });
  const clock = (date) => {
    const instant = time.call(date);
    return new RealDate(instant + needs.offset(instant));
  };
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    const get = utc['getUTC' + part];
    own('get' + part, function () { return get.call(clock(this)); });
    const set = utc['setUTC' + part];
    if (!set) continue;
    own('set' + part, function (...args) {
      const instant = time.call(this);
      const local = new RealDate(part === 'FullYear' && instant !== instant ? 0 : instant + needs.offset(instant));
      const next = set.apply(local, args);
      return stamp.call(this, next === next ? needs.instant(next) : NaN);
    });
  }
  own('getYear', function () { return this.getFullYear() - 1900; });
  own('getTimezoneOffset', function () { return 0 - needs.offset(time.call(this)) / 60000; });
  const two = (number, width = 2) => String(Math.abs(number)).padStart(width, '0');
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  own('toDateString', function () {
    if (isNaN(time.call(this))) return 'Invalid Date';
    return days[this.getDay()] + ' ' + months[this.getMonth()] + ' ' + two(this.getDate()) + ' ' + two(this.getFullYear(), 4);
  });
  own('toTimeString', function () {
    const instant = time.call(this);
    if (isNaN(instant)) return 'Invalid Date';
    const minutes = Math.trunc(needs.offset(instant) / 60000);
    const sign = minutes < 0 ? '-' : '+';
    const zone = Math.abs(minutes);
    const name = new Intl.DateTimeFormat('en-US', { timeZone: needs.zone, timeZoneName: 'long' })
      .formatToParts(instant).find((part) => part.type === 'timeZoneName').value;
    return two(this.getHours()) + ':' + two(this.getMinutes()) + ':' + two(this.getSeconds()) +
      ' GMT' + sign + two(Math.trunc(zone / 60)) + two(zone % 60) + ' (' + name + ')';
  });
  own('toString', function () {
    return isNaN(time.call(this)) ? 'Invalid Date' : this.toDateString() + ' ' + this.toTimeString();
  });
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const real = P[name];
    own(name, function (locale, options) { return real.call(this, locale, { timeZone: needs.zone, ...options }); });
  }
  // A text with a time and without a zone means the script's zone; so does every form but the ISO date.
  const isLocal = (text) => !/^\\s*[+-]?\\d{4,6}(-\\d\\d){0,2}\\s*$/.test(text) && !/(Z|[+-]\\d\\d:?\\d\\d|GMT|UTC)\\s*(\\(.*\\))?\\s*$/i.test(text);
  const parse = (value) => {
    const text = String(value);
    if (!isLocal(text)) return RealDate.parse(text);
    const iso = /^\\s*\\d{4}-\\d\\d-\\d\\dT/.test(text);
    const atUtc = RealDate.parse(text.trim() + (iso ? 'Z' : ' UTC'));
    return atUtc === atUtc ? needs.instant(atUtc) : NaN;
  };
  const isDate = (value) => { try { time.call(value); return true; } catch (e) { return false; } };
  const instantOf = (args) => {
    if (args.length === 0) return needs.now();
    if (args.length === 1) {
      if (typeof args[0] === 'object' && args[0] !== null && isDate(args[0])) return time.call(args[0]);
      const value = typeof args[0] === 'object' && args[0] !== null ? args[0][Symbol.toPrimitive]?.('default') ?? args[0].valueOf() : args[0];
      return typeof value === 'string' ? parse(value) : Number(value);
    }
    const at = RealDate.UTC(...args);
    return at === at ? needs.instant(at) : NaN;
  };
  const now = () => needs.now();
  const ScriptDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, [instantOf(args)], newTarget),
    apply: () => new ScriptDate().toString(),
    get: (target, key) => (key === 'now' ? now : key === 'parse' ? parse : Reflect.get(target, key)),
  });
  own('constructor', ScriptDate);
  Object.defineProperty(globalThis, 'Date', { value: ScriptDate, writable: true, configurable: true, enumerable: false });
  const RealFormat = Intl.DateTimeFormat;
  Intl.DateTimeFormat = new Proxy(RealFormat, {
    construct: (target, [locale, options], newTarget) => Reflect.construct(target, [locale, { timeZone: needs.zone, ...options }], newTarget),
    apply: (target, self, [locale, options]) => new RealFormat(locale, { timeZone: needs.zone, ...options }),
  });
  // Apps Script's V8 is a recent one, whatever this machine's is.
  const grouped = (items, keyOf, of, add) => {
    const groups = of();
    let index = 0;
    for (const item of items) add(groups, keyOf(item, index++), item);
    return groups;
  };
  const later = {
    Map: (items, keyOf) => grouped(items, keyOf, () => new Map(), (map, key, item) => {
      map.has(key) ? map.get(key).push(item) : map.set(key, [item]);
    }),
    Object: (items, keyOf) => grouped(items, keyOf, () => Object.create(null), (object, key, item) => {
      (object[key] ??= []).push(item);
    }),
  };
  for (const owner of ['Map', 'Object']) {
    if (globalThis[owner].groupBy) continue;
    Object.defineProperty(globalThis[owner], 'groupBy', { value: later[owner], writable: true, configurable: true, enumerable: false });
  }
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name];
  const console = {};
  for (const level of ['log', 'info', 'warn', 'error']) console[level] = (...parts) => needs.print(level, parts);
  const timers = new Map();
  console.time = (label = 'default') => { timers.set(String(label), needs.now()); };
  console.timeEnd = (label = 'default') => {
    const began = timers.get(String(label));
    if (began !== undefined) needs.print('log', [String(label) + ': ' + (needs.now() - began) + 'ms']);
    timers.delete(String(label));
  };
  Object.defineProperty(globalThis, 'console', { value: console, writable: true, configurable: true, enumerable: false });
  return {
    array: () => [],
    object: () => ({}),
    date: (milliseconds) => new RealDate(milliseconds),
    isOwn: (value) => value instanceof Array || value instanceof RealDate,
    error(name, message, details) {
      const error = new Error(message);
      Object.defineProperty(error, 'name', { value: name, writable: true, configurable: true, enumerable: false });
      if (details !== undefined) error.details = details;
      return error;
    },
    method: (call) => (...args) => call(args),
    proxy: (handler) => new Proxy({}, handler),
    isError: (value) => value instanceof Error,
    run(start, done, failed) {
      let result;
      try {
        result = start();
      } catch (error) {
        failed(error);
        return;
      }
      if (result instanceof Promise) result.then((value) => done(value), (error) => failed(error));
      else done(result);
    },
  };
})`,
  { filename: 'local-host' },
);

/** Prepares a fresh context: its Date follows the host's clock and the script's zone, and only ECMAScript's built-ins and
 *  `console` are left. */
export function prepareRealm(context: Context, needs: RealmNeeds): Realm {
  return START.runInContext(context)(needs) as Realm;
}
