// What set-up asks, checked in the page before it is sent and again in the script before it is written.
import * as z from 'zod/mini';
import { namesWords } from '../messages.ts';
import { PREFIX, type RegisterNames } from './settings.ts';

const LONGEST_NAME = 80;
/** All entities together, in characters: the script keeps the settings in a property of 9 KB. */
const LONGEST_ENTITIES = 2_000;

const entitiesSchema = z.array(z.string().check(z.trim())).check(
  z.superRefine((entities, context) => {
    const refusal = entitiesRefusal(entities);
    if (refusal !== undefined) context.addIssue({ code: 'custom', message: refusal });
  }),
);

/** A new register's names, without blanks around them; every issue stands at its field. */
export const registerNamesSchema = z.object({
  name: z.string().check(
    z.trim(),
    z.regex(/[\p{L}\p{N}]/u, { error: namesWords.noName }),
    z.maxLength(LONGEST_NAME, { error: namesWords.longName(LONGEST_NAME) }),
    // The name becomes a heading of the log, a line of its own.
    z.regex(/^[^\p{Cc}\u2028\u2029]*$/u, { error: namesWords.oneLine }),
  ),
  prefix: z.string().check(z.trim(), z.regex(PREFIX, { error: namesWords.prefix })),
  entities: entitiesSchema,
});

/** What keeps these names from being set up, by field; empty if nothing does. */
export function namesRefusals(names: RegisterNames): Partial<Record<keyof RegisterNames, string>> {
  const refusals: Partial<Record<keyof RegisterNames, string>> = {};
  for (const { path, message } of registerNamesSchema.safeParse(names).error?.issues ?? []) {
    refusals[path[0] as keyof RegisterNames] ??= message;
  }
  return refusals;
}

function entitiesRefusal(entities: readonly string[]): string | undefined {
  if (entities.length === 0) return namesWords.noEntity;
  if (entities.includes('')) return namesWords.unnamedEntity;
  // In a row, signs like these stand between entities.
  const several = entities.find((entity) => /[,;\p{Cc}\u2028\u2029]/u.test(entity));
  if (several !== undefined) return namesWords.severalEntities(several);
  const plain = entities.map((entity) => entity.replace(/\s+/g, ' ').toLowerCase());
  const twice = entities.find((_, index) => plain.indexOf(plain[index] ?? '') < index);
  if (twice !== undefined) return namesWords.entityTwice(twice);
  if (entities.join('').length > LONGEST_ENTITIES) {
    return namesWords.longEntities(LONGEST_ENTITIES);
  }
  return undefined;
}
