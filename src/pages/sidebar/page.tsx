// The sidebar: one view at a time, and what was said about the last thing done.
import { useEffect, useState } from 'preact/hooks';
import { nextExperiment } from '../../domain/experiment/follow-up.ts';
import { type Experiment, emptyExperiment } from '../../domain/experiment/template.ts';
import { experimentOf } from '../../domain/register/candidate.ts';
import { readCapture } from '../../domain/register/capture.ts';
import { client } from '../shared/client.ts';
import '../shared/look.css';
import './sidebar.css';
import { messages } from '../shared/messages.ts';
import { mount, openedFor, unreachable } from '../shared/mount.tsx';
import {
  type Candidate,
  type Draft,
  forgetDraft,
  keepDraft,
  keptDraft,
  keptNewDraft,
  newToken,
  type Opened,
} from './form/drafts.ts';
import type { Saved } from './form/saving.ts';
import { AttentionView, type Item } from './views/attention.tsx';
import { Candidates } from './views/candidates.tsx';
import { CloseOut } from './views/close-out.tsx';
import { Closed } from './views/closed.tsx';
import { ExperimentForm } from './views/experiment.tsx';
import { FirstMinutes } from './views/first-minutes.tsx';
import { LogView } from './views/log.tsx';

type Answered = Awaited<ReturnType<typeof client.readOverview>>;
type Opening = Extract<Answered, { ok: true }>;
/** What the sidebar opened with. */
export type Overview = Extract<Answered, { isNew: false }>;

type View =
  | { is: 'attention' }
  | { is: 'opening' }
  | { is: 'candidates' }
  | { is: 'log' }
  | { is: 'form' | 'close out'; draft: Draft; isRestored: boolean }
  | { is: 'closed'; experiment: Experiment };

const words = messages.sidebar;

function Sidebar() {
  const [opening, setOpening] = useState<Opening>();
  const overview = opening?.isNew === false ? opening : undefined;
  const [view, setView] = useState<View>({ is: 'attention' });
  const [trouble, setTrouble] = useState('');
  const [said, setSaid] = useState('');

  /** Hands out what the call answered, or says what went wrong and hands out nothing. */
  async function ask<Reply extends { ok: boolean }>(call: () => Promise<Reply>) {
    setTrouble('');
    try {
      const reply = await call();
      if (reply.ok) return reply as Extract<Reply, { ok: true }>;
      setTrouble((reply as unknown as { message: string }).message);
    } catch (error) {
      setTrouble(unreachable(error));
    }
    return undefined;
  }

  async function load() {
    const reply = await ask(() => client.readOverview());
    if (reply !== undefined) setOpening(reply);
    return reply;
  }

  async function open(call: () => ReturnType<typeof client.readExperiment>, is: 'form' | 'close out') {
    setSaid('');
    setView({ is: 'opening' });
    const opened = await ask(call);
    if (opened === undefined) setView({ is: 'attention' });
    else show(is, draftOf(opened));
  }

  function show(is: 'form' | 'close out', { draft, isRestored }: { draft: Draft; isRestored: boolean }) {
    setSaid('');
    setView({ is, draft, isRestored });
  }

  /** The form of a new experiment that begins with this. */
  function begin(start: Partial<Experiment>, candidate?: Candidate): Draft | undefined {
    if (overview === undefined) return undefined;
    const experiment = { ...emptyExperiment(), date: overview.today, status: 'Proposed', ...start };
    const draft = { token: newToken(), experiment, ...(candidate && { candidate }) };
    show('form', { draft, isRestored: false });
    return draft;
  }

  /** The form of what was last typed and not saved, else of an empty experiment. */
  function beginOrGoOn() {
    const kept = keptNewDraft();
    if (kept === undefined) begin({});
    else show('form', { draft: kept, isRestored: true });
  }

  function capture(line: string) {
    const draft = overview && begin(readCapture(line, overview.settings));
    // These words were typed, too.
    if (draft !== undefined) keepDraft(draft);
  }

  function saved({ opened, isNew }: Saved) {
    // What follows a decision is offered once, when it is taken.
    const before = 'draft' in view ? view.draft.opened?.experiment.decision : undefined;
    const { experiment } = opened;
    const isDecided = experiment.decision !== '' && experiment.decision !== before;
    setView(isDecided ? { is: 'closed', experiment } : { is: 'attention' });
    setSaid(messages.form.saved(opened.id, opened.row, isNew));
    load();
  }

  const back = () => {
    setSaid('');
    setView({ is: 'attention' });
    load();
  };

  useEffect(() => {
    load().then((loaded) => {
      if (loaded === undefined || loaded.isNew) return;
      if (openedFor() === 'selected') open(() => client.readSelected(), 'form');
    });
  }, []);

  const wantsNew = openedFor() === 'new';
  useEffect(() => {
    if (wantsNew && overview !== undefined) beginOrGoOn();
  }, [overview === undefined]);

  if (opening?.isNew) {
    const begun = (next: Opening, about: string) => {
      setOpening(next);
      setSaid(about);
    };
    return <FirstMinutes today={opening.today} onOpened={begun} />;
  }
  return (
    <>
      <nav aria-label={words.views}>
        <button type="button" aria-current={view.is === 'attention' ? 'page' : undefined} onClick={back}>
          {words.attention}
        </button>
        <button type="button" disabled={overview === undefined} onClick={beginOrGoOn}>
          {words.newExperiment}
        </button>
        {(['candidates', 'log'] as const).map((is) => (
          <button
            key={is}
            type="button"
            disabled={overview === undefined}
            aria-current={view.is === is ? 'page' : undefined}
            onClick={() => {
              setSaid('');
              setView({ is });
            }}
          >
            {words[is]}
          </button>
        ))}
        <button
          type="button"
          disabled={overview === undefined}
          onClick={() => open(() => client.readSelected(), 'form')}
        >
          {words.useSelected}
        </button>
      </nav>
      <p role="status" class="good">
        {said}
      </p>
      <p role="alert" class="bad">
        {trouble}
      </p>
      {overview === undefined ? (
        <>
          <h1>{words.attention}</h1>
          {trouble === '' ? (
            <p class="placeholder">{words.loading}</p>
          ) : (
            <button type="button" class="primary" onClick={load}>
              {words.again}
            </button>
          )}
        </>
      ) : (
        <Shown
          view={view}
          overview={overview}
          onCapture={capture}
          onBegin={begin}
          onAct={(item) =>
            open(() => client.readExperiment(nameOf(item)), item.action === 'edit' ? 'form' : 'close out')
          }
          onShow={(item) => ask(() => client.showRow(item.row))}
          onSettle={() => ask(async () => ({ ok: true as const, done: await client.openExport() }))}
          onBack={back}
          onSaved={saved}
          onDiscard={(draft) => {
            forgetDraft(draft);
            if (draft.opened === undefined) beginOrGoOn();
            else {
              const name = nameOf(draft.opened);
              open(() => client.readExperiment(name), view.is === 'close out' ? 'close out' : 'form');
            }
          }}
        />
      )}
    </>
  );
}

