// The duration: what is typed, and how the register understands it, which the script says after a pause.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useCall } from '../../shared/call.ts';
import type { Answer } from '../../shared/client.ts';
import { type FormContext, TextField, type WidgetProps } from './field.tsx';

/** Milliseconds without a key, after which the script is asked. */
const PAUSE = 400;

export function DurationField({ context, note, coaching = [], ...props }: WidgetProps) {
  const understood = useUnderstood(context);
  const line = (
    <>
      <div class={understood && 'text note tone-active'} aria-live="polite">
        {understood?.lines}
      </div>
      {understood === undefined && note}
    </>
  );
  const said = [...coaching, ...(understood?.coaching ?? [])];
  return <TextField {...props} note={line} coaching={said} rows={2} />;
}

/** What the script said of exactly what stands in the form now; undefined for nothing, while it is asked, and where it cannot be. */
function useUnderstood({ experiment, overview, closed }: FormContext): Answer<'explainDuration'> | undefined {
  const { status, started, date, decision, duration } = experiment;
  const { sprintDays, fiscalYearBegins, dueSoonDays, staleProposalDays } = overview.settings;
  const typed = {
    experiment: { status, started, date, decision, duration },
    closed,
    settings: { sprintDays, fiscalYearBegins, dueSoonDays, staleProposalDays },
    today: overview.today,
  };
  const asked = duration === '' ? '' : JSON.stringify(typed);
  const [said, setSaid] = useState<{ of: string; answer: Answer<'explainDuration'> }>();
  const isOpening = useRef(true);
  const { call } = useCall();

  useEffect(() => {
    // What a form opens with is asked at once.
    const pause = isOpening.current ? 0 : PAUSE;
    isOpening.current = false;
    if (asked === '') return;
    const waiting = setTimeout(async () => {
      const answer = await call('explainDuration', typed);
      if (answer !== undefined) setSaid({ of: asked, answer });
    }, pause);
    return () => clearTimeout(waiting);
  }, [asked]);
  return said?.of === asked ? said?.answer : undefined;
}
