// The dialog that brings in a file of patterns or of rules.

import { useState } from 'preact/hooks';
import type { EntryKind } from '../../domain/learnt/entry-kinds.ts';
import { useCall } from '../shared/call.ts';
import type { Answer } from '../shared/client.ts';
import { Changes } from '../shared/dialog/changes.tsx';
import { CancelButton, Done } from '../shared/dialog/close-button.tsx';
import { Lines } from '../shared/dialog/lines.tsx';
import { Questions, useQuestions } from '../shared/dialog/questions.tsx';
import { Failure, Progress } from '../shared/feedback.tsx';
import { buttonWords, changesWords, importWords, learntWords } from '../shared/messages.ts';
import { SourceForm, useSource } from './source.tsx';

const words = learntWords.inDialog;

export function EntriesPage({ kind }: { kind: EntryKind }) {
  const source = useSource();
  const [read, setRead] = useState<{ name: string; text: string; plan: Answer<'previewEntries'> }>();
  const [done, setDone] = useState('');
  const asked = useQuestions();
  const { call, isBusy, isWorking, working, failure, fail } = useCall({
    previewEntries: importWords.previewing,
    importEntries: importWords.working,
  });

  async function preview() {
    const chosen = isBusy() ? undefined : await source.read(fail, words.noSource);
    const plan = chosen && (await call('previewEntries', { kind, ...chosen }));
    if (chosen === undefined || plan === undefined) return;
    setRead({ ...chosen, plan });
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

  if (done !== '') return <Done text={done} />;
  if (read !== undefined) {
    const { incoming, unchanged, entries, first, findings } = read.plan;
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
        <Failure text={failure} />
        <div class="buttons">
          <button type="submit" class="primary" disabled={isWorking || !asked.isAnswered}>
            {asked.isAsking ? importWords.keepChosen : importWords.submit}
          </button>
          <button type="button" disabled={isWorking} onClick={() => setRead(undefined)}>
            {buttonWords.back}
          </button>
          <CancelButton disabled={isWorking} />
        </div>
      </form>
    );
  }
  return (
    <SourceForm
      source={source}
      intro={words.intro[kind]}
      label={words.file}
      call={{ isWorking, working, failure }}
      onPreview={preview}
    >
      <CancelButton disabled={isWorking} />
    </SourceForm>
  );
}
