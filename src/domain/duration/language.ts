// What a language has to say for the reader of durations. It is a text with a line a meaning: the meaning's name, then words or phrases
// for it, in small letters without accents, parted by bars; between two words of one a sign may stand. Some have a value, behind them or
// behind the next that has one: `day|days=day|week|weeks=week`. They are single words of `unit`, `amount`, `month` (1 is January),
// `weekday` (0 is Monday), `ordinal`, and `shortWeekday`, for what is a word by itself and counts only before a date; and phrases of the
// roles of `Values`. `article` is a word for one that mostly counts nothing.

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
  | Words<'about minAtFirst orMore half couple few business businessAfter whole cycle'>
  | Words<'times often rate every other rhythm rhythmUnit each total work person over past before done fraction'>
  // Between two lengths or two days.
  | Words<'to or and between plus extendedTo extendedBy restated including not'>
  // Days and periods.
  | Words<'until by through end notBefore startsOn inclusive link on the endOf'>
  | Words<'endOfDay weekEnding weekNumber quarterLetter fiscal ordinalEnd clock calendar'>
  // What makes a text something else than a length, or changes nothing.
  | Words<'after from startOfRun pronoun when undecidedAlone isoLetter isoRepeat numbered lasting measure noTime'>
  | keyof Values;

/** The values of the phrases that have one. */
export interface Values {
  /** What bounds the length behind it, or before it. */
  bound: 'min' | 'max' | 'target';
  boundAfter: 'min' | 'max' | 'target';
  /** What is stated by the phrase alone. */
  stated: 'parallel' | 'openEnded' | 'undecided' | 'later' | 'first';
  /** In so many days. */
  inDays: number;
  /** This one or the next. */
  which: number;
  /** The first third of a period, its middle or its last third. */
  third: number;
  /** How many months the period has that ends, or a week days. */
  endOfPeriod: number;
}
