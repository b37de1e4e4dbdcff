// Trials by name, counted for the page of what the register survives.
import { afterAll, test } from '@jest/globals';
import { report } from '../../figures.ts';

/** What runs trials of one file and reports them under `page`: each is a test, and counts once it held, under its name or one that several share. */
export function trialsOf(page: string): (name: string, run: () => void, counted?: string) => void {
  const kept: Record<string, number> = {};
  afterAll(() => report(page, kept));
  return (name, run, counted = name) => {
    test(name, () => {
      run();
      kept[counted] = (kept[counted] ?? 0) + 1;
    });
  };
}
