// Patterns and rules: found, opened, written down, brought in from files.

import { useEffect, useState } from 'preact/hooks';
import { emptyExperiment } from '../../../domain/experiment/template.ts';
import { ENTRY_KINDS, type EntryKind } from '../../../domain/learnt/entry-kinds.ts';
import { type Entry, KINDS } from '../../../domain/learnt/kinds.ts';
import { type Passage, passagesOf } from '../../../domain/learnt/passages.ts';
import { useCall } from '../../shared/call.ts';
import type { Answer } from '../../shared/client.ts';
import { FileDrop } from '../../shared/dialog/file-drop.tsx';
import { Failure, Success, Waiting } from '../../shared/feedback.tsx';
import { exactText } from '../../shared/files.ts';
import { learntWords as words } from '../../shared/messages.ts';
import { LineField } from '../fields/field.tsx';
import { Heading } from '../form/frame.tsx';
import { outdate } from '../memory/memory.ts';
import type { Overview } from '../overview.ts';
import { Became } from './became.tsx';
import { EntryForm, type OpenEntry } from './entry.tsx';
import { isAskedFor, type LearntFilter, LearntFilters } from './learnt-filter.tsx';

/** So many are drawn at once; the search finds the rest. */
const MOST = 100;

/** `first`: the entry whose form is opened at once. */
export function LearntView({
  settings,
  today,
  first,
  onExperiment,
}: {
  settings: Overview['settings'];
  today: string;
  first?: { kind: string; id: string; row: number } | undefined;
  onExperiment: (experiment: { id: string; row: number }) => void;
}) {
  const [learnt, setLearnt] = useState<Answer<'readLearnt'>>();
  const [open, setOpen] = useState<OpenEntry>();
  const [said, setSaid] = useState('');
  const [sought, setSought] = useState('');
  const [filter, setFilter] = useState<LearntFilter>({});
  const [source, setSource] = useState<{ file: File; passages: Passage[] }>();
  const { call, failure, fail } = useCall();

  async function load() {
    const answer = await call('readLearnt');
    if (answer === undefined) return;
    setLearnt(answer);
    if (first === undefined) return;
    const id = first.id.trim();
    const named = answer.entries.filter(
      ({ kind, entry, row }) => kind === first.kind && (id === '' ? row === first.row : entry.id === id),
    );
    const found = named.find(({ row }) => row === first.row) ?? named[0];
    if (found === undefined) fail(words.gone(id));
    else openThere(found);
  }

  const openThere = ({ kind, entry }: OpenEntry) => setOpen({ kind, entry, opened: entry });

  useEffect(() => {
    load();
  }, []);

  const begin = (kind: EntryKind, start: Partial<Entry> = {}) => {
    const status = kind === 'pattern' ? 'current' : 'should';
    setOpen({ kind, entry: { ...emptyExperiment(), date: today, status, ...start } });
  };

  async function read(file: File | undefined) {
    if (file === undefined) return;
    const text = await exactText(file);
    if (text === undefined) return fail(words.notText(file.name));
    fail('');
    setSource({ file, passages: passagesOf(text, file.name) });
  }

  if (open !== undefined) {
    return (
      <EntryForm
        open={open}
        settings={settings}
        onBack={() => setOpen(undefined)}
        onExperiment={onExperiment}
        onSaved={({ id, ...now }) => {
          outdate();
          setLearnt(now);
          setSaid(words.saved(id));
          setOpen(undefined);
        }}
      />
    );
  }
  const known = learnt?.entries;
  const wanted = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const found = (known ?? []).filter(({ entry }) => {
    const text = Object.values(entry).join('\n').toLowerCase();
    return wanted.every((word) => text.includes(word)) && isAskedFor(entry, filter);
  });
  return (
    <section>
      <Heading>{words.title}</Heading>
      <Success text={said} />
      <Failure text={failure} />
      {known === undefined && <Waiting text={words.loading} failure={failure} onAgain={load} />}
      {known?.length === 0 && <p class="placeholder">{words.none}</p>}
      {learnt !== undefined && known !== undefined && known.length > 0 && (
        <>
          <LineField name="sought" label={words.search} value={sought} onInput={setSought} />
          <LearntFilters
            entries={known.map(({ entry }) => entry)}
            others={[...learnt.unkept, ...learnt.iterations.flatMap(({ iterated }) => iterated)]}
            filter={filter}
            onChange={setFilter}
          />
          <p class="quiet" role="status">
            {found.length === 0 ? words.noMatch : words.counted(found.length, known.length)}
          </p>
          <ul class="cards">
            {found.slice(0, MOST).map(({ kind, row, entry, findings, uses }) => (
              <li key={`${kind}${row}`} class="card">
                <button type="button" class="link" onClick={() => openThere({ kind, entry })}>
                  {entry.id} {entry.title}
                </button>
                <div class="line">
                  <span class="chip tone-proposed">{words.kinds[kind]}</span>
                  <span class="quiet">{words.about(entry.status, uses)}</span>
                  <button
                    type="button"
                    aria-label={words.inSheetOf(entry.id)}
                    onClick={() => call('showEntry', kind, entry.id)}
                  >
                    {words.inSheet}
                  </button>
                </div>
                {findings.map((finding) => (
                  <p key={finding} class="note tone-soon">
                    {finding}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons">
        {ENTRY_KINDS.map((kind) => (
          <button key={kind} type="button" onClick={() => begin(kind)}>
            {words.make[kind]}
          </button>
        ))}
      </div>
      {learnt !== undefined && (
        <Became learnt={learnt} filter={filter} onExperiment={onExperiment} onEntry={openThere} />
      )}
      <section class="part" aria-label={words.files}>
        <h2>{words.files}</h2>
        <div class="buttons">
          <button type="button" onClick={() => call('openPatterns')}>
            {words.bring.pattern}
          </button>
          <button type="button" onClick={() => call('openRules')}>
            {words.bring.rule}
          </button>
          <button type="button" onClick={() => call('openExport')}>
            {words.export}
          </button>
        </div>
        <FileDrop id="source" label={words.source} hint={words.sourceHint} file={source?.file} onFile={read} />
        {source !== undefined && (
          <ul class="cards" aria-label={words.passages(source.file.name)}>
            {source.passages.map((passage, at) => (
              <li key={at} class="card">
                <p>{passage.title}</p>
                <p class="quiet clamped">{passage.text}</p>
                <button
                  type="button"
                  aria-label={words.makeRuleOf(passage.title)}
                  onClick={() => begin('rule', ruleOf(passage, source.file.name))}
                >
                  {words.makeRule}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </section>
  );
}

function ruleOf({ title, text }: Passage, name: string): Partial<Entry> {
  return { title, expectedResult: text, [KINDS.rule.source]: name };
}
