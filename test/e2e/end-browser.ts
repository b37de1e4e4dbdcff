// After the last browser test of a run: ends the Chromiums that they shared.

import removeTemporaryFolder from '../remove-temporary-folder.ts';

export default async function endBrowser(): Promise<void> {
  await globalThis.endSharedBrowsers?.();
  removeTemporaryFolder();
}
