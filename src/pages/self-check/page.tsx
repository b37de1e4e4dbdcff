// The dialog of the self-check: it runs at once and shows a report to copy.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useCall } from '../shared/call.ts';
import type { Answer } from '../shared/client.ts';
import { CopyButton } from '../shared/copying.tsx';
import { CloseButton } from '../shared/dialog/close-button.tsx';
import { Failure } from '../shared/feedback.tsx';
import '../shared/look.css';
import { selfCheckWords as words } from '../shared/messages.ts';
import { mount } from '../shared/mount.tsx';
import { AskedSteps } from './asked-steps.tsx';
import { faultsIn, reportOf } from './report.ts';

function SelfCheckPage() {
  const [checked, setChecked] = useState<Answer<'runSelfCheck'>>();
  const { call, isWorking, failure } = useCall();
  const report = useRef<HTMLTextAreaElement>(null);

  async function run() {
    setChecked(undefined);
    setChecked(await call('runSelfCheck'));
  }

  useEffect(() => {
    run();
  }, []);
  // Selected, so that the keys that copy do so at once.
  useLayoutEffect(() => report.current?.select(), [checked]);

  const faults = checked === undefined ? 0 : faultsIn(checked);
  return (
    <section aria-busy={isWorking}>
      {isWorking && <progress aria-label={words.title} />}
      <p role="status">{isWorking ? words.working : checked && (faults > 0 ? words.differs(faults) : words.sound)}</p>
      <Failure text={failure} />
      {checked !== undefined && (
        <div class="field">
          <label for="report">{words.report}</label>
          <textarea
            id="report"
            ref={report}
            rows={14}
            readOnly
            aria-describedby="report-hint"
            value={reportOf(checked)}
          />
          <p id="report-hint" class="quiet">
            {words.done}
          </p>
        </div>
      )}
      <div class="buttons">
        {checked !== undefined && <CopyButton label={words.copy} text={() => reportOf(checked)} />}
        <button type="button" disabled={isWorking} onClick={run}>
          {words.again}
        </button>
        <CloseButton />
      </div>
      {checked !== undefined && (
        <AskedSteps asked={checked.asked} onTried={(asked) => setChecked({ ...checked, asked })} />
      )}
    </section>
  );
}

mount(<SelfCheckPage />, words.title);
