// A log's text and the register brought together: what a merge asks people, and what it changes, for a page to show.

import { FIELDS } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { partWords } from '../../domain/messages.ts';
import {
  type Conflict,
  compareLogs,
  deletionsOf,
  type LogContents,
  type LogDocument,
  type Merge,
  type MergeInput,
  mergeLogs,
  type Resolution,
} from '../../log/index.ts';
import { type Item, rewordedOf, textOf } from './rewording.ts';

/** A conflict for a person to settle; `seal` is the fingerprint of both sides, so that an answer counts only for what they have seen. */
export interface Question extends Conflict {
  seal: string;
}

/** A person's answers, by the question's key. */
export type Answers = Readonly<Record<string, { seal: string; choice: Resolution }>>;

/** A conflict's key may end in people's words, and Google drops what stands under a key that ends in `__`. */
function questionKey(key: string): string {
  return /[_/]$/.test(key) ? `${key}/` : key;
}

function questionOf(conflict: Conflict): Question {
  return { ...conflict, key: questionKey(conflict.key), seal: fingerprintOf(conflict) };
}

/** Merges; an answer to a question that has changed since counts for nothing, so that it is asked again. */
export function mergeAnswered(input: MergeInput, answers: Answers = {}): Merge & { questions: Question[] } {
  const resolutions: Record<string, Resolution> = {};
  // Where the rest of a log is let go, there is more to ask.
  for (;;) {
    const merged = mergeLogs({ ...input, resolutions });
    // What says earlier words again is an older copy: what it lacks, too, may only be newer.
    if (!input.asksBeforeLoss && merged.conflicts.some(({ isOlder }) => isOlder)) {
      return mergeAnswered({ ...input, asksBeforeLoss: true }, answers);
    }
    const answered = merged.conflicts.flatMap((conflict): [string, Resolution][] => {
      const { key, seal } = questionOf(conflict);
      const answer = conflict.key in resolutions ? undefined : answers[key];
      return answer?.seal === seal ? [[conflict.key, answer.choice]] : [];
    });
    if (answered.length === 0) return { ...merged, questions: merged.conflicts.map(questionOf) };
    Object.assign(resolutions, Object.fromEntries(answered));
  }
}

/**
 * What a log that nobody else changed is to say once people have answered for the experiments deleted from the register that hold more
 * there than their fields: what is to stay comes back into the register.
 */
export function keepDeleted(
  document: LogDocument,
  contents: LogContents,
  answers: Answers = {},
): { after: LogContents; questions: Question[] } {
  const asked = deletionsOf(document, contents).map(({ experiment, conflict }) => {
    const question = questionOf(conflict);
    const answer = answers[question.key];
    return { experiment, question, choice: answer?.seal === question.seal ? answer.choice : undefined };
  });
  const kept = asked.filter(({ choice }) => choice === 'file').map(({ experiment }) => experiment);
  return {
    after: kept.length === 0 ? contents : { ...contents, experiments: [...contents.experiments, ...kept] },
    questions: asked.filter(({ choice }) => choice === undefined).map(({ question }) => question),
  };
}

function fingerprintOf({ file, register, loose }: Conflict): string {
  return fingerprint(JSON.stringify([file ?? null, register ?? null, ...(loose === undefined ? [] : [loose])]));
}

/** One change, in words: an experiment with the fields concerned, or a part of the log. */
export interface ChangeLine {
  what: 'added' | 'changed' | 'moved' | 'removed';
  /** The experiment's ID; `''` for a part of the log. */
  id: string;
  /** Its title, or which part of the log it is. */
  title: string;
  /** The labels of the fields that change. */
  fields: string[];
  /** What stood there and what will, a field or an item of a list each; `''` where nothing did or will. */
  words: { label: string; before: string; after: string }[];
}

/** What it takes to come from `before` to `after`, a line each; `called` is what fields are called, where not as in the template. */
export function changeLines(
  before: LogContents,
  after: LogContents,
  called: Partial<Record<string, string>> = {},
): ChangeLine[] {
  const changes = compareLogs(before, after);
  const moved = new Set(changes.moved.map(({ id }) => id));
  const whole =
    (what: ChangeLine['what']) =>
    ({ id, title }: { id: string; title: string }): ChangeLine => ({ what, id, title, fields: [], words: [] });
  const part = (key: keyof typeof partWords, words: ChangeLine['words']): ChangeLine => ({
    what: 'changed',
    id: '',
    title: partWords[key],
    fields: [],
    words,
  });
  const label = (field: string) => called[field] ?? FIELDS.find(({ key }) => key === field)?.label ?? field;
  return [
    ...changes.added.map(whole('added')),
    ...changes.changed.map(({ id, title, fields }): ChangeLine => {
      const words = fields.map(({ field, before, after }) => ({ label: label(field), before, after }));
      return { what: moved.has(id) ? 'moved' : 'changed', id, title, fields: words.map((each) => each.label), words };
    }),
    ...changes.removed.map(whole('removed')),
    ...LISTS.flatMap((key) => {
      const words = listWords(changes[key].removed, changes[key].added);
      return words.length === 0 ? [] : [part(key, words)];
    }),
    ...changes.texts.map(({ key, before, after }) => part(key, [{ label: '', before, after }])),
  ];
}

const LISTS = ['candidates', 'layers', 'entities', 'relatedFiles'] as const;

/** The items of a list that go and come; one that goes stands beside the one that it became. */
function listWords(removed: readonly Item[], added: readonly Item[]): ChangeLine['words'] {
  const { became, fresh } = rewordedOf(removed, added);
  return [
    ...removed.map((item, at) => ({ label: '', before: textOf(item), after: textOf(became[at]) })),
    ...fresh.map((item) => ({ label: '', before: '', after: textOf(item) })),
  ];
}
