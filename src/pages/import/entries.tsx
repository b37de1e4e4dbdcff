// The dialog that brings in a file of patterns or of rules.
import { useState } from 'preact/hooks';
import type { EntryKind } from '../../domain/learnt/kinds.ts';
import { useCall } from '../shared/call.ts';
import { type Answer, closePage } from '../shared/client.ts';
import { Changes } from '../shared/dialog/changes.tsx';
import { CloseButton } from '../shared/dialog/close-button.tsx';
import { FileDrop } from '../shared/dialog/file-drop.tsx';
import { Lines } from '../shared/dialog/lines.tsx';
import { Questions, useQuestions } from '../shared/dialog/questions.tsx';
import { Failure, Progress, Success } from '../shared/feedback.tsx';
import { exactText } from '../shared/files.ts';
import { buttonWords, changesWords, importWords, learntWords } from '../shared/messages.ts';

const words = learntWords.inDialog;

export function EntriesPage({ kind }: { kind: EntryKind }) {
  const [file, setFile] = useState<File>();
  const [pasted, setPasted] = useState('');
  const [read, setRead] = useState<{ name: string; text: string; plan: Answer<'previewEntries'> }>();
  const [done, setDone] = useState('');
  const asked = useQuestions();
  const { call, isBusy, isWorking, working, failure, fail } = useCall({
    previewEntries: importWords.previewing,
    importEntries: importWords.working,
  });

  async function preview(event: Event) {
    event.preventDefault();
    if (isBusy()) return;
    if (file === undefined && pasted.trim() === '') return fail(importWords.nothing);
    const text = file === undefined ? pasted : await exactText(file);
    const name = file?.name ?? '';
    if (text === undefined) return fail(importWords.notText(name));
    const plan = await call('previewEntries', { kind, name, text });
    if (plan === undefined) return;
    setRead({ name, text, plan });
    asked.ask(plan.questions);
  }

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy() || read === undefined) return;
    const { name, text } = read;
    const result = await call('importEntries', { kind, name, text, answers: asked.answers });
    if (result?.is === 'asking') asked.ask(result.questions);
    else if (result !== undefined) setDone(words.done(result.added, result.changed, result.unchanged));
  }

  if (done !== '') {
    return (
      <section>
        <Success text={done} />
        <div class="buttons">
          <CloseButton takesFocus />
        </div>
      </section>
    );
  }
  const cancel = (
    <button type="button" onClick={closePage} disabled={isWorking}>
      {buttonWords.cancel}
    </button>
  );
  if (read !== undefined) {
    const { incoming, unchanged, entries, first, findings, report } = read.plan;
    return (
      <form onSubmit={submit} aria-busy={isWorking}>
        <Progress text={working} />
        {incoming.length === 0 && !asked.isAsking && <p>{words.nothingNew}</p>}
        {unchanged > 0 && <p>{words.unchanged(unchanged)}</p>}
        <p>{words.found(entries)}</p>
        {first.map(({ id, title, fields }) => (
          <dl key={id}>
            <dt>
              {id} {title}
            </dt>
            {fields.map(({ label, text }) => (
              <dd key={label}>
                {label}: {text}
              </dd>
            ))}
          </dl>
        ))}
        <Questions asked={asked} />
        <Changes heading={changesWords.incoming} lines={incoming} />
        <Lines heading={importWords.findings(findings.length)} lines={findings.map(({ message }) => message)} />
        <Lines heading={learntWords.report} lines={report} />
        <Failure text={failure} />
        <div class="buttons">
          <button type="submit" class="primary" disabled={isWorking || !asked.isAnswered}>
            {asked.isAsking ? importWords.keepChosen : importWords.submit}
          </button>
          <button type="button" disabled={isWorking} onClick={() => setRead(undefined)}>
            {buttonWords.back}
          </button>
          {cancel}
        </div>
      </form>
    );
  }
  return (
    <form onSubmit={preview} aria-busy={isWorking}>
      <p>{words.intro[kind]}</p>
      <FileDrop id="file" label={words.file} hint={importWords.fileHint} file={file} onFile={setFile} />
      <div class="field">
        <label for="pasted">{importWords.paste}</label>
        <textarea
          id="pasted"
          value={pasted}
          disabled={file !== undefined}
          spellcheck={false}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </div>
      <Progress text={working} />
      <Failure text={failure} />
      <div class="buttons">
        <button type="submit" class="primary" disabled={isWorking}>
          {importWords.preview}
        </button>
        {cancel}
      </div>
    </form>
  );
}
