// The form of an experiment: every field of the template, in its order and words.
import { useState } from 'preact/hooks';
import { explainDuration } from '../../domain/duration-explained.ts';
import { composeHypothesis, type Hypothesis, readHypothesis } from '../../domain/hypothesis.ts';
import { standingOf } from '../../domain/standing.ts';
import { DECISIONS, FIELDS, type Field, type FieldKey, STATUSES } from '../../domain/template.ts';
import { messages } from '../messages.ts';
import { Collisions } from './collisions.tsx';
import type { Draft } from './drafts.ts';
import { ChoiceField, LineField, TextField } from './fields.tsx';
import { FormFoot } from './form-foot.tsx';
import type { Overview } from './page.tsx';
import { type Saved, useSaving } from './saving.ts';

const words = messages.form;
const fields: readonly (Field & { key: FieldKey })[] = FIELDS;

export function ExperimentForm({
  draft: first,
  overview,
  onBack,
  onSaved,
}: {
  draft: Draft;
  overview: Overview;
  onBack: () => void;
  onSaved: (saved: Saved) => void;
}) {
  const form = useSaving(first.opened?.id ?? '', first, overview, onSaved);
  const { experiment } = form.draft;
  const { settings, today } = overview;
  const { duration, findings } = standingOf(experiment, settings, today);
  const coaching = findings.filter(({ severity }) => severity === 'warning');

  if (form.collided !== undefined) return <Collisions collided={form.collided} onSettle={form.settle} />;

  function input({ key, label, note }: Field & { key: FieldKey }) {
    const coach = coaching.filter((finding) => finding.field === key && experiment[key] !== '');
    const hint = (
      <>
        {key === 'duration' && experiment.duration !== '' ? (
          <div class="text" aria-live="polite">
            {explainDuration(duration)}
          </div>
        ) : (
          note
        )}
        {coach.map(({ message }) => (
          <p key={message} class="coach">
            {words.coach}: {message}
          </p>
        ))}
      </>
    );
    const props = {
      name: key,
      label,
      value: experiment[key],
      error: form.refusals[key],
      hint,
      onInput: (value: string) => form.change({ [key]: value }),
    };
    switch (key) {
      case 'id':
      case 'started':
        return null;
      case 'title':
        return <LineField key={key} {...props} />;
      case 'date':
        return <LineField key={key} {...props} type="date" />;
      case 'layer':
        return <ChoiceField key={key} {...props} options={settings.layers.map(({ name }) => name)} />;
      case 'status':
        return <ChoiceField key={key} {...props} options={STATUSES} />;
      case 'decision':
        return <ChoiceField key={key} {...props} options={DECISIONS} />;
      case 'entity':
        return <LineField key={key} {...props} list={settings.entities} hint={words.entityHint} />;
      case 'hypothesis':
        return <HypothesisField key={key} {...props} />;
      default:
        return <TextField key={key} {...props} rows={key === 'duration' ? 2 : 3} />;
    }
  }

  return (
    <form
      noValidate
      aria-busy={form.isSaving}
      onSubmit={(event) => {
        event.preventDefault();
        form.send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          form.send();
        }
      }}
    >
      <h1>{experiment.id === '' ? words.newTitle : experiment.id}</h1>
      {fields.map(input)}
      <FormFoot form={form} label={words.save} onBack={onBack} />
    </form>
  );
}

/** The hypothesis as three inputs that compose the sentence beneath, or as free text. */
function HypothesisField(props: Parameters<typeof TextField>[0]) {
  const { name, label, value, error, hint, onInput } = props;
  const read = readHypothesis(value);
  const [parts, setParts] = useState<Hypothesis | undefined>(
    read ?? (value === '' ? { change: '', outcome: '', reasoning: '' } : undefined),
  );
  if (parts === undefined) {
    return (
      <>
        <TextField {...props} />
        {(read !== undefined || value === '') && (
          <button
            type="button"
            class="link"
            onClick={() => setParts(read ?? { change: '', outcome: '', reasoning: '' })}
          >
            {words.asParts}
          </button>
        )}
      </>
    );
  }
  const set = (change: Partial<Hypothesis>) => {
    const next = { ...parts, ...change };
    setParts(next);
    onInput(composeHypothesis(next));
  };
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <LineField
        name={name}
        label={words.change}
        value={parts.change}
        error={error}
        onInput={(change) => set({ change })}
      />
      <LineField name="outcome" label={words.outcome} value={parts.outcome} onInput={(outcome) => set({ outcome })} />
      <LineField
        name="reasoning"
        label={words.reasoning}
        value={parts.reasoning}
        onInput={(reasoning) => set({ reasoning })}
      />
      <p class="sentence">{value}</p>
      <div class="quiet">{hint}</div>
      <button type="button" class="link" onClick={() => setParts(undefined)}>
        {words.asText}
      </button>
    </fieldset>
  );
}
