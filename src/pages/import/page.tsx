// The dialog that brings a log in, from a file or from pasted text; or a team's own sheet, where it was opened for that.
import { useRef, useState } from 'preact/hooks';
import { useCall } from '../shared/call.ts';
import type { Answer } from '../shared/client.ts';
import { CopyButton } from '../shared/copying.tsx';
import { Changes } from '../shared/dialog/changes.tsx';
import { CancelButton, CloseButton } from '../shared/dialog/close-button.tsx';
import { Failure, Progress, Success } from '../shared/feedback.tsx';
import '../shared/look.css';
import { Lines } from '../shared/dialog/lines.tsx';
import { LostColumns } from '../shared/dialog/lost-columns.tsx';
import { Questions, useQuestions } from '../shared/dialog/questions.tsx';
import { buttonWords, changesWords, learntWords, sheetWords, importWords as words } from '../shared/messages.ts';
import { mount, openedFor } from '../shared/mount.tsx';
import { EntriesPage } from './entries.tsx';
import { Pointing } from './pointing.tsx';
import { SheetPage } from './sheet.tsx';
import { SourceForm, useSource } from './source.tsx';
import { type ShapeAnswers, UnderstoodLog } from './understood.tsx';

type Plan = Answer<'previewImport'>;
type Done = Extract<Answer<'importLog'>, { is: 'done' }>;

function ImportPage() {
  const source = useSource();
  const [read, setRead] = useState<{ name: string; text: string; plan: Plan }>();
  const [shape, setShape] = useState<ShapeAnswers>({});
  const turn = useRef(0);
  const asked = useQuestions();
  const [done, setDone] = useState<Done>();
  const { call, isBusy, isWorking, working, failure, fail } = useCall({
    previewImport: words.previewing,
    importLog: words.working,
  });

  async function preview() {
    const chosen = isBusy() ? undefined : await source.read(fail, words.nothing);
    if (chosen !== undefined) await look(chosen.name, chosen.text, {});
  }

  /** Shows what an import would do with these answers; of what is no log by itself, what there is to point to. */
  async function look(name: string, text: string, answers: ShapeAnswers) {
    setShape(answers);
    turn.current += 1;
    const own = turn.current;
    const plan = await call('previewImport', { name, text, shape: answers });
    // A later answer was given meanwhile.
    if (own !== turn.current) return;
    if (plan === undefined) return point(name, text, answers);
    setRead({ name, text, plan });
    asked.ask(plan.questions);
  }

  /** Lets the person say which of the text's headings or rows the experiments are; `refused`: with these answers it is no log. */
  async function point(name: string, text: string, refused?: ShapeAnswers) {
    const plan = await call('previewImport', { name, text, isPointing: true });
    if (plan === undefined) return;
    const [reason] = plan.report;
    // A log that cannot come in for another reason: it is said again.
    if (refused && reason === undefined) return void call('previewImport', { name, text, shape: refused });
    setRead({ name, text, plan });
    fail(refused ? (reason ?? '') : '');
  }

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy() || read === undefined) return;
    const { name, text } = read;
    const result = await call('importLog', { name, text, answers: asked.answers, shape });
    if (result?.is === 'done') setDone(result);
    else if (result !== undefined) asked.ask(result.questions);
  }

  if (done !== undefined) return <Imported done={done} />;
  const lost = failure !== '' && <LostColumns onSettled={(wasAsked) => wasAsked && fail('')} />;
  if (read !== undefined) {
    const { incoming, unchanged, warnings, findings, understood, survey } = read.plan;
    const isOrderOpen = understood.isOrderAsked && understood.dayFirst === undefined;
    const again = (answers: ShapeAnswers) => look(read.name, read.text, answers);
    const back = (
      <button
        type="button"
        disabled={isWorking}
        onClick={() => {
          setRead(undefined);
          fail('');
        }}
      >
        {buttonWords.back}
      </button>
    );
    if (survey !== undefined) {
      return (
        <section aria-busy={isWorking}>
          <Failure text={failure} />
          <Pointing survey={survey} onPoint={again} />
          <div class="buttons">
            {back}
            <CancelButton disabled={isWorking} />
          </div>
        </section>
      );
    }
    return (
      <>
        <form onSubmit={submit} aria-busy={isWorking}>
          <Progress text={working} />
          {incoming.length === 0 && !asked.isAsking && <p>{words.nothingNew}</p>}
          {unchanged > 0 && <p>{words.unchanged(unchanged)}</p>}
          <UnderstoodLog
            understood={understood}
            shape={shape}
            onAnswer={again}
            onPoint={() => point(read.name, read.text)}
          />
          {warnings.map((warning) => (
            <p key={warning} role="alert">
              {warning}
            </p>
          ))}
          <Questions asked={asked} />
          <Changes heading={changesWords.incoming} lines={incoming} />
          <Findings findings={findings} />
          <Failure text={failure} />
          <div class="buttons">
            <button type="submit" class="primary" disabled={isWorking || !asked.isAnswered || isOrderOpen}>
              {asked.isAsking ? words.keepChosen : words.submit}
            </button>
            {back}
            <CancelButton disabled={isWorking} />
          </div>
        </form>
        {lost}
      </>
    );
  }
  return (
    <>
      <SourceForm
        source={source}
        intro={words.intro}
        label={words.file}
        call={{ isWorking, working, failure }}
        onPreview={preview}
      >
        <CancelButton disabled={isWorking} />
      </SourceForm>
      {lost}
    </>
  );
}

function Imported({ done: { added, changed, unchanged, findings } }: { done: Done }) {
  const said = words.done(added, changed, unchanged);
  return (
    <section>
      <Success text={said} />
      <Findings findings={findings} />
      <div class="buttons">
        <CloseButton takesFocus />
        <CopyButton label={buttonWords.copyResult} text={() => [said, ...linesOf(findings)].join('\n')} />
      </div>
    </section>
  );
}

function Findings({ findings }: { findings: Plan['findings'] }) {
  return <Lines heading={words.findings(findings.length)} lines={linesOf(findings)} />;
}

function linesOf(findings: Plan['findings']): string[] {
  return findings.map(({ line, message }) => (line === undefined ? '' : words.line(line)) + message);
}

const view = openedFor();
if (view === 'sheet') mount(<SheetPage />, sheetWords.title);
else if (view === 'pattern' || view === 'rule') mount(<EntriesPage kind={view} />, learntWords.title);
else mount(<ImportPage />, words.title);