const nameOf = ({ id, row }: { id: string; row: number }) => ({ id, row });

/** The draft kept of an experiment, with the register's text beneath it as it was then; else a new one. */
function draftOf({ id, row, experiment, closed }: Opened): { draft: Draft; isRestored: boolean } {
  const kept = keptDraft(id);
  if (kept?.opened !== undefined) return { draft: kept, isRestored: true };
  return { draft: { token: newToken(), experiment, opened: { id, row, experiment, closed } }, isRestored: false };
}

interface ShownProps {
  view: View;
  overview: Overview;
  onCapture: (line: string) => void;
  onBegin: (start: Partial<Experiment>, candidate?: Candidate) => void;
  onAct: (item: Item) => void;
  onShow: (item: Item) => void;
  onSettle: () => void;
  onBack: () => void;
  onSaved: (saved: Saved) => void;
  onDiscard: (draft: Draft) => void;
}

function Shown({
  view,
  overview,
  onCapture,
  onBegin,
  onAct,
  onShow,
  onSettle,
  onBack,
  onSaved,
  onDiscard,
}: ShownProps) {
  if (view.is === 'attention') {
    return (
      <AttentionView overview={overview} onCapture={onCapture} onAct={onAct} onShow={onShow} onSettle={onSettle} />
    );
  }
  if (view.is === 'candidates') {
    const layers = overview.settings.layers.map(({ name }) => name);
    return (
      <Candidates
        layers={layers}
        onPromote={(candidate) => onBegin(experimentOf(candidate, overview.today), candidate)}
      />
    );
  }
  if (view.is === 'log') return <LogView />;
  if (view.is === 'closed') {
    const { experiment } = view;
    return (
      <Closed
        experiment={experiment}
        settings={overview.settings}
        onNext={() => onBegin(nextExperiment(experiment, overview.today))}
        onDone={onBack}
      />
    );
  }
  if (view.is === 'opening') {
    return (
      <>
        <h1>{words.experiment}</h1>
        <p class="placeholder">{messages.form.opening}</p>
      </>
    );
  }
  const { draft, isRestored } = view;
  const Form = view.is === 'form' ? ExperimentForm : CloseOut;
  return (
    <>
      {isRestored && (
        <p class="notice">
          {messages.form.draft}{' '}
          <button type="button" class="link" onClick={() => onDiscard(draft)}>
            {messages.form.discard}
          </button>
        </p>
      )}
      <Form key={draft.token} draft={draft} overview={overview} onBack={onBack} onSaved={onSaved} />
    </>
  );
}

mount(<Sidebar />);
