// The menu File: the log in and out as Markdown, a file as a new tab, a new spreadsheet.
import type { Menu, MenuItem } from '../../protocol.ts';
import type { Connection } from '../connection.ts';
import { ask, showToast } from '../frames/layers.ts';
import type { TopMenu } from './menu-bar.ts';

/** `menus`: the add-on's, which has the import; `choose` runs one of its functions; `rename` goes to the name's field; `openTab` asks for a file. */
export function fileMenu(
  connection: Connection,
  menus: readonly Menu[],
  choose: (functionName: string) => void,
  rename: () => void,
  openTab: () => void,
): TopMenu {
  const importer = menus.flatMap(itemsOf).find(({ label }) => /^import\b/i.test(label));
  return {
    label: 'File',
    entries: [
      { label: 'New spreadsheet…', run: () => setTimeout(() => startOver(connection)) },
      ...(importer ? [{ label: 'Import a Markdown log…', run: () => choose(importer.functionName) }] : []),
      { label: 'Open a CSV as a new tab…', run: openTab },
      { label: 'Download the log as Markdown', run: () => void downloadLog(connection) },
      'separator',
      { label: 'Rename', run: () => setTimeout(rename) },
    ],
  };
}

function itemsOf(menu: Menu): Extract<MenuItem, { kind: 'item' }>[] {
  return menu.items.flatMap((item) => (item.kind === 'item' ? item : item.kind === 'menu' ? itemsOf(item.menu) : []));
}

async function downloadLog(connection: Connection): Promise<void> {
  try {
    const result = await connection.call('readLogText', []);
    if (!result.ok) throw new Error(result.message);
    const answer = result.value as { ok: true; name: string; text: string } | { ok: false; message: string };
    if (!answer.ok) throw new Error(answer.message);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([answer.text], { type: 'text/markdown' }));
    link.download = answer.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  } catch (error) {
    showToast('The log was not downloaded', (error as Error).message, 10);
  }
}

async function startOver(connection: Connection): Promise<void> {
  const question =
    'Begin with an empty spreadsheet? What is open now is kept in a folder of its own beside the new one, whose name starts with old-.';
  const { answer } = ask('New spreadsheet', question, { new: 'Begin', cancel: 'Cancel' });
  if ((await answer) !== 'new') return;
  await connection.startOver().catch((error: Error) => showToast('', error.message, 10));
}
