// The candidates: ideas to test, in order, to be added, edited, moved, removed and promoted.
import { useEffect, useState } from 'preact/hooks';
import { useCall } from '../../shared/call.ts';
import type { Answer, Request } from '../../shared/client.ts';
import { Failure, Waiting } from '../../shared/feedback.tsx';
import { buttonWords, sidebarWords, candidatesWords as words } from '../../shared/messages.ts';
import { ChoiceField, LineField, TextField } from '../fields/field.tsx';
import { type Candidate, useKept } from '../form/drafts.ts';
import { Heading } from '../form/frame.tsx';

type Change = Request<'changeCandidate'>[0];
type Words = Omit<Candidate, 'row'>;

const EMPTY: Words = { layer: '', idea: '', question: '' };

export function Candidates({
  layers,
  onPromote,
}: {
  layers: readonly string[];
  onPromote: (candidate: Candidate) => void;
}) {
  const [list, setList] = useState<Candidate[]>();
  const { call, isWorking, failure } = useCall();
  const [added, setAdded, addedIsSaved] = useKept('candidate', EMPTY);
  const [edited, setEdited, editedIsSaved] = useKept<{ seen: Candidate; candidate: Words } | undefined>(
    'candidate:edited',
    undefined,
  );
  /** The name of the button that is to take the focus. */
  const [focused, setFocused] = useState('');
  /** The row whose removal was asked for once. */
  const [doubted, setDoubted] = useState<number>();

  /** True if the list came back. */
  async function show(answer: Promise<Answer<'readCandidates'> | undefined>): Promise<boolean> {
    setDoubted(undefined);
    const reply = await answer;
    if (reply !== undefined) setList(reply.candidates);
    return reply !== undefined;
  }
  const load = () => show(call('readCandidates'));
  const change = (request: Change) => show(call('changeCandidate', request));

  /** The moved candidate keeps the focus on the button that moved it. */
  async function move(seen: Candidate, direction: 'move up' | 'move down', label: string) {
    if (await change({ do: direction, seen })) setFocused(words.of(label, seen.idea));
  }

  useEffect(() => {
    if (focused === '') return;
    const buttons = document.querySelectorAll('button');
    [...buttons].find((button) => button.ariaLabel === focused)?.focus();
    setFocused('');
  }, [focused]);

  useEffect(() => {
    load();
  }, []);

  async function add(event: Event) {
    event.preventDefault();
    // What was typed stays until it is written.
    if (await change({ do: 'add', candidate: added })) addedIsSaved(added);
  }

  async function save(event: Event) {
    event.preventDefault();
    if (edited !== undefined && (await change({ do: 'edit', ...edited }))) editedIsSaved(edited);
  }

  const isEdited = ({ row, idea }: Candidate) => row === edited?.seen.row && idea === edited.seen.idea;
  /** What can be done with a candidate of the list; `isOff` where it does nothing just now. */
  const actionsOf = (seen: Candidate, index: number, length: number) => [
    { label: words.promote, act: () => onPromote(seen) },
    { label: words.edit, act: () => setEdited({ seen, candidate: wordsOf(seen) }) },
    { label: words.up, isOff: index === 0, act: () => move(seen, 'move up', words.up) },
    { label: words.down, isOff: index === length - 1, act: () => move(seen, 'move down', words.down) },
    doubted === seen.row
      ? { label: words.reallyRemove, act: () => change({ do: 'remove', seen }) }
      : { label: words.remove, act: () => setDoubted(seen.row) },
  ];
  const editing = edited && (
    <form onSubmit={save}>
      <Inputs
        name="edit"
        layers={layers}
        value={edited.candidate}
        onChange={(next) => setEdited({ ...edited, candidate: next })}
      />
      <div class="buttons">
        <button type="submit" class="primary" disabled={isWorking}>
          {words.save}
        </button>
        <button type="button" onClick={() => setEdited(undefined)}>
          {buttonWords.cancel}
        </button>
      </div>
    </form>
  );
  return (
    <section aria-busy={isWorking}>
      <Heading>{words.title}</Heading>
      <Failure text={failure} />
      {list === undefined && <Waiting text={words.loading} failure={failure} onAgain={load} />}
      {list?.length === 0 && <p class="placeholder">{words.none}</p>}
      <ul class="cards">
        {list?.map((candidate, index) => (
          <li key={candidate.row} class="card">
            {isEdited(candidate) ? (
              editing
            ) : (
              <>
                <p>
                  {candidate.layer !== '' && <strong>{candidate.layer}: </strong>}
                  {candidate.idea}
                </p>
                {candidate.question !== '' && <p class="quiet">{candidate.question}</p>}
                <div class="actions">
                  {actionsOf(candidate, index, list.length).map(({ label, isOff = false, act }, place) => (
                    <Action key={place} label={label} of={candidate} isOff={isWorking || isOff} onClick={act} />
                  ))}
                </div>
              </>
            )}
          </li>
        ))}
        {list !== undefined && !list.some(isEdited) && editing && <li class="card">{editing}</li>}
      </ul>
      <form onSubmit={add}>
        <Inputs name="add" layers={layers} value={added} onChange={setAdded} />
        <div class="buttons">
          <button type="submit" class="primary" disabled={isWorking}>
            {words.add}
          </button>
        </div>
      </form>
    </section>
  );
}

/** A button of one candidate. One that does nothing just now keeps the focus, so that the keyboard is not left nowhere. */
function Action({ label, of, isOff, onClick }: { label: string; of: Candidate; isOff: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      class="link"
      aria-label={words.of(label, of.idea)}
      aria-disabled={isOff}
      onClick={() => !isOff && onClick()}
    >
      {label}
    </button>
  );
}

function wordsOf({ layer, idea, question }: Candidate): Words {
  return { layer, idea, question };
}

function Inputs({
  name,
  layers,
  value,
  onChange,
}: {
  name: string;
  layers: readonly string[];
  value: Words;
  onChange: (value: Words) => void;
}) {
  const field = (key: keyof Words, label: string) => ({
    name: `${name}-${key}`,
    label,
    value: value[key],
    onInput: (text: string) => onChange({ ...value, [key]: text }),
  });
  return (
    <>
      <ChoiceField {...field('layer', sidebarWords.layer)} choices={layers} />
      <LineField {...field('idea', words.idea)} />
      <TextField {...field('question', words.question)} rows={2} />
    </>
  );
}
