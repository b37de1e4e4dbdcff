// The folder that everything is saved in, and how it is set aside to start over.
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** How windows reach the workbench; it stays, so that those open go on. */
export const LINE = 'line.json';

/** What was saved goes into a folder of its own beside the new, so that starting over loses nothing. Undefined where nothing was. */
export function setAside(folder: string): string | undefined {
  const saved = existsSync(folder)
    ? readdirSync(folder).filter((name) => !name.startsWith('old-') && name !== LINE)
    : [];
  if (saved.length === 0) return undefined;
  const old = join(folder, `old-${new Date().toISOString().replace(/[:.]/g, '-')}`);
  mkdirSync(old);
  for (const name of saved) renameSync(join(folder, name), join(old, name));
  return old;
}
