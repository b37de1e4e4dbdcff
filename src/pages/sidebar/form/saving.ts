// The life of a form: typed, kept as a draft, checked, sent once, and what comes back.
import { useRef, useState } from 'preact/hooks';
import { findingsWhileTyping, rebase, refusalsOf } from '../../../domain/experiment/form.ts';
import { type Experiment, FIELDS, type FieldKey, isEmptyText } from '../../../domain/experiment/template.ts';
import { useCall } from '../../shared/call.ts';
import type { Answer, Request } from '../../shared/client.ts';
import { formWords as words } from '../../shared/messages.ts';
import type { Known } from '../memory/search.ts';
import type { Overview, Saved } from '../overview.ts';
import { type Draft, forgetDraft, keepDraft, type LearntChoice, newToken } from './drafts.ts';
import { useFocusOnFirst } from './frame.tsx';

type Refusals = Partial<Record<FieldKey, string>>;
export type Collided = Extract<Answer<'saveForm'>, { collisions: unknown }>;

/** What a form of an experiment is given. */
export interface FormProps {
  /** What it begins with. */
  draft: Draft;
  overview: Overview;
  onBack: () => void;
  /** Opens what is like it. */
  onOpen: (known: Known) => void;
  /** Told of each saving, and what was sent; `isDone` unless something was typed meanwhile. */
  onSaved: (saved: Saved, sent: Draft, isDone: boolean) => void;
}

/** What is written down of a draft in the same go. */
type LearntOf = (draft: Draft) => Request<'saveForm'>[0]['learnt'];

/** The state of a form that began with this draft. */
export function useSaving(
  { draft: first, overview, onSaved }: Omit<FormProps, 'onBack' | 'onOpen'>,
  learntOf?: LearntOf,
) {
  const [begun] = useState(first);
  const [draft, setDraft] = useState(begun);
  /** Set at once, too: what is typed while the form is being saved. */
  const latest = useRef(first);
  const [refusals, setRefusals] = useState<Refusals>({});
  /** As they came: mending one of them takes the focus nowhere. */
  const [refused, setRefused] = useState(refusals);
  const [collided, setCollided] = useState<Collided>();
  const { call, isBusy, isWorking, failure, fail } = useCall();

  useFocusOnFirst(refused);

  function hold(next: Draft) {
    latest.current = next;
    setDraft(next);
    keepDraft(next);
  }

  function change(changes: Partial<Experiment>) {
    hold({ ...latest.current, experiment: { ...latest.current.experiment, ...changes } });
    if (Object.keys(changes).some((key) => key in refusals)) {
      // What was just mended is no longer called wrong; the rest stays.
      const left = { ...refusals };
      for (const key of Object.keys(changes) as FieldKey[]) delete left[key];
      if (Object.keys(left).length === 0) fail('');
      setRefusals(left);
    }
  }

  function refuse(found: Refusals) {
    setRefusals(found);
    setRefused(found);
    fail(words.refused(Object.keys(found).length));
  }

  async function send(sent: Draft) {
    if (isBusy()) return;
    const found = refusalsOf(sent.experiment, overview.settings, overview.today);
    if (Object.keys(found).length > 0) return refuse(found);
    const { learnt: _, ...words } = sent;
    const learnt = learntOf?.(sent);
    const reply = await call('saveForm', { ...words, ...(learnt && { learnt }) });
    if (reply === undefined) return;
    if (!reply.saved) {
      if ('refusals' in reply) refuse(reply.refusals);
      else setCollided(reply);
      return;
    }
    forgetDraft(sent);
    const isDone = latest.current === sent;
    if (!isDone) goOn(sent, reply);
    onSaved(reply, sent, isDone);
  }

  /** What was typed while the form was being saved becomes a draft upon what is saved now. */
  function goOn(sent: Draft, { opened }: Saved) {
    const experiment = rebase(opened.experiment, sent.experiment, latest.current.experiment);
    hold({ token: newToken(), experiment, opened });
    fail(words.typedSince(opened.id));
  }

  /** Sends what was chosen where both had changed the same field: from here on `now` is what the form was opened with. */
  function settle(chosen: Partial<Experiment>, now: Collided['now']) {
    const { current } = latest;
    const form = { ...current.experiment, ...chosen };
    const experiment = current.opened ? rebase(now.experiment, current.opened.experiment, form) : form;
    const next = { ...current, experiment, opened: now };
    setCollided(undefined);
    hold(next);
    send(next);
  }

  const isTyped = draft !== begun;
  const findings = findingsWhileTyping(draft.experiment, overview.settings, overview.today);
  /** What is said of a field that is filled: it may stand, and could be better. */
  const coachingOf = (key: FieldKey) =>
    findings.flatMap(({ severity, field, message }) =>
      severity === 'warning' && field === key && draft.experiment[key] !== '' ? [message] : [],
    );
  const missing = FIELDS.filter(
    ({ key }) => isEmptyText(draft.experiment[key]) && findings.some(({ field }) => field === key),
  ).map(({ label }) => label);
  return {
    ...{ draft, isTyped, coachingOf, missing, refusals, failure, isSaving: isWorking, collided },
    ...{ change, choose: (learnt: LearntChoice) => hold({ ...latest.current, learnt }) },
    ...{ send: () => send(latest.current), settle },
  };
}
