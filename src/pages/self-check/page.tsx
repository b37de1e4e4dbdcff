// The dialog of the self-check: it runs at once and shows a report to copy.
import { useEffect, useRef, useState } from 'preact/hooks';
import { client, closePage } from '../shared/client.ts';
import { CopyButton } from '../shared/copying.tsx';
import '../shared/look.css';
import { messages } from '../shared/messages.ts';
import { mount, unreachable } from '../shared/mount.tsx';
import { type Checked, reportOf, troublesIn } from './report.ts';

const words = messages.selfCheck;

function SelfCheckPage() {
  const [checked, setChecked] = useState<Checked>();
  const [trouble, setTrouble] = useState('');
  const [isWorking, setWorking] = useState(true);
  const report = useRef<HTMLTextAreaElement>(null);

  async function run() {
    setWorking(true);
    setTrouble('');
    setChecked(undefined);
    try {
      const reply = await client.runSelfCheck();
      if (reply.ok) setChecked(reply);
      else setTrouble(reply.message);
    } catch (error) {
      setTrouble(unreachable(error));
    }
    setWorking(false);
  }

  useEffect(() => {
    run();
  }, []);
  // Selected, so that the keys that copy do so at once.
  useEffect(() => report.current?.select(), [checked]);

  const troubles = checked === undefined ? 0 : troublesIn(checked);
  return (
    <section aria-busy={isWorking}>
      {isWorking && <progress aria-label={words.title} />}
      <p role="status">
        {isWorking ? words.working : checked && (troubles > 0 ? words.differs(troubles) : words.sound)}
      </p>
      <p role="alert" class="bad">
        {trouble}
      </p>
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
        <button type="button" class="primary" onClick={closePage}>
          {words.close}
        </button>
      </div>
    </section>
  );
}

mount(<SelfCheckPage />, words.title);
