// Forms as patterns over the tokens, a line of a table each: `until {date}`, `{day} ordinalEnd? {month} {year}?`.
import type { Role } from '../language.ts';
import { isGlued, isMark, type Token, type Tokens } from '../tokens.ts';

/** What a rule found, and the index of the token after it. */
export interface Found<T> {
  value: T;
  next: number;
}

export interface Rule<T, Place = undefined> {
  (tokens: Tokens, at: number, place?: Place): Found<T> | undefined;
  /** False for tokens with which it cannot begin, whatever follows, a number standing for every number. */
  begins?: (token: Token) => boolean;
  /** It takes no token. */
  isEmpty?: true;
}

/** Where a form was found: from `at` to before `next`, and what the caller knows of the place. */
export interface Where<Place = undefined> {
  tokens: Tokens;
  at: number;
  next: number;
  place: Place;
}

type Values<Rules> = { [Name in keyof Rules]: Rules[Name] extends Rule<infer Value> ? Value : never };
/** A part of a pattern; `isFirst`: it takes a token, so that what follows in the pattern does not begin it. */
interface Part {
  match: (tokens: Tokens, at: number, values: Record<string, unknown>) => number | undefined;
  begins: (token: Token) => boolean;
  isFirst: boolean;
}
type Form<Rules, T, Place> = [pattern: string, build?: (values: Values<Rules>, where: Where<Place>) => T | undefined];

/**
 * Makes a rule of forms: the first that is found and of which `build` makes something; without it, the value is that of the
 * rule in it. In a pattern `until` is the longest
 * phrase of the role, `'of'` a word, `[-/]` one of the marks, `{date}` one of the rules, whose value `build` gets, and `_`
 * stands between tokens that touch; `?`, `|` and brackets are those of regular expressions, `!` and `&` look ahead.
 * Nothing is tried twice: what stands behind `?` or `|` does not bring them back.
 */
export function formsOf<Rules extends Record<string, Rule<unknown>>, Place = undefined>(rules: () => Rules) {
  return <T>(...forms: Form<Rules, T, Place>[]): Rule<T, Place> => {
    const compiled: Part[] = [];
    // Of each word, mark and all numbers the forms that may begin with it.
    const candidates = new Map<Token['entry'] | string, [Part, Form<Rules, T, Place>[1]][]>();
    const candidatesAt = (token: Token | undefined) => {
      const key = token && (token.kind === 'mark' ? token.text : (token.entry ?? token.kind));
      let found = candidates.get(key);
      if (!found) {
        found = forms.flatMap(([pattern, build], index) => {
          // Most patterns begin with a phrase that the word does not begin, and are not worth compiling.
          const role = token && compiled[index] === undefined ? /^\w+(?= [^?|])/.exec(pattern)?.[0] : undefined;
          if (role !== undefined && !mayBegin(token, [role as Role])) return [];
          const part = compiled[index] ?? compile(pattern, rules());
          compiled[index] = part;
          return !token || part.begins(token) ? [[part, build]] : [];
        });
        candidates.set(key, found);
      }
      return found;
    };
    const rule: Rule<T, Place> = (tokens, at, place) => {
      for (const [part, build] of candidatesAt(tokens[at])) {
        const values: Record<string, unknown> = {};
        const next = part.match(tokens, at, values);
        if (next === undefined) continue;
        const value = build
          ? build(values as Values<Rules>, { tokens, at, next, place: place as Place })
          : ((Object.values(values)[0] ?? true) as T);
        if (value !== undefined) return { value, next };
      }
      return undefined;
    };
    return Object.assign(rule, { begins: (token: Token) => candidatesAt(token).length > 0 });
  };
}

// Nothing is compiled before it is asked for: a run of the script mostly reads a few durations.
function compile(pattern: string, rules: Record<string, Rule<unknown>>): Part {
  const words = pattern.match(/\{\w+\}|'[^']*'|\[[^\]]*\]|\w+|[()|?!&]/g) ?? [];
  let at = 0;
  const either = (): Part => {
    const all = [sequence()];
    while (words[at] === '|' && ++at) all.push(sequence());
    return {
      match: (tokens, from, values) => {
        for (const { match } of all) {
          const next = match(tokens, from, values);
          if (next !== undefined) return next;
        }
        return undefined;
      },
      begins: (token) => all.some(({ begins }) => begins(token)),
      isFirst: all.every(({ isFirst }) => isFirst),
    };
  };
  const sequence = (): Part => {
    const all: Part[] = [];
    while (at < words.length && words[at] !== ')' && words[at] !== '|') all.push(item());
    const first = all.findIndex(({ isFirst }) => isFirst);
    return {
      match: (tokens, from, values) => {
        let next: number | undefined = from;
        for (let index = 0; index < all.length && next !== undefined; index++)
          next = all[index]?.match(tokens, next, values);
        return next;
      },
      begins: (token) => first < 0 || all.slice(0, first + 1).some(({ begins }) => begins(token)),
      isFirst: first >= 0,
    };
  };
  const item = (): Part => {
    const word = words[at++] ?? '';
    if (word === '!' || word === '&') {
      const { match } = item();
      const isAhead = (...place: Parameters<typeof match>) => (match(...place) !== undefined) === (word === '&');
      return { match: (...place) => (isAhead(...place) ? place[1] : undefined), begins: () => false, isFirst: false };
    }
    const part = word === '(' ? either() : atom(word, rules);
    if (word === '(') at++;
    if (words[at] !== '?') return part;
    at++;
    return { ...part, match: (tokens, from, values) => part.match(tokens, from, values) ?? from, isFirst: false };
  };
  return either();
}

