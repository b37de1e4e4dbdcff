// The sidebar: one view at a time, and what was said about the last thing done.
import { useEffect, useState } from 'preact/hooks';
import { nextExperiment } from '../../domain/experiment/follow-up.ts';
import { type Experiment, emptyExperiment } from '../../domain/experiment/template.ts';
import type { NextAction } from '../../domain/portfolio/attention-order.ts';
import { experimentOf } from '../../domain/register/candidate.ts';
import { readCapture } from '../../domain/register/capture.ts';
import { useCall } from '../shared/call.ts';
import { Failure, Success, Waiting } from '../shared/feedback.tsx';
import '../shared/look.css';
import './sidebar.css';
import { formWords, sidebarWords as words } from '../shared/messages.ts';
import { mount, openedFor } from '../shared/mount.tsx';
import { toneRules } from '../shared/tokens.ts';
import {
  bringDraftsBack,
  type Candidate,
  type Draft,
  forgetDraft,
  isStoreNew,
  keepDraft,
  keptDraft,
  keptFollowUp,
  keptNewDraft,
  newToken,
  type Opened,
} from './form/drafts.ts';
import { LearntView } from './learnt/learnt.tsx';
import { outdate } from './memory/memory.ts';
import type { Known } from './memory/search.ts';
import { type Opening, type Overview, type Saved, withSaved } from './overview.ts';
import { type Place, Places } from './places.tsx';
import { AttentionView } from './views/attention.tsx';
import { Candidates } from './views/candidates.tsx';
import { CloseOut } from './views/close-out.tsx';
import { Closed } from './views/closed.tsx';
import { ExperimentForm } from './views/experiment.tsx';
import { FindView } from './views/find.tsx';
import { FirstMinutes } from './views/first-minutes.tsx';
import { LogView } from './views/log.tsx';

type View =
  | { is: 'attention' | 'opening' | 'candidates' | 'find' | 'log' }
  | { is: 'learnt'; first?: Known }
  | { is: 'form'; action: NextAction; draft: Draft; isRestored: boolean }
  | { is: 'closed'; experiment: Experiment; followers: Saved['followers'] };

const ATTENTION: View = { is: 'attention' };
const FORMS = { edit: ExperimentForm, 'close out': CloseOut };

