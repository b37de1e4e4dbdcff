// Words by what they count: the noun behind a number, which is something else than time, and words that are time and nothing else.
import type { Role } from '../language.ts';
import { entryOf, isMisspeltUnit } from '../lexicon.ts';
import { isGlued, isMark, type Token, type Tokens } from '../tokens.ts';
import { any, check, follow, form, matchOne, maybe, seq, type Where } from './grammar.ts';
import { sign, unitNamed } from './items.ts';

/** `4 sprints of`, `3 rounds of` */
export const cycle = seq(maybe(sign('-')), any(unitNamed('sprint'), 'cycle'));
const measured = any(cycle, 'measure');

/** The noun that a number counts, with the adjectives before it; a plural, unless it is one; not a misspelt unit. */
function nounOf(where: Where, isOne: boolean): true | undefined {
  const { tokens, at } = where;
  let next = isMark(tokens[at], '-') && isGlued(tokens, at) ? at + 1 : at;
  for (const role of ['whole', 'whole', 'rhythm'] as const) next = follow(tokens, next, role) ?? next;
  if (tokens[next - 1]?.text === 'of') next = follow(tokens, next, 'the') ?? next;
  for (let count = 0; count < 3; count++, next++) {
    const noun = tokens[next];
    if (noun?.kind !== 'word') return undefined;
    const entry = isOrdinary(noun) ? undefined : noun.entry;
    const counted =
      entry && !entry.unit
        ? (matchOne(measured, tokens, next) ?? (isOne ? follow(tokens, next, 'numbered') : undefined))
        : undefined;
    if (counted === undefined && (entry || isMisspeltUnit(noun.text))) return undefined;
    where.next = counted ?? next + 1;
    if (counted !== undefined || (isOne ? mayBeNoun(noun.text) : isPlural(noun.text))) return true;
  }
  return undefined;
}

/** Something in the plural, of which there are so many. */
export const counted = seq(form([], (where) => nounOf(where, false)));
/** The same of what there is one of. */
export const thing = seq(form([], (where) => nounOf(where, true)));

/** How the plurals of the languages end. */
const PLURAL = /(?:[sx]|en|ern?|eln|[^aeiou]e)$/;
/** How their adverbs end, those that are words by themselves stand in the tables: `4 weeks, 6 lengthwise`. */
const ADVERB = /(?:ly|wise|ways|wards|weise|falls|dings|halber|wegen|seits|weilen|genommen|mente?)$/;

export function isPlural(word: string): boolean {
  return PLURAL.test(word) && mayBeNoun(word);
}

function mayBeNoun(word: string): boolean {
  return !ADVERB.test(word);
}

/** A word that means something only where a length stands beside it: `completed`, `part of`. */
export function isOrdinary({ entry }: Token): boolean {
  const roles = Object.keys(entry?.phrases ?? {});
  const isOnly = roles.length > 0 && roles.every((role) => role === 'done' || role === 'fraction');
  return isOnly && Object.keys(entry ?? {}).length === 1;
}

/** `Sundays`, `domingos`, `Sonntage` */
export const weekdays = check((tokens, at) => {
  const { text = '', entry } = tokens[at] ?? {};
  return (entry?.weekday ?? entryOf(text.replace(/(?:s|en?)$/, ''))?.weekday) !== undefined;
});

/** A word that is time, whatever else is said. */
export const timeWord = check(isTimeWord);

/** A word that is a unit, a month, a day or an amount, and nothing else: not "a", "o", "once", "w/". */
function isTimeWord(tokens: Tokens, at: number): boolean {
  const { text = '', entry = {} } = tokens[at] ?? {};
  const { unit, amount, article, month, weekday, phrases = {} } = entry;
  const isAmount = [phrases.half, phrases.couple].some((list) => list?.some(({ rest }) => rest.length === 0));
  if (isAmount) return true;
  if (article || !(unit || month || weekday !== undefined || amount !== undefined)) return false;
  const isOther = Object.keys(phrases).some(
    (role) => role !== 'fraction' && follow(tokens, at, role as Role) !== undefined,
  );
  return !isOther && !(text.length === 1 && isMark(tokens[at + 1], '/'));
}
