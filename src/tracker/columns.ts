// Which column is which field: by its header, held against what stands below it.
import type { RatingKey } from '../domain/experiment/scoring.ts';
import type { FieldKey } from '../domain/experiment/template.ts';
import { meaningOfLabel } from '../log/index.ts';
import {
  isOptionalHeader,
  isRatingHeader,
  isTotalWord,
  meaningOfCell,
  meaningOfDecision,
  meaningOfHeader,
} from './meanings.ts';
import type { TableAnswers, TableColumn } from './table.ts';
import type { StatusWord } from './words/cells.ts';
import type { ColumnUse } from './words/columns.ts';

/** Several columns may be one of these: their texts stand one below the other, each under its header. */
const SHARED: ReadonlySet<ColumnUse> = new Set([
  'hypothesis',
  'expectedResult',
  'actualResult',
  'learning',
  'risks',
  'duration',
  'due',
  'mark',
  'other',
  'own',
  'none',
]);

/** What the cells of a column are, as shares of those that say something. */
interface Facts {
  filled: number;
  distinct: number;
  length: number;
  days: number;
  numbers: number;
  marks: number;
  statuses: number;
  decisions: number;
}

const DAY =
  /^\d{4}-\d\d-\d\d|^\d{1,4}[./-]\d{1,2}(?:[./-]\d{0,4})?$|\d{1,2}\.? ?[-/ ]?\p{L}{3,10}|\p{L}{3,10}[-./ ]+\d|^[345]\d{4}$|^\p{L}{3,9}$/u;
export const MARK =
  /^(?:true|false|x|✓|✔|✅|☑|☐|yes|no|y|n|ja|nein|oui|non|si|sí|wahr|falsch|vrai|faux|verdadero|falso)$/i;
export const NO_MARK = /^(?:|false|☐|no|n|nein|non|falsch|faux|falso|-|–)$/i;

function factsOf(cells: readonly string[]): Facts {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const share = (is: (text: string) => boolean) => (texts.length === 0 ? 0 : texts.filter(is).length / texts.length);
  return {
    filled: texts.length,
    distinct: new Set(texts).size,
    length: texts.reduce((sum, { length }) => sum + length, 0) / Math.max(texts.length, 1),
    days: share((text) => text.length < 40 && DAY.test(text)),
    numbers: share((text) => /^[-–+]?\d[\d.,\s]*%?$/.test(text)),
    marks: share((text) => MARK.test(text)),
    statuses: share((text) => text.length < 40 && meaningOfCell(text) !== undefined),
    decisions: share((text) => meaningOfDecision(text) !== undefined),
  };
}

const filledIn = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

/** What a header means for cells like these: what cannot be, is not. */
function useFor(label: string, use: ColumnUse, facts: Facts): { use: ColumnUse; status?: StatusWord } {
  const { filled, length, days, numbers, marks, statuses } = facts;
  const status = meaningOfCell(label.replace(/[?:]+\s*$/, ''));
  // `Done`, `Running?` over boxes and crosses.
  if (status !== undefined && filled > 0 && marks > 0.9 && use !== 'decision') return { use: 'mark', status };
  if (filled === 0) return { use };
  switch (use) {
    case 'date':
    case 'started':
    case 'end':
    case 'due':
    case 'closed':
      if (days >= 0.3 || (use !== 'date' && use !== 'started' && days > 0)) return { use };
      return { use: use === 'end' || use === 'due' ? 'duration' : 'own' };
    case 'id':
      return { use: length > 24 ? 'own' : 'id' };
    case 'title':
      // Counted, not named: a pivot's.
      return { use: numbers > 0.8 ? 'own' : 'title' };
    case 'status':
      if (numbers > 0.5) return { use: 'progress' };
      return { use: length > 60 || (days > 0.8 && statuses < 0.3) ? 'own' : 'status' };
    case 'progress':
      return { use: numbers > 0.5 ? 'progress' : statuses > 0.4 ? 'status' : 'own' };
    case 'decision':
      return { use: length > 80 ? 'learning' : 'decision' };
    case 'duration':
      return { use };
    default:
      return { use };
  }
}

interface Guess extends TableColumn {
  rank: number;
  facts: Facts;
}

