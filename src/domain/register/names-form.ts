// What set-up asks, checked in the page before it is sent and again in the script before it is written.
import { namesWords } from '../messages.ts';
import { PREFIX, type RegisterNames } from './settings.ts';

const LONGEST_NAME = 80;
/** All entities together, in characters: the script keeps the settings in a property of 9 KB. */
const LONGEST_ENTITIES = 2_000;

/** The names without blanks around them. */
export function trimmedNames({ name, prefix, entities }: RegisterNames): RegisterNames {
  return { name: name.trim(), prefix: prefix.trim(), entities: entities.map((entity) => entity.trim()) };
}

/** What keeps these names from being set up, by field, blanks around them left out; empty if nothing does. */
export function namesRefusals(names: RegisterNames): Partial<Record<keyof RegisterNames, string>> {
  const { name, prefix, entities } = trimmedNames(names);
  const found: [keyof RegisterNames, string | undefined][] = [
    ['name', nameRefusal(name)],
    ['prefix', PREFIX.test(prefix) ? undefined : namesWords.prefix],
    ['entities', entitiesRefusal(entities)],
  ];
  return Object.fromEntries(found.filter(([, refusal]) => refusal !== undefined));
}

function nameRefusal(name: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(name)) return namesWords.noName;
  if (name.length > LONGEST_NAME) return namesWords.longName(LONGEST_NAME);
  // The name becomes a heading of the log, a line of its own.
  return /[\p{Cc}\u2028\u2029]/u.test(name) ? namesWords.oneLine : undefined;
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
