// What the rules of the grammar find, by their names, and by the names under which patterns ask for them.
import type { Unit, Words } from '../language.ts';
import type { Behind, Bound, Claim, Label } from './claim.ts';
import type { PartOfYear, Written } from './days.ts';
import type { Extent } from './extent.ts';

type Of<List extends string, Value> = Record<Words<List>, Value>;

export interface Values
  extends Of<'amount number again phase count bracketed digits words andHalf second another one quarterHour', number>,
    Of<'two alone full digit apostrophe year years until later nth ending which third ahead endOfThis size', number>,
    Of<'month weekday shortWeekday ordinal', number>,
    Of<'extent length start span between multiple minutes iso', Extent>,
    Of<'date expected expectedOnly day first range yearFirst eightDigits yearLast slashed dotted dottedAlone', Written>,
    Of<'dayMonth monthDay dayOfMonth dayRange dayRangeBetween ofYear isoWeek period yearAlone', Written>,
    Of<'withNumber withWord', Written>,
    Of<'labelled claim', Claim>,
    Of<'limit boundBehind', Bound>,
    Of<
      'stop business onBusinessDays article joins times ofMinutes partOfDate cycle behindZero behindHour noun endOfCount dottedDay choice th shortened clock clockBehind tail',
      true
    >,
    Of<
      'feira oftenBehind colonTwo zone halfOf furtherNumber gluedStop ofWork jeAfter lastWord countedOff ofExtent gluedPlus',
      true
    >,
    Of<'behindDay skipped behindLink joint about least sprintBehind behindSprint each plain total brief', true>,
    Of<'behindUntil endOfPeriod endOfPart counted thing measured timeWord rate', true> {
  unit: Unit;
  further: (start: Extent) => Extent | undefined;
  manyOf: (amount: number) => Extent | undefined;
  ofUnit: (amount: number) => Extent | undefined;
  numerals: string;
  partOfYear: PartOfYear;
  fiscalYear: { year: number | undefined };
  behind: Behind;
  label: Label;
  phases: Pick<Label, 'to' | 'units'>;
}
