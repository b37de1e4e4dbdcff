// A team's own sheet or CSV file: chosen, shown as the register would have it, taken over.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useCall } from '../shared/call.ts';
import type { Answer, Request } from '../shared/client.ts';
import { Changes } from '../shared/dialog/changes.tsx';
import { CancelButton, Done } from '../shared/dialog/close-button.tsx';
import { FileDrop } from '../shared/dialog/file-drop.tsx';
import { Lines } from '../shared/dialog/lines.tsx';
import { Failure, Progress, Waiting } from '../shared/feedback.tsx';
import { anyText } from '../shared/files.ts';
import { buttonWords, changesWords, sheetWords as words } from '../shared/messages.ts';
import { PlaceView } from './place.tsx';
import { type TableAnswers, TableView } from './table.tsx';
import { FirstRows } from './understood.tsx';

type Plan = Answer<'previewSheet'>;
type Asked = Request<'previewSheet'>[0];
type Ideas = NonNullable<Asked['ideas']>;
type Way = NonNullable<Asked['way']>;

export function SheetPage() {
  const [listed, setListed] = useState<Answer<'readTabs'>>();
  const [tabs, setTabs] = useState<readonly string[]>([]);
  const [file, setFile] = useState<File>();
  const [shown, setShown] = useState<{ asked: Asked; plan: Plan }>();
  const [done, setDone] = useState('');
  const turn = useRef(0);
  const { call, isBusy, isWorking, working, failure, fail } = useCall({
    readTabs: words.listing,
    previewSheet: words.previewing,
    importSheet: words.working,
    takeBackSheet: words.takingBack,
  });
  const list = async () => setListed(await call('readTabs'));
  useEffect(() => void list(), []);

  async function preview(event: Event) {
    event.preventDefault();
    if (isBusy()) return;
    if (file === undefined && tabs.length === 0) return fail(words.nothing);
    const text = file === undefined ? undefined : await anyText(file);
    await look({ tabs: [...tabs], ...(file !== undefined && { file: { name: file.name, text: text ?? '' } }) });
  }

  /** Shows what taking this over would do; of two answers that come late the last one asked for. */
  async function look(asked: Asked) {
    turn.current += 1;
    const own = turn.current;
    const plan = await call('previewSheet', asked);
    if (plan !== undefined && own === turn.current) setShown({ asked, plan });
  }

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy() || shown === undefined) return;
    const result = await call('importSheet', shown.asked);
    if (result !== undefined) setDone(words.done(result));
  }

  async function takeBack() {
    if (isBusy()) return;
    const result = await call('takeBackSheet');
    if (result !== undefined) setDone(words.takenBack(result.removed, result.kept, result.tab));
  }

  if (done !== '') return <Done text={done} />;
  if (shown !== undefined) {
    const { asked, plan } = shown;
    const answer = (key: string, answers: TableAnswers) =>
      look({ ...asked, answers: { ...asked.answers, [key]: answers } });
    const isOpen = plan.tables.some(
      ({ header, isOrderAsked, dayFirst }) => header === 0 || (isOrderAsked && dayFirst === undefined),
    );
    const isNothing = plan.incoming.length === 0;
    const isInPlace = asked.way === 'in-place';
    const isRefused = plan.place !== undefined && plan.place.refused !== '';
    return (
      <form onSubmit={submit} aria-busy={isWorking}>
        <Progress text={working} />
        {isNothing && <p>{words.nothingNew}</p>}
        {plan.same + plan.knownIdeas > 0 && <p>{words.same(plan.same + plan.knownIdeas)}</p>}
        {plan.tables.map((table, at) => (
          <TableView
            key={table.key}
            table={table}
            takesFocus={at === 0}
            answers={asked.answers?.[table.key] ?? {}}
            onAnswer={(answers) => answer(table.key, answers)}
          />
        ))}
        {asked.file === undefined && asked.tabs?.length === 1 && (
          <Choice
            legend={words.way}
            values={['copy', 'in-place']}
            value={asked.way ?? 'copy'}
            words={words.ways}
            onChoose={(way: Way) => look({ ...asked, way })}
          />
        )}
        {plan.place !== undefined && <PlaceView place={plan.place} />}
        {!isInPlace && plan.tables.some(({ ideas }) => ideas > 0) && (
          <Choice
            legend={words.ideas}
            values={['candidates', 'proposed']}
            value={asked.ideas ?? 'candidates'}
            words={words.ideasAre}
            onChoose={(ideas: Ideas) => look({ ...asked, ideas })}
          />
        )}
        <FirstRows first={plan.first} />
        <Lines heading={words.notes(plan.notes.length)} lines={plan.notes} />
        <Changes heading={changesWords.incoming} lines={plan.incoming} />
        <Failure text={failure} />
        <div class="buttons">
          <button type="submit" class="primary" disabled={isWorking || isOpen || isNothing || isRefused}>
            {words.submit}
          </button>
          <button
            type="button"
            disabled={isWorking}
            onClick={() => {
              setShown(undefined);
              fail('');
            }}
          >
            {buttonWords.back}
          </button>
          <CancelButton disabled={isWorking} />
        </div>
      </form>
    );
  }
  if (listed === undefined) {
    return (
      <section>
        <Failure text={failure} />
        <Waiting text={words.listing} failure={failure} onAgain={list} />
      </section>
    );
  }
  return (
    <form onSubmit={preview} aria-busy={isWorking}>
      <p>{words.intro}</p>
      {listed.tabs.length > 0 && (
        <fieldset>
          <legend>{words.tabs}</legend>
          {listed.tabs.map(({ id, name, rows }) => (
            <label class="option" key={id}>
              <input
                type="checkbox"
                checked={tabs.includes(id)}
                onChange={(event) =>
                  setTabs(event.currentTarget.checked ? [...tabs, id] : tabs.filter((other) => other !== id))
                }
              />
              <span>{words.tab(name, rows)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <FileDrop
        id="table-file"
        label={words.file(listed.tabs.length === 0)}
        hint={words.fileHint}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        file={file}
        onFile={setFile}
      />
      {listed.last !== undefined && (
        <p>
          <button type="button" disabled={isWorking} onClick={takeBack}>
            {words.takeBack(listed.last.name)}
          </button>
        </p>
      )}
      <Failure text={failure} />
      <div class="buttons">
        <button type="submit" class="primary" disabled={isWorking}>
          {working || words.preview}
        </button>
        <CancelButton disabled={isWorking} />
      </div>
    </form>
  );
}

/** One of two ways. */
function Choice<Value extends string>({
  legend,
  values,
  value,
  words: wordsOf,
  onChoose,
}: {
  legend: string;
  values: readonly Value[];
  value: Value;
  words: Readonly<Record<Value, string>>;
  onChoose: (value: Value) => void;
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {values.map((each) => (
        <label class="option" key={each}>
          <input type="radio" name={legend} checked={value === each} onChange={() => onChoose(each)} />
          <span>{wordsOf[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
