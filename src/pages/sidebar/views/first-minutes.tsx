// A spreadsheet without a register: what Kaizen Log is, and the three ways to begin.
import { useRef, useState } from 'preact/hooks';
import { sampleLog } from '../../../../sample/bakery-log.ts';
import { namesRefusals } from '../../../domain/register/names-form.ts';
import { DEFAULT_NAMES, type RegisterNames } from '../../../domain/register/settings.ts';
import { client } from '../../shared/client.ts';
import { messages } from '../../shared/messages.ts';
import { openedFor } from '../../shared/mount.tsx';
import { useAttempt } from '../attempt.ts';
import { LineField, TextField } from '../fields/field.tsx';
import { useKept } from '../form/drafts.ts';
import { FormFrame, Heading, useFocusOnFirst } from '../form/frame.tsx';

const words = messages.firstMinutes;
type Reply = Awaited<ReturnType<typeof client.readOverview>>;
type Opening = Extract<Reply, { ok: true }>;
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
  today,
  onOpened,
}: {
  today: string;
  onOpened: (opening: Opening, said: string) => void;
}) {
  const [isForm, setForm] = useState(openedFor() === 'set up');
  const [isImporting, setImporting] = useState(false);
  const [typed, setTyped, typedIsSaved] = useKept('set-up', DEFAULTS);
  const { working, trouble, setTrouble, attempt: attemptAny } = useAttempt();
  /** Set at once, where state would only be seen with the next painting: a double click finds it. */
  const isSent = useRef(false);

  /** Does one thing at a time; `work` hands out what went wrong. */
  async function attempt(what: string, work: () => Promise<string | undefined>) {
    if (isSent.current) return;
    isSent.current = true;
    await attemptAny(what, work);
    isSent.current = false;
  }

  const setUp = () =>
    attempt(words.settingUp, async () => {
      const reply = await client.saveSetUp(namesOf(typed));
      if (!reply.ok) return reply.message;
      typedIsSaved(typed);
      onOpened(reply, words.isSetUp);
      return undefined;
    });

  const openImport = () =>
    attempt(messages.log.opening, async () => {
      await client.openImport();
      setImporting(true);
      return undefined;
    });

  /** Hands out what went wrong. */
  async function openRegister(said: string): Promise<string | undefined> {
    const reply = await client.readOverview();
    if (!reply.ok) return reply.message;
    if (reply.isNew) return words.notYet;
    onOpened(reply, said);
    return undefined;
  }

  const trySample = () =>
    attempt(words.bringingIn, async () => {
      // A register that somebody has set up meanwhile is not for samples.
      const before = await client.readOverview();
      if (!before.ok) return before.message;
      if (!before.isNew) {
        onOpened(before, words.isThere);
        return undefined;
      }
      const reply = await client.importLog({ name: 'BAKERY_KAIZEN.md', text: sampleLog(today) });
      return reply.ok ? openRegister(words.sampleIsIn) : reply.message;
    });

  if (isForm) {
    return (
      <NamesForm
        typed={typed}
        form={{ trouble, isSaving: working !== '' }}
        onType={setTyped}
        onSend={setUp}
        onBack={() => {
          setTrouble('');
          setForm(false);
        }}
      />
    );
  }
  const isWorking = working !== '';
  return (
    <section aria-busy={isWorking}>
      <Heading>{words.title}</Heading>
      {words.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p role="status">{working}</p>
      <p role="alert" class="bad">
        {trouble}
      </p>
      <div class="stack">
        <button type="button" class="primary" disabled={isWorking} onClick={() => setForm(true)}>
          {words.setUp}
        </button>
        <button type="button" disabled={isWorking} onClick={openImport}>
          {words.import}
        </button>
        {isImporting && (
          <div class="notice">
            <p>{words.onceImported}</p>
            <button
              type="button"
              disabled={isWorking}
              onClick={() => attempt(messages.sidebar.loading, () => openRegister(''))}
            >
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

function NamesForm({
  typed,
  form,
  onType,
  onSend,
  onBack,
}: {
  typed: Typed;
  form: { trouble: string; isSaving: boolean };
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
    </FormFrame>
  );
}
