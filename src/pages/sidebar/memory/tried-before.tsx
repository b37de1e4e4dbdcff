// While an idea is being written: the few that are most like it among all that was tried.
import { useMemo } from 'preact/hooks';
import { knownWords as words } from '../../shared/messages.ts';
import { KnownList, moveByArrows } from './known-list.tsx';
import { useAfterPause, useMemory } from './memory.ts';
import type { Known } from './search.ts';

/** Those most like what was written so far, undefined for what is not new; `isSelf` tells what is being written from what was tried. */
export function useAlike(text: string | undefined, seal: string, isSelf: (known: Known) => boolean): readonly Known[] {
  const { index } = useMemory(text === undefined ? undefined : seal);
  const written = useAfterPause(text ?? '');
  return useMemo(() => index?.nearest(written, isSelf) ?? [], [index, written]);
}

const LIST = 'tried-before';

export function TriedBefore({ alike, onOpen }: { alike: readonly Known[]; onOpen: (known: Known) => void }) {
  return (
    <>
      {/* Said once when there are some, and not of each that comes and goes while somebody types. */}
      <p role="status" class="unseen">
        {alike.length > 0 && words.alike}
      </p>
      {alike.length > 0 && (
        <section id={LIST} class="tried" aria-label={words.tried} onKeyDown={moveByArrows}>
          <h2>{words.tried}</h2>
          <KnownList items={alike.map(plain)} onOpen={onOpen} />
        </section>
      )}
    </>
  );
}

/** Names the likest where the list itself is out of sight, in one line, and leads to the list. */
export function AlikeLine({ alike: [likest] }: { alike: readonly Known[] }) {
  return (
    likest !== undefined && (
      <button type="button" class="link likest" onClick={showList}>
        {words.tried} <bdi>{likest.title}</bdi>
      </button>
    )
  );
}

function showList(): void {
  const list = document.getElementById(LIST);
  list?.querySelector('button')?.focus();
  list?.scrollIntoView({ block: 'nearest' });
}

function plain(known: Known) {
  const piece = (text: string) => [{ text, isFound: false }];
  return { known, id: piece(known.id), title: piece(known.title) };
}
