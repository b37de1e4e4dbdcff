// What was tried before, as a list of buttons that open it, each with its kind, status and decision.
import { knownWords as words } from '../../shared/messages.ts';
import type { Known, Pieces } from './search.ts';

export interface Listed {
  known: Known;
  id: Pieces;
  title: Pieces;
  snippet?: Pieces;
}

export function KnownList({ items, onOpen }: { items: readonly Listed[]; onOpen: (known: Known) => void }) {
  if (items.length === 0) return null;
  return (
    <ul class="cards">
      {items.map(({ known, id, title, snippet = [] }) => (
        <li key={`${known.kind} ${known.row}`} class="card">
          <button type="button" class="link" onClick={() => onOpen(known)}>
            <span class="quiet">
              <Marked pieces={id} />
            </span>{' '}
            <bdi>
              <Marked pieces={title} />
            </bdi>
          </button>
          <p class="quiet">
            {[words.kinds[known.kind], known.status, known.decision].filter((word) => word !== '').join(' · ')}
          </p>
          {snippet.length > 0 && (
            <p class="quiet text">
              <Marked pieces={snippet} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Marked({ pieces }: { pieces: Pieces }) {
  return <>{pieces.map(({ text, isFound }) => (isFound ? <mark>{text}</mark> : text))}</>;
}

/** With the arrows from one in the list to the next, and to the input that is searched with. */
export function moveByArrows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('input, li button')];
  const next = all[all.findIndex((each) => each.matches(':focus')) + by];
  event.preventDefault();
  next?.focus();
}
