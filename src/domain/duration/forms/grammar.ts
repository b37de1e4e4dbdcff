// Forms as combinators over the tokens: what follows each other in a form, and what it comes to.
import type { Role, Unit, UnitName } from '../language.ts';
import type { Entry } from '../lexicon.ts';
import { isGlued, isMark, type Token, type Tokens } from '../tokens.ts';
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
  is: 'rule' | 'maybe' | 'any' | 'seq' | 'ahead' | 'not' | 'check' | 'sign' | 'token';
  /** It takes a token, so that what follows it does not begin a form. */
  takes: boolean;
  gives: boolean;
  /** What it is about. */
  items: readonly Item[];
  marks?: string;
  holds?: (tokens: Tokens, at: number) => boolean;
  /** The value of a token; undefined for one that it is not. */
  meant?: (token: Token) => unknown;
  /** Instead of that, where it cannot say by what tokens of a sort have in common. */
  begins?: (token: Token) => boolean;
  /** For the type alone. */
  value?: Value;
}

/** The value of what was matched last. */
let given: unknown;

type ValueOf<I> = I extends Matcher<infer Value> ? Value : None;
type IsNone<Value> = [Value] extends [None] ? true : false;
/** What one of several items gives: nothing where none of them has a value, else perhaps nothing where some have none. */
type SomeOf<Value> = IsNone<Value> extends true ? None : None extends Value ? Exclude<Value, None> | undefined : Value;
/** The values of those items that have one. */
type Given<Items extends readonly unknown[]> = Items extends readonly [infer First, ...infer Rest]
  ? IsNone<ValueOf<First>> extends true
    ? Given<Rest>
    : [ValueOf<First>, ...Given<Rest>]
  : [];

/** The items of a form in their order, and what it comes to: always the same, what a function makes of their values, or the first of these. */
export interface Form<T> {
  items: readonly Item[];
  build: ((...values: unknown[]) => T | undefined) | T | undefined;
}

/** A form; where its function gives nothing, it was none. */
export function form<T, const Items extends readonly Item[] = readonly Item[]>(
  items: Items,
  build?:
    | ((...values: [...Given<Items>, Where]) => T | undefined)
    | (T extends (...values: never[]) => unknown ? never : T),
): Form<T> {
  return { items, build: build as Form<T>['build'] };
}

/** The text that is read, and a number that it has alone. */
let reading: Tokens | undefined;
let text = 0;

/**
 * Forms, of which the first that is found and comes to something counts. They are made when they are asked for: a run of the script mostly
 * reads a few durations. Nothing is tried twice: what follows does not bring back another form.
 */
export class Rule<T> implements Matcher<T> {
  readonly is = 'rule';
  readonly takes = true;
  readonly gives = true;
  readonly items = [];
  declare readonly value?: T;
  private readonly make: () => Form<T>[];
  private forms: Form<T>[] | undefined;
  /** Of each sort of token the forms that may begin with it. */
  private readonly candidates: (readonly Form<T>[] | undefined)[] = [];
  // A rule is asked once for each token: what many forms begin with is read once, so that reading stays linear.
  private readonly found: (Found<T> | undefined)[] = [];
  private readonly asked: number[] = [];

  constructor(make: () => Form<T>[]) {
    this.make = make;
  }

  /** What stands at a token. */
  find(tokens: Tokens, at: number, place?: Place): Found<T> | undefined {
    if (tokens !== reading) {
      reading = tokens;
      text++;
    }
    if (this.asked[at] !== text) {
      const forms = this.candidatesAt(tokens[at]);
      if (forms.length === 0) return undefined;
      this.found[at] = search(forms, tokens, at, place as Place);
      this.asked[at] = text;
    }
    return this.found[at];
  }

  match(tokens: Tokens, at: number): number | undefined {
    const found = this.find(tokens, at);
    given = found?.value;
    return found?.next;
  }

  begins(token: Token): boolean {
    return this.candidatesAt(token).length > 0;
  }

  private candidatesAt(token: Token | undefined): readonly Form<T>[] {
    const sort = token?.sort ?? 0;
    const known = this.candidates[sort];
    if (known) return known;
    this.forms ??= this.make();
    const forms: Form<T>[] = [];
    for (const each of this.forms) if (token === undefined || mayBegin(each.items, token)) forms.push(each);
    this.candidates[sort] = forms;
    return forms;
  }
}

function search<T>(forms: readonly Form<T>[], tokens: Tokens, at: number, place: Place): Found<T> | undefined {
  for (const { items, build } of forms) {
    const values: unknown[] = [];
    const next = matchAll(items, tokens, at, values);
    if (next === undefined) continue;
    const where: Where = { tokens, at, next, place };
    const value =
      typeof build === 'function'
        ? (build as (...values: unknown[]) => T | undefined)(...values, where)
        : (build ?? (values[0] as T));
    if (value !== undefined) return { value, next: where.next };
  }
  return undefined;
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
      return given === undefined || given === false ? undefined : at + 1;
    }
  }
}

