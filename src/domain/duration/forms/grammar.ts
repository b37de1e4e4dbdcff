// Forms as combinators over the tokens: what follows each other in a form, and what it comes to.
import type { Role, Values } from '../language.ts';
import { isMark, type Token, type Tokens } from '../tokens.ts';
import type { Place } from './claim.ts';

/** What a rule found, and the index of the token after it. */
export interface Found<T> {
  value: T;
  next: number;
}

/** Where a form was found: from `at` to before `next`, which a form may move, and what the caller knows of the place. */
export interface Where {
  tokens: Tokens;
  at: number;
  next: number;
  place: Place;
}

/** The value of an item that has none. */
export interface None {
  isNone: true;
}

/** Something that may stand at a token: the longest phrase of a role, without a value, or a matcher. */
export type Item<Value = unknown> = Role | Matcher<Value>;

/** What may stand at a token. */
export interface Matcher<Value> {
  /** The index after it; undefined where it does not stand there. Its value, if it has one, is then in `given`. */
  match: (tokens: Tokens, at: number) => number | undefined;
  /** Whether a token, which stands for all that are alike, or the end may begin it; undefined: what follows it may begin there. */
  begins: (token: Token | undefined) => boolean | undefined;
  gives: boolean;
  /** For the type alone. */
  value?: Value;
}

/** The value of what was matched last. */
let given: unknown;

export type ValueOf<I> = I extends Matcher<infer Value> ? Value : None;
type IsNone<Value> = [Value] extends [None] ? true : false;
/** What one of several items gives: nothing where none of them has a value, else perhaps nothing where some have none. */
export type SomeOf<Value> =
  IsNone<Value> extends true ? None : None extends Value ? Exclude<Value, None> | undefined : Value;
/** The values of those items that have one. */
type Given<Items extends readonly unknown[]> = Items extends readonly [infer First, ...infer Rest]
  ? IsNone<ValueOf<First>> extends true
    ? Given<Rest>
    : [ValueOf<First>, ...Given<Rest>]
  : [];

/** The text that is read, and a number that it has alone. */
let reading: Tokens | undefined;
let text = 0;
let standing: Place;

/** Items in their order, with the value of the first that has one. */
export function form<const Items extends readonly Item[]>(items: Items): Matcher<Given<Items>[0]>;
/** Items in their order, and what they come to; where the function gives nothing, it was none. */
export function form<T, const Items extends readonly Item[] = readonly Item[]>(
  items: Items,
  build:
    | ((...values: [...Given<Items>, Where]) => T | undefined)
    | (T extends (...values: never[]) => unknown ? never : T),
): Matcher<T>;
export function form(items: readonly Item[], build?: unknown): Matcher<unknown> {
  const match = (tokens: Tokens, at: number) => {
    let values: unknown[] | undefined;
    let next: number | undefined = at;
    // Not `for of`, here and below: it takes several times as long in code that runs a few times.
    for (let index = 0; index < items.length; index++) {
      const item = items[index] as Item;
      next = matchOne(item, tokens, next);
      if (next === undefined) return undefined;
      if (typeof item === 'string' || !item.gives) continue;
      values ??= [];
      values.push(given);
    }
    if (typeof build !== 'function') {
      given = build ?? values?.[0];
      return next;
    }
    const where: Where = { tokens, at, next, place: standing };
    given = values ? build(...values, where) : build(where);
    return given === undefined ? undefined : where.next;
  };
  return { match, begins: (token) => beginAll(items, token), gives: true };
}

/** What makes two tokens alike for all forms: the same known word or mark, or that both are numbers, or words that are not known. */
function sortOf(token: Token | undefined): unknown {
  return token && (token.entry ?? (token.kind === 'mark' ? token.text : token.kind));
}

/**
 * Forms, of which the first that is found and comes to something counts. They are made when they are asked for: a run of the script mostly
 * reads a few durations. Nothing is tried twice: what follows does not bring back another form.
 */
export class Rule<T> implements Matcher<T> {
  readonly gives = true;
  declare readonly value?: T;
  private readonly make: () => Matcher<T>[];
  private readonly isOfNumbers: boolean;
  private made: readonly Matcher<T>[] | undefined;
  /** Of each sort of token that was met the forms that may begin with it, once it is met again: to find them costs as much as to try all. */
  private readonly candidates = new Map<unknown, readonly Matcher<T>[] | undefined>();
  // A rule is asked once for each token of a text: what many forms begin with is read once, so that reading stays linear.
  private readonly asked: number[] = [];
  private readonly nexts: (number | undefined)[] = [];
  private readonly values: unknown[] = [];

  constructor(make: () => Matcher<T>[], isOfNumbers: boolean) {
    this.make = make;
    this.isOfNumbers = isOfNumbers;
  }

  match(tokens: Tokens, at: number): number | undefined {
    if (tokens !== reading) {
      reading = tokens;
      text++;
    }
    if (this.asked[at] === text) {
      given = this.values[at];
      return this.nexts[at];
    }
    let next: number | undefined;
    const forms = this.candidatesAt(tokens[at], false);
    for (let index = 0; index < forms.length && next === undefined; index++) next = forms[index]?.match(tokens, at);
    this.asked[at] = text;
    this.values[at] = given;
    this.nexts[at] = next;
    return next;
  }

  begins(token: Token | undefined): boolean {
    return this.candidatesAt(token, true).length > 0;
  }

  private candidatesAt(token: Token | undefined, isMetAgain: boolean): readonly Matcher<T>[] {
    if (token?.kind === 'number' && !this.isOfNumbers) return [];
    this.made ??= this.make();
    const sort = sortOf(token);
    const known = this.candidates.get(sort);
    if (known) return known;
    const forms =
      isMetAgain || this.candidates.has(sort) ? this.made.filter((each) => each.begins(token) !== false) : undefined;
    this.candidates.set(sort, forms);
    return forms ?? this.made;
  }
}

