// The border between a script and the services: nothing crosses it in the other side's shape.

import { types } from 'node:util';
import { checkThere, Enumeration, EnumValue, Killed, Service, ServiceError, setProperty } from '../service.ts';
import type { Realm } from './realm.ts';

/** What is asked before each call of a service's method, `on` the object that has it: it may throw. */
export type Guard = (service: string, method: string, on?: Service) => void;

type Member = { get: (service: Service) => unknown } | { call: (...args: unknown[]) => unknown };

const members = new WeakMap<object, Map<string, Member>>();

/** The members that a service's classes have; its own fields are not among them. */
function membersOf(service: Service): Map<string, Member> {
  const start: object = Object.getPrototypeOf(service);
  let found = members.get(start);
  if (found) return found;
  found = new Map();
  for (let at = start; at !== Service.prototype; at = Object.getPrototypeOf(at)) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (name === 'constructor' || found.has(name)) continue;
      const { get, value } = property;
      if (get) found.set(name, { get: (self) => get.call(self) });
      else if (typeof value === 'function') found.set(name, { call: value as (...args: unknown[]) => unknown });
    }
  }
  members.set(start, found);
  return found;
}

/** What engines and consoles look for on any object: not there is the answer. */
const ASKED_OF_ANYTHING = new Set([
  'then',
  'toJSON',
  'constructor',
  'valueOf',
  'inspect',
  'hasOwnProperty',
  '__proto__',
  'prototype',
  'length',
]);

export class Membrane {
  readonly #realm: Realm;
  readonly #guard: Guard;
  /** The milliseconds that services have worked. */
  served = 0;
  #depth = 0;
  readonly #outside = new WeakMap<Service, object>();
  readonly #inside = new WeakMap<object, Service>();

  constructor(realm: Realm, guard: Guard) {
    this.#realm = realm;
    this.#guard = guard;
  }

  /** The value as the script sees it: services behind proxies; arrays, dates and plain objects built anew in its realm, unless
   *  they were made there. */
  toScript(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    // Large tables are made where they are going.
    if (this.#realm.isOwn(value)) return value;
    if (types.isDate(value)) return this.#realm.date(value.getTime());
    if (value instanceof Service) return this.#wrap(value);
    if (Array.isArray(value)) {
      const array = this.#realm.array();
      // Tables of many cells come this way: plain values need no call of their own.
      for (const item of value as unknown[])
        array.push(typeof item === 'object' && item !== null ? this.toScript(item) : item);
      return array;
    }
    const object = this.#realm.object();
    for (const [key, item] of Object.entries(value)) object[key] = this.toScript(item);
    return object;
  }

  /** The value as services take it: the script's proxies become services again, its arrays, dates and objects are copied. */
  toHost(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const service = this.#inside.get(value);
    if (service) return service;
    if (types.isDate(value)) return new Date(value.getTime());
    if (Array.isArray(value)) {
      // Not `value.map`: that is the script's own, and would make another array of the script's realm.
      return Array.from(value, (item: unknown) =>
        typeof item === 'object' && item !== null ? this.toHost(item) : item,
      );
    }
    if (types.isTypedArray(value)) return [...(value as Uint8Array)];
    const object: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) object[key] = this.toHost(item);
    return object;
  }

  /** An error of a service's method as the script catches it. */
  toScriptError(error: unknown, method: string): unknown {
    if (this.#realm.isError(error)) return error;
    if (error instanceof ServiceError)
      return this.#realm.error(error.kind, error.message, error.details && this.toScript(error.details));
    if (error instanceof Killed) return this.#realm.error('Exception', error.message, undefined);
    const text = error instanceof Error ? error.message : String(error);
    return this.#realm.error('Exception', `${method} failed in the local host: ${text}`, undefined);
  }

  #wrap(service: Service): object {
    const known = this.#outside.get(service);
    if (known) return known;
    const methods = new Map<string, unknown>();
    const proxy = this.#realm.proxy({
      get: (target: object, key: string | symbol) => this.#get(service, methods, target, key),
      set: (_target: object, key: string | symbol, value: unknown) => {
        const take = setProperty in service ? service[setProperty] : undefined;
        if (typeof take === 'function') take.call(service, String(key), value);
        else
          throw this.#realm.error(
            'TypeError',
            `Cannot set property ${String(key)} of ${service.serviceName}.`,
            undefined,
          );
        return true;
      },
      has: (_target: object, key: string | symbol) => typeof key === 'string' && membersOf(service).has(key),
      ...(service instanceof Enumeration && this.#keysOf(service)),
    });
    this.#outside.set(service, proxy);
    this.#inside.set(proxy, service);
    return proxy;
  }

  /** The keys of an enumeration are there for whoever lists them. */
  #keysOf({ values }: Enumeration): object {
    return {
      ownKeys: () => [...values.keys()],
      getOwnPropertyDescriptor: (_target: object, key: string | symbol) => {
        const value = typeof key === 'string' ? values.get(key) : undefined;
        return value && { value: this.toScript(value), enumerable: true, configurable: true };
      },
    };
  }

  #get(service: Service, methods: Map<string, unknown>, target: object, key: string | symbol): unknown {
    const name = service.serviceName;
    if (key === Symbol.toStringTag) return name;
    if (typeof key === 'symbol') return Reflect.get(target, key);
    if (methods.has(key)) return methods.get(key);
    const member = membersOf(service).get(key);
    if (member && 'call' in member) {
      const method = this.#realm.method((args) => this.#call(service, key, member.call, args));
      methods.set(key, method);
      return method;
    }
    if (member) return this.toScript(this.#attempt(`${name}.${key}`, () => member.get(service)));
    if (service instanceof Enumeration) {
      const value = service.values.get(key);
      if (value) return this.toScript(value);
    }
    if (key === 'toString') return this.#realm.method(() => name);
    if (ASKED_OF_ANYTHING.has(key)) return Reflect.get(target, key);
    // Where a scope lacks, Google's own error comes first.
    this.#attempt(`${name}.${key}`, () => this.#guard(name, key));
    throw this.#realm.error('Error', `not implemented in the local host: ${name}.${key}`, undefined);
  }

  #call(service: Service, method: string, call: (...args: unknown[]) => unknown, args: unknown[]): unknown {
    return this.#attempt(`${service.serviceName}.${method}`, () => {
      if (!(service instanceof EnumValue) && method !== 'toString') this.#guard(service.serviceName, method, service);
      const check = checkThere in service ? service[checkThere] : undefined;
      if (typeof check === 'function') check.call(service, method);
      return this.toScript(
        call.apply(
          service,
          args.map((arg) => this.toHost(arg)),
        ),
      );
    });
  }

  #attempt<T>(method: string, action: () => T): T {
    const start = performance.now();
    this.#depth++;
    try {
      return action();
    } catch (error) {
      throw this.toScriptError(error, method);
    } finally {
      if (--this.#depth === 0) this.served += performance.now() - start;
    }
  }
}
