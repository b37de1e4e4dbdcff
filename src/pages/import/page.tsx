// The dialog that brings a log in: from a file or from pasted text.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Changes } from '../shared/changes.tsx';
import { client, closePage } from '../shared/client.ts';
import { exactText } from '../shared/files.ts';
import '../shared/look.css';
import { messages } from '../shared/messages.ts';
import { mount, unreachable } from '../shared/mount.tsx';
import { type Answers, areAnswered, type Question, Questions } from '../shared/questions.tsx';

type Plan = Extract<Awaited<ReturnType<typeof client.previewImport>>, { ok: true }>;
type Result = Extract<Awaited<ReturnType<typeof client.importLog>>, { ok: true }>;
type Success = Extract<Result, { is: 'done' }>;

const words = messages.import;

function ImportPage() {
  const [file, setFile] = useState<File>();
  const [pasted, setPasted] = useState('');
  const [working, setWorking] = useState('');
  const [trouble, setTrouble] = useState('');
  const [read, setRead] = useState<{ name: string; text: string; plan: Plan }>();
  const [questions, setQuestions] = useState<readonly Question[]>([]);
  const [answers, setAnswers] = useState<Answers>({});
  const [done, setDone] = useState<Success>();

  /** Runs the work, with what it says while it runs; what goes wrong is said and loses nothing. */
  async function attempt(what: string, work: () => Promise<void>) {
    setWorking(what);
    setTrouble('');
    try {
      await work();
    } catch (error) {
      setTrouble(unreachable(error));
    }
    setWorking('');
  }

  function preview(event: Event) {
    event.preventDefault();
    if (working !== '') return;
    if (file === undefined && pasted.trim() === '') {
      setTrouble(words.nothing);
      return;
    }
    attempt(words.previewing, async () => {
      const text = file === undefined ? pasted : await exactText(file);
      if (text === undefined) return setTrouble(words.notText(file?.name ?? ''));
      const name = file?.name ?? '';
      const plan = await client.previewImport({ name, text });
      if (!plan.ok) return setTrouble(plan.message);
      setRead({ name, text, plan });
      setQuestions(plan.questions);
    });
  }

  function submit(event: Event) {
    event.preventDefault();
    if (working !== '' || read === undefined) return;
    const { name, text } = read;
    attempt(words.working, async () => {
      const result = await client.importLog({ name, text, answers });
      if (!result.ok) setTrouble(result.message);
      else if (result.is === 'asking') setQuestions(result.questions);
      else setDone(result);
    });
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    const dropped = event.dataTransfer?.files[0];
    if (dropped !== undefined) setFile(dropped);
  }

  if (done !== undefined) return <Done outcome={done} />;
  const isWorking = working !== '';
  if (read !== undefined) {
    const { plan } = read;
    return (
      <form onSubmit={submit} aria-busy={isWorking}>
        {isWorking && <progress aria-label={working} />}
        <p role="status">{working}</p>
        {plan.incoming.length === 0 && questions.length === 0 && <p>{words.nothingNew}</p>}
        {plan.unchanged > 0 && <p>{words.unchanged(plan.unchanged)}</p>}
        {plan.report.length > 0 && plan.questions.length > 0 && <p>{plan.report[0]}</p>}
        {questions.length > 0 && <Questions questions={questions} answers={answers} onChange={setAnswers} />}
        <Changes heading={messages.changes.incoming} lines={plan.incoming} />
        <Findings findings={plan.findings} />
        <p role="alert" class="bad">
          {trouble}
        </p>
        <div class="buttons">
          <button type="submit" class="primary" disabled={isWorking || !areAnswered(questions, answers)}>
            {questions.length > 0 ? words.keepChosen : words.submit}
          </button>
          <button
            type="button"
            disabled={isWorking}
            onClick={() => {
              setRead(undefined);
              setTrouble('');
            }}
          >
            {words.back}
          </button>
          <button type="button" onClick={closePage} disabled={isWorking}>
            {words.cancel}
          </button>
        </div>
      </form>
    );
  }
  return (
    <form onSubmit={preview} aria-busy={isWorking}>
      <p>{words.intro}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut; the input inside does the same by keyboard */}
      <div class="field drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <label for="file">{words.file}</label>
        <input
          id="file"
          type="file"
          accept=".md,.markdown,.txt,text/markdown,text/plain"
          aria-describedby="file-hint"
          onChange={(event) => setFile(event.currentTarget.files?.[0])}
        />
        <p id="file-hint" class="quiet">
          {file === undefined ? words.fileHint : file.name}
        </p>
      </div>
      <div class="field">
        <label for="pasted">{words.paste}</label>
        <textarea
          id="pasted"
          value={pasted}
          disabled={file !== undefined}
          spellcheck={false}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </div>
      <p role="alert" class="bad">
        {trouble}
      </p>
      <div class="buttons">
        <button type="submit" class="primary" disabled={isWorking}>
          {isWorking ? words.previewing : words.preview}
        </button>
        <button type="button" onClick={closePage} disabled={isWorking}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

function Done({ outcome }: { outcome: Success }) {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <section>
      <p role="status" class="good">
        {words.done(outcome.added, outcome.changed, outcome.unchanged)}
      </p>
      <Findings findings={outcome.findings} />
      <div class="buttons">
        <button type="button" class="primary" ref={close} onClick={closePage}>
          {words.close}
        </button>
      </div>
    </section>
  );
}

function Findings({ findings }: { findings: Plan['findings'] }) {
  if (findings.length === 0) return null;
  return (
    <>
      <p>{words.findings(findings.length)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area needs the keyboard to reach it */}
      <ul class="findings" tabIndex={0}>
        {findings.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            {line === undefined ? '' : words.line(line)}
            {message}
          </li>
        ))}
      </ul>
    </>
  );
}

mount(<ImportPage />, words.title);
