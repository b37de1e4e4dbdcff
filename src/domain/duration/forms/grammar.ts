// Forms as patterns over the tokens, a line of a table each: `until {date}`, `{two} ordinalEnd? {month} {year}?`.
import type { Role } from '../language.ts';
import { isGlued, isMark, type Token, type Tokens } from '../tokens.ts';
import type { Place } from './claim.ts';
import type { Values } from './values.ts';

/** What a rule found, and the index of the token after it. */
export interface Found<T> {
  value: T;
  next: number;
}

/** Where a form was found: from `at` to before `next`, which `build` may move, and what the caller knows of the place. */
export interface Where {
  tokens: Tokens;
  at: number;
  next: number;
  place: Place;
}

/** A pattern, and what it makes: always the same, or what a function makes of the values in it. */
export type Form<T> = [
  pattern: string,
  build?: ((values: Values, where: Where) => T | undefined) | Extract<T, { is?: unknown }>,
];

/** One word of a pattern. */
interface Item {
  match: (tokens: Tokens, at: number, matched: unknown[]) => number | undefined;
  /** False for tokens with which it cannot begin, whatever follows, a number standing for every number. */
  begins: (token: Token) => boolean;
  /** It takes a token, so that what follows in the pattern does not begin it. */
  takes: boolean;
}

interface Rule {
  find: (tokens: Tokens, at: number, place?: Place) => Found<unknown> | undefined;
  begins: (token: Token) => boolean;
}

const FORMS: Record<string, Form<unknown>[]> = {};

/**
 * Names rules, each made of forms: the first that is found and of which `build` makes something; without it, the value is the
 * first in it. The words of a pattern follow each other: `until` is the longest phrase of the role, `'of'` a word, `[-/]` one of
 * the marks, `{date}` a rule, whose value `build` gets, as it gets that of `{first:date}` by the name `first`; `<word>`, `<month>`
 * are tokens of that kind or meaning, `#week` a unit of that name, `$` the end, and `_` stands between tokens that touch. A word
 * may be one of several, `until|by`, may be missing, `the?`, and be only looked for: `!the` must not, `&the` must be next.
 * Nothing is tried twice: what follows does not bring back another choice.
 */
export function define(forms: { [Name in keyof Values]?: Form<Values[Name]>[] }): void {
  Object.assign(FORMS, forms);
}

/** What a rule finds at a token. */
export function find<Name extends keyof Values>(name: Name, tokens: Tokens, at: number, place?: Place) {
  return ruleOf(name).find(tokens, at, place) as Found<Values[Name]> | undefined;
}

/** Nothing is made before it is asked for, and each but once: a run of the script mostly reads a few durations. */
function madeOnce<Made>(make: (name: string) => Made): (name: string) => Made {
  const made: Record<string, Made> = {};
  return (name) => {
    const known = made[name] ?? make(name);
    made[name] = known;
    return known;
  };
}
const ruleOf = madeOnce((name) => ruleFrom(FORMS[name] ?? []));
const itemOf = madeOnce(itemFrom);

function ruleFrom(forms: Form<unknown>[]): Rule {
  const patterns: Item[][] = [];
  const patternOf = (form: number) => {
    const pattern = forms[form]?.[0].split(' ').map(itemOf) ?? [];
    patterns[form] = pattern;
    return pattern;
  };
  /** Of each sort of token the forms that may begin with it. */
  const candidates: number[][] = [];
  const candidatesAt = (token: Token | undefined) => {
    const sort = token?.sort ?? 0;
    let list = candidates[sort];
    if (list) return list;
    list = [];
    for (const [form, [pattern]] of forms.entries())
      if (token === undefined || mayBegin(pattern, token)) list.push(form);
    candidates[sort] = list;
    return list;
  };
  const search = (list: readonly number[], tokens: Tokens, at: number, place?: Place) => {
    const matched: unknown[] = [];
    for (const form of list) {
      const items = patterns[form] ?? patternOf(form);
      if (matched.length > 0) matched.length = 0;
      let next: number | undefined = at;
      for (let item = 0; next !== undefined && item < items.length; item++)
        next = items[item]?.match(tokens, next, matched);
      if (next === undefined) continue;
      const build = forms[form]?.[1];
      const where = { tokens, at, next, place: place as Place };
      const value = typeof build === 'function' ? build(valuesOf(matched), where) : (build ?? matched[1] ?? true);
      if (value !== undefined) return { value, next: where.next };
    }
    return undefined;
  };
  // A rule is asked once for each token: what many forms begin with is read once, so that reading stays linear.
  const found: (Found<unknown> | undefined)[] = [];
  const asked: number[] = [];
  return {
    find: (tokens, at, place) => {
      const list = candidatesAt(tokens[at]);
      if (list.length === 0) return undefined;
      if (tokens !== reading) {
        reading = tokens;
        text++;
      }
      if (asked[at] !== text) {
        found[at] = search(list, tokens, at, place);
        asked[at] = text;
      }
      return found[at];
    },
    begins: (token) => candidatesAt(token).length > 0,
  };
}

