// Closing an experiment: what happened beside what was expected, what was learnt, and the decision.
import { useState } from 'preact/hooks';
import type { Status } from '../../../domain/experiment/status.ts';
import { DECISIONS, FIELDS } from '../../../domain/experiment/template.ts';
import { closeOutWords as words } from '../../shared/messages.ts';
import { ChoiceField, TextField } from '../fields/field.tsx';
import { Collisions } from '../form/collisions.tsx';
import { FormFrame } from '../form/frame.tsx';
import { type FormProps, useSaving } from '../form/saving.ts';

const labelOf = Object.fromEntries(FIELDS.map(({ key, label }) => [key, label]));

export function CloseOut({ draft: first, overview, onBack, onSaved }: FormProps) {
  const wasProposed = first.opened?.experiment.status === 'Proposed';
  const [ending] = useState<Status>(wasProposed || first.experiment.status === 'Dropped' ? 'Dropped' : 'Completed');
  const form = useSaving({
    draft: { ...first, experiment: { ...first.experiment, status: ending } },
    overview,
    onSaved,
  });
  const { experiment } = form.draft;
  if (form.collided !== undefined) return <Collisions collided={form.collided} onSettle={form.settle} />;
  const field = (key: 'actualResult' | 'learning' | 'decision') => ({
    name: key,
    label: labelOf[key] ?? key,
    value: experiment[key],
    error: form.refusals[key],
    onInput: (value: string) => form.change({ [key]: value }),
  });
  const end = (status: Status, label: string) => (
    <label class="option">
      <input
        type="radio"
        name="status"
        checked={experiment.status === status}
        disabled={wasProposed && status === 'Completed'}
        onChange={() => form.change({ status })}
      />
      {label}
    </label>
  );
  return (
    <FormFrame title={words.title(experiment.id)} form={form} label={words.save} onBack={onBack}>
      <p>{experiment.title}</p>
      <section class="beside" aria-label={words.expected}>
        <h2>{words.expected}</h2>
        <p class="text">{experiment.expectedResult === '' ? words.nothingExpected : experiment.expectedResult}</p>
      </section>
      <TextField {...field('actualResult')} />
      <TextField {...field('learning')} />
      <fieldset class="field">
        <legend>{words.how}</legend>
        {end('Completed', words.completed)}
        {end('Dropped', words.dropped)}
        {wasProposed && <p class="quiet">{words.notStarted}</p>}
        <p class="bad error">{form.refusals.status}</p>
      </fieldset>
      <ChoiceField {...field('decision')} options={DECISIONS} />
    </FormFrame>
  );
}
