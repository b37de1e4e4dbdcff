// A claim of a duration, and the place where it is made.
import type { Unit, Words } from '../language.ts';
import type { Written } from './days.ts';
import type { Extent, Part } from './extent.ts';

/** The name of a phase: a count of units, or a numbered phase with its length where one is given. */
export interface Label {
  from: number;
  /** Where its name ends, and where its text may begin, as offsets into the text. */
  to: number;
  textFrom: number;
  units?: { unit: Unit; first: number; last: number };
  length?: Part[];
}

export type Bound = 'exact' | 'min' | 'max' | 'target';

/** How a claim is joined to the one before it. */
export type Link = Words<'none parts plus and or restated including not over past lasting unknown'>;

export interface LengthClaim {
  is: 'length';
  extent: Extent;
  bound: Bound;
  /** All there is between two signs. */
  isAlone: boolean;
  /** Followed by `each` or `per shop`. */
  isEach: boolean;
  /** With `in total`. */
  isTotal: boolean;
}

/** A day or period that is stated as the end, or as nothing more than a date or a range. */
export interface DateClaim {
  is: 'end' | 'date' | 'range';
  written: Written;
  /** Of a period the first day may be meant as well as the last: behind `until` or `by`, or where a month's name stands alone. */
  isUnclear?: boolean;
  isExtension?: boolean;
  isMinimum?: boolean;
}

export type Claim =
  | LengthClaim
  | DateClaim
  | { is: 'start' | 'beforeDay'; written: Written }
  | { is: 'added' | 'replaced'; extent: Extent }
  | { is: 'count'; amount: number | undefined }
  | { is: 'label'; label: Label }
  | {
      is: Words<'event counted work rhythm clock openEnded undecided vague negative denied part backward later first parallel left'>;
    };

/** A length with nothing said about it. */
export function lengthIs(extent: Extent): LengthClaim {
  return { is: 'length', extent, bound: 'exact', isAlone: true, isEach: false, isTotal: false };
}

/** Those that say nothing about when it ends. */
export const SILENT: readonly Claim['is'][] = ['count', 'rhythm', 'work', 'clock', 'parallel'];

/** A claim, the tokens that make it, the end exclusive, and how it is joined to what came before. */
export type Statement = Claim & { from: number; to: number; link: Link };

export type Kind = Statement['is'];
export type Is<Of extends Kind> = Statement & { is: Of };

/** The statements of some kinds. */
export function all<Of extends Kind>(statements: readonly Statement[], ...kinds: Of[]): Is<Of>[] {
  const found: Is<Of>[] = [];
  for (const statement of statements) if (kinds.includes(statement.is as Of)) found.push(statement as Is<Of>);
  return found;
}

/** Where one stands: what came before decides what the next words can claim. */
export interface Place {
  link: Link;
  before: Statement | undefined;
  /** Nothing but signs and words that change nothing since the last sign. */
  isClauseStart: boolean;
  /** Only signs since the last length or date. */
  isNearTime: boolean;
  isInPhases: boolean;
  isInEvent: boolean;
  /** A condition of what has been stated came before, in the same sentence. */
  isConditional: boolean;
  /** A length or a day has been stated. */
  hasTime: boolean;
  /** Something is left over, so that there is no date. */
  isLost: boolean;
  /** The unit of the last length, which a number alone takes: `min 2 weeks, max 4`. */
  unit: Unit | undefined;
}

/** What stands behind a length: `max`, `each`, `in total`, `of effort`, `a day`, `ago`. */
export interface Behind {
  is?: 'rhythm' | 'work' | 'backward' | 'left';
  bound?: Bound;
  isEach?: boolean;
  isTotal?: boolean;
}
