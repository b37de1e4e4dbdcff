// A log's text and the register brought together: what a merge asks people, and what it changes, for a page to show.

import { FIELDS } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { partWords } from '../../domain/messages.ts';
import {
  type Conflict,
  compareLogs,
  deletionConflicts,
  type LogContents,
  type LogDocument,
  type Merge,
  type MergeInput,
  mergeLogs,
  type Resolution,
} from '../../log/index.ts';

/** A conflict for a person to settle; the seal is over both sides, so that an answer counts only for what they have seen. */
export interface Question extends Conflict {
  seal: string;
}

/** A person's answers, by the conflict's key. */
export type Answers = Readonly<Record<string, { seal: string; choice: Resolution }>>;

/** Merges; an answer to a question that has changed since counts for nothing, so that it is asked again. */
export function mergeAnswered(input: MergeInput, answers: Answers = {}): Merge & { questions: Question[] } {
  const open = mergeLogs(input);
  const resolutions: Record<string, Resolution> = {};
  for (const conflict of open.conflicts) {
    const answer = answers[conflict.key];
    if (answer !== undefined && answer.seal === sealOfConflict(conflict)) resolutions[conflict.key] = answer.choice;
  }
  const merged = Object.keys(resolutions).length === 0 ? open : mergeLogs({ ...input, resolutions });
  return {
    ...merged,
    questions: merged.conflicts.map((conflict) => ({ ...conflict, seal: sealOfConflict(conflict) })),
  };
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
  const asked = deletionConflicts(document, contents).map((conflict) => ({
    ...conflict,
    seal: sealOfConflict(conflict),
  }));
  const choiceOf = ({ key, seal }: Question) => (answers[key]?.seal === seal ? answers[key]?.choice : undefined);
  const kept = new Set(asked.filter((question) => choiceOf(question) === 'file').map(({ id }) => id));
  const experiments = document.contents.experiments.filter(({ id }) => kept.has(id));
  return {
    after: kept.size === 0 ? contents : { ...contents, experiments: [...contents.experiments, ...experiments] },
    questions: asked.filter((question) => choiceOf(question) === undefined),
  };
}

function sealOfConflict({ file, register, loose }: Conflict): string {
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
}

/** What it takes to come from `before` to `after`, a line each. */
export function changeLines(before: LogContents, after: LogContents): ChangeLine[] {
  const changes = compareLogs(before, after);
  const moved = new Set(changes.moved.map(({ id }) => id));
  const whole =
    (what: ChangeLine['what']) =>
    ({ id, title }: { id: string; title: string }): ChangeLine => ({ what, id, title, fields: [] });
  const part = (key: keyof typeof partWords): ChangeLine => ({
    what: 'changed',
    id: '',
    title: partWords[key],
    fields: [],
  });
  return [
    ...changes.added.map(whole('added')),
    ...changes.changed.map(({ id, title, fields }): ChangeLine => {
      const labels = fields.map(({ field }) => FIELDS.find(({ key }) => key === field)?.label ?? field);
      return { what: moved.has(id) ? 'moved' : 'changed', id, title, fields: labels };
    }),
    ...changes.removed.map(whole('removed')),
    ...LISTS.filter((key) => changes[key].added.length + changes[key].removed.length > 0).map(part),
    ...changes.texts.map(({ key }) => part(key)),
  ];
}

const LISTS = ['candidates', 'layers', 'entities', 'relatedFiles'] as const;
