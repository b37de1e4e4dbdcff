// The form of an experiment: every field of the template, in its order and words.
import { explainDuration } from '../../../domain/duration/explanation.ts';
import { timingOf } from '../../../domain/duration/timing.ts';
import { isStatus, STATUSES } from '../../../domain/experiment/status.ts';
import { DECISIONS, type Experiment, FIELDS, type Field, type FieldKey } from '../../../domain/experiment/template.ts';
import { evaluate } from '../../../domain/register/evaluation.ts';
import { formWords as words } from '../../shared/messages.ts';
import { EntityField } from '../fields/entity.tsx';
import { ChoiceField, LineField, TextField } from '../fields/field.tsx';
import { HypothesisField } from '../fields/hypothesis.tsx';
import { RisksField } from '../fields/risks.tsx';
import { Collisions } from '../form/collisions.tsx';
import { FormFrame } from '../form/frame.tsx';
import { Preview } from '../form/preview.tsx';
import { type FormProps, useSaving } from '../form/saving.ts';
import type { Overview } from '../overview.ts';

const fields: readonly (Field & { key: FieldKey })[] = FIELDS;

export function ExperimentForm({ draft: first, overview, onBack, onSaved }: FormProps) {
  const form = useSaving({ draft: first, overview, onSaved });
  const { experiment } = form.draft;
  const { settings, today } = overview;
  const { duration, findings } = evaluate(experiment, settings, today);
  const timing = first.opened === undefined ? '' : timingWords(experiment, first.opened.closed, overview);
  const coaching = findings.filter(({ severity }) => severity === 'warning');

  if (form.collided !== undefined) return <Collisions collided={form.collided} onSettle={form.settle} />;

  function input({ key, label, note }: Field & { key: FieldKey }) {
    const coach = coaching.filter((finding) => finding.field === key && experiment[key] !== '');
    const hint = (
      <>
        {key === 'duration' && experiment.duration !== '' ? (
          <div class="text" aria-live="polite">
            {[timing, explainDuration(duration)].filter((line) => line !== '').join('\n')}
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
        return <LineField key={key} {...props} isDate />;
      case 'layer':
        return <ChoiceField key={key} {...props} options={settings.layers.map(({ name }) => name)} />;
      case 'status':
        return <ChoiceField key={key} {...props} options={STATUSES} />;
      case 'decision':
        return <ChoiceField key={key} {...props} options={DECISIONS} />;
      case 'entity':
        return <EntityField key={key} {...props} entities={settings.entities} hint={words.entityHint} />;
      case 'hypothesis':
        return <HypothesisField key={key} {...props} />;
      case 'risks':
        return <RisksField key={key} {...props} today={today} />;
      default:
        return <TextField key={key} {...props} rows={key === 'duration' ? 2 : 3} />;
    }
  }

  return (
    <FormFrame
      title={experiment.id === '' ? words.newTitle : experiment.id}
      form={form}
      label={words.save}
      onBack={onBack}
    >
      {fields.map(input)}
      <Preview experiment={experiment} />
    </FormFrame>
  );
}

/** Where it stands today, in the words of its Timing cell, and the phase it is in; `''` without a known status. */
function timingWords(experiment: Experiment, closed: string, { settings, today }: Overview): string {
  const { status, started, date } = experiment;
  if (!isStatus(status)) return '';
  const { duration } = evaluate(experiment, settings, today);
  const { words: timing, now } = timingOf({ ...settings, status, started, date, closed, duration, today });
  return now === undefined ? timing : `${timing}, ${now}`;
}
