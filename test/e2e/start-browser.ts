// Before the first browser test of a run: starts the Chromiums that they share, one for each worker.
import makeTemporaryFolder from '../temporary-folder.ts';
import { startSharedBrowsers } from './chromium.ts';

declare global {
  /** Setup and teardown are loaded apart; what they share is the process. */
  var endSharedBrowsers: (() => Promise<void>) | undefined;
}

export default async function startBrowser({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  makeTemporaryFolder();
  globalThis.endSharedBrowsers = await startSharedBrowsers(maxWorkers);
}
