// Takes the pictures in docs/ from the running workbench: npm run screenshots
import { resolve } from 'node:path';
import { Desk, launchBrowser, newFolder, removeFolder, startWorkbench } from './workbench.ts';

const data = newFolder();
const workbench = await startWorkbench([], data);
const browser = await launchBrowser();
const desk = await Desk.open(browser, workbench.url);
await desk.page.setViewportSize({ width: 1280, height: 720 });
await desk.goTo('Experiments!B2');
await desk.page.getByRole('menuitem', { name: 'Kaizen Log' }).click();
await desk.page.getByRole('menuitem', { name: 'Import a log…' }).waitFor();
await desk.page.screenshot({ path: resolve('docs/workbench.png') });
await browser.close();
await workbench.stop();
removeFolder(data);
