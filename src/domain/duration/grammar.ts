// What rules of the grammar are made of: each looks at the tokens from one of them on, and says what it found and how far it goes.
import type { Role } from './language.ts';
import { isMark, type Token, type Tokens } from './tokens.ts';

/** What a rule found, and the index of the token after it. */
export interface Found<T> {
  value: T;
  next: number;
}

export type Rule<T> = (tokens: Tokens, at: number) => Found<T> | undefined;

/** The rules in their order, all of which must be found; `build` may find that they make nothing together. */
export function sequence<Rules extends Rule<unknown>[], T>(
  rules: [...Rules],
  build: (...values: { [I in keyof Rules]: Rules[I] extends Rule<infer Value> ? Value : never }) => T | undefined,
): Rule<T> {
  return (tokens, at) => {
    const values = [];
    let next = at;
    for (const rule of rules) {
      const found = rule(tokens, next);
      if (!found) return undefined;
      values.push(found.value);
      next = found.next;
    }
    const value = build(...(values as Parameters<typeof build>));
    return value === undefined ? undefined : { value, next };
  };
}

/** The first of the rules that finds something. */
export function any<T>(...rules: Rule<T>[]): Rule<T> {
  return (tokens, at) => {
    for (const rule of rules) {
      const found = rule(tokens, at);
      if (found) return found;
    }
    return undefined;
  };
}

/** The rule, or nothing at all. */
export function maybe<T>(rule: Rule<T>): Rule<T | undefined> {
  return (tokens, at) => rule(tokens, at) ?? { value: undefined, next: at };
}

/** One of the marks. */
export function mark(marks: string): Rule<string> {
  return (tokens, at) => (isMark(tokens[at], marks) ? { value: tokens[at]?.text ?? '', next: at + 1 } : undefined);
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

/** A rule that is made when it is first asked for: nothing is done while the script loads. */
export function lazy<T>(make: () => Rule<T>): Rule<T> {
  let rule: Rule<T> | undefined;
  return (tokens, at) => {
    rule ??= make();
    return rule(tokens, at);
  };
}

/** The index after the longest phrase of the role that begins here; undefined if none does. */
export function follow(tokens: Tokens, at: number, role: Role): number | undefined {
  const phrases = tokens[at]?.entry?.phrases?.[role];
  if (!phrases) return undefined;
  let longest: number | undefined;
  let second: Token | undefined;
  for (const rest of phrases) {
    if (rest.length > 0) second ??= isMark(tokens[at + 1], '-/.') ? tokens[at + 2] : tokens[at + 1];
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

function restOf(tokens: Tokens, at: number, rest: readonly string[]): number | undefined {
  let next = at;
  for (const word of rest) {
    let token = tokens[next++];
    if (isMark(token, '-/.')) token = tokens[next++];
    if (token?.text !== word) return undefined;
  }
  return next;
}