/** The columns of a table; `rows` are the cells below the header. What a person said stands. */
export function readColumns(
  labels: readonly string[],
  rows: readonly (readonly string[])[],
  { columns: said = {}, optional = [], ratings = [] }: TableAnswers,
): TableColumn[] {
  // What sums the others up says nothing of what they are.
  const single = rows.filter((row) => !isTotalWord(row.find((cell) => cell.trim() !== '') ?? ''));
  const guesses = labels.map((label, place): Guess => {
    const cells = rows.map((row) => row[place] ?? '');
    const facts = { ...factsOf(single.map((row) => row[place] ?? '')), filled: filledIn(cells) };
    const meaning = label === '' ? undefined : meaningOfHeader(label);
    const examples = [
      ...new Set(cells.map((cell) => cell.trim().replace(/\s+/g, ' ')).filter((cell) => cell !== '')),
    ].slice(0, 3);
    // `Significant?` over boxes is the team's own, whatever its words say of an end.
    const isOwn = meaning?.use === 'own' && meaning.rank < 2;
    const ours = optional.find((key) => isOptionalHeader(label, key));
    const meant: ColumnUse | undefined = ours ?? (isOwn ? 'own' : undefined);
    const found = meant === undefined ? useFor(label, meaning?.use ?? 'own', facts) : { use: meant };
    const answer = said[place];
    return {
      place,
      label,
      filled: facts.filled,
      examples,
      facts,
      rank: answer !== undefined ? -1 : ours !== undefined ? 0 : (meaning?.rank ?? 9),
      ...found,
      ...(answer !== undefined && { use: answer }),
    };
  });
  const isFree = (use: ColumnUse) => guesses.every((guess) => guess.use !== use);
  settleClashes(guesses);
  if (isFree('status')) become('status', likely(guesses, isStatusLike));
  if (isFree('decision')) become('decision', likely(guesses, isDecisionLike));
  if (isFree('title')) {
    become(
      'title',
      likely(guesses, ({ facts, label, rank }) => rank === 9 && label !== '' && isTextual(facts)) ??
        guesses.find(
          ({ use, rank }) => rank !== -1 && (use === 'hypothesis' || use === 'decision' || use === 'expectedResult'),
        ),
    );
  }
  const rated = ratings.map((key) =>
    guesses.filter((guess) => isFree(key) && guess.rank !== -1 && isRating(guess, key)),
  );
  // A word such as *Effect* over numbers is a rating among others.
  const isSure = rated.filter((found) => found.length > 0).length > 1;
  for (const [at, key] of ratings.entries())
    become(
      key,
      rated[at]?.find(({ use }) => use === 'own' || isSure),
    );
  return guesses.map(({ facts: _, rank: __, ...column }) => column);
}

/** `Impact (1-10)` over numbers. */
const isRating = ({ label, facts }: Guess, key: RatingKey): boolean =>
  isRatingHeader(label, key) && facts.numbers === 1;

const isTextual = ({ filled, length, numbers, days, distinct, statuses }: Facts): boolean =>
  filled > 0 && length > 4 && numbers < 0.3 && days < 0.7 && distinct * 2 > filled && statuses < 0.5;

const isStatusLike = ({ facts, rank }: Guess): boolean =>
  rank > 1 &&
  facts.filled > 1 &&
  facts.statuses > 0.7 &&
  facts.numbers < 0.5 &&
  facts.distinct < 12 &&
  facts.marks < 0.9;

/** Yes and no below a header that asks and is none of the team's own, or that names what comes next. */
const isDecisionLike = ({ facts, label, rank }: Guess): boolean =>
  facts.filled > 0 &&
  facts.decisions > 0.9 &&
  facts.distinct < 8 &&
  ((rank > 1 && ASKS.test(label)) || NEXT_STEP.test(label));

const ASKS = /\?$|\bno\b|nein|non\b|nee\b/i;
const NEXT_STEP = /^(?:next step|nächster schritt|prochaine étape|siguiente paso|próximo paso)/i;

function likely(guesses: readonly Guess[], is: (guess: Guess) => boolean): Guess | undefined {
  return guesses.find((guess) => guess.use === 'own' && guess.rank !== -1 && is(guess));
}

function become(use: ColumnUse, guess: Guess | undefined): void {
  if (guess) guess.use = use;
}

/** Of several columns for one thing, the one whose header says it best; the others are what their words mean besides, or the team's own. */
function settleClashes(guesses: Guess[]): void {
  const best = new Map<ColumnUse, Guess>();
  for (const guess of [...guesses].sort((a, b) => strengthOf(a) - strengthOf(b) || a.place - b.place)) {
    if (SHARED.has(guess.use)) continue;
    if (!best.has(guess.use)) best.set(guess.use, guess);
    else if (guess.rank !== -1) guess.use = besides(guess);
  }
}

/** Lower is stronger: what a person said, then the header's own word; empty columns last. */
function strengthOf({ rank, use, label, filled }: Guess): number {
  const isAside = use === 'title' && meaningOfLabel(label)?.key !== 'title';
  // What came about counts more than what was planned.
  const isPlan = /^(?:planned|plan|geplant\w*|prevu\w*|prévu\w*|previsto|soll)\b/i.test(label);
  return rank * 2 + Number(isAside) + (isPlan ? 6 : 0) + (filled === 0 && rank !== -1 ? 20 : 0);
}

function besides({ use, label }: Guess): ColumnUse {
  const key: FieldKey | undefined = meaningOfLabel(label)?.key;
  if (key !== undefined && key !== use && SHARED.has(key)) return key;
  if (use === 'end') return 'due';
  return use === 'title' && key !== 'title' ? 'hypothesis' : 'own';
}
