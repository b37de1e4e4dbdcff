// What a language has to say for the reader of durations. It is a text with a line a meaning: the meaning's name, then words or phrases
// for it, in small letters without accents, parted by bars; between two words of one a sign may stand. Words of `unit`, `amount`, `month`
// (1 is January), `weekday` (0 is Monday), `ordinal`, and `shortWeekday`, for what is a word by itself and counts only before a date, have
// the value that stands behind them or the next that has one: `day|days=day|week|weeks=week`. `article` is a word for one that mostly
// counts nothing. All others are roles.

/** A unit of time, and how many days, business days, sprints or months it has. */
export interface Unit {
  name: UnitName;
  of: 'days' | 'businessDays' | 'sprints' | 'months';
  size: number;
}

export const UNITS = {
  second: ['days', 1 / 86_400],
  minute: ['days', 1 / 1440],
  hour: ['days', 1 / 24],
  day: ['days', 1],
  'business day': ['businessDays', 1],
  week: ['days', 7],
  fortnight: ['days', 14],
  sprint: ['sprints', 1],
  month: ['months', 1],
  quarter: ['months', 3],
  'half-year': ['months', 6],
  year: ['months', 12],
} as const satisfies Record<string, [Unit['of'], number]>;

export type UnitName = keyof typeof UNITS;

export type Words<List extends string> = List extends `${infer First} ${infer Rest}` ? First | Words<Rest> : List;

/** What a phrase may be; one phrase may be several, the grammar asks for one at a time. */
export type Role =
  // Before, in and behind a length.
  | Words<'about min minAtFirst max target minAfter maxAfter targetAfter orMore half couple few business businessAfter whole cycle'>
  | Words<'times often rate every other rhythm rhythmUnit each total work person over past before done fraction'>
  // Between two lengths or two days.
  | Words<'to or and between plus extendedTo extendedBy restated including not'>
  // Days and periods.
  | Words<'until by through end notBefore startsOn inclusive link on the endOf early mid late thisOne nextOne today'>
  | Words<'tomorrow overmorrow endOfDay endOfWeek endOfMonth endOfQuarter endOfYear weekEnding weekNumber'>
  | Words<'quarterLetter fiscal ordinalEnd clock calendar'>
  // What makes a text something else than a length, or changes nothing.
  | Words<'after from startOfRun pronoun when openEnded undecided undecidedAlone later first isoLetter isoRepeat parallel numbered lasting measure noTime'>;
