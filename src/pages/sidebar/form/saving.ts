// The life of a form: typed, kept as a draft, checked, sent once, and what comes back.
import { useRef, useState } from 'preact/hooks';
import { merged, refusalsOf } from '../../../domain/experiment/form.ts';
import type { Experiment, FieldKey } from '../../../domain/experiment/template.ts';
import { client } from '../../shared/client.ts';
import { messages } from '../../shared/messages.ts';
import { unreachable } from '../../shared/mount.tsx';
import type { Overview } from '../page.tsx';
import { type Draft, forgetDraft, keepDraft, newToken } from './drafts.ts';
import { useFocusOnFirst } from './frame.tsx';

type Reply = Awaited<ReturnType<typeof client.saveForm>>;
export type Collided = Extract<Reply, { collisions: unknown }>;
export type Saved = Extract<Reply, { saved: true }>;

/** The state of a form that began with this draft. */
export function useSaving(first: Draft, overview: Overview, done: (saved: Saved) => void) {
  const [draft, setDraft] = useState(first);
  /** Set at once, too: what is typed while the form is being saved. */
  const latest = useRef(first);
  const [refusals, setRefusals] = useState<Partial<Record<FieldKey, string>>>({});
  /** As they came: mending one of them takes the focus nowhere. */
  const [refused, setRefused] = useState(refusals);
  const [trouble, setTrouble] = useState('');
  const [isSaving, setSaving] = useState(false);
  const [collided, setCollided] = useState<Collided>();
  /** Set at once, where state would only be seen with the next painting: a double click finds it. */
  const isSent = useRef(false);

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
      if (Object.keys(left).length === 0) setTrouble('');
      setRefusals(left);
    }
  }

  function refuse(found: Partial<Record<FieldKey, string>>) {
    setRefusals(found);
    setRefused(found);
    setTrouble(messages.form.refused(Object.keys(found).length));
  }

  async function send(sent: Draft) {
    if (isSent.current) return;
    const found = refusalsOf(sent.experiment, overview.settings, overview.today);
    if (Object.keys(found).length > 0) return refuse(found);
    isSent.current = true;
    setSaving(true);
    setTrouble('');
    try {
      const reply = await client.saveForm(sent);
      if (!reply.ok) setTrouble(reply.message);
      else if (reply.saved) {
        forgetDraft(sent);
        if (latest.current === sent) done(reply);
        else goOn(sent, reply);
      } else if ('refusals' in reply) refuse(reply.refusals);
      else setCollided(reply);
    } catch (error) {
      setTrouble(unreachable(error));
    }
    isSent.current = false;
    setSaving(false);
  }

  /** What was typed while the form was being saved becomes a draft upon what is saved now. */
  function goOn(sent: Draft, { opened }: Saved) {
    const experiment = merged(opened.experiment, sent.experiment, latest.current.experiment);
    hold({ token: newToken(), experiment, opened });
    setTrouble(messages.form.typedSince(opened.id));
  }

  /** Sends what was chosen where both had changed the same field: from here on `now` is what the form was opened with. */
  function settle(chosen: Partial<Experiment>, now: Collided['now']) {
    const { current } = latest;
    const form = { ...current.experiment, ...chosen };
    const experiment = current.opened ? merged(now.experiment, current.opened.experiment, form) : form;
    const next = { ...current, experiment, opened: now };
    setCollided(undefined);
    hold(next);
    send(next);
  }

  return { draft, refusals, trouble, isSaving, collided, change, send: () => send(latest.current), settle };
}
