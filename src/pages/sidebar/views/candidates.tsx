// The candidates: ideas to test, in order, to be added, edited, moved, removed and promoted.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { byScore, scoreText } from '../../../domain/experiment/scoring.ts';
import { candidateKey } from '../../../domain/register/candidate.ts';
import { useCall } from '../../shared/call.ts';
import type { Answer, Request } from '../../shared/client.ts';
import { Failure, Waiting } from '../../shared/feedback.tsx';
import { useKept } from '../../shared/kept.ts';
import { Menu } from '../../shared/menu.tsx';
import { buttonWords, scoreWords, sidebarWords, candidatesWords as words } from '../../shared/messages.ts';
import { ChoiceField, LineField, TextField } from '../fields/field.tsx';
import { RatingsField } from '../fields/score.tsx';
import type { Candidate } from '../form/drafts.ts';
import { Heading } from '../form/frame.tsx';
import { outdate } from '../memory/memory.ts';
import type { Known } from '../memory/search.ts';
import { TriedBefore, useAlike } from '../memory/tried-before.tsx';

type Change = Request<'changeCandidate'>[0];
type Words = Omit<Candidate, 'row' | 'points'>;

const EMPTY: Words = { layer: '', idea: '', question: '' };

export function Candidates({
  layers,
  scoring,
  seal,
  onPromote,
  onOpen,
}: {
  layers: readonly string[];
  /** As the settings say it. */
  scoring: string;
  /** Of the overview. */
  seal: string;
  onPromote: (candidate: Candidate) => void;
  /** Opens what is like one that is being added. */
  onOpen: (known: Known) => void;
}) {
  const [list, setList] = useState<Candidate[]>();
  const { call, isWorking, isBusy, failure, fail } = useCall();
  /** Nothing waits for the list: an idea is added while it loads. */
  const reading = useCall();
  const asked = useRef(0);
  const shown = useRef(0);
  const [added, setAdded, addedIsSaved] = useKept('candidate', EMPTY);
  const [edited, setEdited, editedIsSaved] = useKept<{ seen: Candidate; candidate: Words } | undefined>(
    'candidate:edited',
    undefined,
  );
  /** The name of the button that is to take the focus. */
  const [focused, setFocused] = useState('');
  /** The row whose removal was asked for once. */
  const [doubted, setDoubted] = useState<number>();

  const alike = useAlike(`${added.idea} ${added.question}`, seal, () => false);

  /** Hands out the list, if it came back. */
  async function show(answer: Promise<Answer<'readCandidates'> | undefined>): Promise<Candidate[] | undefined> {
    setDoubted(undefined);
    const turn = ++asked.current;
    const reply = await answer;
    // What was asked before may be answered after.
    if (reply !== undefined && turn > shown.current) {
      shown.current = turn;
      setList(byScore(reply.candidates, ({ points }) => points));
    }
    return reply?.candidates;
  }
  const load = () => show(reading.call('readCandidates'));

  /** True if it was carried out: an answer may be lost on its way, and then the list tells. */
  async function change(request: Change): Promise<boolean> {
    outdate();
    if ((await show(call('changeCandidate', request))) !== undefined) return true;
    const now = await load();
    const { candidate } = request;
    if (now === undefined || candidate === undefined) return false;
    const saying = (all: readonly Candidate[]) =>
      all.filter((each) => candidateKey(each) === candidateKey(candidate)).length;
    const isThere = list !== undefined && saying(now) > saying(list);
    if (isThere) fail('');
    return isThere;
  }

  /** The moved candidate keeps the focus on the button of its menu. */
  async function move(seen: Candidate, direction: 'move up' | 'move down') {
    if (await change({ do: direction, seen })) setFocused(words.moreOf(seen.idea));
  }

  useLayoutEffect(() => {
    if (focused === '') return;
    const buttons = document.querySelectorAll('button');
    [...buttons].find((button) => button.ariaLabel === focused)?.focus();
    setFocused('');
  }, [focused]);

  useEffect(() => {
    load();
  }, []);

  const keep = () => setDoubted(undefined);

  async function add(event: Event) {
    event.preventDefault();
    // What was typed stays until it is written.
    if (!isBusy() && (await change({ do: 'add', candidate: added }))) addedIsSaved(added);
  }

  async function save(event: Event) {
    event.preventDefault();
    if (edited !== undefined && (await change({ do: 'edit', ...edited }))) editedIsSaved(edited);
  }

  const isEdited = ({ row, idea }: Candidate) => row === edited?.seen.row && idea === edited.seen.idea;
  const menuOf = (seen: Candidate, index: number, length: number) => [
    { label: words.edit, isOff: isWorking, act: () => setEdited({ seen, candidate: wordsOf(seen) }) },
    // Scores have an order of their own.
    ...(scoring === ''
      ? [
          { label: words.up, isOff: isWorking || index === 0, act: () => move(seen, 'move up') },
          { label: words.down, isOff: isWorking || index === length - 1, act: () => move(seen, 'move down') },
        ]
      : []),
    { label: words.remove, isOff: isWorking, act: () => setDoubted(seen.row) },
  ];
  const editing = edited && (
    <form onSubmit={save}>
      <Inputs
        name="edit"
        layers={layers}
        scoring={scoring}
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
    <section aria-busy={isWorking || reading.isWorking}>
      <Heading>{words.title}</Heading>
      <Failure text={failure || reading.failure} />
      {list === undefined && <Waiting text={words.loading} failure={reading.failure} onAgain={load} />}
      {list?.length === 0 && <p class="placeholder">{words.none}</p>}
      <ul class="cards">
        {list?.map((candidate, index) => (
          <li key={candidate.row} class="card">
            {isEdited(candidate) ? (
              editing
            ) : (
              <>
                <p>{candidate.idea}</p>
                {scoring !== '' && <p class="quiet">{scoreText(candidate, scoring)}</p>}
                {candidate.question !== '' && <p class="quiet">{candidate.question}</p>}
                <div class="line">
                  {candidate.layer !== '' && <span class="chip tone-proposed">{candidate.layer}</span>}
                  <span class="quiet" />
                  {doubted === candidate.row ? (
                    <Doubt of={candidate} onRemove={() => change({ do: 'remove', seen: candidate })} onKeep={keep} />
                  ) : (
                    <button
                      type="button"
                      aria-label={words.of(words.promote, candidate.idea)}
                      aria-disabled={isWorking}
                      onClick={() => !isWorking && onPromote(candidate)}
                    >
                      {words.promote}
                    </button>
                  )}
                  <Menu label={words.moreOf(candidate.idea)} items={menuOf(candidate, index, list.length)} />
                </div>
              </>
            )}
          </li>
        ))}
        {list !== undefined && !list.some(isEdited) && editing && <li class="card">{editing}</li>}
      </ul>
      <form class="part" onSubmit={add}>
        <Inputs name="add" layers={layers} scoring={scoring} value={added} onChange={setAdded} />
        <TriedBefore alike={alike} onOpen={onOpen} />
        <div class="buttons">
          <button type="submit" class="primary" disabled={isWorking}>
            {words.add}
          </button>
        </div>
      </form>
    </section>
  );
}

