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
  match: (tokens: Tokens, at: number, values: Record<string, unknown>) => number | undefined;
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
const RULES: Record<string, Rule> = {};
const ITEMS: Record<string, Item> = {};

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

// Nothing is made before it is asked for: a run of the script mostly reads a few durations.
function ruleOf(name: string): Rule {
  let rule = RULES[name];
  if (!rule) {
    rule = ruleFrom(FORMS[name] ?? []);
    RULES[name] = rule;
  }
  return rule;
}

function itemOf(word: string): Item {
  let item = ITEMS[word];
  if (!item) {
    item = itemFrom(word);
    ITEMS[word] = item;
  }
  return item;
}

function ruleFrom(forms: Form<unknown>[]): Rule {
  const patterns: string[][] = [];
  /** Of each word, mark and all numbers the forms that may begin with it. */
  const candidates = new Map<Token['entry'] | string, number[]>();
  const candidatesAt = (token: Token | undefined) => {
    const key = token && (token.kind === 'mark' ? token.text : (token.entry ?? token.kind));
    let list = candidates.get(key);
    if (list) return list;
    list = [];
    for (let index = 0; index < forms.length; index++) {
      const words = patterns[index] ?? forms[index]?.[0].split(' ') ?? [];
      patterns[index] = words;
      let isCandidate = true;
      for (let at = 0; token && isCandidate && at < words.length; at++) {
        const { begins, takes } = itemOf(words[at] ?? '');
        if (begins(token)) break;
        isCandidate = !takes;
      }
      if (isCandidate) list.push(index);
    }
    candidates.set(key, list);
    return list;
  };
  const search = (tokens: Tokens, at: number, place?: Place) => {
    for (const index of candidatesAt(tokens[at])) {
      const values: Record<string, unknown> = {};
      let next: number | undefined = at;
      for (const word of patterns[index] ?? []) {
        next = itemOf(word).match(tokens, next, values);
        if (next === undefined) break;
      }
      if (next === undefined) continue;
      const build = forms[index]?.[1];
      const where = { tokens, at, next, place: place as Place };
      const value =
        typeof build === 'function'
          ? build(values as unknown as Values, where)
          : (build ?? Object.values(values)[0] ?? true);
      if (value !== undefined) return { value, next: where.next };
    }
    return null;
  };
  // A rule is asked once for each token: what many forms begin with is read once, so that reading stays linear.
  let read: Tokens | undefined;
  let found: (Found<unknown> | null)[] = [];
  return {
    find: (tokens, at, place) => {
      if (tokens !== read) [read, found] = [tokens, []];
      let known = found[at];
      if (known === undefined) {
        known = search(tokens, at, place);
        found[at] = known;
      }
      return known ?? undefined;
    },
    begins: (token) => candidatesAt(token).length > 0,
  };
}

const never = () => false;

function itemFrom(word: string): Item {
  const inner = word.slice(1, -1);
  if (word.endsWith('?')) {
    const { match, begins } = itemOf(word.slice(0, -1));
    return { match: (tokens, at, values) => match(tokens, at, values) ?? at, begins, takes: false };
  }
  if (word[0] === '!' || word[0] === '&') {
    const { match } = itemOf(word.slice(1));
    const isWanted = word[0] === '&';
    const isAhead: Item['match'] = (tokens, at, values) =>
      (match(tokens, at, values) !== undefined) === isWanted ? at : undefined;
    return { match: isAhead, begins: never, takes: false };
  }
  if (word[0] === '(') return itemOf(inner);
  if (word.includes('|')) {
    const items = word.split('|').map(itemOf);
    return {
      match: (tokens, at, values) => {
        for (const { match } of items) {
          const next = match(tokens, at, values);
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
      const match: Item['match'] = (tokens, at, values) => {
        const found = rule.find(tokens, at);
        if (found) values[name] = found.value;
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
    match: (tokens, at, values) => {
      const token = tokens[at];
      const value = token && says(token);
      if (!isSaid(value)) return undefined;
      if (name !== undefined && value !== true) values[name] = value;
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
