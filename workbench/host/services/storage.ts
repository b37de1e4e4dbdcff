// PropertiesService and CacheService, with Google's limits.

import type { Runtime } from '../runtime.ts';
import { Service, ServiceError, type Surface } from '../service.ts';

const MOST_VALUE = 9 * 1024;
const MOST_STORE = 500 * 1024;

type PropertiesMethods =
  | 'deleteAllProperties'
  | 'deleteProperty'
  | 'getKeys'
  | 'getProperties'
  | 'getProperty'
  | 'setProperties'
  | 'setProperty';

export class Properties extends Service implements Surface<GoogleAppsScript.Properties.Properties, PropertiesMethods> {
  override readonly serviceName = 'Properties';
  readonly runtime: Runtime;
  readonly store: Record<string, string>;

  constructor(runtime: Runtime, name: string) {
    super();
    this.runtime = runtime;
    this.store = runtime.properties[name] ?? Object.create(null);
    runtime.properties[name] = this.store;
  }

  getProperty(key: string): string | null {
    return Object.hasOwn(this.store, key) ? (this.store[key] ?? null) : null;
  }
  getProperties(): Record<string, string> {
    return { ...this.store };
  }
  getKeys(): string[] {
    return Object.keys(this.store);
  }
  setProperty(key: string, value: string): this {
    return this.setProperties({ [key]: value });
  }
  setProperties(properties: Record<string, string>, deleteAllOthers = false): this {
    const next: Record<string, string> = deleteAllOthers ? {} : { ...this.store };
    for (const [key, value] of Object.entries(properties)) {
      const isOther = this.runtime.switches.details === 'other';
      const text = isOther && typeof value === 'number' ? `${value}.0` : String(value);
      if ((isOther ? text.length : Buffer.byteLength(text)) > MOST_VALUE)
        throw new ServiceError('Argument too large: value');
      if (Buffer.byteLength(key) > 500) throw new ServiceError('Argument too large: key');
      next[key] = text;
    }
    const size = Object.entries(next).reduce(
      (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
      0,
    );
    if (size > MOST_STORE)
      throw new ServiceError(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    for (const key of Object.keys(this.store)) if (!Object.hasOwn(next, key)) delete this.store[key];
    Object.assign(this.store, next);
    this.runtime.store.saveProperties(this.runtime.properties);
    return this;
  }
  deleteProperty(key: string): this {
    delete this.store[key];
    this.runtime.store.saveProperties(this.runtime.properties);
    return this;
  }
  deleteAllProperties(): this {
    return this.setProperties({}, true);
  }
}

export class PropertiesService
  extends Service
  implements
    Surface<
      GoogleAppsScript.Properties.PropertiesService,
      'getDocumentProperties' | 'getScriptProperties' | 'getUserProperties'
    >
{
  override readonly serviceName = 'PropertiesService';
  readonly runtime: Runtime;

  constructor(runtime: Runtime) {
    super();
    this.runtime = runtime;
  }

  getDocumentProperties(): Properties {
    return new Properties(this.runtime, 'document');
  }
  getScriptProperties(): Properties {
    return new Properties(this.runtime, 'script');
  }
  getUserProperties(): Properties {
    return new Properties(this.runtime, `user:${this.runtime.execution.user}`);
  }
}

const MOST_CACHED = 100 * 1024;
const LONGEST = 21_600;

type CacheMethods = 'get' | 'getAll' | 'put' | 'putAll' | 'remove' | 'removeAll';

export class Cache extends Service implements Surface<GoogleAppsScript.Cache.Cache, CacheMethods> {
  override readonly serviceName = 'Cache';
  readonly runtime: Runtime;
  readonly prefix: string;

  constructor(runtime: Runtime, name: string) {
    super();
    this.runtime = runtime;
    this.prefix = `${name} `;
  }

  get(key: string): string | null {
    const kept = this.runtime.cache.get(this.prefix + key);
    return kept && kept.until > this.runtime.execution.now() ? kept.text : null;
  }
  getAll(keys: string[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const key of keys) {
      const text = this.get(key);
      if (text !== null) found[key] = text;
    }
    return found;
  }
  put(key: string, value: string, expirationInSeconds = 600): null {
    const text = String(value);
    if (key.length > 250) throw new ServiceError('Argument too large: key');
    if (Buffer.byteLength(text) > MOST_CACHED) throw new ServiceError('Argument too large: value');
    const seconds = Math.max(1, Math.min(expirationInSeconds, LONGEST));
    this.runtime.cache.set(this.prefix + key, { text, until: this.runtime.execution.now() + seconds * 1000 });
    return null;
  }
  putAll(values: Record<string, string>, expirationInSeconds = 600): null {
    for (const [key, value] of Object.entries(values)) this.put(key, value, expirationInSeconds);
    return null;
  }
  remove(key: string): null {
    this.runtime.cache.delete(this.prefix + key);
    return null;
  }
  removeAll(keys: string[]): null {
    for (const key of keys) this.remove(key);
    return null;
  }
}

export class CacheService
  extends Service
  implements Surface<GoogleAppsScript.Cache.CacheService, 'getDocumentCache' | 'getScriptCache' | 'getUserCache'>
{
  override readonly serviceName = 'CacheService';
  readonly runtime: Runtime;

  constructor(runtime: Runtime) {
    super();
    this.runtime = runtime;
  }

  getDocumentCache(): Cache {
    return new Cache(this.runtime, 'document');
  }
  getScriptCache(): Cache {
    return new Cache(this.runtime, 'script');
  }
  getUserCache(): Cache {
    return new Cache(this.runtime, `user:${this.runtime.execution.user}`);
  }
}
