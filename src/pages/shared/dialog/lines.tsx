// Lists of what there is to know, as long as they may be: they scroll in a place of their own.
import type { ComponentChildren, TargetedUIEvent } from 'preact';

/** A list that scrolls, by keyboard too. */
export function ScrollingList({
  children,
  onScroll,
}: {
  children: ComponentChildren;
  onScroll?: (event: TargetedUIEvent<HTMLUListElement>) => void;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area needs the keyboard to reach it
    <ul class="findings" tabIndex={0} onScroll={onScroll}>
      {children}
    </ul>
  );
}

/** A sentence with its lines below; nothing where there are none. */
export function Lines({ heading, lines }: { heading: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p>{heading}</p>
      <ScrollingList>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ScrollingList>
    </>
  );
}
