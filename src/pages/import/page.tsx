// The dialog that brings a log in: from a file or from pasted text.
import { useEffect, useRef, useState } from 'preact/hooks';
import { client, closePage } from '../client.ts';
import '../look.css';
import { messages } from '../messages.ts';
import { mount, unreachable } from '../mount.tsx';

type Outcome = Awaited<ReturnType<typeof client.importLog>>;
type Success = Extract<Outcome, { ok: true }>;

const words = messages.import;

function ImportPage() {
  const [file, setFile] = useState<File>();
  const [pasted, setPasted] = useState('');
  const [isWorking, setWorking] = useState(false);
  const [trouble, setTrouble] = useState('');
  const [done, setDone] = useState<Success>();

  async function submit(event: Event) {
    event.preventDefault();
    if (isWorking) return;
    if (file === undefined && pasted.trim() === '') {
      setTrouble(words.nothing);
      return;
    }
    setWorking(true);
    setTrouble('');
    try {
      const text = file === undefined ? pasted : await exactText(file);
      if (text === undefined) setTrouble(words.notText(file?.name ?? ''));
      else {
        const outcome = await client.importLog({ name: file?.name ?? '', text });
        if (outcome.ok) setDone(outcome);
        else setTrouble(outcome.message);
      }
    } catch (error) {
      setTrouble(unreachable(error));
    }
    setWorking(false);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    const dropped = event.dataTransfer?.files[0];
    if (dropped !== undefined) setFile(dropped);
  }

  if (done !== undefined) return <Done outcome={done} />;
  return (
    <form onSubmit={submit} aria-busy={isWorking}>
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
          {isWorking ? words.working : words.submit}
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
      {outcome.findings.length > 0 && (
        <>
          <p>{words.findings(outcome.findings.length)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area needs the keyboard to reach it */}
          <ul class="findings" tabIndex={0}>
            {outcome.findings.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                {line === undefined ? '' : words.line(line)}
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons">
        <button type="button" class="primary" ref={close} onClick={closePage}>
          {words.close}
        </button>
      </div>
    </section>
  );
}

/** The file's text with nothing taken away, not even a byte order mark; undefined if it is not UTF-8. */
async function exactText(file: File): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

mount(<ImportPage />);
