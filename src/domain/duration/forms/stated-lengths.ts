// A length as it is claimed: what stands behind it, such as `max`, `each`, `in total`, `of effort`, `a day`, `ago`, and what that makes of it.
import type { Tokens } from '../tokens.ts';
import { isMark } from '../tokens.ts';
import { amount } from './amounts.ts';
import type { Behind, Bound, Claim } from './claim.ts';
import type { Extent } from './extent.ts';
import { any, check, follow, form, matchOne, maybe, not, rule, seq, valued, type Where } from './grammar.ts';
import { anyWord, end, glued, meaning, sign, word } from './items.ts';
import { rate } from './lengths.ts';
import { weekdays } from './nouns.ts';

/** True where a sign or the end of the text follows, so that what stands before it stands alone. */
export function isEndOfPart(tokens: Tokens, at: number): boolean {
  return tokens[at] === undefined || isMark(tokens[at], '.,;:()-=→\n!?');
}
export const endOfPart = check(isEndOfPart);

/** An amount, whatever it is. */
export const number = seq(amount);
export const ofWork = seq(maybe('whole'), maybe('link'), 'work');
/** "2 weeks, at least 3 shops": then it is about the shops. */
export const boundBehind = form([valued('boundAfter'), not(amount)]);
/** `2-week sprint` */
const sprint = maybe(
  seq(
    check((tokens, at) => tokens[at - 1]?.entry?.unit?.of !== 'sprints'),
    word('sprint'),
  ),
);
const plain = seq(not(meaning('unit')), not(meaning('month')), not(meaning('weekday')), anyWord);
const per = word('per', 'pro', 'je', 'por', 'par');
const ordinaryWord = seq(
  check((tokens, at) => !tokens[at]?.entry),
  anyWord,
);
/** `pro Filiale` before a length, `/shop` behind one. */
const perThing = seq(per, ordinaryWord);
const slashThing = seq(glued, sign('/'), glued, ordinaryWord);
const each = form([not(word('je'), 'after'), any('each', seq(per, plain), slashThing)], true);
const total = form(['total'], true);
const somethingBehind = rule<Behind>(() => [
  form([sprint, rate], { is: 'rhythm' }),
  // "3 jours-homme"
  form([sprint, sign('-/'), 'person'], { is: 'work' }),
  form([sprint, ofWork], { is: 'work' }),
  form([sprint, maybe(seq(boundBehind)), any('past', 'before', 'done')], { is: 'backward' }),
  // "a month of Sundays", "une semaine de quatre jeudis"
  form([sprint, maybe(word('full')), word('of', 'de', 'von', 'voller'), maybe(number), weekdays], { is: 'left' }),
  form([sprint, maybe(boundBehind), maybe(each), maybe(total)], (bound, isEach, isTotal) => ({
    bound,
    isEach,
    isTotal,
  })),
]);

/** A plain length is all there is: nothing has to be looked for behind it. */
export const behind = any(form([end], {} as Behind), somethingBehind);

export function lengthClaim(length: Extent, found: Behind, { tokens, at, next, place }: Where, bound?: Bound): Claim {
  if (found.is) return { is: found.is };
  if (follow(tokens, at - 1, 'before') === at) return { is: 'backward' };
  // "Within 2 weeks of launch"
  const isWithin = tokens[at - 1]?.text === 'within' && tokens[next]?.text === 'of';
  if (isWithin && follow(tokens, next + 1, 'startOfRun') === undefined) return { is: 'counted' };
  return {
    is: 'length',
    extent: length,
    bound: bound ?? found.bound ?? (length.most ? 'exact' : 'min'),
    isAlone: place.isClauseStart && isEndOfPart(tokens, next),
    isEach: found.isEach === true || follow(tokens, at - 1, 'each') === at || matchOne(perThing, tokens, at - 2) === at,
    isTotal: found.isTotal === true,
  };
}
