// Everything that was ever written down here, searched by its words: closed experiments and candidates, too.
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Waiting } from '../../shared/feedback.tsx';
import { useKept } from '../../shared/kept.ts';
import { knownWords as words } from '../../shared/messages.ts';
import { KnownList, moveByArrows } from '../memory/known-list.tsx';
import { useAfterPause, useMemory } from '../memory/memory.ts';
import type { Known } from '../memory/search.ts';

export function FindView({ seal, onOpen }: { seal: string; onOpen: (known: Known) => void }) {
  const { index, isLost, again } = useMemory(seal);
  const [text, setText] = useKept('find', '');
  const sought = useAfterPause(text);
  const { found, all } = useMemo(() => index?.find(sought) ?? { found: [], all: 0 }, [index, sought]);
  const input = useRef<HTMLInputElement>(null);
  // What was looked for last is there to be looked for again, or to be typed over.
  useLayoutEffect(() => {
    // Before the next key comes, and only where the person already works in this page.
    if (document.hasFocus()) input.current?.focus();
    input.current?.select();
  }, []);

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape' && text !== '') {
      // Of an empty search it is the host's, as everywhere.
      event.preventDefault();
      event.stopPropagation();
      return setText('');
    }
    // Of what stands there now, whether or not it is shown already.
    const first = event.key === 'Enter' && !event.isComposing ? index?.find(text).found[0] : undefined;
    if (first !== undefined) onOpen(first.known);
  }

  return (
    <search onKeyDown={moveByArrows}>
      <h1>{words.find}</h1>
      <div class="field">
        <label for="find">{words.findLabel}</label>
        <input
          id="find"
          ref={input}
          type="search"
          autocomplete="off"
          value={text}
          aria-describedby="find-hint"
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={press}
        />
        <p id="find-hint" class="quiet">
          {words.findHint}
        </p>
      </div>
      {index === undefined ? (
        <Waiting text={words.reading} failure={isLost ? words.lost : ''} onAgain={again} />
      ) : (
        <p role="status">{sought.trim() !== '' && words.found(found.length, all)}</p>
      )}
      <KnownList items={found} onOpen={onOpen} />
    </search>
  );
}
