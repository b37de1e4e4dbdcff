// Where one stands while reading a duration: what came before decides whether the next words can state anything.
import { follow, isGlued, isMark, type Token } from './tokens.ts';
import type { Unit } from './words.ts';

export interface Place {
  /** The day a date without a year is on or after. */
  start: number;
  /** Only words that change nothing since the last sign. */
  isStart: boolean;
  /** Behind a word like `for`. */
  isIntroduced: boolean;
  isBehindOr: boolean;
  /** Right behind a statement. */
  isTouching: boolean;
  /** Only signs and words that change nothing since a length. */
  isNearSpan: boolean;
  isBracketed: boolean;
  /** Behind a bracket, `=` or `i.e.` near a length: in other words. */
  isRestating: boolean;
  /** No sentence has ended and no phase has begun. */
  isHead: boolean;
  isInPhases: boolean;
  /** Nothing but signs so far. */
  isFirst: boolean;
  /** The unit of the last length. */
  unit?: Unit;
}

type Tokens = readonly Token[];

/** Before the first token. */
export function placeAtStart(start: number): Place {
  return {
    start,
    isStart: true,
    isIntroduced: false,
    isBehindOr: false,
    isTouching: false,
    isNearSpan: false,
    isBracketed: false,
    isRestating: false,
    isHead: true,
    isInPhases: false,
    isFirst: true,
  };
}

/** True where a length may stand without a word that bounds it. */
export function canBeginSpan(place: Place): boolean {
  return place.isStart || place.isIntroduced || place.isBehindOr;
}

/** Past a statement: a length (with its unit), the label of a phase, or any other. */
export function passStatement(place: Place, unit: Unit | undefined, isLabel: boolean): void {
  passWord(place);
  place.isTouching = true;
  place.isNearSpan = unit !== undefined;
  place.unit = unit ?? place.unit;
  place.isInPhases = place.isInPhases || isLabel;
  place.isHead = place.isHead && !isLabel;
}

/** Past a token, or a phrase, that states nothing: the index after it. */
export function passToken(tokens: Tokens, at: number, place: Place): number {
  if (tokens[at]?.kind === 'mark') {
    passMark(tokens, at, place);
    return at + 1;
  }
  place.isFirst = false;
  if (!tokens[at]?.entry) {
    passWord(place);
    return at + 1;
  }
  const restated = follow(tokens, at, 'restated');
  if (restated !== undefined) {
    place.isRestating = place.isNearSpan;
    place.isStart = true;
    return restated;
  }
  const or = follow(tokens, at, 'or');
  if (or !== undefined) {
    passWord(place);
    place.isBehindOr = true;
    return or;
  }
  const intro = follow(tokens, at, 'intro');
  if (intro !== undefined) {
    place.isIntroduced = true;
    place.isTouching = false;
    return intro;
  }
  const isNear = canBeginSpan(place) || place.isNearSpan;
  const filler = isNear ? (follow(tokens, at, 'filler') ?? follow(tokens, at, 'about')) : undefined;
  if (filler !== undefined) {
    place.isTouching = false;
    return filler;
  }
  passWord(place);
  return at + 1;
}

/** True where a sign or the end of the text follows, so that what stands before it stands alone. */
export function isEndOfPart(tokens: Tokens, at: number): boolean {
  return tokens[at] === undefined || isMark(tokens[at], '.,;:()-=→\n!?');
}

function passWord(place: Place): void {
  place.isStart = false;
  place.isIntroduced = false;
  place.isBehindOr = false;
  place.isTouching = false;
  place.isNearSpan = false;
  place.isFirst = false;
}

function passMark(tokens: Tokens, at: number, place: Place): void {
  const mark = tokens[at];
  if (isMark(mark, '~')) return;
  place.isRestating = place.isNearSpan && isMark(mark, '(=/');
  place.isStart = isMark(mark, '/') ? place.isTouching : !isMark(mark, '+<>&×±');
  place.isBracketed = isMark(mark, '(') || (place.isBracketed && !isMark(mark, ')'));
  place.isHead = place.isHead && !endsSentence(tokens, at);
  place.isNearSpan = place.isNearSpan && place.isHead;
  place.isIntroduced = false;
  place.isBehindOr = false;
  place.isTouching = false;
}

/** A full stop between two characters, as in `v1.2`, ends nothing. */
function endsSentence(tokens: Tokens, at: number): boolean {
  if (isMark(tokens[at], '.')) return !(isGlued(tokens, at) && isGlued(tokens, at + 1));
  return isMark(tokens[at], '\n;!?');
}
