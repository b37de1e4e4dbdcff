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

/** What a form makes: always the same, or what a function makes of the values in it. */
type Build<T> = ((values: Values, where: Where) => T | undefined) | Extract<T, { is?: unknown }>;
export type Form<T> = [pattern: string, build?: Build<T>];
type Match = (tokens: Tokens, at: number, values: Record<string, unknown>) => number | undefined;

interface Part {
  match: Match;
  /** False for tokens with which it cannot begin, whatever follows, a number standing for every number. */
  begins: (token: Token) => boolean;
  /** It takes a token, so that what follows in the pattern does not begin it. */
  takes: () => boolean;
}

interface Rule {
  find: (tokens: Tokens, at: number, place?: Place) => Found<unknown> | undefined;
  begins: (token: Token) => boolean;
  takes: () => boolean;
}

const FORMS: Record<string, Form<unknown>[]> = {};
const RULES: Record<string, Rule> = {};

/**
 * Names rules, each made of forms: the first that is found and of which `build` makes something; without it, the value is the
 * first in it. In a pattern `until` is the longest phrase of the role, `'of'` a word, `[-/]` one of the marks, `{date}` a rule,
 * whose value `build` gets, as it gets that of `{first:date}` by the name `first`; `<word>`, `<month>` are tokens of that kind or
 * meaning, `#week` a unit of that name, `$` the end, and `_` stands between tokens that touch; `?`, `|` and brackets are those of
 * regular expressions, `!` and `&` look ahead. Nothing is tried twice: what stands behind `?` or `|` does not bring them back.
 */
export function define(forms: { [Name in keyof Values]?: Form<Values[Name]>[] }): void {
  Object.assign(FORMS, forms);
}

/** What a rule finds at a token. */
export function find<Name extends keyof Values>(name: Name, tokens: Tokens, at: number, place?: Place) {
  return ruleOf(name).find(tokens, at, place) as Found<Values[Name]> | undefined;
}

function ruleOf(name: string): Rule {
  const known = RULES[name];
  if (known) return known;
  const forms = FORMS[name];
  if (!forms) throw new Error(`No rule is called ${name}.`);
  const rule = ruleFrom(forms);
  RULES[name] = rule;
  return rule;
}

// Nothing is made before it is asked for: a run of the script mostly reads a few durations.
function ruleFrom(forms: Form<unknown>[]): Rule {
  const parts: Part[] = [];
  /** Of each word, mark and all numbers the forms that may begin with it. */
  const candidates = new Map<Token['entry'] | string, number[]>();
  const candidatesAt = (token: Token | undefined) => {
    const key = token && (token.kind === 'mark' ? token.text : (token.entry ?? token.kind));
    let list = candidates.get(key);
    if (list) return list;
    list = [];
    for (let index = 0; index < forms.length; index++) {
      parts[index] ??= partOf(forms[index]?.[0] ?? '');
      if (!token || parts[index]?.begins(token)) list.push(index);
    }
    candidates.set(key, list);
    return list;
  };
  const search = (tokens: Tokens, at: number, place?: Place) => {
    for (const index of candidatesAt(tokens[at])) {
      const values: Record<string, unknown> = {};
      const next = parts[index]?.match(tokens, at, values);
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
    takes: () => forms.some(([pattern]) => pattern !== ''),
  };
}

const WORDS = /\{[\w:]+\}|'[^']*'|\[[^\]]*\]|<\w+>|#[\w-]+|\w+|[()|?!&$]/g;

function partOf(pattern: string): Part {
  const words = pattern.match(WORDS) ?? [];
  return either(words, 0, words.length);
}

/** The index behind the item that begins at a word, its brackets and the `?` behind it in it. */
function endOfItem(words: readonly string[], at: number): number {
  if (words[at] === '!' || words[at] === '&') return endOfItem(words, at + 1);
  let end = at + 1;
  for (let depth = words[at] === '(' ? 1 : 0; depth > 0; end++) {
    if (words[end] === '(') depth++;
    else if (words[end] === ')') depth--;
  }
  return words[end] === '?' ? end + 1 : end;
}

function either(words: readonly string[], from: number, to: number): Part {
  const all: Part[] = [];
  let begin = from;
  for (let at = from; at < to; at = words[at] === '|' ? at + 1 : endOfItem(words, at)) {
    if (words[at] !== '|') continue;
    all.push(sequence(words, begin, at));
    begin = at + 1;
  }
  const last = sequence(words, begin, to);
  if (all.length === 0) return last;
  all.push(last);
  return {
    match: (tokens, at, values) => {
      for (const part of all) {
        const next = part.match(tokens, at, values);
        if (next !== undefined) return next;
      }
      return undefined;
    },
    begins: (token) => all.some((part) => part.begins(token)),
    takes: () => all.every((part) => part.takes()),
  };
}

/** No more of a sequence is made than is tried. */
function sequence(words: readonly string[], from: number, to: number): Part {
  const items: Part[] = [];
  let made = from;
  const itemAt = (index: number) => {
    if (index === items.length && made < to) {
      const end = endOfItem(words, made);
      items.push(itemOf(words, made, end));
      made = end;
    }
    return items[index];
  };
  return {
    match: (tokens, at, values) => {
      let next: number | undefined = at;
      for (let index = 0, item = itemAt(0); item; item = itemAt(++index)) {
        next = item.match(tokens, next, values);
        if (next === undefined) return undefined;
      }
      return next;
    },
    begins: (token) => {
      for (let index = 0, item = itemAt(0); item; item = itemAt(++index)) {
        if (item.begins(token)) return true;
        if (item.takes()) return false;
      }
      return true;
    },
    takes: () => {
      for (let index = 0, item = itemAt(0); item; item = itemAt(++index)) if (item.takes()) return true;
      return false;
    },
  };
}

const never = () => false;
const always = () => true;
const ATOMS: Record<string, Part> = {};

function itemOf(words: readonly string[], at: number, end: number): Part {
  const word = words[at] ?? '';
  if (word === '!' || word === '&') {
    const { match } = itemOf(words, at + 1, end);
    const isWanted = word === '&';
    return {
      match: (tokens, from, values) => ((match(tokens, from, values) !== undefined) === isWanted ? from : undefined),
      begins: never,
      takes: never,
    };
  }
  if (words[end - 1] === '?') {
    const part = itemOf(words, at, end - 1);
    return { ...part, match: (tokens, from, values) => part.match(tokens, from, values) ?? from, takes: never };
  }
  if (word === '(') return either(words, at + 1, end - 1);
  const known = ATOMS[word];
  if (known) return known;
  const part = atom(word);
  ATOMS[word] = part;
  return part;
}

function atom(word: string): Part {
  const inner = word.slice(1, -1);
  switch (word[0]) {
    case '_':
      return { match: (tokens, at) => (isGlued(tokens, at) ? at : undefined), begins: never, takes: never };
    case '$':
      return { match: (tokens, at) => (tokens[at] === undefined ? at : undefined), begins: never, takes: never };
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
      return {
        match: (tokens, at, values) => {
          const found = rule.find(tokens, at);
          if (found) values[name] = found.value;
          return found?.next;
        },
        begins: rule.begins,
        takes: rule.takes,
      };
    }
    default:
      return {
        match: (tokens, at) => follow(tokens, at, word as Role),
        begins: ({ entry }) => entry?.phrases?.[word as Role] !== undefined,
        takes: always,
      };
  }
}

/** A token of which something holds, or which has a value. */
function taking(says: (token: Token) => unknown, name?: string): Part {
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
    takes: always,
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
