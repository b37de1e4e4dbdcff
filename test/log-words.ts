// The tables of words in docs/log-format.md, made from the script's own: `npm run log:words` writes them.
import { readFileSync, writeFileSync } from 'node:fs';
import { STATUSES } from '../src/domain/experiment/status.ts';
import { FIELDS } from '../src/domain/experiment/template.ts';
import { LABEL_WORDS, type Language } from '../src/log/words/labels.ts';
import { CANDIDATE_WORDS, STATUS_EMOJI, STATUS_WORDS } from '../src/log/words/statuses.ts';

export const FORMAT = 'docs/log-format.md';

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['de', 'German'],
  ['fr', 'French'],
  ['es', 'Spanish'],
  ['pt', 'Portuguese'],
  ['it', 'Italian'],
  ['nl', 'Dutch'],
];

type Row = readonly [name: string, words: Partial<Record<Language, string>>, ...more: string[]];

function table(heads: readonly string[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |\n`;
  const all = rows.map(([name, words, ...more]) =>
    line([name, ...LANGUAGES.map(([key]) => words[key] ?? ''), ...more]),
  );
  return line(heads) + line(heads.map(() => '---')) + all.join('');
}

const NAMES = LANGUAGES.map(([, name]) => name);

/** What stands between the marks of each table. */
const TABLES: Readonly<Record<string, () => string>> = {
  labels: () =>
    table(
      ['field', ...NAMES],
      FIELDS.flatMap(({ key, label }): Row[] => (LABEL_WORDS[key] ? [[label, LABEL_WORDS[key]]] : [])),
    ),
  statuses: () =>
    table(
      ['status', ...NAMES, 'alone'],
      STATUSES.map((status): Row => [status, STATUS_WORDS[status] ?? {}, STATUS_EMOJI[status] ?? '']),
    ),
  candidates: () => `${CANDIDATE_WORDS}.\n`,
};

/** The page with its tables as they are to be. */
export function formatWithWords(page: string): string {
  return Object.entries(TABLES).reduce((text, [name, make]) => {
    const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < 0) throw new Error(`${FORMAT} has no place for the ${name}.`);
    return text.slice(0, from + start.length) + make() + text.slice(to);
  }, page);
}

if (process.argv.includes('--write')) writeFileSync(FORMAT, formatWithWords(readFileSync(FORMAT, 'utf8')));
