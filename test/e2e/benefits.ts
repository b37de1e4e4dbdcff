// A register with benefits, for the test and the pictures.
import type { Desk } from './workbench.ts';

/** In the order of the sample's rows: four run, two are proposed, four are closed. */
const EXPECTED = [
  ...['12,000 EUR a year', '€12k p.a.', '180 h a year', 'a lot'],
  ...['', '450 kg once', '3,000 EUR a year', '', '', ''],
];
const CLOSED = ['', '', '', '', '', '', '2025-11-20', '2026-01-15', '2026-02-02', '2026-02-10'];
const ACTUAL = ['', '', '', '', '', '', '11,200 EUR a year', '', '500 kg once', ''];

/** Switches both fields on and fills them in the sample's ten experiments. */
export async function wantBenefits(desk: Desk): Promise<void> {
  await desk.type('Settings!B11', 'Expected Benefit, Actual Benefit');
  await desk.choose('Set up or repair');
  await fill(desk, 'Expected Benefit', EXPECTED);
  await fill(desk, 'Actual Benefit', ACTUAL);
  await fillClosed(desk);
}

/** Says of the sample's closed experiments when they were. */
export async function fillClosed(desk: Desk, days: readonly string[] = CLOSED): Promise<void> {
  // Closed is kept by the register: who writes it is asked first.
  await Promise.all([fill(desk, 'Closed', days), desk.page.getByRole('button', { name: 'OK' }).click()]);
}

/** Fills a column from its first experiment on. */
export async function fill(desk: Desk, header: string, texts: readonly string[]): Promise<void> {
  await desk.paste(
    `Experiments!${await columnOf(desk, header)}2`,
    texts.map((text) => [text]),
  );
}

/** The letter of the column with this header. */
export async function columnOf(desk: Desk, header: string): Promise<string> {
  const found = await desk.page.waitForFunction(
    (text) =>
      [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'AA', 'AB'].find(
        (letter) => window.workbench.cellText('Experiments', `${letter}1`) === text,
      ),
    header,
  );
  return String(await found.jsonValue());
}
