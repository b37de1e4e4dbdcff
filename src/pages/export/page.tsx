// The dialog that shows what an export changes, asks where both sides changed the same, and writes the log to Drive.
import { useEffect, useState } from 'preact/hooks';
import { Changes } from '../shared/changes.tsx';
import { client, closePage } from '../shared/client.ts';
import { download, exactText } from '../shared/files.ts';
import '../shared/look.css';
import { messages } from '../shared/messages.ts';
import { mount, unreachable } from '../shared/mount.tsx';
import { type Answers, areAnswered, type Question, Questions } from '../shared/questions.tsx';

type Request = NonNullable<Parameters<typeof client.exportLog>[0]>;
type Plan = Extract<Awaited<ReturnType<typeof client.previewExport>>, { ok: true }>;
type Result = Extract<Awaited<ReturnType<typeof client.exportLog>>, { ok: true }>;
type Done = Extract<Result, { is: 'done' }>;
type Obstacle = NonNullable<Plan['obstacle']>;

const words = messages.export;

function ExportPage() {
  const [request, setRequest] = useState<Request>({});
  const [answers, setAnswers] = useState<Answers>({});
  const [plan, setPlan] = useState<Plan>();
  const [questions, setQuestions] = useState<readonly Question[]>([]);
  const [obstacle, setObstacle] = useState<Obstacle>();
  const [done, setDone] = useState<Done>();
  const [working, setWorking] = useState(words.checking);
  const [trouble, setTrouble] = useState('');

  async function ask<Reply extends { ok: boolean }>(what: string, call: () => Promise<Reply>) {
    setWorking(what);
    setTrouble('');
    try {
      const reply = await call();
      if (reply.ok) return reply as Extract<Reply, { ok: true }>;
      setTrouble((reply as unknown as { message: string }).message);
    } catch (error) {
      setTrouble(unreachable(error));
    } finally {
      setWorking('');
    }
    return undefined;
  }

  async function look(wanted: Request) {
    setRequest(wanted);
    const found = await ask(words.checking, () => client.previewExport(wanted));
    if (found === undefined) return;
    setPlan(found);
    setObstacle(found.obstacle);
    setQuestions(found.questions);
  }

  async function write() {
    const result = await ask(words.working, () => client.exportLog({ ...request, answers }));
    if (result === undefined) return;
    if (result.is === 'done') setDone(result);
    else if (result.is === 'asking') setQuestions(result.questions);
    else setObstacle(result.obstacle);
  }

  async function save() {
    const log = await ask(words.checking, () => client.readLogText());
    if (log !== undefined) download(log.name, log.text);
  }

  async function choose(file: File | undefined) {
    if (file === undefined) return;
    const fileText = await exactText(file);
    if (fileText === undefined) setTrouble(words.notText(file.name));
    else look({ ...request, fileText });
  }

  useEffect(() => {
    look({});
  }, []);

  if (done !== undefined) return <Finished done={done} findings={plan?.findings ?? 0} />;
  const isWorking = working !== '';
  const isSame = plan !== undefined && !plan.isNew && plan.outgoing.length + plan.incoming.length === 0;
  return (
    <section aria-busy={isWorking}>
      <p role="status">{working}</p>
      {isWorking && <progress aria-label={working} />}
      <p role="alert" class="bad">
        {trouble !== '' ? trouble : (obstacle?.message ?? '')}
      </p>
      {plan !== undefined && obstacle === undefined && (
        <>
          {plan.isNew && <p>{words.creates(plan.name)}</p>}
          {isSame && questions.length === 0 && <p>{words.same(plan.name)}</p>}
          {plan.findings > 0 && <p>{words.findings(plan.findings)}</p>}
          <Report lines={plan.report} />
          {questions.length > 0 && <Questions questions={questions} answers={answers} onChange={setAnswers} />}
          <Changes heading={messages.changes.outgoing} lines={plan.outgoing} />
          <Changes heading={messages.changes.incoming} lines={plan.incoming} />
        </>
      )}
      <div class="buttons">
        {plan !== undefined && obstacle === undefined && (
          <button
            type="button"
            class="primary"
            disabled={isWorking || !areAnswered(questions, answers)}
            onClick={write}
          >
            {questions.length > 0 ? words.keepChosen : words.write}
          </button>
        )}
        {obstacle?.choices.map((choice, index) =>
          choice === 'choose the file' ? (
            <label key={choice}>
              {words.choices[choice]}
              <input type="file" accept=".md,.markdown" onChange={(event) => choose(event.currentTarget.files?.[0])} />
            </label>
          ) : (
            <button
              key={choice}
              type="button"
              class={index === 0 ? 'primary' : ''}
              disabled={isWorking}
              onClick={() => look({ ...request, file: choice })}
            >
              {words.choices[choice]}
            </button>
          ),
        )}
        {plan === undefined && !isWorking && (
          <button type="button" class="primary" onClick={() => look(request)}>
            {words.again}
          </button>
        )}
        <button type="button" disabled={isWorking} onClick={save}>
          {words.download}
        </button>
        <button type="button" onClick={closePage}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}

function Report({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p>{words.report}</p>
      <ul class="findings">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Finished({ done, findings }: { done: Done; findings: number }) {
  return (
    <section>
      <p role="status" class="good">
        {done.wasWritten ? words.written(done.name) : words.unchanged(done.name)}
      </p>
      {done.writtenBy !== '' && <p>{words.last(done.writtenBy, new Date(done.writtenAt).toLocaleString())}</p>}
      <Report lines={done.report} />
      {findings > 0 && <p>{words.findings(findings)}</p>}
      <p>
        <a href={done.link} target="_blank" rel="noopener noreferrer">
          {words.open}
        </a>
      </p>
      <div class="buttons">
        <button type="button" class="primary" onClick={closePage}>
          {words.close}
        </button>
      </div>
    </section>
  );
}

mount(<ExportPage />, words.title);
