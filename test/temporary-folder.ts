// Before the first test of a run: a folder of its own for whatever the tests write to the disk, which goes with the run.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

declare global {
  /** Setup and teardown are loaded apart; what they share is the process. */
  var temporaryFolder: string | undefined;
}

export default function makeTemporaryFolder(): void {
  if (globalThis.temporaryFolder !== undefined) return;
  globalThis.temporaryFolder = mkdtempSync(join(tmpdir(), 'kaizen-tests-'));
  process.env.TMPDIR = globalThis.temporaryFolder;
}
