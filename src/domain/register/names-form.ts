// What set-up asks, checked in the page before it is sent and again in the script before it is written.
import * as z from 'zod/mini';
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
    z.regex(/[\p{L}\p{N}]/u, { error: 'Write the name of the system that is improved, such as BizOS.' }),
    z.maxLength(LONGEST_NAME, { error: `The name is longer than ${LONGEST_NAME} characters: shorten it.` }),
    // The name becomes a heading of the log, a line of its own.
    z.regex(/^[^\p{Cc}\u2028\u2029]*$/u, { error: 'Write the name on one line.' }),
  ),
  prefix: z.string().check(
    z.trim(),
    z.regex(PREFIX, {
      error: 'Write up to 31 letters, digits and hyphens, with a letter first and no hyphen last, such as K-BIZ.',
    }),
  ),
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
  if (entities.length === 0) return 'Name at least one entity, such as Cross-entity.';
  if (entities.includes('')) return 'An entity has no name: write one or take the empty line out.';
  // In a row, signs like these stand between entities.
  const several = entities.find((entity) => /[,;\p{Cc}\u2028\u2029]/u.test(entity));
  if (several !== undefined) return `"${several}" holds a comma or semicolon: write each entity on a line of its own.`;
  const plain = entities.map((entity) => entity.replace(/\s+/g, ' ').toLowerCase());
  const twice = entities.find((_, index) => plain.indexOf(plain[index] ?? '') < index);
  if (twice !== undefined) return `"${twice}" is named twice: take one of the two out.`;
  if (entities.join('').length > LONGEST_ENTITIES) {
    return `The entities have more than ${LONGEST_ENTITIES} characters together: shorten their names.`;
  }
  return undefined;
}