/** Only what stands before the first item that must be there is looked at. */
function mayBegin(items: readonly Item[], token: Token): boolean {
  for (const item of items) {
    if (beginsWith(item, token)) return true;
    if (isTaking(item)) return false;
  }
  return true;
}

/** False for tokens with which an item cannot begin, whatever follows, a number standing for every number and an unknown word for all. */
function beginsWith(item: Item, token: Token): boolean {
  if (typeof item === 'string') return token.entry?.phrases?.[item] !== undefined;
  switch (item.is) {
    case 'sign':
      return isMark(token, item.marks ?? '');
    case 'maybe':
    case 'any':
      return item.items.some((each) => beginsWith(each, token));
    case 'seq':
    case 'ahead':
      return mayBegin(item.items, token);
    case 'not':
    case 'check':
      return false;
  }
  if (item.begins) return item.begins(token);
  const meant = item.meant?.(token);
  return meant !== undefined && meant !== false;
}

function isTaking(item: Item): boolean {
  return typeof item === 'string' || item.takes;
}

const isGiving = (item: Item) => typeof item !== 'string' && item.gives;

/** Forms under a name. */
export const rule = <T>(make: () => Form<T>[]): Rule<T> => new Rule(make);

/** One that may be missing. */
export function maybe<const I extends Item>(item: I): Matcher<SomeOf<ValueOf<I> | None>> {
  return { is: 'maybe', takes: false, gives: isGiving(item), items: [item] };
}

/** The first of several that stands there. */
export function any<const Items extends readonly Item[]>(...items: Items): Matcher<SomeOf<ValueOf<Items[number]>>> {
  return { is: 'any', takes: items.every(isTaking), gives: items.some(isGiving), items };
}

/** Several after each other, of whatever value. */
export function seq(...items: Item[]): Matcher<None> {
  return { is: 'seq', takes: items.some(isTaking), gives: false, items };
}

/** They must be next, but are not taken. */
export function ahead(...items: Item[]): Matcher<None> {
  return { is: 'ahead', takes: true, gives: false, items };
}

/** They must not be next. */
export function not(...items: Item[]): Matcher<None> {
  return { is: 'not', takes: false, gives: false, items };
}

/** Something holds before a token. */
export function check(holds: (tokens: Tokens, at: number) => boolean): Matcher<None> {
  return { is: 'check', takes: false, gives: false, items: [], holds };
}

/** It touches the token before it. */
export const glued = check(isGlued);
/** The end of the text. */
export const end = check((tokens, at) => tokens[at] === undefined);

/** One of the marks, each a single character. */
export function sign(marks: string): Matcher<None> {
  return { is: 'sign', takes: true, gives: false, items: [], marks };
}

/** A token of which something holds. */
function taken(meant: (token: Token) => boolean, begins?: Matcher<None>['begins']): Matcher<None> {
  return { is: 'token', takes: true, gives: false, items: [], meant, begins };
}

/** One of the words. */
export const word = (...words: string[]) =>
  taken(
    ({ text }) => words.includes(text),
    ({ text, kind, entry }) => kind === 'word' && (entry === undefined || words.includes(text)),
  );
export const anyWord = taken(({ kind }) => kind === 'word');
export const anyMark = taken(({ kind }) => kind === 'mark');
export const anyNumber = taken(({ kind }) => kind === 'number');
export const article = taken(({ entry }) => entry?.article === true);
/** A unit of that name or kind. */
export const unitNamed = (of: UnitName | Unit['of']) =>
  taken(({ entry }) => entry?.unit?.name === of || entry?.unit?.of === of);

/** What a word means. */
export function meaning<Name extends 'unit' | 'amount' | 'month' | 'weekday' | 'shortWeekday' | 'ordinal'>(
  name: Name,
): Matcher<Exclude<Entry[Name], undefined>> {
  return { is: 'token', takes: true, gives: true, items: [], meant: ({ entry }) => entry?.[name] };
}

/** A number of so many digits; `isCount`: that does not begin with a zero. */
export function digits(least: number, most = least, isCount = false): Matcher<number> {
  const lowest = isCount ? '1' : '0';
  const meant = ({ text, kind }: Token) => {
    const isMeant = kind === 'number' && text.length >= least && text.length <= most && text >= lowest && text < ':';
    return isMeant ? Number(text) : undefined;
  };
  return { is: 'token', takes: true, gives: true, items: [], meant, begins: ({ kind }) => kind === 'number' };
}

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
