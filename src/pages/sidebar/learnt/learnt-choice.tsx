// What closing an experiment leads to: a pattern where it is adopted, a rule where it is dropped, filled in from its words.

import { useEffect, useState } from 'preact/hooks';
import { ENTRY_KINDS, type EntryKind } from '../../../domain/learnt/entry-kinds.ts';
import { type Entry, KINDS } from '../../../domain/learnt/kinds.ts';
import { byLikeness } from '../../../domain/learnt/likeness.ts';
import { kindOfDecision } from '../../../domain/learnt/links.ts';
import { suggestionOf } from '../../../domain/learnt/suggestion.ts';
import { useCall } from '../../shared/call.ts';
import type { Answer, Request } from '../../shared/client.ts';
import { learntWords as words } from '../../shared/messages.ts';
import { EntryInput } from '../fields/entry-input.tsx';
import type { Draft, LearntChoice } from '../form/drafts.ts';
import type { Overview } from '../overview.ts';

/** What is written down where nobody says otherwise: what the decision leads to. */
function choiceOf({ experiment, learnt }: Draft): LearntChoice {
  const kind = kindOfDecision(experiment.decision);
  return learnt ?? (kind === undefined ? { is: 'nothing' } : { is: 'new', kind, typed: {} });
}

/** What is to be written down with this draft; undefined for nothing, and where the decision was taken before. */
export function learntOf(draft: Draft, today: string): Request<'saveForm'>[0]['learnt'] {
  const choice = isDecided(draft) ? choiceOf(draft) : { is: 'nothing' as const };
  if (choice.is === 'nothing') return undefined;
  const { kind } = choice;
  if (choice.is === 'evidence') return { kind, evidenceOf: choice.of };
  return { kind, entry: entryOf(draft.experiment, kind, choice.typed, today) };
}

/** Whether a decision is taken in this form. */
function isDecided({ experiment: { decision }, opened }: Draft): boolean {
  return decision !== '' && decision !== opened?.experiment.decision;
}

/** The experiment's words, and over them what was typed. */
function entryOf(experiment: Entry, kind: EntryKind, typed: Partial<Entry>, today: string): Entry {
  return { ...suggestionOf(kind, experiment, today), ...typed };
}

export function Learnt({
  draft,
  overview: { settings, today },
  onChoose,
}: {
  draft: Draft;
  overview: Overview;
  onChoose: (choice: LearntChoice) => void;
}) {
  const [known, setKnown] = useState<Answer<'readLearnt'>['entries']>([]);
  // Nobody waits for it: without an answer there is none to be evidence of.
  const { call } = useCall();
  const { experiment } = draft;
  const decided = isDecided(draft);
  const chosen = choiceOf(draft);
  useEffect(() => {
    if (decided) call('readLearnt').then((answer) => answer && setKnown(answer.entries));
  }, [decided]);
  if (!decided) return null;
  // What was dropped may be a pattern all the same, and what was adopted may have held a bad surprise.
  const led = kindOfDecision(experiment.decision) ?? 'rule';
  const kinds = [led, ...ENTRY_KINDS.filter((kind) => kind !== led)];
  const likest = byLikeness(known, experiment);
  const choices = [
    ...kinds.map((kind) => ({ choice: { is: 'new', kind, typed: {} } as LearntChoice, label: words.write[kind] })),
    ...likest.slice(0, 1).map(({ kind, entry }) => ({
      choice: { is: 'evidence', kind, of: entry.id } as LearntChoice,
      label: words.evidence,
    })),
    { choice: { is: 'nothing' } as LearntChoice, label: words.nothing },
  ];
  const isChosen = (choice: LearntChoice) =>
    choice.is === chosen.is && (choice.is !== 'new' || chosen.is !== 'new' || choice.kind === chosen.kind);
  return (
    <fieldset class="part">
      <legend>{words.choice}</legend>
      {choices.map(({ choice, label }) => (
        <label key={label} class="option">
          <input type="radio" name="learnt" checked={isChosen(choice)} onChange={() => onChoose(choice)} />
          {label}
        </label>
      ))}
      {chosen.is === 'evidence' && (
        <div class="field">
          <label for="learnt-of">{words.of}</label>
          <select
            id="learnt-of"
            value={chosen.of}
            onChange={({ currentTarget: { value } }) => {
              const found = likest.find(({ entry }) => entry.id === value);
              if (found) onChoose({ is: 'evidence', kind: found.kind, of: value });
            }}
          >
            {likest.map(({ entry }) => (
              <option key={entry.id} value={entry.id}>
                {entry.id} {entry.title}
              </option>
            ))}
          </select>
        </div>
      )}
      {chosen.is === 'new' && (
        <NewEntry
          entry={entryOf(experiment, chosen.kind, chosen.typed, today)}
          kind={chosen.kind}
          settings={settings}
          onType={(typed) => onChoose({ ...chosen, typed: { ...chosen.typed, ...typed } })}
        />
      )}
    </fieldset>
  );
}

/** The fields that are asked for; the others follow from the experiment. */
function NewEntry({
  entry,
  kind,
  settings,
  onType,
}: {
  entry: Entry;
  kind: EntryKind;
  settings: Overview['settings'];
  onType: (typed: Partial<Entry>) => void;
}) {
  const fields = KINDS[kind].fields.filter(
    ({ key, kind: holds }) => key === 'title' || key === 'status' || (holds === 'block' && key !== 'other'),
  );
  return fields.map((field) => (
    <EntryInput
      key={field.key}
      name={`learnt-${field.key}`}
      field={field}
      settings={settings}
      value={entry[field.key]}
      onInput={(text) => onType({ [field.key]: text })}
    />
  ));
}
