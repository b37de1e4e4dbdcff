// For tests: what can go wrong at a service call, and what another person can do there. Both are given to `Host.beforeCall`.

import type { ServiceCall } from './execution.ts';
import { Killed, ServiceError } from './service.ts';

export type Fault = 'timeout' | 'quota' | 'permission' | 'service error' | 'killed';

export const FAULTS: readonly Fault[] = ['timeout', 'quota', 'permission', 'service error', 'killed'];

function errorFor(fault: Fault, { method }: ServiceCall): Error {
  switch (fault) {
    case 'timeout':
      return new ServiceError('Service Spreadsheets timed out while accessing document.');
    case 'quota':
      return new ServiceError(`Service invoked too many times for one day: ${method.split('.')[0]}.`);
    case 'permission':
      return new ServiceError(`You do not have permission to call ${method}.`);
    case 'service error':
      return new ServiceError('Service error: Spreadsheets');
    case 'killed':
      return new Killed('Exceeded maximum execution time');
  }
}

/** Makes the n-th service call of every execution fail, counted from 1, before it has done anything. `killed` ends the
 *  execution there: what was written before stays. */
export function faultAt(number: number, fault: Fault): (call: ServiceCall) => void {
  return (call) => {
    if (call.number === number) throw errorFor(fault, call);
  };
}

/** Runs something, whole and once, inside the n-th service call that is made from now on, counted from 1. */
export function overlapAt(number: number, run: () => void): () => void {
  let calls = 0;
  return () => {
    calls++;
    // Its own calls come here as well, with a higher count.
    if (calls === number) run();
  };
}