function atom(word: string, rules: Record<string, Rule<unknown>>): Part {
  const inner = word.slice(1, -1);
  if (word === '_')
    return { match: (tokens, at) => (isGlued(tokens, at) ? at : undefined), begins: () => false, isFirst: false };
  if (!word.startsWith('{')) {
    const role = word as Role;
    const rule: Rule<unknown> = word.startsWith("'")
      ? taking(({ text }) => text === inner || undefined)
      : word.startsWith('[')
        ? taking((token) => isMark(token, inner) || undefined)
        : which(role);
    return { match: (tokens, at) => rule(tokens, at)?.next, begins: rule.begins ?? (() => true), isFirst: true };
  }
  const rule = rules[inner];
  if (!rule) throw new Error(`No rule is called ${inner}.`);
  return {
    match: (tokens, at, values) => {
      const found = rule(tokens, at);
      if (found) values[inner] = found.value;
      return found?.next;
    },
    begins: rule.begins ?? (() => true),
    isFirst: !rule.isEmpty,
  };
}

/** What a token says, if it says it. */
export function taking<T>(says: (token: Token) => T | undefined): Rule<T> {
  const rule: Rule<T> = (tokens, at) => {
    const token = tokens[at];
    const value = token && says(token);
    return value === undefined ? undefined : { value, next: at + 1 };
  };
  rule.begins = (token) => token.kind === 'number' || says(token) !== undefined;
  return rule;
}

/** True of a place, taking no token. */
export function where(holds: (tokens: Tokens, at: number) => boolean): Rule<true> {
  const rule: Rule<true> = (tokens, at) => (holds(tokens, at) ? { value: true, next: at } : undefined);
  return Object.assign(rule, { begins: () => false, isEmpty: true as const });
}

/** The rule, which can begin only with such tokens or where one of the others does. */
export function beginning<T>(begins: (token: Token) => unknown, rule: Rule<T>, ...others: Rule<unknown>[]): Rule<T> {
  const isBeginning = (token: Token) => Boolean(begins(token)) || others.some((other) => other.begins?.(token) ?? true);
  return Object.assign(rule, { begins: isBeginning });
}

/** The longest phrase of the first of the roles that is found, as its index. */
export function which(...roles: Role[]): Rule<number> {
  const rule: Rule<number> = (tokens, at) => {
    for (const [value, role] of roles.entries()) {
      const next = follow(tokens, at, role);
      if (next !== undefined) return { value, next };
    }
    return undefined;
  };
  return Object.assign(rule, { begins: (token: Token) => mayBegin(token, roles) });
}

/** The longest phrase of one of the roles, in their order. */
export function form(...roles: Role[]): Rule<Role> {
  const rule = which(...roles);
  return (tokens, at) => {
    const found = rule(tokens, at);
    return found && { value: roles[found.value] as Role, next: found.next };
  };
}

/** The rule, asked once for each token: what many rules begin with is read once, so that reading stays linear. */
export function once<T>(rule: Rule<T>): Rule<T> {
  let read: Tokens | undefined;
  let found: (Found<T> | null | undefined)[] = [];
  const asked: Rule<T> = (tokens, at) => {
    if (tokens !== read) [read, found] = [tokens, []];
    let known = found[at];
    if (known === undefined) {
      known = rule(tokens, at) ?? null;
      found[at] = known;
    }
    return known ?? undefined;
  };
  return Object.assign(asked, { begins: rule.begins });
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
  let second: Token | undefined;
  for (const rest of phrases) {
    if (rest.length > 0 && !second) {
      second = tokens[at + 1];
      if (isMark(second, '-/.')) second = tokens[at + 2];
    }
    if (rest.length > 0 && rest[0] !== second?.text) continue;
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
