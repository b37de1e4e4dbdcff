// The form of a pattern or a rule.

import { useState } from 'preact/hooks';
import type { EntryKind } from '../../../domain/learnt/entry-kinds.ts';
import { type Entry, KINDS } from '../../../domain/learnt/kinds.ts';
import { idsIn } from '../../../domain/learnt/links.ts';
import { useCall } from '../../shared/call.ts';
import type { Answer } from '../../shared/client.ts';
import { useKept } from '../../shared/kept.ts';
import { learntWords as words } from '../../shared/messages.ts';
import { EntryInput } from '../fields/entry-input.tsx';
import { FormFrame } from '../form/frame.tsx';
import type { Overview } from '../overview.ts';
import { ShowButtons } from './links.tsx';

/** What is open: a new entry with what it begins with, or one that is there. */
export interface OpenEntry {
  kind: EntryKind;
  entry: Entry;
  /** As it stands in the sheet; absent for a new one. */
  opened?: Entry;
}

export function EntryForm({
  open,
  settings,
  onBack,
  onExperiment,
  onSaved,
}: {
  open: OpenEntry;
  settings: Overview['settings'];
  onBack: () => void;
  onExperiment: (name: { id: string; row: number }) => void;
  onSaved: (answer: Answer<'saveEntry'>) => void;
}) {
  const { kind, opened } = open;
  const [entry, setEntry, isSaved] = useKept(`entry:${kind}:${opened?.id ?? open.entry.title}`, open.entry);
  const [error, setError] = useState('');
  const { call, isBusy, isWorking, failure } = useCall();

  async function send() {
    if (isBusy()) return;
    if (entry.title.trim() === '') {
      setError(words.untitled);
      document.getElementById('title')?.focus();
      return;
    }
    const answer = await call('saveEntry', { kind, entry, ...(opened && { opened }) });
    if (answer === undefined) return;
    isSaved(entry);
    onSaved(answer);
  }

  return (
    <FormFrame
      title={opened?.id ?? words.make[kind]}
      form={{ failure, isSaving: isWorking, isTyped: entry !== open.entry, send }}
      label={words.save}
      onBack={onBack}
    >
      {KINDS[kind].fields
        .filter(({ key }) => key !== 'id')
        .map((field) => (
          <EntryInput
            key={field.key}
            name={field.key}
            field={field}
            settings={settings}
            value={entry[field.key]}
            error={field.key === 'title' && error !== '' ? error : undefined}
            onInput={(text) => {
              setError('');
              setEntry({ ...entry, [field.key]: text });
            }}
          />
        ))}
      <ShowButtons of={idsIn(opened?.[KINDS[kind].source] ?? '').map((id) => ({ id, row: 0 }))} onShow={onExperiment} />
    </FormFrame>
  );
}
