// Lists of experiments: the list behind a number, and long lists that grow on demand.
import type { ComponentChild } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Fact } from '../../../domain/portfolio/portfolio.ts';
import { useCall } from '../../shared/call.ts';
import { Failure } from '../../shared/feedback.tsx';
import { buttonWords, dashboardWords as words } from '../../shared/messages.ts';
import { OpenButton } from '../charts/table.tsx';
import { daysOf, evaluationOf, nameOf, placeOf } from '../wording.ts';

/** Shows more of a list of which so many are shown, a page of it or all. */
export function More({
  shown,
  all,
  page,
  onShow,
}: {
  shown: number;
  all: number;
  page: number;
  onShow: (shown: number) => void;
}) {
  const rest = all - shown;
  if (rest <= 0) return null;
  return (
    <div class="buttons">
      <button type="button" onClick={() => onShow(shown + page)}>
        {words.more(Math.min(page, rest))}
      </button>
      {rest > page && (
        <button type="button" onClick={() => onShow(all)}>
          {words.everything(all)}
        </button>
      )}
    </div>
  );
}

/** Calls `render` for the first of many items, and for more when asked. */
export function LongList<Item>({
  items,
  page = 50,
  render,
}: {
  items: readonly Item[];
  page?: number;
  render: (items: readonly Item[]) => ComponentChild;
}) {
  const [shown, setShown] = useState(page);
  // Another list begins at its beginning.
  useEffect(() => setShown(page), [items]);
  return (
    <>
      {render(items.slice(0, shown))}
      <More shown={shown} all={items.length} page={page} onShow={setShown} />
    </>
  );
}

/** What cannot be drawn or counted, said where the numbers are, with its list. */
export function Apart({
  words: { unplaced, unplacedTitle },
  facts,
}: {
  words: { unplaced: (count: number) => string; unplacedTitle: string };
  facts: readonly Fact[];
}) {
  if (facts.length === 0) return null;
  return (
    <p class="apart">
      {unplaced(facts.length)} <OpenButton facts={facts} of={unplacedTitle} />
    </p>
  );
}

/** The list behind a number. Opens over the page and gives the focus back when it is closed. */
export function OpenedList({ title, facts, onClose }: { title: string; facts: readonly Fact[]; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const list = dialog.current;
    list?.showModal();
    // Closed while it is still there: what had the focus before gets it back.
    return () => list?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="opened-title"
      onClose={onClose}
      onKeyDown={(event) => {
        // Escape closes this list, not the dashboard around it.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id="opened-title">{title}</h2>
        <button type="button" onClick={onClose}>
          {buttonWords.close}
        </button>
      </header>
      <p class="quiet">{words.shown(facts.length, facts.length)}</p>
      <LongList
        items={facts}
        render={(some) => (
          <ul class="cards">
            {some.map((fact) => (
              <ExperimentCard key={fact.row} fact={fact} />
            ))}
          </ul>
        )}
      />
    </dialog>
  );
}

function ExperimentCard({ fact }: { fact: Fact }) {
  const { experiment, learning } = fact;
  return (
    <li class="card">
      <p class="name">{nameOf(fact)}</p>
      <p class="quiet">{placeOf(fact)}</p>
      <p>{evaluationOf(fact)}</p>
      <p class="quiet">{daysOf(fact)}</p>
      <Told label={words.fields.expected} text={experiment.expectedResult.trim()} />
      <Told label={words.fields.actual} text={experiment.actualResult.trim()} />
      <Told label={words.fields.learning} text={learning} />
      <Lead fact={fact} />
    </li>
  );
}

/** What a field says, under its name; nothing for `''`. */
export function Told({ label, text }: { label: string; text: string }) {
  if (text === '') return null;
  return (
    <p class="text">
      <strong>{label}:</strong> {text}
    </p>
  );
}

/** The ways from an experiment to its row in the sheet beside, and to its form in the sidebar. */
export function Lead({ fact }: { fact: Fact }) {
  const { call, failure } = useCall();
  const name = nameOf(fact);
  const showRow = () => call('showRow', fact.row, { id: fact.experiment.id });
  return (
    <span class="lead">
      <button type="button" class="link" aria-label={words.showOf(name)} onClick={showRow}>
        {words.showInSheet}
      </button>
      <button
        type="button"
        class="link"
        aria-label={words.formOf(name)}
        // The form is that of the selected row.
        onClick={async () => (await showRow()) !== undefined && call('openEdit')}
      >
        {words.openForm}
      </button>
      {failure !== '' && <Failure text={failure} />}
    </span>
  );
}
