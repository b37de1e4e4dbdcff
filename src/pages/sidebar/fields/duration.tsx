// The duration: what is typed, and how the register understands it.
import { explainDuration } from '../../../domain/duration/explanation.ts';
import { timingOf } from '../../../domain/duration/timing.ts';
import { isStatus } from '../../../domain/experiment/status.ts';
import { evaluate } from '../../../domain/register/evaluation.ts';
import { type FormContext, TextField, type WidgetProps } from './field.tsx';

export function DurationField({ context, note, ...props }: WidgetProps) {
  const understood = (
    <div class="text note tone-active" aria-live="polite">
      {understoodAs(context)}
    </div>
  );
  return <TextField {...props} note={props.value === '' ? note : understood} rows={2} />;
}

/** Where it stands today, in the words of its Timing cell, with the phase it is in; then when it ends, and why. */
function understoodAs({ experiment, overview: { settings, today }, closed }: FormContext): string {
  const { status, started, date, decision } = experiment;
  const { duration } = evaluate(experiment, settings, today);
  const explained = explainDuration(duration);
  // What is not in the register has no Timing cell.
  if (closed === undefined || !isStatus(status)) return explained;
  const { words, now } = timingOf({ ...settings, status, started, date, closed, decision, duration, today });
  return [now === undefined ? words : `${words}, ${now}`, explained].filter((line) => line !== '').join('\n');
}