/** Asked where a candidate was to be removed: it has the focus, so that Enter removes. */
function Doubt({ of, onRemove, onKeep }: { of: Candidate; onRemove: () => void; onKeep: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <>
      <button type="button" ref={button} aria-label={words.of(words.reallyRemove, of.idea)} onClick={onRemove}>
        {words.reallyRemove}
      </button>
      <button type="button" onClick={onKeep}>
        {words.keep}
      </button>
    </>
  );
}

function wordsOf({ row: _, points: __, ...words }: Candidate): Words {
  return words;
}

function Inputs({
  name,
  layers,
  scoring,
  value,
  onChange,
}: {
  name: string;
  layers: readonly string[];
  scoring: string;
  value: Words;
  onChange: (value: Words) => void;
}) {
  const field = (key: keyof Words, label: string) => ({
    name: `${name}-${key}`,
    label,
    value: value[key] ?? '',
    onInput: (text: string) => onChange({ ...value, [key]: text }),
  });
  return (
    <>
      <ChoiceField {...field('layer', sidebarWords.layer)} choices={layers} />
      <LineField {...field('idea', words.idea)} />
      <TextField {...field('question', words.question)} rows={2} />
      {scoring !== '' && <RatingsField {...field('score', scoreWords.label)} scoring={scoring} />}
    </>
  );
}
