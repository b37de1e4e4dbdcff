// Closing an experiment: what happened beside what was expected, what was learnt, and the decision.
import { useState } from 'preact/hooks';
import { phaseOf, STATUSES, type Status, statusRow } from '../../../domain/experiment/status.ts';
import { fieldOf, hasField } from '../../../domain/experiment/template.ts';
import { closeOutWords as words } from '../../shared/messages.ts';
import { TYPED_FIELDS, Widget } from '../fields/widget.tsx';
import { Collisions } from '../form/collisions.tsx';
import { FormFrame } from '../form/frame.tsx';
import { type FormProps, useSaving } from '../form/saving.ts';
import { Learnt, learntOf } from '../learnt/learnt-choice.tsx';

/** How an experiment may end. */
const ENDS = STATUSES.filter((status) => phaseOf(status) === 'ended');
const isCutShort = (status: Status) => statusRow(status).isCutShort === true;

export function CloseOut({ draft: first, overview, onBack, onSaved }: FormProps) {
  const hasNotRun = phaseOf(first.opened?.experiment.status ?? '') === 'waiting';
  const [ending] = useState(() => {
    const { status } = first.experiment;
    const known = ENDS.find((end) => end === status);
    const wasStopped = hasNotRun || (known !== undefined && isCutShort(known));
    return ENDS.find((end) => isCutShort(end) === wasStopped) ?? status;
  });
  const draft = { ...first, experiment: { ...first.experiment, status: ending } };
  const form = useSaving({ draft, overview, onSaved }, (sent) => learntOf(sent, overview.today));
  const { experiment } = form.draft;
  if (form.collided !== undefined) return <Collisions collided={form.collided} onSettle={form.settle} />;
  const context = { experiment, overview, closed: first.opened?.closed };
  // What is filled in when it ends.
  const fields = TYPED_FIELDS.filter(({ key, result }) => result && hasField(key, overview.settings.optionalFields));
  const results = (isClosing: boolean) =>
    fields
      .filter(({ place }) => (place === 'closing') === isClosing)
      .map((field) => (
        <Widget
          key={field.key}
          field={field}
          context={context}
          coaching={form.coachingOf(field.key)}
          error={form.refusals[field.key]}
          onInput={(value) => form.change({ [field.key]: value })}
        />
      ));
  const missing = form.missing.filter((missed) => fields.some(({ label }) => label === missed));
  const expected = [experiment.expectedResult, experiment.expectedBenefit].filter((text) => text !== '').join('\n');
  return (
    <FormFrame title={words.title(experiment.id)} form={{ ...form, missing }} label={words.save} onBack={onBack}>
      <p>{experiment.title}</p>
      <section class="beside" aria-label={words.expected}>
        <h2>{words.expected}</h2>
        <p class="text">{expected === '' ? words.nothingExpected : expected}</p>
        {experiment.decisionRule !== '' && (
          <p class="text">
            <strong>{fieldOf('decisionRule').label}:</strong> {experiment.decisionRule}
          </p>
        )}
      </section>
      {results(false)}
      <fieldset class="field">
        <legend>{words.how}</legend>
        {ENDS.map((status) => (
          <label key={status} class="option">
            <input
              type="radio"
              name="status"
              checked={experiment.status === status}
              disabled={hasNotRun && !isCutShort(status)}
              onChange={() => form.change({ status })}
            />
            {(isCutShort(status) ? words.wasStopped : words.ranToItsEnd)(status)}
          </label>
        ))}
        {hasNotRun && <p class="quiet">{words.notStarted}</p>}
        <p class="bad error">{form.refusals.status}</p>
      </fieldset>
      {results(true)}
      <Learnt draft={form.draft} overview={overview} onChoose={form.choose} />
    </FormFrame>
  );
}
