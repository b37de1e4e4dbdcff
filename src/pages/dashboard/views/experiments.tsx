// Lists of experiments: the list behind a number, and long lists that grow on demand.
import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDay } from '../../../domain/calendar.ts';
import type { Fact } from '../../../domain/portfolio/portfolio.ts';
import { client } from '../../shared/client.ts';
import { dashboardMessages } from '../../shared/messages-dashboard.ts';
import { unreachable } from '../../shared/mount.tsx';
import { OpenButton } from '../charts/table.tsx';

const words = dashboardMessages;

/** `K-BIZ-001 Title`, with words in place of what is missing. */
export function nameOf({ experiment: { id, title } }: Fact): string {
  return words.openOne(id.trim() || words.unnamed, title.trim() || words.untitled);
}

/** Status, layer and entity, as far as they are written. */
export function placeOf({ experiment: { status, layer, entity } }: Fact): string {
  return [status, layer, entity].filter((text) => text.trim() !== '').join(' · ');
}

/** Where it stands in time and what needs somebody, in the words of sheet and sidebar. */
export function evaluate({ timing, attention }: Fact): string {
  const [said, needed] = [timing?.words ?? '', attention?.words ?? ''];
  if (said === '' || needed.startsWith(said)) return needed;
  return needed === '' ? said : `${said}. ${needed}`;
}

function daysOf(fact: Fact): string {
  const { proposed, started, due, ended } = fact;
  const days = { proposed, started, due, closed: ended };
  return (['proposed', 'started', 'due', 'closed'] as const)
    .flatMap((key) => {
      const day = days[key];
      return day === undefined ? [] : [words.statusDays[key](formatDay(day))];
    })
    .join(', ');
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
  const rest = items.length - shown;
  return (
    <>
      {render(items.slice(0, shown))}
      {rest > 0 && (
        <div class="buttons">
          <button type="button" onClick={() => setShown(shown + page)}>
            {words.more(Math.min(page, rest))}
          </button>
          {rest > page && (
            <button type="button" onClick={() => setShown(items.length)}>
              {words.everything(items.length)}
            </button>
          )}
        </div>
      )}
    </>
  );
}

/** What cannot be drawn or counted, said where the numbers are, with its list. */
export function Apart({
  sentence,
  title,
  facts,
}: {
  sentence: (count: number) => string;
  title: string;
  facts: readonly Fact[];
}) {
  if (facts.length === 0) return null;
  return (
    <p class="apart">
      {sentence(facts.length)} <OpenButton facts={facts} of={title} />
    </p>
  );
}

/** The list behind a number. Opens over the page and gives the focus back when it is closed. */
export function OpenedList({ title, facts, onClose }: { title: string; facts: readonly Fact[]; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
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
          {words.close}
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
  const texts = { expected: experiment.expectedResult.trim(), actual: experiment.actualResult.trim(), learning };
  return (
    <li class="card">
      <p class="name">{nameOf(fact)}</p>
      <p class="quiet">{placeOf(fact)}</p>
      <p>{evaluate(fact)}</p>
      <p class="quiet">{daysOf(fact)}</p>
      {(['expected', 'actual', 'learning'] as const).map(
        (key) =>
          texts[key] !== '' && (
            <p key={key} class="text">
              <strong>{words.fields[key]}:</strong> {texts[key]}
            </p>
          ),
      )}
      <ShowRow fact={fact} />
    </li>
  );
}

/** Selects the row in the sheet beside. */
export function ShowRow({ fact }: { fact: Fact }) {
  const [trouble, setTrouble] = useState('');
  async function show() {
    setTrouble('');
    try {
      const reply = await client.showRow(fact.row);
      if (!reply.ok) setTrouble(reply.message);
    } catch (error) {
      setTrouble(unreachable(error));
    }
  }
  return (
    <>
      <button type="button" class="link" aria-label={words.showOf(nameOf(fact))} onClick={show}>
        {words.showInSheet}
      </button>
      {trouble !== '' && (
        <p role="alert" class="bad">
          {trouble}
        </p>
      )}
    </>
  );
}
