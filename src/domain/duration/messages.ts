// All sentences about a duration that a person reads: why it cannot be dated, and what to write instead.
const INSTEAD = 'such as "4 weeks" or "until 2026-06-30"';
const LAST_DAY = 'write the last day, such as "until 2026-06-30"';

export const MESSAGES = {
  noStart: 'There is no day to count from; write the Date as yyyy-mm-dd.',
  nothing: `Nothing is stated; write a length or an end, ${INSTEAD}.`,
  unread: `No length or end could be read; begin with one, ${INSTEAD}.`,
  leftOver: (words: string) =>
    `It is not clear what ${words} adds to it; write one length or the last day, ${INSTEAD}, and "then" before a length that is added.`,
  tooManyWords: 'It has more words than are read; begin a shorter text with the length or the end, such as "4 weeks".',
  severalLengths: (words: string) =>
    `Several lengths are stated, and it is not clear what ${words} adds; write "2 weeks, then 4 weeks" for a sum, or the last day.`,
  eachOfWhat: 'How many times is not clear; write the whole length, such as "6 weeks".',
  work: 'It says how much work it is, not how long it takes; write the time that passes, such as "4 weeks".',
  denied: `Something is excluded or denied; write what holds, ${INSTEAD}.`,
  part: 'It says a part of a length; write the whole one, such as "4 weeks".',
  backward: `It is counted backwards, or in the past; ${LAST_DAY}.`,
  beforeDay: (before: string, day: string) =>
    `It may end on ${before} or on ${day}; write the last day, such as "until ${before}".`,
  undecided: `It is not decided yet; once it is, write a length or an end, ${INSTEAD}.`,
  openEnded: `It is open-ended; write when to stop and look, ${INSTEAD}.`,
  event: 'It ends with an event, which may never come; add the latest end, such as "or max 6 weeks".',
  counted: 'It is counted from another event; write the length alone once that has happened, or the last day.',
  later: 'Whichever is longer has no latest end; write one, such as "max 6 weeks".',
  minimum: 'Only the least is stated; add the most, such as "max 6 weeks".',
  zero: `Zero is not a length; write one, ${INSTEAD}.`,
  negative: `A length cannot be negative; write it without the minus, ${INSTEAD}.`,
  tooLong: `It would end more than ten years after the start; write a nearer end, ${INSTEAD}.`,
  backwards: 'The range runs backwards; write the shorter length first, such as "4-6 weeks".',
  datesBackwards: 'The dates run backwards; write the first day, then the last.',
  apart: 'The length and its restatement differ by more than a tenth; keep the one that counts.',
  atOdds: 'The length and the stated end are at odds; keep the one that counts.',
  vague: 'How many is not stated; write a number, such as "3 weeks".',
  rhythm: 'It says how often, not how long; write the whole length, such as "4 weeks".',
  phases: 'Weeks or phases are named, but not the whole length; begin with it, such as "4 weeks: Week 1 — prepare".',
  phasesBeyond: 'A phase ends after the whole; correct the length before the phases, or the phases.',
  before: 'The stated end is before the start; write a later day, or correct the start.',
  twoEnds: 'Two different ends are stated; keep the one that counts.',
  twoStarts: 'Two different starts are stated; keep the one that counts.',
  whichStart: 'The day of the stated start is not clear; write it, such as "4 weeks from 2026-03-01".',
  noDay: (day: string) => `There is no day ${day}; ${LAST_DAY}.`,
  noWeek: (year: number, week: number) => `The year ${year} has no week ${week}; ${LAST_DAY}.`,
  weekOrYear: 'The number behind the slash may be a week or a year; write the last day, such as "until 2026-06-30".',
  noQuarter: 'A year has quarters Q1 to Q4 and halves H1 and H2; write one of them, or the last day as yyyy-mm-dd.',
  dayOrMonthFirst: (days: string) => `The end may be read as day or month first; write it as ${days}.`,
  otherWeekday: (day: string) => `${day} is another day of the week; correct one of them.`,
  thisOrNext: `It may be read as a day of this week or of the next; ${LAST_DAY}.`,
  about: (first: string, last: string) =>
    `It may mean ${first} as well as ${last}; write the last day, such as "until ${last}".`,
  periodEnd: (first: string, last: string) =>
    `It may end on ${first} or on ${last}; write the last day, such as "until ${last}".`,
  fiscalYear: 'When the fiscal year begins is not said; write it into the Settings sheet, or the last day here.',

  // How a due date was found.
  statedEnd: (day: string) => `stated end ${day}`,
  lengthFrom: (length: string, day: string) => `${length} from ${day}`,
  sprint: (days: number) => ` (a sprint is ${days} days)`,
  atTheEarliest: (length: string) => `, at the earliest ${length}`,
  restates: (length: string) => `, which restates ${length}`,
  whichever: (which: 'first' | 'later') => (which === 'first' ? ', whichever comes first' : ', whichever is later'),
  due: (day: string, rule: string) => `Due ${day}: ${rule}.`,
  mayEnd: (day: string) => ` It may end from ${day}.`,
  passedOver: (words: string) => ` Passed over: ${words}.`,
  phase: (label: string, text: string, until: string) => `${label}${text === '' ? '' : ` — ${text}`}, until ${until}`,
};
