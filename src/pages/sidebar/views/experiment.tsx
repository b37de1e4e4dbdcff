// The form of an experiment: every field of the template that people type, in its order and words.
import type { FieldKey } from '../../../domain/experiment/template.ts';
import { evaluate } from '../../../domain/register/evaluation.ts';
import { formWords as words } from '../../shared/messages.ts';
import { TYPED_FIELDS, Widget } from '../fields/widget.tsx';
import { Collisions } from '../form/collisions.tsx';
import { FormFrame } from '../form/frame.tsx';
import { Preview } from '../form/preview.tsx';
import { type FormProps, useSaving } from '../form/saving.ts';

export function ExperimentForm({ draft, overview, onBack, onSaved }: FormProps) {
  const form = useSaving({ draft, overview, onSaved });
  const { experiment } = form.draft;
  if (form.collided !== undefined) return <Collisions collided={form.collided} onSettle={form.settle} />;
  const context = { experiment, overview, closed: draft.opened?.closed };
  const { findings } = evaluate(experiment, overview.settings, overview.today);
  const coachingOf = (key: FieldKey) =>
    findings
      .filter(({ severity, field }) => severity === 'warning' && field === key && experiment[key] !== '')
      .map(({ message }) => message);
  return (
    <FormFrame
      title={experiment.id === '' ? words.newTitle : experiment.id}
      form={form}
      label={words.save}
      onBack={onBack}
    >
      {TYPED_FIELDS.map((field) => (
        <Widget
          key={field.key}
          field={field}
          context={context}
          note={field.kind === 'list' ? words.listNote : field.note}
          coaching={coachingOf(field.key)}
          error={form.refusals[field.key]}
          onInput={(value) => form.change({ [field.key]: value })}
        />
      ))}
      <Preview experiment={experiment} />
    </FormFrame>
  );
}
