// What axe finds wrong with a page of the add-on.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Desk } from './workbench.ts';

const AXE = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that the page in this frame breaks, in light and in dark, such as `dark: color-contrast`. */
export async function violationsIn(desk: Desk, frameSelector: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme });
    const frame = await (await desk.page.locator(frameSelector).elementHandle())?.contentFrame();
    await frame?.evaluate(AXE);
    const broken = await frame?.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    if (broken === undefined) throw new Error(`There is no page in ${frameSelector}.`);
    found.push(...broken.map((id) => `${colorScheme}: ${id}`));
  }
  await desk.page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** The rules that the workbench's own page breaks, but for the canvas of the grid and the add-on's pages. */
export async function violationsAround(desk: Desk): Promise<string[]> {
  await desk.page.evaluate(AXE);
  return desk.page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ exclude: [['#grid'], ['iframe']] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
