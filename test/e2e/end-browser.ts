// After the last browser test of a run: ends the Chromium that all of them shared.

import removeTemporaryFolder from '../remove-temporary-folder.ts';

export default async function endBrowser(): Promise<void> {
  await globalThis.endSharedBrowser?.();
  removeTemporaryFolder();
}
