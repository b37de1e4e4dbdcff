// Forms as combinators over the tokens: what follows each other in a form, and what it comes to.
import type { Role } from '../language.ts';
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
  is: 'rule' | 'form' | 'maybe' | 'any' | 'seq' | 'ahead' | 'not' | 'check' | 'sign' | 'token';
  gives: boolean;
  /** What it is about. */
  items: readonly Item[];
  marks?: string;
  holds?: (tokens: Tokens, at: number) => boolean;
  /** The value of a token; undefined for one that it is not. */
  meant?: (token: Token) => unknown;
  /** Instead of that, where it cannot say by what tokens of a sort have in common. */
  begins?: (token: Token) => boolean;
  /** What a form comes to: always the same, or what a function makes of the values of its items. */
  build?: unknown;
  /** For the type alone. */
  value?: Value;
}

/** No items. */
export const NONE: [] = [];

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
  return { is: 'form', gives: true, items, build };
}

/** The text that is read, and a number that it has alone. */
let reading: Tokens | undefined;
let text = 0;
let standing: Place;

/**
 * Forms, of which the first that is found and comes to something counts. They are made when they are asked for: a run of the script mostly
 * reads a few durations. Nothing is tried twice: what follows does not bring back another form.
 */
export class Rule<T> implements Matcher<T> {
  readonly is = 'rule';
  readonly gives = true;
  readonly items = NONE;
  declare readonly value?: T;
  private readonly make: () => Matcher<T>[];
  private forms: Matcher<T>[] | undefined;
  /** Of each sort of token the forms that may begin with it, and of the end of the text those that take none. */
  private readonly candidates = new Map<number, readonly Matcher<T>[]>();
  // A rule is asked once for each token: what many forms begin with is read once, so that reading stays linear.
  private memory: Map<number, Found<T> | undefined> | undefined;
  private asked = 0;

  private readonly isOfNumbers: boolean;

  constructor(make: () => Matcher<T>[], isOfNumbers: boolean) {
    this.make = make;
    this.isOfNumbers = isOfNumbers;
  }

  /** What stands at a token. */
  find(tokens: Tokens, at: number): Found<T> | undefined {
    if (tokens !== reading) {
      reading = tokens;
      text++;
    }
    const memory = this.asked === text ? this.memory : undefined;
    let found = memory?.get(at);
    if (found || memory?.has(at)) return found;
    const forms = this.candidatesAt(tokens[at]);
    if (forms.length === 0) return undefined;
    for (const each of forms) {
      const next = matchOne(each, tokens, at);
      if (next === undefined) continue;
      found = { value: given as T, next };
      break;
    }
    if (this.asked !== text) {
      this.memory = new Map();
      this.asked = text;
    }
    this.memory?.set(at, found);
    return found;
  }

  match(tokens: Tokens, at: number): number | undefined {
    const found = this.find(tokens, at);
    given = found?.value;
    return found?.next;
  }

  begins(token: Token): boolean {
    return this.candidatesAt(token).length > 0;
  }

  private candidatesAt(token: Token | undefined): readonly Matcher<T>[] {
    if (token?.kind === 'number' && !this.isOfNumbers) return NONE;
    const sort = token?.sort ?? 0;
    const known = this.candidates.get(sort);
    if (known) return known;
    this.forms ??= this.make();
    const forms: Matcher<T>[] = [];
    for (const each of this.forms) {
      const isCandidate = token ? begins(each, token) !== false : !isTaking(each);
      if (isCandidate) forms.push(each);
    }
    this.candidates.set(sort, forms);
    return forms;
  }
}

/** What stands at a token, with what else is known of the place. */
export function findAt<T>(item: Matcher<T>, tokens: Tokens, at: number, place?: Place): Found<T> | undefined {
  if (place) standing = place;
  const next = matchOne(item, tokens, at);
  return next === undefined ? undefined : { value: given as T, next };
}

