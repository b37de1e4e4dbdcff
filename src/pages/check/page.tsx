// The sidebar's page that lists what Check register found, row by row, with what can be put right by a click.
import { useEffect, useState } from 'preact/hooks';
import { needsFixing } from '../../domain/register/finding.ts';
import { useCall } from '../shared/call.ts';
import type { Answer } from '../shared/client.ts';
import { CopyButton } from '../shared/copying.tsx';
import { Failure, Progress } from '../shared/feedback.tsx';
import { grouped } from '../shared/groups.ts';
import '../shared/look.css';
import './check.css';
import { buttonWords, checkWords as words } from '../shared/messages.ts';
import { mount } from '../shared/mount.tsx';

type Result = Answer<'checkLog'>;

function CheckPage() {
  const [result, setResult] = useState<Result>();
  const { call, working, failure } = useCall({ checkLog: words.working, fixLog: words.working, fixAll: words.working });
  const isWorking = working !== '';

  async function show(found: Promise<Result | undefined>) {
    const next = await found;
    if (next !== undefined) setResult(next);
  }
  const check = () => show(call('checkLog'));

  useEffect(() => {
    check();
  }, []);

  return (
    <section aria-busy={isWorking}>
      <Progress text={working} />
      <p role="status">{isWorking ? '' : result && summary(result)}</p>
      <Failure text={failure} />
      {fixable(result?.findings ?? []).map(([code, found]) => (
        <details key={code}>
          <summary>{words.fixable(found.length, found[0]?.fix ?? '')}</summary>
          <ul>
            {found.map(({ row, id, message, fix }) => (
              <li key={row}>
                {[id, message].filter(Boolean).join(': ')} → {fix}
              </li>
            ))}
          </ul>
          <button
            type="button"
            disabled={isWorking}
            onClick={() =>
              show(
                call(
                  'fixAll',
                  found.map(({ code, row = 0, seal }) => ({ code, row, seal })),
                ),
              )
            }
          >
            {words.fixAll(found.length)}
          </button>
        </details>
      ))}
      {result !== undefined && result.findings.length > 0 && (
        <section aria-label={words.list}>
          <ul class="rows">
            {grouped(result.findings, ({ row }) => row).map(([row, found]) => (
              <li key={row ?? 'register'}>
                <div class="row-head">
                  <span>{[found[0]?.id, row === undefined ? '' : words.row(row)].filter(Boolean).join(', ')}</span>
                  {row !== undefined && (
                    <button
                      type="button"
                      class="link"
                      aria-label={words.showOf(row)}
                      onClick={() => call('showRow', row, { id: found[0]?.id })}
                    >
                      {words.show}
                    </button>
                  )}
                </div>
                <ul>
                  {found.map(({ message, severity, code, id, field, fix, seal }) => (
                    <li key={message} class={severity === 'error' ? 'bad' : ''}>
                      {words.severity[severity]}:{' '}
                      {row === undefined || field === undefined ? (
                        message
                      ) : (
                        <button
                          type="button"
                          class="link text"
                          title={words.showCell}
                          onClick={() => call('showRow', row, { id, field })}
                        >
                          {message}
                        </button>
                      )}
                      {fix !== undefined && row !== undefined && (
                        <button
                          type="button"
                          class="link"
                          disabled={isWorking}
                          onClick={() => show(call('fixLog', { code, row, seal }))}
                        >
                          {fix}
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
        <button type="button" class="primary" disabled={isWorking} onClick={check}>
          {words.again}
        </button>
        {result !== undefined && <CopyButton label={buttonWords.copyResult} text={() => textOf(result)} />}
        <button type="button" onClick={() => call('openSidebar')}>
          {words.back}
        </button>
      </div>
    </section>
  );
}

/** Findings of one kind that can be put right together. Which of two rows with one ID is the copy is for a person to say. */
function fixable(findings: Result['findings']): [string, Result['findings']][] {
  const open = findings.filter(
    ({ fix, row, code }) => fix !== undefined && row !== undefined && code !== 'duplicate-id',
  );
  return grouped(open, ({ code, fix }) => `${code} ${fix}`).filter(([, found]) => found.length > 1);
}

/** A line for each finding, under what is said of all. */
function textOf(result: Result): string {
  const lines = result.findings.map(({ id, row, severity, message }) =>
    [id, row === undefined ? '' : words.row(row), `${words.severity[severity]}: ${message}`].filter(Boolean).join(', '),
  );
  return [summary(result), ...lines].join('\n');
}

function summary({ rows, findings }: Result): string {
  if (rows === 0) return words.empty;
  if (findings.length === 0) return words.sound(rows);
  const rowsToFix = new Set(findings.filter((finding) => needsFixing([finding])).map(({ row }) => row));
  return words.found(rowsToFix.size, findings.filter((finding) => !needsFixing([finding])).length);
}

mount(
  <>
    <h1 class="unseen">{words.title}</h1>
    <CheckPage />
  </>,
);
