// What the page remembers of all that was tried: asked for once, beside everything else, and indexed while nobody types.
import { useEffect, useState } from 'preact/hooks';
import { callScript } from '../../shared/client.ts';
import { type Known, KnownIndex } from './search.ts';

/** So many are indexed before the clock is looked at, and so many milliseconds a slice takes. */
const AT_ONCE = 20;
const SLICE = 8;

let kept: { seal: string; index: KnownIndex } | undefined;
/** The overview that it was asked for with: while nothing changes in the register, it is not asked for again. */
let askedFor: string | undefined;
let coming: Promise<KnownIndex | undefined> | undefined;

/** The index as it is while the register has this seal; where it cannot be had, the one before, or none. */
function indexFor(seal: string): Promise<KnownIndex | undefined> {
  if (coming === undefined || askedFor !== seal) {
    askedFor = seal;
    coming = read().catch(() => {
      // The next that needs it tries again.
      if (askedFor === seal) askedFor = undefined;
      return kept?.index;
    });
  }
  return coming;
}

/** Something was changed that no overview tells of, such as a candidate. */
export function outdate(): void {
  askedFor = undefined;
}

async function read(): Promise<KnownIndex | undefined> {
  const answer = await callScript('readKnown', kept?.seal ?? '');
  if (!answer.ok) throw new Error(answer.message);
  if (!answer.isSame) kept = { seal: answer.seal, index: await indexed(answer.entries) };
  return kept?.index;
}

async function indexed(entries: readonly Known[]): Promise<KnownIndex> {
  const index = new KnownIndex();
  for (let at = 0; at < entries.length; ) {
    await pause();
    for (const end = performance.now() + SLICE; at < entries.length && performance.now() < end; at += AT_ONCE)
      index.add(entries.slice(at, at + AT_ONCE));
  }
  return index;
}

/** Until the browser has nothing else to do. */
function pause(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 500 });
    else setTimeout(resolve, 0);
  });
}

/** The index for a view that needs one now, as soon as there is one; `isLost` where there is none and none came. */
export function useMemory(seal: string | undefined): {
  index: KnownIndex | undefined;
  isLost: boolean;
  again: () => void;
} {
  const [index, setIndex] = useState(kept?.index);
  const [isLost, setLost] = useState(false);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (seal === undefined) return;
    let isHere = true;
    indexFor(seal).then((found) => {
      if (!isHere) return;
      setIndex(found);
      setLost(found === undefined);
    });
    return () => {
      isHere = false;
    };
  }, [seal, turn]);
  const again = () => {
    setLost(false);
    setTurn(turn + 1);
  };
  return { index, isLost, again };
}

/** Milliseconds without a key, after which something is looked for. */
const TYPING = 50;

/** A text as it was when somebody last paused in typing it. */
export function useAfterPause(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const waiting = setTimeout(() => setPaused(text), TYPING);
    return () => clearTimeout(waiting);
  }, [text]);
  return paused;
}