function matchForm({ items, build }: Matcher<unknown>, tokens: Tokens, at: number): number | undefined {
  const values: unknown[] = [];
  const next = matchAll(items, tokens, at, values);
  if (next === undefined) return undefined;
  if (typeof build !== 'function') {
    given = build ?? values[0];
    return next;
  }
  const where: Where = { tokens, at, next, place: standing };
  given = build(...values, where);
  return given === undefined ? undefined : where.next;
}

function matchAll(items: readonly Item[], tokens: Tokens, at: number, values?: unknown[]): number | undefined {
  let next = at;
  for (const item of items) {
    const after = matchOne(item, tokens, next);
    if (after === undefined) return undefined;
    next = after;
    if (values && typeof item !== 'string' && item.gives) values.push(given);
  }
  return next;
}

/** The index after an item; undefined where it does not stand there. Its value, if it has one, is then in `given`. */
export function matchOne(item: Item, tokens: Tokens, at: number): number | undefined {
  if (typeof item === 'string') return follow(tokens, at, item);
  switch (item.is) {
    case 'rule':
      return (item as Rule<unknown>).match(tokens, at);
    case 'form':
      return matchForm(item, tokens, at);
    case 'sign':
      return isMark(tokens[at], item.marks ?? '') ? at + 1 : undefined;
    case 'maybe':
    case 'any': {
      for (const each of item.items) {
        given = undefined;
        const next = matchOne(each, tokens, at);
        if (next !== undefined) return next;
      }
      given = undefined;
      return item.is === 'maybe' ? at : undefined;
    }
    case 'seq':
      return matchAll(item.items, tokens, at);
    case 'ahead':
      return matchAll(item.items, tokens, at) === undefined ? undefined : at;
    case 'not':
      return matchAll(item.items, tokens, at) === undefined ? at : undefined;
    case 'check':
      return item.holds?.(tokens, at) ? at : undefined;
    case 'token': {
      const token = tokens[at];
      given = token && item.meant?.(token);
      return isMeant(given) ? at + 1 : undefined;
    }
  }
}

/** Whether a token, which stands for all of its sort, may begin an item; undefined for one that may take none, so that what follows may begin there. */
function begins(item: Item, token: Token): boolean | undefined {
  if (typeof item === 'string') return token.entry?.phrases?.[item] !== undefined;
  switch (item.is) {
    case 'rule':
      return (item as Rule<unknown>).begins(token);
    case 'sign':
      return isMark(token, item.marks ?? '');
    case 'token':
      return item.begins ? item.begins(token) : isMeant(item.meant?.(token));
    case 'any':
      for (const each of item.items) if (begins(each, token) !== false) return true;
      return false;
    case 'form':
    case 'seq':
    case 'ahead':
    case 'maybe':
      for (const each of item.items) {
        const isBegun = begins(each, token);
        if (isBegun) return true;
        if (isBegun === false) return item.is === 'maybe' ? undefined : false;
      }
  }
  return undefined;
}

function isMeant(value: unknown): boolean {
  return value !== undefined && value !== false;
}

/** It takes a token, so that what follows it does not begin a form. */
function isTaking(item: Item): boolean {
  if (typeof item === 'string') return true;
  if (item.is === 'any') return item.items.every(isTaking);
  if (item.is === 'seq' || item.is === 'form') return item.items.some(isTaking);
  return item.is !== 'maybe' && item.is !== 'not' && item.is !== 'check';
}

/** Forms under a name. */
export const rule = <T>(make: () => Matcher<T>[]): Rule<T> => new Rule(make, true);
/** Forms of which none begins with a number: for one they are not even made. */
export const ruleOfWords = <T>(make: () => Matcher<T>[]): Rule<T> => new Rule(make, false);

/** The index after the longest phrase of the role that begins here; undefined if none does. */
export function follow(tokens: Tokens, at: number, role: Role): number | undefined {
  const phrases = tokens[at]?.entry?.phrases?.[role];
  if (!phrases) return undefined;
  let longest: number | undefined;
  for (const rest of phrases) {
    const next = restOf(tokens, at + 1, rest);
    if (next !== undefined && next > (longest ?? at)) longest = next;
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
