// Forms as patterns over the tokens, a line of a table each: `until {date}`, `{day} ordinalEnd? {month} {year}?`.
import type { Role } from './language.ts';
import { isGlued, isMark, type Token, type Tokens } from './tokens.ts';

/** What a rule found, and the index of the token after it. */
export interface Found<T> {
  value: T;
  next: number;
}

export type Rule<T> = (tokens: Tokens, at: number) => Found<T> | undefined;

/** Where a form was found: from `at` to before `next`. */
export interface Where {
  tokens: Tokens;
  at: number;
  next: number;
}

type Values<Rules> = { [Name in keyof Rules]: Rules[Name] extends Rule<infer Value> ? Value : never };
type Match = (tokens: Tokens, at: number, values: Record<string, unknown>) => number | undefined;
export type Form<Rules, T> = [pattern: string, build: (values: Values<Rules>, where: Where) => T | undefined];

/**
 * Makes a rule of forms: the first that is found and of which `build` makes something. In a pattern `until` is the longest
 * phrase of the role, `'of'` a word, `[-/]` one of the marks, `{date}` one of the rules, whose value `build` gets, and `_`
 * stands between tokens that touch; `?`, `|` and brackets are those of regular expressions, `!` and `&` look ahead.
 * Nothing is tried twice: what stands behind `?` or `|` does not bring them back.
 */
export function formsOf<Rules extends Record<string, Rule<unknown>>>(rules: () => Rules) {
  return <T>(...forms: Form<Rules, T>[]): Rule<T> => {
    const matches: Match[] = [];
    return once((tokens, at) => {
      for (let index = 0; index < forms.length; index++) {
        const [pattern, build] = forms[index] as Form<Rules, T>;
        matches[index] ??= compile(pattern, rules());
        const values = {};
        const next = matches[index]?.(tokens, at, values);
        const value = next === undefined ? undefined : build(values as Values<Rules>, { tokens, at, next });
        if (next !== undefined && value !== undefined) return { value, next };
      }
      return undefined;
    });
  };
}

// Nothing is compiled before it is asked for: a run of the script mostly reads a few durations.
function compile(pattern: string, rules: Record<string, Rule<unknown>>): Match {
  const words = pattern.match(/\{\w+\}|'[^']*'|\[[^\]]*\]|\w+|[()|?!&]/g) ?? [];
  let at = 0;
  const either = (): Match => {
    const all = [sequence()];
    while (words[at] === '|' && ++at) all.push(sequence());
    if (all.length === 1 && all[0]) return all[0];
    return (tokens, from, values) => {
      for (const match of all) {
        const next = match(tokens, from, values);
        if (next !== undefined) return next;
      }
      return undefined;
    };
  };
  const sequence = (): Match => {
    const all: Match[] = [];
    while (at < words.length && words[at] !== ')' && words[at] !== '|') all.push(item());
    return (tokens, from, values) => {
      let next: number | undefined = from;
      for (let index = 0; index < all.length && next !== undefined; index++) next = all[index]?.(tokens, next, values);
      return next;
    };
  };
  const item = (): Match => {
    const word = words[at++] ?? '';
    if (word === '!' || word === '&') {
      const ahead = item();
      return (tokens, from, values) =>
        (ahead(tokens, from, values) !== undefined) === (word === '&') ? from : undefined;
    }
    const match = word === '(' ? either() : atom(word, rules);
    if (word === '(') at++;
    if (words[at] !== '?') return match;
    at++;
    return (tokens, from, values) => match(tokens, from, values) ?? from;
  };
  return either();
}

function atom(word: string, rules: Record<string, Rule<unknown>>): Match {
  const inner = word.slice(1, -1);
  if (word === '_') return (tokens, at) => (isGlued(tokens, at) ? at : undefined);
  if (word.startsWith("'")) return (tokens, at) => (tokens[at]?.text === inner ? at + 1 : undefined);
  if (word.startsWith('[')) return (tokens, at) => (isMark(tokens[at], inner) ? at + 1 : undefined);
  if (!word.startsWith('{')) return (tokens, at) => follow(tokens, at, word as Role);
  const rule = rules[inner];
  if (!rule) throw new Error(`No rule is called ${inner}.`);
  return (tokens, at, values) => {
    const found = rule(tokens, at);
    if (found) values[inner] = found.value;
    return found?.next;
  };
}

/** What a token says, if it says it. */
export function taking<T>(says: (token: Token) => T | undefined): Rule<T> {
  return (tokens, at) => {
    const token = tokens[at];
    const value = token && says(token);
    return value === undefined ? undefined : { value, next: at + 1 };
  };
}

/** True of a place, taking no token. */
export function where(holds: (tokens: Tokens, at: number) => boolean): Rule<true> {
  return (tokens, at) => (holds(tokens, at) ? { value: true, next: at } : undefined);
}

/** The longest phrase of one of the roles, in their order. */
export function form(...roles: Role[]): Rule<Role> {
  return (tokens, at) => {
    for (const role of roles) {
      const next = follow(tokens, at, role);
      if (next !== undefined) return { value: role, next };
    }
    return undefined;
  };
}

/** The rule, asked once for each token: what many rules begin with is read once, so that reading stays linear. */
export function once<T>(rule: Rule<T>): Rule<T> {
  let read: Tokens | undefined;
  let found: (Found<T> | null | undefined)[] = [];
  return (tokens, at) => {
    if (tokens !== read) [read, found] = [tokens, []];
    let known = found[at];
    if (known === undefined) {
      known = rule(tokens, at) ?? null;
      found[at] = known;
    }
    return known ?? undefined;
  };
}

/** True if a phrase of one of the roles may begin with the word. */
export function mayBegin(token: Token | undefined, roles: readonly Role[]): boolean {
  const phrases = token?.entry?.phrases;
  return phrases !== undefined && roles.some((role) => phrases[role] !== undefined);
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

/** The index after a phrase of the role if one begins here, else the index itself. */
export function skip(tokens: Tokens, at: number, role: Role): number {
  return follow(tokens, at, role) ?? at;
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
