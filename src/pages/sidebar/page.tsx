// The sidebar: one view at a time, and what was said about the last thing done.
import { useEffect, useState } from 'preact/hooks';
import { readCapture } from '../../domain/capture.ts';
import { emptyExperiment } from '../../domain/template.ts';
import { client } from '../client.ts';
import '../look.css';
import './sidebar.css';
import { messages } from '../messages.ts';
import { mount, openedFor, unreachable } from '../mount.tsx';
import { AttentionView, type Item } from './attention.tsx';
import { CloseOut } from './close-out.tsx';
import { type Draft, keepDraft, keptDraft, newToken, type Opened } from './drafts.ts';
import { ExperimentForm } from './experiment.tsx';
import type { Saved } from './saving.ts';

type Answered = Awaited<ReturnType<typeof client.readOverview>>;
/** What the sidebar opened with. */
export type Overview = Omit<Extract<Answered, { ok: true }>, 'ok'>;

type View = { is: 'attention' } | { is: 'opening' } | { is: 'form' | 'close out'; draft: Draft; isRestored: boolean };

const words = messages.sidebar;

function Sidebar() {
  const [overview, setOverview] = useState<Overview>();
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

  async function load(): Promise<Overview | undefined> {
    const reply = await ask(() => client.readOverview());
    if (reply !== undefined) setOverview(reply);
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

  function begin(line: string) {
    if (overview === undefined) return;
    const kept = line === '' ? keptDraft('') : undefined;
    const captured = readCapture(line, overview.settings);
    const experiment = { ...emptyExperiment(), date: overview.today, status: 'Proposed', ...captured };
    show(
      'form',
      kept ? { draft: kept, isRestored: true } : { draft: { token: newToken(), experiment }, isRestored: false },
    );
  }

  function saved({ opened, isNew }: Saved) {
    setView({ is: 'attention' });
    setSaid(messages.form.saved(opened.id, opened.row, isNew));
    load();
  }

  const back = () => {
    setView({ is: 'attention' });
    load();
  };

  useEffect(() => {
    load().then((loaded) => {
      if (loaded === undefined) return;
      if (openedFor() === 'selected') open(() => client.readSelected(), 'form');
    });
  }, []);

  const wantsNew = openedFor() === 'new';
  useEffect(() => {
    if (wantsNew && overview !== undefined) begin('');
  }, [overview === undefined]);

  return (
    <>
      <nav aria-label={words.views}>
        <button type="button" aria-current={view.is === 'attention' ? 'page' : undefined} onClick={back}>
          {words.attention}
        </button>
        <button type="button" disabled={overview === undefined} onClick={() => begin('')}>
          {words.newExperiment}
        </button>
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
        trouble === '' ? (
          <p class="placeholder">{words.loading}</p>
        ) : (
          <button type="button" class="primary" onClick={load}>
            {words.again}
          </button>
        )
      ) : (
        <Shown
          view={view}
          overview={overview}
          onCapture={begin}
          onAct={(item) =>
            open(() => client.readExperiment(nameOf(item)), item.action === 'edit' ? 'form' : 'close out')
          }
          onShow={(item) => ask(() => client.showRow(item.row))}
          onBack={back}
          onSaved={saved}
          onDiscard={(draft) => {
            keepDraft(draft.opened?.id ?? '', undefined);
            if (draft.opened === undefined) begin('');
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
  onAct: (item: Item) => void;
  onShow: (item: Item) => void;
  onBack: () => void;
  onSaved: (saved: Saved) => void;
  onDiscard: (draft: Draft) => void;
}

function Shown({ view, overview, onCapture, onAct, onShow, onBack, onSaved, onDiscard }: ShownProps) {
  if (view.is === 'attention') {
    return <AttentionView overview={overview} onCapture={onCapture} onAct={onAct} onShow={onShow} />;
  }
  if (view.is === 'opening') return <p class="placeholder">{messages.form.opening}</p>;
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
