// What headers and cells of tables mean, by the words that logs do not have.
import type { RatingKey } from '../domain/experiment/scoring.ts';
import { type Decision, FIELDS, type FieldKey, fieldOf, WANTED_FIELDS } from '../domain/experiment/template.ts';
import { isIdeasTitle, meaningOfLabel, meaningOfStatus, plainWord, statusOfSection } from '../log/index.ts';
import {
  DECISION_WORDS,
  DITTO_WORDS,
  GIVEN_UP_WORDS,
  LEGEND_WORDS,
  PERIODS,
  RESTING_WORDS,
  STATUS_SIGNS,
  STATUS_WORDS,
  type StatusWord,
  TOTAL_WORDS,
} from './words/cells.ts';
import { COLUMN_WORDS, type ColumnUse, OPTIONAL_WORDS, RATING_WORDS } from './words/columns.ts';

/** Who does it, where the template has a field for that. */
export const PERSON: FieldKey | undefined = FIELDS.find(({ kind }: { kind: string }) => kind === 'person')?.key;

/** Optional fields whose cells are words. */
export const OPTIONAL_TEXTS: readonly FieldKey[] = WANTED_FIELDS.filter(
  ({ kind }) => kind === 'block' || kind === 'benefit',
).map(({ key }) => key);

const COLUMNS = new Map<string, ColumnUse>();
for (const [use, list] of Object.entries(COLUMN_WORDS) as [ColumnUse, string][]) {
  for (const word of list.split(', ')) COLUMNS.set(plainWord(word), use);
}

