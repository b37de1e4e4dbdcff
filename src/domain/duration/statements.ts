// What a text about a duration states, in its order, and which of its words state nothing. What counts is judged elsewhere.
import { type Claim, type Link, lengthIs, type Place, SILENT, type Statement } from './forms/claim.ts';
import { claim, labelled } from './forms/claims.ts';
import { date, expected } from './forms/dates.ts';
import { type Found, findAt, follow } from './forms/grammar.ts';
import { extent } from './forms/lengths.ts';
import { isOrdinary } from './forms/nouns.ts';
import { isGlued, isMark, type Tokens } from './tokens.ts';

/** Everything the tokens state, and those of them that state nothing. One pass, with a bounded look ahead. */
export function readStatements(tokens: Tokens): { statements: Statement[]; passed: number[] } {
  const statements: Statement[] = [];
  const passed: number[] = [];
  const place: Place = {
    link: 'none',
    before: undefined,
    isClauseStart: true,
    isNearTime: false,
    isInPhases: false,
    isInEvent: false,
    isConditional: false,
    hasTime: false,
    isLost: false,
    unit: undefined,
  };
  let at = 0;
  while (at < tokens.length && !place.isLost) {
    const found = readStatement(tokens, at, place);
    if (found) {
      const stated = withinPlace(atTheEarliest(tokens, found) ?? found.value, place);
      place.before = { ...stated, link: place.link, from: at, to: found.next };
      statements.push(place.before);
      passStatement(stated, place);
      at = found.next;
    } else at = passToken(tokens, at, place, passed);
  }
  // Once something is left over, only phases matter.
  while (at < tokens.length) {
    const found = tokens[at]?.kind === 'word' ? findAt(labelled, tokens, at, place) : undefined;
    if (found) statements.push({ ...found.value, link: 'none', from: at, to: found.next });
    if (found) place.isInPhases = true;
    at = found?.next ?? at + 1;
  }
  return { statements, passed };
}

/** Marks with which a statement may begin behind others. */
const OPENING_MARKS = '→<>~(#$=';

function readStatement(tokens: Tokens, at: number, place: Place): Found<Claim> | undefined {
  const token = tokens[at];
  // Most words of a long text are none of the grammar's, and few marks say something, and only of a number or word behind them.
  if (token?.kind === 'word' && !token.entry) return undefined;
  const isMarked = token?.kind === 'mark';
  if (isMarked && !OPENING_MARKS.includes(token.text) && at > 0) return undefined;
  const opened = isMarked ? tokens[at + 1] : token;
  const isColon = isMarked && isMark(token, '<>') && isMark(opened, '.:=');
  if (!isColon && opened?.kind !== 'number' && !opened?.entry) return undefined;
  // Of numbers side by side the last two may say something: `20 2-week sprints`, `2 1/2 weeks`.
  if ([0, 1, 2].every((ahead) => tokens[at + ahead]?.kind === 'number')) return { value: { is: 'left' }, next: at + 1 };
  return (token?.kind === 'word' ? findAt(labelled, tokens, at, place) : undefined) ?? findAt(claim, tokens, at, place);
}

/** `31 March at the earliest`. */
function atTheEarliest(tokens: Tokens, { value, next }: Found<Claim>): Claim | undefined {
  const behind = value.is === 'end' || value.is === 'date' ? follow(tokens, next, 'notBefore') : undefined;
  if (behind === undefined || !('written' in value) || findAt(expected, tokens, behind)) return undefined;
  return { is: 'end', written: value.written, isMinimum: true };
}

/** What a length, or of `not` any day, is behind words of these. */
const TURNED: Partial<Record<Link, Claim['is'] & ('backward' | 'counted' | 'denied')>> = {
  past: 'backward',
  unknown: 'counted',
  not: 'denied',
};

/** Within phases everything about time but what is named as a part of them is left over; conditions are no ends there. */
function withinPlace(claim: Claim, place: Place): Claim {
  const { link, isInPhases, isInEvent } = place;
  const isLength = claim.is === 'length';
  const isDay = claim.is === 'start' || claim.is === 'date' || (claim.is === 'end' && !claim.isExtension);
  // "Extended to 6 weeks", whatever it was.
  if (claim.is === 'replaced' && !place.unit) return withinPlace(lengthIs(claim.extent), { ...place, link: 'none' });
  const turned = isLength || (isDay && link === 'not') ? TURNED[link] : undefined;
  if (turned) return withinPlace({ is: turned }, place);
  if (isInEvent && isLength && link === 'lasting') return { is: 'rhythm' };
  if (isInEvent && isLength && link === 'none' && claim.bound === 'exact') return { is: 'left' };
  if (!isInPhases || claim.is === 'label' || SILENT.includes(claim.is)) return claim;
  const isCondition = ['event', 'counted', 'vague'].includes(claim.is);
  return { is: isCondition || (isLength && link === 'including') ? 'rhythm' : 'left' };
}

