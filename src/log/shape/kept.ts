// What a register keeps of its log's shape.

import type { FieldKey } from '../../domain/experiment/template.ts';
import type { IdPlace, KeptShape, KeptWords, SectionWord } from '../../domain/register/log-shape.ts';
import { wordOfLabel } from './label-words.ts';
import { familyOf, flagsOf, type SectionMeaning, type Shape, TEMPLATE_SHAPE, templateKey } from './shape.ts';

/** What a register keeps of a shape, so that its words mean the same whatever is written next. */
export function keptOf(shape: Shape): KeptShape {
  const words: KeptWords = {
    labels: Object.fromEntries([...shape.labels].filter(([word, key]) => isToKeep(word, key, shape))),
    statuses: Object.fromEntries([...shape.statuses].filter(([word]) => !TEMPLATE_SHAPE.statuses.has(word))),
    sections: Object.fromEntries([...shape.sections].map(([title, meaning]) => [title, wordOfSection(meaning)])),
  };
  const called = shape.isOfExperiments ? {} : { called: Object.fromEntries(shape.fallbacks) };
  const kept: KeptShape = { ...words, ...called, isSettled: true, dayFirst: shape.dayFirst };
  // What counting found in the template's form, it may not find where there is less of it.
  if (shape.isTemplate) {
    const own = shape.isPlain ? { ...kept, isPlain: true } : kept;
    return shape.subheading === 0 ? own : { ...own, level: shape.experiment, subheading: shape.subheading };
  }
  return {
    ...kept,
    ...flagsOf(shape),
    level: shape.experiment,
    isPointed: shape.isPointed || undefined,
    list: shape.list,
    board: shape.board,
    heading: shape.heading,
    ids: Object.fromEntries([...shape.ids].map(([place, families]) => [place, [...families]])),
    dates: [...shape.dates],
    statusPlaces: shape.statusPlaces.size > 0 ? [...shape.statusPlaces] : undefined,
    hasIds: shape.hasIds,
    form: shape.form === 'marks' ? undefined : shape.form,
    levels: shape.levels.size > 0 ? [...shape.levels] : undefined,
    subheading: shape.subheading,
  };
}

/**
 * The same where these IDs are some of the log's, whatever begins them: a register gives its own and takes what is typed, and they stand where the
 * log has its IDs.
 */
export function withIds(kept: KeptShape, ids: readonly string[]): KeptShape {
  if (!kept.hasIds || !kept.ids) return kept;
  const all: Partial<Record<IdPlace, readonly string[]>> = { ...kept.ids };
  for (const family of new Set(ids.map(familyOf))) {
    const places = PLACES.filter((place) => all[place]);
    // Behind the marks of a number stands what has letters before it, too.
    const own = family === '' ? (['number'] as const) : places.length > 0 ? places : (['lead'] as const);
    for (const place of own) all[place] = [...new Set([...(all[place] ?? []), family])];
  }
  return { ...kept, ids: all };
}

/** Where what begins an ID tells it from a title. */
const PLACES = ['lead', 'tail', 'bracket'] as const;

/**
 * Whether the template’s words do not say what a label means. In its own log one that it does not know is a label in bold whatever else stands there; of other
 * forms it is one by counting, or by a word that has another meaning elsewhere, and one experiment fewer must not make text of it.
 */
function isToKeep(word: string, key: FieldKey | '', shape: Shape): boolean {
  if (!shape.isOfExperiments) return true;
  if (key !== '' || templateKey(word) !== undefined) return templateKey(word) !== (key || undefined);
  return !shape.isTemplate || shape.subheading > 0 || shape.isPlain || wordOfLabel(word).meaning !== undefined;
}

/** Whether a register has anything to keep of a shape: the template's needs nothing. */
export function isWorthKeeping({ labels, statuses, sections, heading, dayFirst, isPlain }: KeptShape): boolean {
  const words = [labels, statuses, sections].some((table) => Object.keys(table ?? {}).length > 0);
  return words || heading !== undefined || dayFirst !== undefined || isPlain === true;
}

function wordOfSection({ kind, status }: SectionMeaning): SectionWord {
  if (status !== undefined) return status;
  return kind === 'candidates' ? 'candidates' : '';
}