function Sidebar() {
  const [opening, setOpening] = useState<Opening>();
  const overview = opening?.isNew === false ? opening : undefined;
  const [view, setView] = useState(ATTENTION);
  const [said, setSaid] = useState('');
  /** The row that was saved last, while that is said. */
  const [written, setWritten] = useState<{ id: string; row: number }>();
  const { call, failure, forget } = useCall();
  /** What is asked beside it all: nobody waits for it, and where it fails nothing is said. */
  const aside = useCall();

  async function load() {
    const reply = await call('readOverview', isStoreNew());
    if (reply?.drafts) bringDraftsBack(reply.drafts);
    if (reply !== undefined) setOpening(reply);
    return reply;
  }

  /** Brings the list up to date with what was changed elsewhere. */
  async function refresh() {
    if (overview === undefined || aside.isBusy()) return;
    const reply = await aside.call('readChanges', overview.seal);
    if (reply?.isSame === false) setOpening(reply);
  }

  /** Shows another view; what the last one waited for is not waited for any more. */
  function go(next: View, about = '', row?: typeof written) {
    forget();
    setSaid(about);
    setWritten(row);
    setView(next);
  }

  function back() {
    go(ATTENTION);
    load();
  }

  async function open(action: NextAction, read: () => Promise<Opened | undefined>) {
    const waiting: View = { is: 'opening' };
    go(waiting);
    const opened = await read();
    if (opened !== undefined) go({ is: 'form', action, ...draftOf(opened) });
    else setView((now) => (now === waiting ? ATTENTION : now));
  }

  const openSelected = () => open('edit', () => call('readSelected'));
  const openNamed = (action: NextAction, { id, row }: { id: string; row: number }) =>
    open(action, () => call('readExperiment', { id, row }));

  /** The form of what was found; a candidate is shown in its sheet. What was being typed is kept. */
  function openKnown(known: Known) {
    const { kind, id, row, title } = known;
    if (kind === 'experiment') openNamed('edit', { id, row });
    else if (kind === 'candidate') call('showKnown', { kind, id, row, title });
    else go({ is: 'learnt', first: known });
  }

  /** The form of a new experiment that begins with this. */
  function begin({ today }: Overview, start: Partial<Experiment>, candidate?: Candidate): Draft {
    const experiment = { ...emptyExperiment(), date: today, status: 'Proposed', ...start };
    const draft = { token: newToken(), experiment, ...(candidate && { candidate }) };
    go({ is: 'form', action: 'edit', draft, isRestored: false });
    return draft;
  }

  /** The form of what was last typed and not saved, else of an empty experiment. */
  function beginOrGoOn() {
    const kept = keptNewDraft();
    if (kept !== undefined) go({ is: 'form', action: 'edit', draft: kept, isRestored: true });
    else if (overview !== undefined) begin(overview, {});
  }

  /** The form of what goes on from this experiment: the one that was begun and not saved, else a new one. */
  function goOnFrom(loaded: Overview, experiment: Experiment) {
    const kept = keptFollowUp(experiment.id);
    if (kept !== undefined) go({ is: 'form', action: 'edit', draft: kept, isRestored: true });
    else keepDraft(begin(loaded, nextExperiment(experiment, loaded.today)));
  }

  function discard(action: NextAction, draft: Draft) {
    forgetDraft(draft);
    if (draft.opened === undefined) beginOrGoOn();
    else openNamed(action, draft.opened);
  }

  function saved(outcome: Saved, sent: Draft, isDone: boolean) {
    setOpening((now) => (now?.isNew === false ? withSaved(now, outcome, sent.opened) : now));
    if (!isDone) return;
    const { opened, isNew, followers } = outcome;
    const { id, row, experiment } = opened;
    // What follows a decision is offered once, when it is taken.
    const before = view.is === 'form' ? view.draft.opened?.experiment.decision : undefined;
    const isDecided = experiment.decision !== '' && experiment.decision !== before;
    go(isDecided ? { is: 'closed', experiment, followers } : ATTENTION, formWords.saved(id, row, isNew), opened);
  }

  useEffect(() => {
    load().then((loaded) => {
      if (loaded?.isNew === false && openedFor() === 'selected') openSelected();
    });
  }, []);

  useEffect(() => {
    if (openedFor() === 'new' && overview !== undefined) beginOrGoOn();
    if (openedFor() === 'learnt' && overview !== undefined) go({ is: 'learnt' });
  }, [overview === undefined]);

  // Whoever comes back from the sheet may have changed it; and so may others have, while something was saved.
  useEffect(() => {
    if (view.is !== 'attention') return;
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [view.is, overview?.seal]);
  useEffect(() => {
    if (written !== undefined) refresh();
  }, [written]);

  function content(loaded: Overview) {
    const { settings, today } = loaded;
    switch (view.is) {
      case 'attention':
        return (
          <AttentionView
            overview={loaded}
            // These words were typed, too.
            onCapture={(line) => keepDraft(begin(loaded, readCapture(line, settings)))}
            onAct={(item) => openNamed(item.action, item)}
            onShow={({ row, id }) => call('showRow', row, { id })}
            onSettle={() => call('openExport')}
          />
        );
      case 'candidates':
        return (
          <Candidates
            layers={settings.layers.map(({ name }) => name)}
            scoring={loaded.settings.scoring}
            seal={loaded.seal}
            onOpen={openKnown}
            onPromote={(candidate) =>
              begin(loaded, { ...experimentOf(candidate, today), score: candidate.score ?? '' }, candidate)
            }
          />
        );
      case 'learnt':
        return (
          <LearntView
            settings={settings}
            today={today}
            first={view.first}
            onExperiment={(experiment) => openNamed('edit', experiment)}
          />
        );
      case 'find':
        return <FindView seal={loaded.seal} onOpen={openKnown} />;
      case 'log':
        return <LogView />;
      case 'closed':
        return (
          <Closed
            experiment={view.experiment}
            followers={view.followers}
            hasDraft={keptFollowUp(view.experiment.id) !== undefined}
            onNext={() => goOnFrom(loaded, view.experiment)}
            onOpen={(follower) => openNamed('edit', follower)}
            onDone={() => go(ATTENTION)}
          />
        );
      case 'opening':
        return (
          <>
            <h1>{words.experiment}</h1>
            <p class="placeholder">{formWords.opening}</p>
          </>
        );
      case 'form': {
        const { action, draft, isRestored } = view;
        const Form = FORMS[action];
        return (
          <>
            {isRestored && (
              <p class="notice">
                {formWords.draft}{' '}
                <button type="button" class="link" onClick={() => discard(action, draft)}>
                  {formWords.discard}
                </button>
              </p>
            )}
            <Form key={draft.token} draft={draft} overview={loaded} onBack={back} onOpen={openKnown} onSaved={saved} />
          </>
        );
      }
    }
  }

  if (opening?.isNew) {
    const begun = (next: Opening, about: string) => {
      setOpening(next);
      setSaid(about);
    };
    return <FirstMinutes foreign={opening.foreign} onOpened={begun} />;
  }
  const goTo: Record<Place, () => void> = {
    attention: back,
    new: beginOrGoOn,
    candidates: () => go({ is: 'candidates' }),
    learnt: () => go({ is: 'learnt' }),
    find: () => {
      // Whoever looks for something wants it as it is now.
      outdate();
      go({ is: 'find' });
    },
    log: () => go({ is: 'log' }),
    selected: openSelected,
  };
  return (
    <>
      <Places
        current={view.is === 'form' && view.draft.opened === undefined ? 'new' : view.is}
        isReady={overview !== undefined}
        onGo={(place) => goTo[place]()}
      />
      <Success text={said} />
      {written !== undefined && (
        <p>
          <button type="button" class="link" onClick={() => call('showRow', written.row, { id: written.id })}>
            {words.showRow(written.id)}
          </button>
        </p>
      )}
      <Failure text={failure} />
      {overview !== undefined ? (
        content(overview)
      ) : (
        <>
          <h1 class="unseen">{words.attention}</h1>
          <Waiting text={words.loading} failure={failure} onAgain={load} />
        </>
      )}
    </>
  );
}

/** The draft kept of an experiment, with the register's text beneath it as it was then; else a new one. */
function draftOf({ id, row, experiment, closed }: Opened): { draft: Draft; isRestored: boolean } {
  const kept = keptDraft(id);
  if (kept?.opened !== undefined) return { draft: kept, isRestored: true };
  return { draft: { token: newToken(), experiment, opened: { id, row, experiment, closed } }, isRestored: false };
}

mount(
  <>
    <style>{toneRules()}</style>
    <Sidebar />
  </>,
);
