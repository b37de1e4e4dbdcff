// Before the first browser test of a run: starts the one Chromium that all of them share.
import makeTemporaryFolder from '../temporary-folder.ts';
import { startSharedBrowser } from './chromium.ts';

declare global {
  /** Setup and teardown are loaded apart; what they share is the process. */
  var endSharedBrowser: (() => Promise<void>) | undefined;
}

export default async function startBrowser(): Promise<void> {
  makeTemporaryFolder();
  globalThis.endSharedBrowser = await startSharedBrowser();
}
