// A log's shape: how it writes its experiments, as data that reading and writing go by.
import { STATUSES, type Status } from '../../domain/experiment/status.ts';
import type { FieldKey } from '../../domain/experiment/template.ts';
import type { DatePlace, HeadingForm, IdPlace, StatusPlace } from '../../domain/register/log-shape.ts';
import type { SectionKind } from '../text/sections.ts';
import type { Language } from '../words/labels.ts';
import { type LabelWord, wordOfLabel } from './label-words.ts';

/** What a heading above the experiments says: which section it begins, and which status it gives those that state none. */
export interface SectionMeaning {
  kind: SectionKind;
  status?: Status;
}

/** The words of a log by `plainWord`, and what each means. */
export interface Words {
  /** A field; `''` for a label of the log's own. */
  labels: ReadonlyMap<string, FieldKey | ''>;
  /** By `statusWord`; `''` for a word that stays as it is written. */
  statuses: ReadonlyMap<string, Status | ''>;
  sections: ReadonlyMap<string, SectionMeaning>;
}

/** A column of a log whose experiments are rows of a table: its field, `''` for one of the log's own. */
export interface Column {
  label: string;
  key: FieldKey | '';
}

export interface Shape extends Words {
  /** How fields are called that the log has no label for yet. */
  fallbacks: ReadonlyMap<FieldKey, string>;
  /** Of most of its labels. */
  language: Language;
  /** The level of the experiments' headings, 1 to 6; `ROWS` where they are rows of a table, `LINES` where they are bold lines or items. */
  experiment: number;
  form: HeadingForm;
  /** Whether its sections are underlined, above experiments that have `#`s. */
  hasUnderlines: boolean;
  /** Other levels at which an ID with labels below it is an experiment, too: those of a log half of which has moved. */
  levels: ReadonlySet<number>;
  /** The level that sections have, or would get. */
  section: number;
  /** Whether the sections stand above the experiments: then a heading of the experiments' level is never a section. */
  isSectioned: boolean;
  /** Where headings may have their ID; what each such ID begins with (`K-BIZ-`), a place each. */
  ids: ReadonlyMap<IdPlace, ReadonlySet<string>>;
  dates: ReadonlySet<DatePlace>;
  statusPlaces: ReadonlySet<StatusPlace>;
  /** Whether a heading with neither is an experiment's if labels stand below it. */
  isBare: boolean;
  /** Whether each heading of the level is an experiment, since a person said so, or the titles of a board. */
  isPointed: boolean;
  /** The title above the one list whose items they are, where that was said: `KeptShape.list`. */
  list?: string | undefined;
  /** Where they are the items below titles that say a status: `KeptShape.board`. */
  board?: string | undefined;
  /** Whether its experiments have IDs at all. */
  hasIds: boolean;
  /** The most frequent heading: `## {id}: {title}`. */
  heading: string;
  /** Whether labels are written as `Label: value`. */
  isPlain: boolean;
  /** Whether several labels stand on one line: `**Status:** Done | **Date:** 2 May`. */
  isInline: boolean;
  /** Whether lines right below the headings say several things at once: `*done · 2 May*`. */
  hasByline: boolean;
  /** Whether labels are the terms of lists of definitions. */
  isDefined: boolean;
  /** Whether labels stand in quotes: `> **Status:** Done`. */
  isQuoted: boolean;
  /** Whether labels may lack a colon: `**We believe that** …`, `Status - done`. */
  isLoose: boolean;
  /** Whether labels stand in a fence below the heading, as YAML. */
  isFenced: boolean;
  /** Whether labels are in a language that no table has, and told by counting. */
  isCounted: boolean;
  /** The level of sub-headings that are labels; 0 without any. */
  subheading: number;
  /** Of a log whose experiments are rows: the columns of its tables, those of the most rows first. */
  tables: readonly (readonly Column[])[];
  /** Whether 3/4/2026 is in April; undefined where the log does not say. */
  dayFirst: boolean | undefined;
  /** Whether the experiment's title has emoji around it that are no part of it. */
  isDecorated: boolean;
  /** Whether it is the template's: what nobody taught otherwise. */
  isTemplate: boolean;
  /** Whether its entries are experiments: else they have neither a status nor a section that says one. */
  isOfExperiments: boolean;
}

const NUMBER = /\d+\p{L}?$/u;

/** What begins an ID: all in front of its number. */
export function familyOf(id: string): string {
  return id.replace(NUMBER, '');
}

/** What is true or false of how a log writes its labels; a register keeps what is true. */
const FLAGS = [
  'isBare',
  'isPlain',
  'isInline',
  'hasByline',
  'isDefined',
  'isQuoted',
  'isLoose',
  'isFenced',
  'isCounted',
] as const;

/** These of a shape, or of what a register keeps of one. */
export function flagsOf(shape: Partial<Record<(typeof FLAGS)[number], boolean | undefined>>) {
  return Object.fromEntries(FLAGS.map((flag) => [flag, shape[flag] === true])) as Record<
    (typeof FLAGS)[number],
    boolean
  >;
}

export const TEMPLATE_SHAPE: Shape = {
  ...flagsOf({}),
  experiment: 3,
  form: 'marks',
  hasUnderlines: false,
  levels: new Set(),
  section: 2,
  isSectioned: true,
  ids: new Map([['bracket', new Set<string>()]]),
  dates: new Set(),
  statusPlaces: new Set(),
  isPointed: false,
  hasIds: true,
  heading: '### [{id}] {title}',
  labels: new Map(),
  fallbacks: new Map(),
  language: 'en',
  statuses: new Map(STATUSES.map((status) => [status.toLowerCase(), status])),
  sections: new Map(),
  subheading: 0,
  tables: [],
  dayFirst: undefined,
  isDecorated: false,
  isTemplate: true,
  isOfExperiments: true,
};

/** What people know a field by in a file: in one of other entries by its own label. */
export function labelIn(
  { isOfExperiments, fallbacks }: Shape,
  { key, label }: { key: FieldKey; label: string },
): string {
  return isOfExperiments ? label : (fallbacks.get(key) ?? label);
}

/** What a label of the log means: a field, `''` for one of the log's own; undefined for words that are no label that it knows. */
export function keyOfLabel(label: string, { labels }: Shape): FieldKey | '' | undefined {
  return keyOfWord(wordOfLabel(label), labels);
}

export const keyOfWord = (word: LabelWord, labels: Shape['labels']): FieldKey | '' | undefined =>
  labels.get(word.plain) ?? templateKeyOf(word);

/** The template's own field of a label, without regard to case. */
export const templateKey = (label: string): FieldKey | undefined => templateKeyOf(wordOfLabel(label));

function templateKeyOf({ meaning }: LabelWord): FieldKey | undefined {
  return meaning !== undefined && meaning.rank < 0 && meaning.key !== 'id' && meaning.key !== 'title'
    ? meaning.key
    : undefined;
}