/** Whether a header, without what stands in brackets behind it, names this optional field. */
export function isOptionalHeader(header: string, key: FieldKey): boolean {
  const word = plainWord(header.replace(/\s*[([].*$/, ''));
  return word === plainWord(fieldOf(key).label) || OPTIONAL_WORDS[key]?.split(', ').includes(word) === true;
}

const RATING_LISTS = new Map(
  (Object.entries(RATING_WORDS) as [RatingKey, string][]).map(([key, list]) => [key, new Set(list.split(', '))]),
);

/** Whether a header, without what stands in brackets behind it, names this rating. */
export function isRatingHeader(header: string, key: RatingKey): boolean {
  return RATING_LISTS.get(key)?.has(plainWord(header.replace(/\s*[([].*$/, ''))) === true;
}

/** How sure a header's meaning is: the table has the whole of it, or words that it begins or ends with. */
export interface HeaderMeaning {
  use: ColumnUse;
  rank: number;
}

/** What a header means; undefined where no table has its words. */
export function meaningOfHeader(header: string): HeaderMeaning | undefined {
  const whole = known(header);
  if (whole !== undefined) return { use: whole, rank: 0 };
  const bare = plainWord(
    header.replace(/\s*[([][^)\]]*[)\]]|\s*(?:\.{2,}|…)/g, ' ').replace(/[*?!:]+\s*$/, ''),
  ).replace(
    // `Result vs. target` is a result.
    / (?:vs|versus|against|compared to|gegen|gegenuber|contre|frente a)\b.*$/,
    '',
  );
  const outside = known(bare);
  if (outside !== undefined) return { use: outside, rank: 1 };
  const words = bare.split(' ');
  if (words.length > 6) return undefined;
  for (let count = words.length - 1; count > 0; count -= 1) {
    const [lead, tail] = [words.slice(0, count).join(' '), words.slice(-count).join(' ')];
    // `Name of …` says less than what follows; a short word in front, such as `No`, nothing.
    const use = known(tail) ?? (lead.length > 2 ? known(lead) : undefined);
    if (use !== undefined) return { use, rank: 2 + words.length - count };
  }
  return undefined;
}

function known(header: string): ColumnUse | undefined {
  const word = plainWord(header);
  if (word === '' && header.trim() === '%') return 'progress';
  // What a table has of its own comes first: there an idea is what is tried, and `Completed` a day.
  return COLUMNS.get(word) ?? meaningOfLabel(header)?.key;
}

const RESTING = new Set(RESTING_WORDS.split(', ').map((word) => plainWord(word) || word));

const STATUSES = new Map<string, StatusWord>();
for (const [status, signs] of Object.entries(STATUS_SIGNS) as [StatusWord, string][]) {
  for (const sign of signs.split(' ')) STATUSES.set(/[A-Z]/.test(sign) ? sign.toLowerCase() : sign, status);
}
for (const [status, list] of Object.entries(STATUS_WORDS) as [StatusWord, string][]) {
  for (const word of list.split(', ')) STATUSES.set(plainWord(word), status);
}

/** The form in which words of statuses and decisions are compared and kept: signs as they are, without `__`, which ends no key on Google. */
export function cellWord(text: string): string {
  return plainWord(text) || text.trim().replace(/_/g, '-');
}

/** What a cell of a status column means; undefined for words of no table. */
export function meaningOfCell(text: string): StatusWord | undefined {
  const word = cellWord(text);
  const own = STATUSES.get(word) ?? (isIdeasTitle(word) ? 'idea' : undefined);
  if (own !== undefined) return own;
  const meaning = meaningOfStatus(text);
  if (meaning !== undefined) return meaning;
  const [sign = ''] = text.trim().split(/\s+/);
  if (sign !== text.trim() && plainWord(sign) === '') {
    return STATUSES.get(sign) ?? meaningOfCell(text.trim().slice(sign.length));
  }
  // `Done – rolled out`, `In progress (waiting)`: what stands in front of a mark.
  const [front = '', ...rest] = text.split(/\s*[(–—:;,/|-]\s*/);
  return rest.length > 0 && front.trim() !== '' ? meaningOfCell(front) : undefined;
}

/** The state that a tab or a line of its own names for what stands in or below it: `Terminados`, `Running experiments`. */
export function stateOfTitle(title: string): StatusWord | undefined {
  return meaningOfCell(title) ?? statusOfSection(title);
}

export function isResting(text: string): boolean {
  return RESTING.has(cellWord(text)) || RESTING.has(cellWord(text.split(/\s*[(–—:;,-]\s*/)[0] ?? ''));
}

const DECISIONS = new Map<string, Decision | ''>();
for (const [decision, list] of Object.entries(DECISION_WORDS) as [Decision | '', string][]) {
  for (const word of list.split(', ')) DECISIONS.set(cellWord(word), decision);
}

/** What a cell says of the decision: the whole of it, or the words that it begins with; undefined where that is none of the tables'. */
export function meaningOfDecision(text: string): Decision | '' | undefined {
  const word = cellWord(text).replace(/^(?:a|to be|to|zu|wird|we|wir|da|de|te|is|was|wurde) (?=.)/, '');
  const whole = DECISIONS.get(word);
  if (whole !== undefined || word.length > 200) return whole;
  const parts = word.split(/[^\p{L}\p{N}']+/u);
  for (let count = Math.min(4, parts.length - 1); count > 0; count -= 1) {
    const meaning = DECISIONS.get(parts.slice(0, count).join(' '));
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

const GIVEN_UP = new RegExp(GIVEN_UP_WORDS);

export function saysGivenUp(result: string): boolean {
  return GIVEN_UP.test(result.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(', ').map((word) => cellWord(word)));

const TOTALS = list(TOTAL_WORDS);
const LEGENDS = list(LEGEND_WORDS);
const SAME = list(DITTO_WORDS);

/** Whether a row that begins with this sums up what stands above it. */
export function isTotalWord(text: string): boolean {
  const word = cellWord(text);
  return TOTALS.has(word) || TOTALS.has(word.split(/[\s:(=]/)[0] ?? '');
}

export function isLegendWord(text: string): boolean {
  return LEGENDS.has(cellWord(text));
}

/** Whether a cell says what the cell above it says. */
export function isDitto(text: string): boolean {
  return SAME.has(cellWord(text));
}

const PERIOD = new RegExp(PERIODS, 'iu');

/** Whether a row of this alone parts what follows by time. */
export function isPeriod(text: string): boolean {
  const word = plainWord(text);
  return word !== '' && PERIOD.test(word);
}
