// LockService: locks that executions hold until they end, release them or ask the person something.

import type { Runtime } from '../runtime.ts';
import { Service, ServiceError, type Surface } from '../service.ts';

export class Lock
  extends Service
  implements Surface<GoogleAppsScript.Lock.Lock, 'hasLock' | 'releaseLock' | 'tryLock' | 'waitLock'>
{
  override readonly serviceName = 'Lock';
  readonly runtime: Runtime;
  readonly name: string;

  constructor(runtime: Runtime, name: string) {
    super();
    this.runtime = runtime;
    this.name = name;
  }

  hasLock(): boolean {
    return this.runtime.locks.get(this.name) === this.runtime.execution;
  }
  tryLock(timeoutInMillis: number): boolean {
    const { locks, execution } = this.runtime;
    if (timeoutInMillis < 0) return false;
    const holder = locks.get(this.name);
    if (holder !== undefined && holder !== execution) {
      // Nobody else runs while this execution waits, so the lock cannot come free: the whole wait passes.
      execution.sleep(Number(timeoutInMillis) || 0);
      return false;
    }
    locks.set(this.name, execution);
    return true;
  }
  waitLock(timeoutInMillis: number): void {
    if (this.tryLock(timeoutInMillis)) return;
    throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
  }
  releaseLock(): void {
    if (this.hasLock()) this.runtime.locks.delete(this.name);
  }
}

export class LockService
  extends Service
  implements Surface<GoogleAppsScript.Lock.LockService, 'getDocumentLock' | 'getScriptLock' | 'getUserLock'>
{
  override readonly serviceName = 'LockService';
  readonly runtime: Runtime;

  constructor(runtime: Runtime) {
    super();
    this.runtime = runtime;
  }

  getDocumentLock(): Lock {
    return new Lock(this.runtime, 'document');
  }
  getScriptLock(): Lock {
    return new Lock(this.runtime, 'script');
  }
  getUserLock(): Lock {
    return new Lock(this.runtime, `user:${this.runtime.execution.user}`);
  }
}
