// The dialog that writes the log to Drive and shows where it is.
import { useEffect, useState } from 'preact/hooks';
import { client, closePage } from '../client.ts';
import '../look.css';
import { messages } from '../messages.ts';
import { mount, unreachable } from '../mount.tsx';

type Outcome = Awaited<ReturnType<typeof client.exportLog>>;
type State =
  | { is: 'working' }
  | { is: 'failed'; message: string }
  | { is: 'done'; outcome: Extract<Outcome, { ok: true }> };

const words = messages.export;

function ExportPage() {
  const [state, setState] = useState<State>({ is: 'working' });

  async function write() {
    setState({ is: 'working' });
    try {
      const outcome = await client.exportLog();
      setState(outcome.ok ? { is: 'done', outcome } : { is: 'failed', message: outcome.message });
    } catch (error) {
      setState({ is: 'failed', message: unreachable(error) });
    }
  }

  useEffect(() => {
    write();
  }, []);

  return (
    <section aria-busy={state.is === 'working'}>
      {state.is === 'working' && <p role="status">{words.working}</p>}
      {state.is === 'failed' && (
        <p role="alert" class="bad">
          {state.message}
        </p>
      )}
      {state.is === 'done' && <Done outcome={state.outcome} />}
      <div class="buttons">
        {state.is === 'failed' && (
          <button type="button" class="primary" onClick={write}>
            {words.again}
          </button>
        )}
        <button
          type="button"
          class={state.is === 'done' ? 'primary' : ''}
          disabled={state.is === 'working'}
          onClick={closePage}
        >
          {words.close}
        </button>
      </div>
    </section>
  );
}

function Done({ outcome }: { outcome: Extract<Outcome, { ok: true }> }) {
  return (
    <>
      <p role="status" class="good">
        {outcome.wasWritten ? words.written(outcome.name) : words.unchanged(outcome.name)}
      </p>
      {outcome.report.length > 0 && (
        <>
          <p>{words.report}</p>
          <ul class="findings">
            {outcome.report.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {outcome.findings > 0 && <p>{words.findings(outcome.findings)}</p>}
      <p>
        <a href={outcome.link} target="_blank" rel="noopener">
          {words.open}
        </a>
      </p>
    </>
  );
}

mount(<ExportPage />);
