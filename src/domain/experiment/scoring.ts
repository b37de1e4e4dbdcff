// Which experiment is tried first: what the team rates of each, how that makes a score, and how a log says it in one line.
import { scoreWords as words } from '../messages.ts';

/** What can be rated, in the order in which a log says it: a column each, `long` where `letter` would be another's. */
export const RATINGS = [
  { key: 'reach', label: 'Reach', letter: 'R', long: 'R' },
  { key: 'impact', label: 'Impact', letter: 'I', long: 'I' },
  { key: 'confidence', label: 'Confidence', letter: 'C', long: 'C' },
  { key: 'ease', label: 'Ease', letter: 'E', long: 'Ea' },
  { key: 'effort', label: 'Effort', letter: 'E', long: 'Ef' },
] as const;
export type RatingKey = (typeof RATINGS)[number]['key'];
export type Ratings = Partial<Record<RatingKey, string>>;

/** How a register scores. */
export interface Scoring {
  /** The header of the column that is computed. */
  header: string;
  /** As people write it, the names of columns in brackets. */
  formula: string;
  /** What is rated, in the order of `RATINGS`. */
  ratings: readonly RatingKey[];
  /** Columns of the team's own that it counts with. */
  own: readonly string[];
  /** What a rating may be. */
  least?: number;
  most?: number;
}

/** The setting's words for the two that are well known. */
const KNOWN: Readonly<Record<string, Partial<Scoring>>> = {
  ICE: { formula: '[Impact]*[Confidence]*[Ease]', least: 1, most: 10 },
  RICE: { formula: '[Reach]*[Impact]*[Confidence]/[Effort]', least: 0 },
};

/** What the setting says; undefined where that is nothing, or nothing that can be used. An own one is written `Header = formula`. */
export function scoringOf(setting = ''): Scoring | undefined {
  if (setting === '') return undefined;
  const known = KNOWN[setting.trim().toUpperCase()];
  const [, header = 'Score', own = ''] = /^\s*([^=[\]\n]{1,40}?)\s*=\s*([^\n]+)$/.exec(setting) ?? [];
  const formula = known?.formula ?? own;
  const named = formula.match(/\[[^[\]]+\]/g) ?? [];
  const names = new Map(named.map((name) => name.slice(1, -1).trim()).map((name) => [name.toLowerCase(), name]));
  if (names.size === 0 || names.has(header.toLowerCase())) return undefined;
  const ratings = RATINGS.filter(({ label }) => names.delete(label.toLowerCase())).map(({ key }) => key);
  return { header, formula, ratings, own: [...names.values()], ...known };
}

/** The text that a cell or a log says as a plain number: `0,5` as `0.5`, `80 %` as `0.8`; undefined for what is none. */
export function ratingOf(text: string): number | undefined {
  const [, number, percent] = /^([-+]?\d{1,12}(?:[.,]\d{1,9})?) ?(%?)$/.exec(text.trim()) ?? [];
  if (number === undefined) return undefined;
  const value = Number(number.replace(',', '.'));
  return percent === '%' ? Number((value / 100).toFixed(9)) : value;
}

const plain = (text: string): string => String(ratingOf(text) ?? text.trim().replace(/\s+/g, ' '));

/** `I 8 / C 6 / E 7`. What stands alone and is no number, as a log may have it, is said as it is. */
export function ratingsText(ratings: Ratings): string {
  const said = RATINGS.flatMap(({ key, letter, long }) => {
    const text = ratings[key]?.trim() ?? '';
    const isOther = (ratings.reach?.trim() ?? '') === '' ? key === 'effort' : key === 'ease';
    return text === '' ? [] : [{ text, name: isOther ? long : letter }];
  });
  const [only] = said;
  if (only !== undefined && said.length === 1 && ratingOf(only.text) === undefined) return only.text;
  return said.map(({ text, name }) => `${name} ${plain(text)}`).join(' / ');
}

/** What such a line rates, by letters or whole names; undefined where it says anything else. */
export function readRatings(text: string): Ratings | undefined {
  const ratings: Ratings = {};
  const items = text
    .split(/\s*(?:[/;|·]|, )\s*/)
    .map((item) => /^(\p{L}+)\s*[:=]?\s*(?=[-+\d])(.*)$/u.exec(item.trim()));
  const hasReach = items.some((item) => /^r(?:each)?$/i.test(item?.[1] ?? ''));
  for (const item of items) {
    const name = (item?.[1] ?? '').toLowerCase();
    const meant = name === 'e' ? (hasReach ? 'effort' : 'ease') : name;
    const found = RATINGS.find(({ key, long }) => key === meant || long.toLowerCase() === meant);
    if (found === undefined || ratings[found.key] !== undefined) return undefined;
    const value = ratingOf(item?.[2] ?? '');
    if (value === undefined) return undefined;
    ratings[found.key] = String(value);
  }
  return ratings;
}

/** The one form that a log's line and cells share. */
export function canonicalRatings(text: string): string {
  const ratings = readRatings(text);
  return ratings === undefined ? text : ratingsText(ratings);
}

/** What columns of these ratings say of such a text: one that says anything else stands whole in the first, so that it is not lost. */
export function splitRatings(text: string, there: readonly RatingKey[]): Ratings {
  const ratings = readRatings(text);
  const isFitting = ratings && Object.keys(ratings).every((key) => there.some((each) => each === key));
  return Object.fromEntries(
    there.map((key, at) => [key, (isFitting ? ratings[key] : at === 0 ? text : undefined) ?? '']),
  );
}

/** Of what the team rates, what this text does not say as a number that may stand there. */
export function missingRatings(text: string, { ratings, least = -Infinity, most = Infinity }: Scoring): RatingKey[] {
  const said = readRatings(text) ?? {};
  return ratings.filter((key) => {
    const value = ratingOf(said[key] ?? '');
    return value === undefined || value < least || value > most;
  });
}

/** The label of a rating. */
export function labelOfRating(key: RatingKey): string {
  return RATINGS.find((rating) => rating.key === key)?.label ?? '';
}

/** The keys, beside the register's other optional fields, of a register that scores so: the line of the log, the columns, and what they make. */
export function scoringKeys(scoring: Scoring | undefined): OptionalKey[] {
  return scoring === undefined ? [] : ['score', ...scoring.ratings, 'points'];
}

/** What a register has only where its settings say so. */
export type OptionalKey =
  | 'owner'
  | 'expectedBenefit'
  | 'actualBenefit'
  | 'decisionRule'
  | 'rollingOut'
  | 'score'
  | 'points'
  | RatingKey;

/** The highest score first; what has none stays behind, in its order. */
export function byScore<Item>(items: readonly Item[], pointsOf: (item: Item) => string | undefined): Item[] {
  const points = (item: Item) => ratingOf(pointsOf(item) ?? '') ?? -Infinity;
  return [...items].sort((a, b) => points(b) - points(a) || 0);
}

/** What is said of a score: the number and what it is made of, or what is missing for one; `''` where nothing is scored. */
export function scoreText({ score = '', points = '' }: { score?: string; points?: string }, setting: string): string {
  const scoring = scoringOf(setting);
  if (scoring === undefined) return '';
  if (points !== '') return words.said(scoring.header, points, score);
  const missing = missingRatings(score, scoring).map(labelOfRating);
  return words.missing(scoring.header, missing.length > 0 ? missing : scoring.own);
}
