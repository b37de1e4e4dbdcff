// What closing an experiment leads to: a pattern where it is adopted, a rule where it is dropped, filled in from its words.
import { useEffect, useState } from 'preact/hooks';
import { type Entry, type EntryKind, KINDS } from '../../../domain/learnt/kinds.ts';
import { byLikeness } from '../../../domain/learnt/likeness.ts';
import { kindOfDecision } from '../../../domain/learnt/links.ts';
import { suggestionOf } from '../../../domain/learnt/suggestion.ts';
import { useCall } from '../../shared/call.ts';
import type { Answer, Request } from '../../shared/client.ts';
import { learntWords as words } from '../../shared/messages.ts';
import { EntryInput } from '../fields/entry-input.tsx';
import type { Draft, LearntChoice } from '../form/drafts.ts';
import type { Overview } from '../overview.ts';

const NEW: LearntChoice = { is: 'new', typed: {} };

/** What is to be written down with this draft; undefined for nothing. */
export function learntOf(draft: Draft, today: string): Request<'saveForm'>[0]['learnt'] {
  const { experiment, learnt = NEW } = draft;
  const kind = kindTaken(draft);
  if (kind === undefined || learnt.is === 'nothing') return undefined;
  if (learnt.is === 'evidence') return { kind, evidenceOf: learnt.of };
  return { kind, entry: entryOf(experiment, kind, learnt.typed, today) };
}

/** What the decision leads to, where it is taken in this form. */
function kindTaken({ experiment: { decision }, opened }: Draft): EntryKind | undefined {
  return decision === opened?.experiment.decision ? undefined : kindOfDecision(decision);
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
  const { experiment, learnt = NEW } = draft;
  const kind = kindTaken(draft);
  useEffect(() => {
    if (kind !== undefined) call('readLearnt').then((answer) => answer && setKnown(answer.entries));
  }, [kind]);
  if (kind === undefined) return null;
  const there = byLikeness(
    known.filter((each) => each.kind === kind),
    experiment,
  );
  const { title, make } = words.choice[kind];
  const choices = [
    { choice: NEW, label: make },
    ...(there[0] ? [{ choice: { is: 'evidence', of: there[0].entry.id } as const, label: words.evidence }] : []),
    { choice: { is: 'nothing' } as const, label: words.nothing },
  ];
  const entry = entryOf(experiment, kind, learnt.is === 'new' ? learnt.typed : {}, today);
  const fields = KINDS[kind].fields.filter(
    ({ key, kind: holds }) => key === 'title' || key === 'status' || (holds === 'block' && key !== 'other'),
  );
  return (
    <fieldset class="part">
      <legend>{title}</legend>
      {choices.map(({ choice, label }) => (
        <label key={choice.is} class="option">
          <input type="radio" name="learnt" checked={learnt.is === choice.is} onChange={() => onChoose(choice)} />
          {label}
        </label>
      ))}
      {learnt.is === 'evidence' && (
        <div class="field">
          <label for="learnt-of">{words.of}</label>
          <select
            id="learnt-of"
            value={learnt.of}
            onChange={(event) => onChoose({ is: 'evidence', of: event.currentTarget.value })}
          >
            {there.map(({ entry: each }) => (
              <option key={each.id} value={each.id}>
                {each.id} {each.title}
              </option>
            ))}
          </select>
        </div>
      )}
      {learnt.is === 'new' &&
        fields.map((field) => (
          <EntryInput
            key={field.key}
            name={`learnt-${field.key}`}
            field={field}
            settings={settings}
            value={entry[field.key]}
            onInput={(text) => onChoose({ is: 'new', typed: { ...learnt.typed, [field.key]: text } })}
          />
        ))}
    </fieldset>
  );
}
