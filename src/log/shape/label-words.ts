// What a label means, by the words of the tables and what people put around them.
import type { FieldKey } from '../../domain/experiment/template.ts';
import { FIELDS, WANTED_FIELDS } from '../../domain/experiment/template.ts';
import { FREE_BIT, fieldSet } from '../text/field-set.ts';
import { oncePerText } from '../text/once.ts';
import {
  BEFORE_LABELS,
  DOUBTFUL_LABELS,
  DOUBTFUL_NAMES,
  FOREIGN_LABELS,
  LABEL_WORDS,
  type Language,
  OWN_LABELS,
  WEAK_LABELS,
  type Words,
} from '../words/labels.ts';
import { plainWord } from './words.ts';

/** One or several are the same: `Lesson learned`, `Expected results`. */
const singular = (word: string): string => (word.includes('s') ? word.replace(/(\p{L}{3})s(?!\p{L})/gu, '$1') : word);

const wordSet = (list: string): ReadonlySet<string> =>
  new Set(list.split(/,\s+/).map((word) => singular(plainWord(word))));

const OWN_WORDS = wordSet(OWN_LABELS);
const FOREIGN_WORDS = wordSet(FOREIGN_LABELS);
const DOUBTFUL_WORDS = wordSet(DOUBTFUL_LABELS);
const DOUBTFUL_FAMILIES = wordSet(DOUBTFUL_NAMES);
const WEAK_WORDS = wordSet(WEAK_LABELS);

/** Whether what stands before the digits of a heading's ID, such as `Phase` or `TC-`, asks for that. */
export function isDoubtfulName(family: string): boolean {
  return DOUBTFUL_FAMILIES.has(family.replace(/-$/, '').toLowerCase());
}

/** What a word means as a label. */
export interface LabelMeaning {
  key: FieldKey;
  /** Those that have it for this field. */
  languages: readonly Language[];
  /** Among the field's words of this language; the template's own label comes before all. */
  rank: number;
}

const MEANINGS = new Map<string, LabelMeaning>();
for (const { key, label } of FIELDS) {
  // A label of a field that not every register has is known where the register's words say so.
  if (key !== 'other' && !WANTED_FIELDS.some((field) => field.key === key))
    MEANINGS.set(plainWord(label), { key, languages: ['en'], rank: -1 });
}
for (const [key, words] of Object.entries(LABEL_WORDS) as [FieldKey, Words][]) {
  for (const [language, list] of Object.entries(words) as [Language, string][]) {
    for (const [rank, word] of list.split(', ').entries()) {
      const plain = plainWord(word);
      const known = MEANINGS.get(plain);
      if (known === undefined) MEANINGS.set(plain, { key, languages: [language], rank });
      else if (known.key === key) MEANINGS.set(plain, { ...known, languages: [...known.languages, language] });
    }
  }
}

/** Who says it, and as a question: `What did I expect` is `We expect`. */
const SPEAKER = /^(?:what (?:did |do |have )?)?(?:we|i)(?:'ve| have)? /;
/** What people put before a label or behind it without meaning another: `Final result`, `Hypothesis (ours)`, `Started on`. */
const AROUND = new RegExp(
  `^(?:${BEFORE_LABELS}) |\\s*[([][^)\\]]*[)\\]]?$| (?:on|am|le|el|em|il|op)$|(?: ?[/–-] ?| and | to )end(?:ed)?(?: date)?$`,
  'g',
);

const SINGULARS = new Map<string, LabelMeaning>();
for (const [word, meaning] of MEANINGS) {
  if (!SINGULARS.has(singular(word))) SINGULARS.set(singular(word), meaning);
}

/** The field that a label means, by the table; undefined for a word that it does not have. */
export function meaningOfLabel(label: string): LabelMeaning | undefined {
  return meaningOf(plainWord(label).replace(/,/g, ''));
}

function meaningOf(plain: string): LabelMeaning | undefined {
  const whole = MEANINGS.get(plain);
  if (whole !== undefined || plain === '') return whole;
  const found =
    SINGULARS.get(singular(plain)) ??
    SINGULARS.get(singular(plain.replace(AROUND, ''))) ??
    SINGULARS.get(singular(plain.replace(SPEAKER, 'we ')));
  // A word of the table comes before one that is like it.
  return found && { ...found, rank: Math.max(found.rank, 0) + 0.5 };
}

/** All that the tables say of a label. */
export interface LabelWord {
  readonly plain: string;
  readonly meaning: LabelMeaning | undefined;
  /** What it says of the headings above it: its field, unless it speaks for no experiment although a field has it, and the rest, as bits. */
  readonly says: number;
}

/** What labels say besides fields: that it is another kind of document, that it may be, a hypothesis that is no mere reason, and nothing but that it is a label. */
export const FOREIGN = FREE_BIT;
export const DOUBTFUL = FREE_BIT << 1;
export const HYPOTHESISED = FREE_BIT << 2;
export const OWN = FREE_BIT << 3;
export const ANY_FIELD = FREE_BIT - 1;

/** What the tables have no word for: most titles and sentences. */
class UnknownWord implements LabelWord {
  readonly meaning = undefined;
  readonly says = 0;
  private readonly label: string;

  constructor(label: string) {
    this.label = label;
  }

  get plain(): string {
    return plainWord(this.label);
  }
}

/** What a label of the tables begins with: its first letters, in the plural, too, and what people put before it. */
const BEGINNING = /^[^\p{L}\p{N}#]*([\p{L}#]*)/u;
const BEGINNINGS = new Set(['i', ...BEFORE_LABELS.split('|')]);
for (const words of [MEANINGS.keys(), OWN_WORDS, FOREIGN_WORDS, DOUBTFUL_WORDS, WEAK_WORDS]) {
  for (const word of words) BEGINNINGS.add(BEGINNING.exec(word)?.[1] ?? '');
}

function isOfTables(label: string): boolean {
  const first = (BEGINNING.exec(label)?.[1] ?? '').toLowerCase();
  return BEGINNINGS.has(first) || BEGINNINGS.has(first.replace(/s$/, '')) || /[^a-z#]/.test(first);
}

/** What the tables say of a label, looked up once for each as it is written. */
export const wordOfLabel = oncePerText(
  (label): LabelWord => (isOfTables(label) ? wordOfTables(plainWord(label)) : new UnknownWord(label)),
);

function wordOfTables(plain: string): LabelWord {
  const bare = plain.replace(/,/g, '');
  const meaning = meaningOf(bare);
  const one = singular(plain);
  const says =
    (meaning && !WEAK_WORDS.has(one) ? fieldSet(meaning.key) : 0) |
    (meaning?.key === 'hypothesis' && meaning.rank <= 0 ? HYPOTHESISED : 0) |
    (FOREIGN_WORDS.has(one) ? FOREIGN : 0) |
    (DOUBTFUL_WORDS.has(one) ? DOUBTFUL : 0) |
    ([bare, bare.replace(AROUND, '')].some((word) => OWN_WORDS.has(singular(word))) ? OWN : 0);
  return { plain, meaning, says };
}

/** How logs in a language call a field, the first as it is written. */
export function wordsFor(key: FieldKey, language: Language): string[] {
  const own = LABEL_WORDS[key]?.[language].split(', ') ?? [];
  return language === 'en'
    ? [FIELDS.find((field) => field.key === key)?.label ?? key, ...own.map(capitalised)]
    : own.map(capitalised);
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
