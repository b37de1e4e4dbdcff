// The state of a row, and what was decided: by its words, and where none says it by its numbers, marks, group, tab and days.
import { STATUSES, type Status, statusRow } from '../domain/experiment/status.ts';
import type { Decision } from '../domain/experiment/template.ts';
import { MARK, NO_MARK } from './columns.ts';
import { cellWord, isResting, meaningOfCell, meaningOfDecision, saysGivenUp, stateOfTitle } from './meanings.ts';
import type { TableAnswers, TableColumn, TableWord } from './table.ts';
import type { StatusWord } from './words/cells.ts';

/** What a row says of its state, beside its words. */
export interface StateFacts {
  cells: readonly string[];
  /** Days as yyyy-mm-dd or `''`. */
  started: string;
  ended: string;
  closed: string;
  result: string;
  learning: string;
  /** Whether somebody has planned it: an end, a length, or who does it. */
  isPlanned: boolean;
  group: StatusWord | undefined;
  today: string;
}

export interface RowState {
  status: Status;
  isIdea: boolean;
  decision: Decision | '';
  /** Columns whose text says more than was taken from it, by place. */
  remarks: number[];
}

/** Along an experiment's life. */
const ORDER: readonly StatusWord[] = ['idea', ...STATUSES];

/** The state that a table's name tells: `Backlog`, `Running`, `Done 2025`. */
function stateOfName(name: string): StatusWord | undefined {
  const bare = name
    .replace(/\.(?:csv|tsv|txt)$/i, '')
    .replace(/\b(?:19|20)\d\d\b|\bQ[1-4]\b/g, ' ')
    .replace(/^.*(?:[.–—:|/]| - )\s*(?=\p{L})/u, '')
    .trim();
  return bare === '' ? undefined : stateOfTitle(bare);
}

/** Reads states; counts the words that it meets. `signs` are those of the table's legend. */
export function stateReader(
  columns: readonly TableColumn[],
  answers: TableAnswers,
  signs: ReadonlyMap<string, StatusWord>,
  name: string,
) {
  const places = (use: string) => columns.filter((column) => column.use === use).map(({ place }) => place);
  const [statuses, decisions, progress] = [places('status'), places('decision'), places('progress')];
  const marks = columns.filter(({ use }) => use === 'mark');
  const words = new Map<string, TableWord>();
  const ofTab = stateOfName(name);

  function count(part: TableWord['part'], text: string, meaning: TableWord['meaning']): void {
    const plain = cellWord(text);
    const known = words.get(`${part} ${plain}`);
    if (known) known.count += 1;
    else words.set(`${part} ${plain}`, { part, word: text.trim(), plain, count: 1, meaning });
  }

  function statusWord(text: string): StatusWord | undefined {
    const plain = cellWord(text);
    const said = answers.statuses?.[plain];
    const meaning = said ?? signs.get(plain) ?? meaningOfCell(text);
    count('statuses', text, meaning || '');
    return meaning || undefined;
  }

  function decisionWord(text: string): Decision | '' {
    const meaning = answers.decisions?.[cellWord(text)] ?? meaningOfDecision(text) ?? '';
    count('decisions', text, meaning);
    return meaning;
  }

  function stateOf(facts: StateFacts): RowState {
    const { cells, started, ended, closed, result, learning, isPlanned, group, today } = facts;
    const textsOf = (at: readonly number[]) =>
      at.map((place) => (cells[place] ?? '').trim()).filter((text) => text !== '');
    const remarks: number[] = [];
    const [word] = textsOf(statuses);
    let state = word === undefined ? undefined : statusWord(word);
    if (word !== undefined && (state === undefined || meaningIsPart(word))) remarks.push(...statuses);
    for (const text of textsOf(progress)) state ??= stateOfProgress(text);
    // The mark that is furthest along an experiment's life.
    for (const mark of marks) {
      const text = (cells[mark.place] ?? '').trim();
      if (!MARK.test(text) || NO_MARK.test(text) || mark.status === undefined) continue;
      if (state === undefined || ORDER.indexOf(mark.status) > ORDER.indexOf(state)) state = mark.status;
    }
    const [decided] = textsOf(decisions);
    // A box that nobody has ticked says nothing yet.
    const isBox = decided !== undefined && /^false$/i.test(decided);
    let decision: Decision | '' = decided === undefined || isBox ? '' : decisionWord(decided);
    if (decided !== undefined && !isBox && (decision === '' || meaningIsPart(decided, true)))
      remarks.push(...decisions);
    state ??= group ?? ofTab;
    if (state === undefined) {
      const isOver = closed !== '' || (ended !== '' && ended < today);
      if (decision !== '' || isOver || (result !== '' && learning !== '')) state = 'Completed';
      else if (started !== '') state = started > today ? 'Proposed' : 'Active';
      else if (result !== '') state = 'Active';
    }
    const rests = word !== undefined && isResting(word) && started !== '';
    if (rests && (state === 'Proposed' || state === 'idea')) state = 'Active';
    // Without a status column, what is said below a tab or a group of ended ones may still be broken off.
    const isEnded = state !== undefined && state !== 'idea' && statusRow(state).phase === 'ended';
    if (isBox && isEnded) decision = 'Drop';
    if (!isEnded) {
      if (decision !== '') remarks.push(...decisions);
      decision = '';
    } else if (decision === '' && decisions.length === 0) {
      const told = word === undefined ? undefined : (answers.decisions?.[cellWord(word)] ?? meaningOfDecision(word));
      decision = saysGivenUp(result) ? 'Drop' : (told ?? '');
    }
    const isWaiting = state === undefined || state === 'idea' || statusRow(state).phase === 'waiting';
    const isIdea = isWaiting && started === '' && (state === 'idea' || !isPlanned) && result === '';
    return { status: state === undefined || state === 'idea' ? 'Proposed' : state, isIdea, decision, remarks };
  }

  return { stateOf, words: () => [...words.values()].sort((a, b) => b.count - a.count) };
}

/** Whether a text says more than the word that was taken from it. */
function meaningIsPart(text: string, isDecision = false): boolean {
  const plain = cellWord(text);
  return isDecision ? plain.split(' ').length > 2 : /[(–—:;,]/.test(text.trim()) || plain.split(' ').length > 3;
}

/** `75`, `50 %`, `0.25`, `1`, and words among the numbers. */
function stateOfProgress(text: string): StatusWord | undefined {
  const match = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text);
  if (!match) return meaningOfCell(text);
  const number = Number((match[1] ?? '').replace(',', '.'));
  // A share, where it is written as one; 1 alone is all of it, since 1 % is never reported.
  const percent = match[2] === '' && number <= 1 ? number * 100 : number;
  if (percent >= 100) return 'Completed';
  return percent > 0 ? 'Active' : 'Proposed';
}