/** What stands at a token, with what else is known of the place. */
export function findAt<T>(item: Matcher<T>, tokens: Tokens, at: number, place?: Place): Found<T> | undefined {
  if (place) standing = place;
  const next = item.match(tokens, at);
  return next === undefined ? undefined : { value: given as T, next };
}

/** The index after items in their order. */
function matchAll(items: readonly Item[], tokens: Tokens, at: number): number | undefined {
  let next: number | undefined = at;
  for (let index = 0; index < items.length && next !== undefined; index++)
    next = matchOne(items[index] as Item, tokens, next);
  return next;
}

/** The index after an item; undefined where it does not stand there. */
export function matchOne(item: Item, tokens: Tokens, at: number): number | undefined {
  return typeof item === 'string' ? follow(tokens, at, item) : item.match(tokens, at);
}

function beginOne(item: Item, token: Token | undefined): boolean | undefined {
  return typeof item === 'string' ? token?.entry?.phrases?.[item] !== undefined : item.begins(token);
}

function beginAll(items: readonly Item[], token: Token | undefined): boolean | undefined {
  for (const item of items) {
    const isBegun = beginOne(item, token);
    if (isBegun !== undefined) return isBegun;
  }
  return undefined;
}

/** Forms under a name. */
export const rule = <T>(make: () => Matcher<T>[]): Rule<T> => new Rule(make, true);
/** Forms of which none begins with a number: for one they are not even made. */
export const ruleOfWords = <T>(make: () => Matcher<T>[]): Rule<T> => new Rule(make, false);

const isGiving = (item: Item) => typeof item !== 'string' && item.gives;
const unknown = () => undefined;

/** One that may be missing. */
export function maybe<const I extends Item>(item: I): Matcher<SomeOf<ValueOf<I> | None>> {
  const match = (tokens: Tokens, at: number) => {
    const next = matchOne(item, tokens, at);
    if (next === undefined) given = undefined;
    return next ?? at;
  };
  return { match, begins: (token) => beginOne(item, token) || undefined, gives: isGiving(item) };
}

/** The first of several that stands there. */
export function any<const Items extends readonly Item[]>(...items: Items): Matcher<SomeOf<ValueOf<Items[number]>>> {
  const match = (tokens: Tokens, at: number) => {
    let next: number | undefined;
    for (let index = 0; index < items.length && next === undefined; index++) {
      given = undefined;
      next = matchOne(items[index] as Item, tokens, at);
    }
    return next;
  };
  const begins = (token: Token | undefined) => items.some((item) => beginOne(item, token) !== false);
  return { match, begins, gives: items.some(isGiving) };
}

/** Several after each other, of whatever value. */
export function seq(...items: Item[]): Matcher<None> {
  return {
    match: (tokens, at) => matchAll(items, tokens, at),
    begins: (token) => beginAll(items, token),
    gives: false,
  };
}

/** They must be next, but are not taken. */
export function ahead(...items: Item[]): Matcher<None> {
  const match = (tokens: Tokens, at: number) => (matchAll(items, tokens, at) === undefined ? undefined : at);
  return { match, begins: (token) => beginAll(items, token), gives: false };
}

/** They must not be next. */
export function not(...items: Item[]): Matcher<None> {
  const match = (tokens: Tokens, at: number) => (matchAll(items, tokens, at) === undefined ? at : undefined);
  return { match, begins: unknown, gives: false };
}

/** Something holds before a token. */
export function check(holds: (tokens: Tokens, at: number) => boolean): Matcher<None> {
  return { match: (tokens, at) => (holds(tokens, at) ? at : undefined), begins: unknown, gives: false };
}

/** A token of which something holds; `mayBegin`, where that is not the same of all that are alike. */
export function taken(meant: (token: Token) => boolean, mayBegin = meant): Matcher<None> {
  const match = (tokens: Tokens, at: number) => {
    const token = tokens[at];
    return token && meant(token) ? at + 1 : undefined;
  };
  return { match, begins: (token) => token !== undefined && mayBegin(token), gives: false };
}

/** What a token comes to, if it does; `mayBegin` as above. */
export function giving<T>(
  value: (token: Token) => T | undefined,
  mayBegin = (token: Token) => value(token) !== undefined,
): Matcher<T> {
  const match = (tokens: Tokens, at: number) => {
    const token = tokens[at];
    given = token && value(token);
    return given === undefined ? undefined : at + 1;
  };
  return { match, begins: (token) => token !== undefined && mayBegin(token), gives: true };
}

/** The value of the longest phrase of a role that begins here. */
export function valued<Name extends keyof Values>(role: Name): Matcher<Values[Name]> {
  return { match: (tokens, at) => follow(tokens, at, role), begins: (token) => beginOne(role, token), gives: true };
}

/** The index after the longest phrase of the role that begins here; undefined if none does. */
export function follow(tokens: Tokens, at: number, role: Role): number | undefined {
  const phrases = tokens[at]?.entry?.phrases?.[role];
  if (!phrases) return undefined;
  let longest: number | undefined;
  for (const { rest, value } of phrases) {
    const next = restOf(tokens, at + 1, rest);
    if (next === undefined || next <= (longest ?? at)) continue;
    longest = next;
    given = value;
  }
  return longest;
}

/** The index after the further words of a phrase, between which a sign may stand. */
function restOf(tokens: Tokens, at: number, rest: readonly string[]): number | undefined {
  let next = at;
  for (const word of rest) {
    let token = tokens[next++];
    if (isMark(token, '-/.')) token = tokens[next++];
    if (token?.text !== word) return undefined;
  }
  return next;
}
