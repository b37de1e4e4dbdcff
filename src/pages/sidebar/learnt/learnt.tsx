// Patterns and rules: found, opened, written down, brought in from files.
import { useEffect, useState } from 'preact/hooks';
import { emptyExperiment } from '../../../domain/experiment/template.ts';
import { ENTRY_KINDS, type Entry, type EntryKind, KINDS } from '../../../domain/learnt/kinds.ts';
import { idsIn } from '../../../domain/learnt/links.ts';
import { type Passage, passagesOf } from '../../../domain/learnt/passages.ts';
import { useCall } from '../../shared/call.ts';
import type { Answer } from '../../shared/client.ts';
import { FileDrop } from '../../shared/dialog/file-drop.tsx';
import { Failure, Success, Waiting } from '../../shared/feedback.tsx';
import { exactText } from '../../shared/files.ts';
import { learntWords as words } from '../../shared/messages.ts';
import { LineField } from '../fields/field.tsx';
import { Heading } from '../form/frame.tsx';
import type { Overview } from '../overview.ts';
import { EntryForm, type OpenEntry } from './entry.tsx';
import { isAskedFor, type LearntFilter, LearntFilters } from './learnt-filter.tsx';

type Known = Answer<'readLearnt'>['entries'];

/** So many are drawn at once; the search finds the rest. */
const MOST = 100;

export function LearntView({ settings, today }: { settings: Overview['settings']; today: string }) {
  const [known, setKnown] = useState<Known>();
  const [open, setOpen] = useState<OpenEntry>();
  const [said, setSaid] = useState('');
  const [sought, setSought] = useState('');
  const [filter, setFilter] = useState<LearntFilter>({});
  const [source, setSource] = useState<{ file: File; passages: Passage[] }>();
  const { call, failure, fail } = useCall();

  async function load() {
    const answer = await call('readLearnt');
    if (answer !== undefined) setKnown(answer.entries);
  }

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
        onSaved={({ id, entries }) => {
          setKnown(entries);
          setSaid(words.saved(id));
          setOpen(undefined);
        }}
      />
    );
  }
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
      {known !== undefined && known.length > 0 && (
        <>
          <LineField name="sought" label={words.search} value={sought} onInput={setSought} />
          <LearntFilters entries={known.map(({ entry }) => entry)} filter={filter} onChange={setFilter} />
          <p class="quiet" role="status">
            {found.length === 0 ? words.noMatch : words.counted(found.length, known.length)}
          </p>
          <ul class="cards">
            {found.slice(0, MOST).map(({ kind, row, entry, findings }) => (
              <li key={`${kind}${row}`} class="card">
                <button type="button" class="link" onClick={() => setOpen({ kind, entry, opened: entry })}>
                  {entry.id} {entry.title}
                </button>
                <div class="line">
                  <span class="chip tone-proposed">{words.kinds[kind]}</span>
                  <span class="quiet">{words.about(entry.status, idsIn(entry[KINDS[kind].source]).length)}</span>
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
