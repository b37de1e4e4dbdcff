// A list of any length in a place that scrolls: what is seen of it is drawn, and as much above and below; the rest keeps its room.
import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ScrollingList } from './lines.tsx';

/** Items are drawn so many at a time: a step. */
const STEP = 30;

/** In pixels, an item while none was drawn yet. */
const USUAL = 80;

interface Props<Item> {
  items: readonly Item[];
  /** What stands in the line of an item. */
  draw: (item: Item) => (VNode | string)[];
}

export function LongList<Item>({ items, draw }: Props<Item>) {
  const steps = Math.ceil(items.length / STEP);
  const countIn = (step: number) => Math.min(STEP, items.length - step * STEP);
  /** In pixels, of the steps that were drawn. */
  const heights = useMemo((): (number | undefined)[] => [], [items]);
  const end = useRef<HTMLLIElement>(null);
  const isAtEnd = useRef(false);
  const [at, setAt] = useState(0);
  const [usual, setUsual] = useState(USUAL);
  // A list may have become a shorter one.
  const seen = Math.min(at, steps - 1);
  const [from, to] = [Math.max(seen - 1, 0), Math.min(seen + 2, steps)];

  const heightOf = (first: number, last: number) => {
    let sum = 0;
    for (let step = first; step < last; step += 1) sum += heights[step] ?? usual * countIn(step);
    return sum;
  };

  useLayoutEffect(() => {
    const place = end.current?.parentElement;
    if (!place) return;
    const top = (index: number) => (place.children[index] as HTMLElement).offsetTop;
    for (let step = from; step < to; step += 1) {
      const first = 1 + (step - from) * STEP;
      heights[step] = top(first + countIn(step)) - top(first);
    }
    // As high as the first ones are: from then on the room keeps its size.
    if (usual === USUAL && to > from) {
      const count = Math.min(to * STEP, items.length) - from * STEP;
      setUsual((top(1 + count) - top(1)) / count);
    }
    // Who went to the end stays there, however high the lines are that are drawn then.
    if (isAtEnd.current) place.scrollTop = place.scrollHeight;
  }, [from, to, items]);

  return (
    <ScrollingList
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        isAtEnd.current = scrollTop + clientHeight > scrollHeight - 2;
        let step = 0;
        let height = heightOf(0, 1);
        while (height < scrollTop && step < steps - 1) {
          step += 1;
          height += heightOf(step, step + 1);
        }
        setAt(step);
      }}
    >
      <li aria-hidden="true" class="room" style={{ height: `${heightOf(0, from)}px` }} />
      {Array.from({ length: to - from }, (_, index) => (
        <Step key={from + index} items={items} from={(from + index) * STEP} draw={draw} />
      ))}
      <li aria-hidden="true" class="room" style={{ height: `${heightOf(to, steps)}px` }} ref={end} />
    </ScrollingList>
  );
}

/** The items of one step, drawn once while they are seen. */
function Step<Item>({ items, from, draw }: Props<Item> & { from: number }) {
  const drawn = useMemo(
    () =>
      items.slice(from, from + STEP).map((item, index) => (
        <li key={from + index} aria-setsize={items.length} aria-posinset={from + index + 1}>
          {draw(item)}
        </li>
      )),
    [items, from, draw],
  );
  return <>{drawn}</>;
}
