// A spreadsheet without a register: what Kaizen Log is, and the ways to begin.
import { useState } from 'preact/hooks';
import { namesRefusals } from '../../../domain/register/names-form.ts';
import { DEFAULT_NAMES, type RegisterNames } from '../../../domain/register/settings.ts';
import { useCall } from '../../shared/call.ts';
import { Failure } from '../../shared/feedback.tsx';
import { useKept } from '../../shared/kept.ts';
import { logWords, sidebarWords, firstMinutesWords as words } from '../../shared/messages.ts';
import { openedFor } from '../../shared/mount.tsx';
import { LineField, TextField } from '../fields/field.tsx';
import { FormFrame, Heading, useFocusOnFirst } from '../form/frame.tsx';
import type { Opening } from '../overview.ts';

/** What is typed: the entities stand one a line. */
type Typed = Record<keyof RegisterNames, string>;

const DEFAULTS: Typed = { ...DEFAULT_NAMES, entities: DEFAULT_NAMES.entities.join('\n') };

/** Empty lines name nothing. */
function namesOf({ name, prefix, entities }: Typed): RegisterNames {
  const lines = entities.split('\n').map((line) => line.trim());
  return { name, prefix, entities: lines.filter((line) => line !== '') };
}

/** `onOpened` is given the register as soon as there is one, and what to say of it. */
export function FirstMinutes({
  foreign,
  onOpened,
}: {
  foreign: readonly { name: string; other: string }[];
  onOpened: (opening: Opening, said: string) => void;
}) {
  const [isForm, setForm] = useState(openedFor() === 'set up');
  const [isImporting, setImporting] = useState(false);
  const [others, setOthers] = useState<Record<string, string>>({});
  const [typed, setTyped, typedIsSaved] = useKept('set-up', DEFAULTS);
  const { call, isBusy, isWorking, working, failure, fail } = useCall({
    saveSetUp: words.settingUp,
    openImport: logWords.opening,
    openSheet: logWords.opening,
    readOverview: sidebarWords.loading,
    readSample: words.bringingIn,
    importLog: words.bringingIn,
  });

  async function setUp() {
    if (isBusy()) return;
    const reply = await call('saveSetUp', namesOf(typed), others);
    if (reply === undefined) return;
    typedIsSaved(typed);
    onOpened(reply, words.isSetUp);
  }

  async function open(dialog: 'openImport' | 'openSheet') {
    if ((await call(dialog)) !== undefined) setImporting(true);
  }

  async function openRegister(said: string) {
    const reply = await call('readOverview');
    if (reply?.isNew === false) onOpened(reply, said);
    else if (reply !== undefined) fail(words.notYet);
  }

  async function trySample() {
    if (isBusy()) return;
    // A register that somebody has set up meanwhile is not for samples.
    const before = await call('readOverview');
    if (before?.isNew === false) return onOpened(before, words.isThere);
    const sample = before && (await call('readSample'));
    if (sample && (await call('importLog', sample))) await openRegister(words.sampleIsIn);
  }

  if (isForm) {
    return (
      <NamesForm
        typed={typed}
        sheets={foreign.map(({ name, other }) => ({ name, other: others[name] ?? other }))}
        onName={(name, other) => setOthers({ ...others, [name]: other })}
        form={{ failure, isSaving: isWorking }}
        onType={setTyped}
        onSend={setUp}
        onBack={() => {
          fail('');
          setForm(false);
        }}
      />
    );
  }
  return (
    <section aria-busy={isWorking}>
      <Heading>{words.title}</Heading>
      {words.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Foreign sheets={foreign} />
      <p role="status">{working}</p>
      <Failure text={failure} />
      <div class="stack">
        <button type="button" class="primary" disabled={isWorking} onClick={() => setForm(true)}>
          {words.setUp}
        </button>
        <button type="button" disabled={isWorking} onClick={() => open('openSheet')}>
          {words.sheet}
        </button>
        <button type="button" disabled={isWorking} onClick={() => open('openImport')}>
          {words.import}
        </button>
        {isImporting && (
          <div class="notice">
            <p>{words.onceImported}</p>
            <button type="button" disabled={isWorking} onClick={() => openRegister('')}>
              {words.openRegister}
            </button>
          </div>
        )}
        <button type="button" aria-describedby="sample-hint" disabled={isWorking} onClick={trySample}>
          {words.sample}
        </button>
        <p id="sample-hint" class="quiet">
          {words.sampleHint}
        </p>
      </div>
    </section>
  );
}

/** Sheets of somebody's own that are called as the register's would be, and what these are called instead. */
function Foreign({ sheets }: { sheets: readonly { name: string; other: string }[] }) {
  return sheets.map(({ name, other }) => (
    <p key={name} class="notice">
      {words.foreign(name, other)}
    </p>
  ));
}

function NamesForm({
  typed,
  sheets,
  form,
  onName,
  onType,
  onSend,
  onBack,
}: {
  typed: Typed;
  /** The sheets of somebody's own, with what the register's are to be called beside them. */
  sheets: readonly { name: string; other: string }[];
  onName: (name: string, other: string) => void;
  form: { failure: string; isSaving: boolean };
  onType: (typed: Typed) => void;
  onSend: () => Promise<void>;
  onBack: () => void;
}) {
  const [refusals, setRefusals] = useState<ReturnType<typeof namesRefusals>>({});
  useFocusOnFirst(refusals);

  async function send() {
    const found = namesRefusals(namesOf(typed));
    setRefusals(found);
    if (Object.keys(found).length === 0) await onSend();
  }

  const field = (name: keyof RegisterNames) => ({
    name,
    ...words[name],
    value: typed[name],
    error: refusals[name],
    onInput: (value: string) => onType({ ...typed, [name]: value }),
  });
  return (
    <FormFrame title={words.formTitle} form={{ ...form, send }} label={words.save} onBack={onBack}>
      <LineField {...field('name')} />
      <LineField {...field('prefix')} />
      <TextField {...field('entities')} rows={7} />
      {sheets.map(({ name, other }, at) => (
        <LineField
          key={name}
          name={`sheet${at}`}
          {...words.otherName(name)}
          value={other}
          onInput={(wanted) => onName(name, wanted)}
        />
      ))}
    </FormFrame>
  );
}
