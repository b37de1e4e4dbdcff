// The conformance specification, run in the local host as the very script project that a person pushes to Google.
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Host } from '../workbench/host/host.ts';
import { memoryStore } from '../workbench/host/store.ts';
import type { Outcome } from './conformance/run.ts';
import { specification } from './conformance/specification.ts';

const PROJECT = resolve(__dirname, '../build/conformance');

let outcomes: Outcome[];

beforeAll(() => {
  const host = new Host({ dist: PROJECT, store: memoryStore(), print: () => {} });
  const result = host.call('runConformance', []);
  if (!result.ok) throw new Error(result.message);
  outcomes = result.value as Outcome[];
});

describe.each(specification)('$title', ({ title, behaviours }) => {
  test.each(behaviours)('$name', ({ name, expected }) => {
    const outcome = outcomes.find((one) => one.subject === title && one.name === name);
    expect(outcome?.seen).toEqual(expected);
  });
});