function passStatement(claim: Claim, place: Place): void {
  if (claim.is === 'left') place.isLost = true;
  place.isClauseStart = false;
  place.hasTime ||= claim.is !== 'event' && !SILENT.includes(claim.is);
  place.isNearTime = ['length', 'replaced', 'end', 'date', 'range'].includes(claim.is);
  if (claim.is === 'label') place.isInPhases = true;
  if (claim.is === 'length' || claim.is === 'replaced') place.unit = claim.extent.least[0]?.unit;
  if (claim.is === 'event' || claim.is === 'counted') place.isInEvent = true;
  else if (claim.is === 'length') place.isInEvent = false;
  // "then review, 2 weeks and 3 shops": a count changes nothing.
  if (!['count', 'rhythm', 'parallel'].includes(claim.is)) place.link = 'none';
}

/** The roles of words that join what follows to what came before, in the order in which they are looked for. */
const LINKS = ['restated', 'plus', 'including', 'not', 'past', 'over', 'or', 'and', 'lasting'] as const;
/** The links that hold until the clause ends. */
const LASTING: readonly Link[] = ['plus', 'not', 'unknown'];

/** Past a token, or a phrase, that states nothing: the index after it. */
function passToken(tokens: Tokens, at: number, place: Place, passed: number[]): number {
  const token = tokens[at];
  if (token?.kind === 'mark') {
    passMark(tokens, at, place);
    return at + 1;
  }
  const next = token?.entry ? passPhrase(tokens, at, place, passed) : undefined;
  if (next !== undefined) return next;
  passed.push(at);
  if (place.hasTime && follow(tokens, at, 'when') !== undefined) place.isConditional = true;
  if (!token?.entry || isOrdinary(token) || follow(tokens, at, 'noTime') !== undefined) {
    place.isClauseStart = false;
    place.isNearTime = false;
    if (!LASTING.includes(place.link)) place.link = 'none';
    // "K-BIZ-001", "MVP2": a name.
    const hyphen = isMark(tokens[at + 1], '-') && isGlued(tokens, at + 1) ? at + 2 : at + 1;
    const isName =
      tokens[hyphen]?.kind === 'number' &&
      isGlued(tokens, hyphen) &&
      !findAt(extent, tokens, hyphen) &&
      !findAt(date, tokens, hyphen);
    if (isName) return hyphen + 1;
  }
  return at + 1;
}

function passPhrase(tokens: Tokens, at: number, place: Place, passed: number[]): number | undefined {
  const phrases = tokens[at]?.entry?.phrases ?? {};
  for (const link of LINKS) {
    const next = phrases[link] && follow(tokens, at, link);
    if (next === undefined) continue;
    if (link === 'lasting' && !place.isInEvent) return undefined;
    // "inkl.", "zzgl.", "i.e.,"
    const after = isMark(tokens[next], link === 'restated' ? '.,' : '.') ? next + 1 : next;
    if (link === 'restated') {
      if (place.isNearTime) [place.link, place.isClauseStart] = [link, true];
      return after;
    }
    // "renewable", of which nothing comes: behind a length of time there would be no date.
    if (link === 'not') for (let word = at; word < next; word++) passed.push(word);
    if (link === 'plus') place.link = addition(tokens, at, place);
    else if (place.link !== 'plus' || link === 'not' || link === 'over' || link === 'including') place.link = link;
    if (link !== 'or' && link !== 'and') place.isNearTime = false;
    return after;
  }
  return undefined;
}

/** `then 4 weeks`, `launch + 2 weeks`: what comes before has no day, unless it is the start itself. */
function addition(tokens: Tokens, at: number, { hasTime }: Place): Link {
  let before = at - 1;
  while (isMark(tokens[before], ',;:.-(')) before--;
  const isStart = (follow(tokens, before, 'startOfRun') ?? follow(tokens, before, 'startsOn')) === before + 1;
  return hasTime || before < 0 || isStart ? 'plus' : 'unknown';
}

/** How marks right behind a length or date join what follows to it. */
const JOINING: Record<string, Link> = {
  '(': 'restated',
  '=': 'restated',
  '/': 'restated',
  ':': 'parts',
  '-': 'parts',
};
/** The marks that part nothing. */
const JOINED = '-%#$º"';

function passMark(tokens: Tokens, at: number, place: Place): void {
  const mark = tokens[at]?.text ?? '';
  if (mark === '~') return;
  // A full stop or comma between two characters, as in `v1.2`, ends nothing.
  const isInside = '.,:'.includes(mark) && isGlued(tokens, at) && isGlued(tokens, at + 1);
  const joining = place.isNearTime ? JOINING[mark] : undefined;
  if (mark === '&') place.link = place.link === 'plus' ? 'plus' : 'and';
  else if (mark === '+') place.link = addition(tokens, at, place);
  else if (joining !== undefined) place.link = joining;
  else if (!isInside && !JOINED.includes(mark)) {
    place.link = 'none';
    if (mark !== '(' && !isMark(tokens[at + 1], '(')) place.isInEvent = false;
  }
  place.isClauseStart = !isInside;
  if (isInside || !'.;\n!?'.includes(mark)) return;
  place.isNearTime = false;
  place.isConditional = false;
}
