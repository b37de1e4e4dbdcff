// After the last test of a run: what the tests wrote to the disk goes.

import { rmSync } from 'node:fs';

export default function removeTemporaryFolder(): void {
  if (globalThis.temporaryFolder !== undefined) rmSync(globalThis.temporaryFolder, { recursive: true, force: true });
}