/** Only what stands before the first word that must be there is looked at. */
function mayBegin(pattern: string, token: Token): boolean {
  for (const word of pattern.split(' ')) {
    const { begins, takes } = itemOf(word);
    if (begins(token)) return true;
    if (takes) return false;
  }
  return true;
}

/** The text that is read, and a number that it has alone. */
let reading: Tokens | undefined;
let text = 0;

/** What was matched, as names and values in turns. */
function valuesOf(matched: readonly unknown[]): Values {
  const values: Record<string, unknown> = {};
  for (let at = 0; at < matched.length; at += 2) values[matched[at] as string] = matched[at + 1];
  return values as unknown as Values;
}

const never = () => false;

function itemFrom(word: string): Item {
  const inner = word.slice(1, -1);
  if (word.endsWith('?')) {
    const { match, begins } = itemOf(word.slice(0, -1));
    return { match: (tokens, at, matched) => match(tokens, at, matched) ?? at, begins, takes: false };
  }
  if (word[0] === '!' || word[0] === '&') {
    const { match, begins } = itemOf(word.slice(1));
    const isWanted = word[0] === '&';
    const isAhead: Item['match'] = (tokens, at, matched) =>
      (match(tokens, at, matched) !== undefined) === isWanted ? at : undefined;
    return { match: isAhead, begins: isWanted ? begins : never, takes: isWanted };
  }
  if (word[0] === '(') return itemOf(inner);
  if (word.includes('|')) {
    const items = word.split('|').map(itemOf);
    return {
      match: (tokens, at, matched) => {
        for (const { match } of items) {
          const next = match(tokens, at, matched);
          if (next !== undefined) return next;
        }
        return undefined;
      },
      begins: (token) => items.some(({ begins }) => begins(token)),
      takes: items.every(({ takes }) => takes),
    };
  }
  switch (word[0]) {
    case undefined:
      return { match: (_, at) => at, begins: never, takes: false };
    case '_':
      return { match: (tokens, at) => (isGlued(tokens, at) ? at : undefined), begins: never, takes: false };
    case '$':
      return { match: (tokens, at) => (tokens[at] === undefined ? at : undefined), begins: never, takes: false };
    case "'":
      return taking(({ text }) => text === inner);
    case '[':
      return taking((token) => isMark(token, inner));
    case '#':
      return taking(({ entry }) => entry?.unit?.name === word.slice(1) || entry?.unit?.of === word.slice(1));
    case '<':
      return taking(({ kind, entry }) => kind === inner || entry?.[inner as keyof typeof entry], inner);
    case '{': {
      const [name = '', of = name] = inner.split(':');
      const rule = ruleOf(of);
      const match: Item['match'] = (tokens, at, matched) => {
        const found = rule.find(tokens, at);
        if (found) matched.push(name, found.value);
        return found?.next;
      };
      return { match, begins: rule.begins, takes: FORMS[of]?.[0]?.[0] !== '' };
    }
  }
  const role = word as Role;
  const begins: Item['begins'] = ({ entry }) => entry?.phrases?.[role] !== undefined;
  return { match: (tokens, at) => follow(tokens, at, role), begins, takes: true };
}

/** A token of which something holds, or which has a value. */
function taking(says: (token: Token) => unknown, name?: string): Item {
  const isSaid = (value: unknown) => value !== undefined && value !== false;
  return {
    match: (tokens, at, matched) => {
      const token = tokens[at];
      const value = token && says(token);
      if (!isSaid(value)) return undefined;
      if (name !== undefined && value !== true) matched.push(name, value);
      return at + 1;
    },
    begins: (token) => isSaid(says(token)),
    takes: true,
  };
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
