// Two projects: what runs in Node, and what runs in a real browser. Files called *.long.test.ts are in the long runs alone, which
// scripts/reliability-parts.mjs lists: KAIZEN_LONG=1 lets them run.
const LEFT_OUT = process.env.KAIZEN_LONG === undefined ? ['\\.long\\.test\\.ts$'] : [];

const shared = {
  transform: { '\\.ts$': '<rootDir>/test/transform.cjs' },
  // Looked up once for each module: elsewhere jest asks its sandbox for them at every use.
  sandboxInjectedGlobals: [
    'Array',
    'Error',
    'JSON',
    'Map',
    'Math',
    'Number',
    'Object',
    'RegExp',
    'Set',
    'String',
    'Symbol',
    'WeakMap',
  ],
};

export default {
  // One worker for each core: while one waits for a browser, another computes.
  maxWorkers: '100%',
  // What test files leave behind adds up to gigabytes, and a worker that large does not end in the time it is given.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/test/slowest-first.mjs',
  reporters: ['default', '<rootDir>/test/slowest-files.mjs'],
  projects: [
    {
      ...shared,
      displayName: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/e2e/', ...LEFT_OUT],
      globalSetup: '<rootDir>/test/temporary-folder.ts',
      globalTeardown: '<rootDir>/test/remove-temporary-folder.ts',
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      testPathIgnorePatterns: LEFT_OUT,
      globalSetup: '<rootDir>/test/e2e/start-browser.ts',
      globalTeardown: '<rootDir>/test/e2e/end-browser.ts',
    },
  ],
};
