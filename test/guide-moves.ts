// The user guide's table of moves, made from the table of statuses: `npm run guide:moves` writes it.
import { readFileSync, writeFileSync } from 'node:fs';
import { STATUSES, statusRow } from '../src/domain/experiment/status.ts';
import { fieldOf } from '../src/domain/experiment/template.ts';

export const GUIDE = 'docs/user-guide.md';

const STAMPS = {
  waiting: 'takes *Started* and *Closed* off',
  running: 'writes *Started*, takes *Closed* off',
  ended: 'writes *Closed*',
};

const HEAD = '| a status | may become | asks for | and the register |\n| --- | --- | --- | --- |\n';

/** The table, a row each status. */
export function movesTable(): string {
  const rows = STATUSES.map((status) => {
    const { next, needs, phase } = statusRow(status);
    const asked = needs.map(({ field }) => `*${fieldOf(field).label}*`).join(', ') || 'nothing more';
    return `| ${status} | ${next.join(', ')} | ${asked} | ${STAMPS[phase]} |\n`;
  });
  return HEAD + rows.join('');
}

/** The guide with the table as it is to be. */
export function guideWithMoves(guide: string): string {
  const start = guide.indexOf(HEAD);
  if (start < 0) throw new Error(`${GUIDE} has no table of moves.`);
  return guide.slice(0, start) + movesTable() + guide.slice(start + HEAD.length).replace(/^(?:\|.*\n)*/, '');
}

if (process.argv.includes('--write')) writeFileSync(GUIDE, guideWithMoves(readFileSync(GUIDE, 'utf8')));
