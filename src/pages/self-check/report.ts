// The report of a self-check as plain text. It is for those who mend the add-on, so it is in their language whatever the page's.
import type { Answer } from '../shared/client.ts';

export type Checked = Answer<'runSelfCheck'>;

/** One fact a line. */
export function reportOf(checked: Checked): string {
  const { behaviours, register, faults, asked } = checked;
  const { all, tried } = behaviours;
  const strange = asked.filter(({ isAsExpected }) => !isAsExpected);
  const differing = [...behaviours.differing, ...strange];
  return [
    'Kaizen Log self-check',
    `Add-on: ${checked.addOn}`,
    `Specification: ${all} behaviours, ${checked.specification}`,
    `Locale: ${checked.locale ?? 'not known'}`,
    `Time zone of the spreadsheet: ${checked.timeZone ?? 'not known'}`,
    `Time zone of the script: ${checked.scriptTimeZone ?? 'not known'}`,
    `Behaviours: ${tried - behaviours.differing.length} of ${tried} as expected${tried < all ? `, ${all - tried} not tried` : ''}`,
    `With your help: ${asked.length - strange.length} of ${asked.length} as expected`,
    ...differing.map(
      ({ subject, name, standing, expected, seen }) =>
        `- DIFFERS [${standing}] ${subject}: ${name} (expected ${expected}, seen ${seen})`,
    ),
    `Register: ${registerLine(checked)}`,
    ...(register?.findings ?? []).map(({ code, severity, number }) => `- ${code} (${severity}): ${number}`),
    ...faults.map(({ part, why }) => `Failed: ${part}: ${why}`),
    ...tableOf(checked),
    '',
  ].join('\n');
}

/** Every behaviour that was tried, as a table in Markdown: `npm run conformance:table -- --report FILE` takes it in. */
function tableOf({ behaviours, asked }: Checked): string[] {
  const held = [...behaviours.held, ...asked.filter(({ isAsExpected }) => isAsExpected)];
  const differing = [...behaviours.differing, ...asked.filter(({ isAsExpected }) => !isAsExpected)];
  if (held.length + differing.length === 0) return [];
  const cell = (text: string) => text.replace(/[\\|]/g, '\\$&');
  return [
    '',
    '| Subject | Behaviour | On Google |',
    '| --- | --- | --- |',
    ...held.map(({ subject, name }) => `| ${subject} | ${cell(name)} | as expected |`),
    ...differing.map(({ subject, name, seen }) => `| ${subject} | ${cell(name)} | differs: ${cell(seen)} |`),
  ];
}

/** How many things are not as they should be on the platform; findings are the person's own affair. */
export function faultsIn({ behaviours, asked, faults }: Checked): number {
  return behaviours.differing.length + asked.filter(({ isAsExpected }) => !isAsExpected).length + faults.length;
}

function registerLine({ register, faults }: Checked): string {
  if (register === undefined) {
    return faults.some(({ part }) => part === 'Check register') ? 'could not be looked at' : 'not set up';
  }
  const errors = register.findings.filter(({ severity }) => severity === 'error');
  const sum = (counts: typeof errors) => counts.reduce((total, { number }) => total + number, 0);
  const all = sum(register.findings);
  return `${register.rows} rows, ${sum(errors)} need fixing, ${all - sum(errors)} to consider`;
}
