// The dialog that shows what an export changes, asks where both sides changed the same, and writes the log to Drive.

import { useLayoutEffect, useState } from 'preact/hooks';
import type { EntryKind } from '../../domain/learnt/entry-kinds.ts';
import { useCall } from '../shared/call.ts';
import type { Answer, Request } from '../shared/client.ts';
import { CopyButton } from '../shared/copying.tsx';
import { Changes } from '../shared/dialog/changes.tsx';
import { CancelButton, CloseButton } from '../shared/dialog/close-button.tsx';
import { Failure, Progress, Success } from '../shared/feedback.tsx';
import { exactText, saveText } from '../shared/files.ts';
import '../shared/look.css';
import { FileDrop } from '../shared/dialog/file-drop.tsx';
import { Lines } from '../shared/dialog/lines.tsx';
import { LostColumns } from '../shared/dialog/lost-columns.tsx';
import { Questions, useQuestions } from '../shared/dialog/questions.tsx';
import { buttonWords, changesWords, learntWords, exportWords as words } from '../shared/messages.ts';
import { mount } from '../shared/mount.tsx';
import { Options } from '../shared/options.tsx';

type Wanted = NonNullable<Request<'exportLog'>[0]>;
type Plan = Answer<'previewExport'>;
type Done = Extract<Answer<'exportLog'>, { is: 'done' }>;
type Obstacle = NonNullable<Plan['obstacle']>;

function ExportPage() {
  const [wanted, setWanted] = useState<Wanted>({});
  const [plan, setPlan] = useState<Plan>();
  const asked = useQuestions();
  const [obstacle, setObstacle] = useState<Obstacle>();
  const [done, setDone] = useState<Done>();
  const { call, isWorking, working, failure, fail } = useCall({
    previewExport: words.checking,
    exportLog: words.working,
    readLogText: words.checking,
  });

  async function look(next: Wanted) {
    setWanted(next);
    const found = await call('previewExport', next);
    if (found === undefined) return;
    setPlan(found);
    setObstacle(found.obstacle);
    asked.ask(found.questions);
  }

  async function write() {
    const result = await call('exportLog', { ...wanted, answers: asked.answers });
    if (result === undefined) return;
    if (result.is === 'done') setDone(result);
    else if (result.is === 'asking') asked.ask(result.questions);
    else setObstacle(result.obstacle);
  }

  async function save() {
    const log = await call('readLogText');
    if (log !== undefined) saveText(log.name, log.text);
  }

  async function choose(file: File | undefined) {
    if (file === undefined) return;
    const fileText = await exactText(file);
    if (fileText === undefined) fail(words.notText(file.name));
    else look({ ...wanted, fileText });
  }

  // Before the page is painted: until there is a plan, a page that does nothing offers to try again.
  useLayoutEffect(() => {
    look({});
  }, []);

  if (done !== undefined) return <Exported done={done} findings={plan?.findings ?? 0} />;
  const isSame = plan !== undefined && !plan.isNew && plan.outgoing.length + plan.incoming.length === 0;
  return (
    <section aria-busy={isWorking}>
      <Progress text={working} />
      <Failure text={failure || obstacle?.message} />
      {failure !== '' && <LostColumns onSettled={(wasAsked) => wasAsked && look(wanted)} />}
      {plan !== undefined && plan.kinds.length > 0 && (
        <div class="field">
          <label for="book">{learntWords.books.title}</label>
          <select
            id="book"
            value={wanted.of ?? 'log'}
            disabled={isWorking}
            onChange={({ currentTarget: { value } }) => look(value === 'log' ? {} : { of: value as EntryKind })}
          >
            <Options values={['log', ...plan.kinds] as const} words={(book) => learntWords.books[book]} />
          </select>
        </div>
      )}
      {plan !== undefined && obstacle === undefined && (
        <>
          {plan.isNew && <p>{words.creates(plan.name)}</p>}
          {isSame && !asked.isAsking && <p>{words.same(plan.name)}</p>}
          {plan.findings > 0 && <p>{words.findings(plan.findings)}</p>}
          <Lines heading={words.report} lines={plan.report} />
          <Questions asked={asked} />
          <Changes heading={changesWords.outgoing} lines={plan.outgoing} />
          <Changes heading={changesWords.incoming} lines={plan.incoming} />
        </>
      )}
      {obstacle?.choices.includes('choose the file') && (
        <FileDrop id="file" label={words.choices['choose the file']} hint={words.fileHint} onFile={choose} />
      )}
      <div class="buttons">
        {plan !== undefined && obstacle === undefined && (
          <button type="button" class="primary" disabled={isWorking || !asked.isAnswered} onClick={write}>
            {asked.isAsking ? words.keepChosen : words.write}
          </button>
        )}
        {obstacle?.choices.map(
          (choice, index) =>
            choice !== 'choose the file' && (
              <button
                key={choice}
                type="button"
                class={index === 0 ? 'primary' : ''}
                disabled={isWorking}
                onClick={() => look({ ...wanted, file: choice })}
              >
                {words.choices[choice]}
              </button>
            ),
        )}
        {plan === undefined && !isWorking && (
          <button type="button" class="primary" onClick={() => look(wanted)}>
            {buttonWords.again}
          </button>
        )}
        {wanted.of === undefined && (
          <button type="button" disabled={isWorking} onClick={save}>
            {buttonWords.download}
          </button>
        )}
        <CancelButton />
      </div>
    </section>
  );
}

function Exported({ done, findings }: { done: Done; findings: number }) {
  return (
    <section>
      <Success text={done.wasWritten ? words.written(done.name) : words.unchanged(done.name)} />
      {done.writtenBy !== '' && <p>{words.last(done.writtenBy, new Date(done.writtenAt).toLocaleString())}</p>}
      <Lines heading={words.report} lines={done.report} />
      {findings > 0 && <p>{words.findings(findings)}</p>}
      <p>
        <a href={done.link} target="_blank" rel="noopener noreferrer">
          {words.open}
        </a>
      </p>
      <div class="buttons">
        <CloseButton />
        <CopyButton
          label={buttonWords.copyResult}
          text={() =>
            [done.wasWritten ? words.written(done.name) : words.unchanged(done.name), done.link, ...done.report].join(
              '\n',
            )
          }
        />
      </div>
    </section>
  );
}

mount(<ExportPage />, words.title);
