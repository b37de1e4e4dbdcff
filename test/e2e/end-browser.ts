// After the last browser test of a run: ends the Chromium that all of them shared.

export default async function endBrowser(): Promise<void> {
  await globalThis.endSharedBrowser?.();
}
