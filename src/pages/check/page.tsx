// The dialog that lists what Check register found, row by row, with what can be put right by a click.
import { useEffect, useState } from 'preact/hooks';
import { client, closePage } from '../shared/client.ts';
import '../shared/look.css';
import { messages } from '../shared/messages.ts';
import { mount, unreachable } from '../shared/mount.tsx';

type Outcome = Awaited<ReturnType<typeof client.checkLog>>;
type Result = Extract<Outcome, { ok: true }>;
type Found = Result['findings'][number];

const words = messages.check;

function CheckPage() {
  const [result, setResult] = useState<Result>();
  const [trouble, setTrouble] = useState('');
  const [isWorking, setWorking] = useState(true);

  async function run(call: () => Promise<Outcome>) {
    setWorking(true);
    setTrouble('');
    try {
      const outcome = await call();
      if (outcome.ok) setResult(outcome);
      else setTrouble(outcome.message);
    } catch (error) {
      setTrouble(unreachable(error));
    }
    setWorking(false);
  }

  async function show(row: number) {
    try {
      const outcome = await client.showRow(row);
      if (!outcome.ok) setTrouble(outcome.message);
    } catch (error) {
      setTrouble(unreachable(error));
    }
  }

  useEffect(() => {
    run(() => client.checkLog());
  }, []);

  return (
    <section aria-busy={isWorking}>
      <p role="status">{isWorking ? words.working : result === undefined ? '' : summary(result)}</p>
      <p role="alert" class="bad">
        {trouble}
      </p>
      {result !== undefined && result.findings.length > 0 && (
        <section class="scroll" aria-label={words.list}>
          <ul class="rows">
            {byRow(result.findings).map(([row, found]) => (
              <li key={row ?? 'register'}>
                <div class="row-head">
                  <span>{[found[0]?.id, row === undefined ? '' : words.row(row)].filter(Boolean).join(', ')}</span>
                  {row !== undefined && (
                    <button type="button" class="link" aria-label={words.showOf(row)} onClick={() => show(row)}>
                      {words.show}
                    </button>
                  )}
                </div>
                <ul>
                  {found.map((finding) => (
                    <li key={finding.message} class={finding.severity === 'error' ? 'bad' : ''}>
                      {finding.severity === 'error' ? words.error : words.warning}: {finding.message}
                      {finding.fix !== undefined && row !== undefined && (
                        <button
                          type="button"
                          class="link"
                          disabled={isWorking}
                          onClick={() => run(() => client.fixLog({ code: finding.code, row }))}
                        >
                          {finding.fix}
                        </button>
                      )}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="buttons">
        <button type="button" class="primary" onClick={closePage}>
          {words.close}
        </button>
        <button type="button" disabled={isWorking} onClick={() => run(() => client.checkLog())}>
          {words.again}
        </button>
      </div>
    </section>
  );
}

function summary({ rows, findings }: Result): string {
  if (rows === 0) return words.empty;
  if (findings.length === 0) return words.sound(rows);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return words.found(errors, findings.length - errors);
}

/** The findings of each row together, in the order in which the rows' gravest findings come. */
function byRow(findings: readonly Found[]): [number | undefined, Found[]][] {
  const rows = new Map<number | undefined, Found[]>();
  for (const finding of findings) {
    const found = rows.get(finding.row);
    if (found === undefined) rows.set(finding.row, [finding]);
    else found.push(finding);
  }
  return [...rows];
}

mount(<CheckPage />, words.title);
