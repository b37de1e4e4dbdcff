// A register with patterns and rules, for the test and the pictures.
import { columnOf, fill, fillClosed } from './benefits.ts';
import { openSidebar } from './sidebar-states.ts';
import type { Desk } from './workbench.ts';

/** The day before yesterday: the sample is of today. */
export const DAY = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);

/** In the order of their sheets' columns. */
const patterns = (title: string) => [
  ['P-BAKE-001', title, DAY, '', '', 'current', 'Weigh, then bake', '', '', 'K-BAKE-001, K-BAKE-002'],
  ['P-BAKE-002', 'Ask at the counter', DAY, '', '', 'current', 'Ask', '', '', ''],
];
const RULES = [
  ['R-BAKE-001', 'No tray without a timer', DAY, 'must', 'Set it first', 'Forty loaves', 'K-BAKE-003'],
  ['R-BAKE-002', 'Weigh it twice', DAY, 'should', 'Weigh', 'It sank', 'K-BAKE-999'],
];

/** Writes patterns and rules down, of which the sheets are made by a first one each, and names owners. */
export async function wantLearnt(
  desk: Desk,
  title = '<b>Scale</b> first',
  learning = 'Weigh <i>first</i>, then bake',
): Promise<void> {
  for (const kind of ['pattern', 'rule']) {
    const sidebar = await openSidebar(desk, 'Patterns and rules');
    await sidebar.getByRole('button', { name: `New ${kind}` }).click();
    await sidebar.getByLabel('Title').fill('The first');
    await sidebar.getByRole('button', { name: 'Save' }).click();
    await sidebar.getByText(/-001 was saved\.$/).waitFor();
  }
  await desk.paste('Patterns!A2', patterns(title));
  await desk.paste('Rules!A2', RULES);
  await desk.type('Settings!B11', 'Owner');
  await desk.choose('Set up or repair');
  await fill(desk, 'Owner', ['Mia', 'Tom', 'Mia, Ida', '', 'Tom', 'Mia', 'Ida', 'Mia', 'Tom', 'Mia']);
  await fillClosed(desk, ['', '', '', '', '', '', DAY, DAY, DAY, DAY]);
  await desk.type(`Experiments!${await columnOf(desk, 'Learning')}9`, learning);
}
